import { client } from '#renderer/rpc/client.ts';
import { toBase64 } from '#renderer/ui/bytes.ts';
import { UPLOAD_PIECE_BYTES } from '#shared/features/documents/model.ts';
import type { CaseId, DocumentId } from '#shared/kernel/ids.ts';

/** Sends a file into a case file, piece by piece. Stopped or refused in between, nothing of it is left anywhere. */
export async function sendFile(
	caseId: CaseId,
	file: File,
	onProgress: (share: number) => void,
	signal: AbortSignal,
): Promise<{ id: DocumentId; sameAs: string[] }> {
	const { id } = await client.documents.begin({ caseId, fileName: file.name.slice(0, 1000), size: file.size });
	try {
		for (let from = 0; from < file.size; from += UPLOAD_PIECE_BYTES) {
			signal.throwIfAborted();
			const piece = new Uint8Array(await file.slice(from, from + UPLOAD_PIECE_BYTES).arrayBuffer());
			await client.documents.addPiece({ id, from, bytes: toBase64(piece) });
			onProgress(Math.min(1, (from + piece.length) / file.size));
		}
		signal.throwIfAborted();
		return { id, ...(await client.documents.finish({ id })) };
	} catch (error) {
		await client.documents.cancel({ id }).catch(() => {});
		throw error;
	}
}
