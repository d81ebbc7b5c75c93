import { fromBase64, saveFile, toBase64 } from '#renderer/ui/bytes.ts';
import { MAX_MANUAL_BYTES } from '#shared/features/maintenance/model.ts';

/** A file as it is sent, or why it is not. By its first bytes, whatever it is called. */
export async function readPdf(file: Blob): Promise<{ pdf: string } | { refused: 'no_pdf' | 'too_large' }> {
	if (file.size > MAX_MANUAL_BYTES) return { refused: 'too_large' };
	const bytes = new Uint8Array(await file.arrayBuffer());
	if (!/^%PDF-\d/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 6)))) return { refused: 'no_pdf' };
	return { pdf: toBase64(bytes) };
}

export const savePdf = (pdf: string, fileName: string): void => saveFile(fromBase64(pdf), 'application/pdf', fileName);
