import { MAX_MANUAL_BYTES } from '#shared/features/maintenance/model.ts';

/** PDFs between the file system and the backend, which takes base64. */

/** Bytes that `btoa` and `String.fromCharCode` take at once. */
const PIECE = 0x6000;

/** A file as it is sent, or why it is not. By its first bytes, whatever it is called. */
export async function readPdf(file: Blob): Promise<{ pdf: string } | { refused: 'no_pdf' | 'too_large' }> {
	if (file.size > MAX_MANUAL_BYTES) return { refused: 'too_large' };
	const bytes = new Uint8Array(await file.arrayBuffer());
	if (!/^%PDF-\d/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 6)))) return { refused: 'no_pdf' };
	let pdf = '';
	for (let from = 0; from < bytes.length; from += PIECE) {
		// A multiple of three, so that the pieces fit together.
		pdf += btoa(String.fromCharCode(...bytes.subarray(from, from + PIECE)));
	}
	return { pdf };
}

/** Hands a PDF to the system's "save file" (a download in the browser host). */
export function savePdf(pdf: string, fileName: string): void {
	const bytes = Uint8Array.from(atob(pdf), (sign) => sign.charCodeAt(0));
	const url = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
	const link = document.createElement('a');
	link.href = url;
	link.download = fileName;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
