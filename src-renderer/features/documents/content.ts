import { client } from '#renderer/rpc/client.ts';
import { fromBase64, saveFile } from '#renderer/ui/bytes.ts';
import { nameForSaving } from '#shared/features/documents/file-name.ts';
import type { CaseDocument } from '#shared/features/documents/model.ts';

/** The content of a document, decrypted by the backend piece by piece; it stays in memory and goes nowhere by itself. */
export async function loadContent(
	{ id }: Pick<CaseDocument, 'id'>,
	purpose: 'read' | 'export',
	onProgress: (share: number) => void = () => {},
	signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
	const parts: Uint8Array<ArrayBuffer>[] = [];
	for (let at = 0, pieces = 1; at < pieces; at++) {
		const piece = await client.documents.content({ id, at, purpose }, signal ? { signal } : {});
		pieces = piece.pieces;
		parts.push(fromBase64(piece.bytes));
		onProgress((at + 1) / pieces);
	}
	return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** A copy outside of Kontor: somebody has asked for it and knows what that means. Never opened, only saved. */
export async function saveCopy(document: CaseDocument): Promise<void> {
	const content = await loadContent(document, 'export');
	saveFile(content, 'application/octet-stream', nameForSaving(document.fileName, 'Unterlage'));
}
