import { UPLOAD_PIECE_BYTES } from '#shared/features/documents/model.ts';
import type { CaseId, DocumentId, MemberId } from '#shared/kernel/ids.ts';
import { type Client, caseOf, person } from './office.ts';

export async function openCase(client: Client, ownerId: MemberId): Promise<CaseId> {
	const { id: personId } = await client.people.create(person());
	return (await client.cases.open({ ...caseOf(ownerId), personId })).id;
}

/** What the screen does to put a file into a case file. */
export async function upload(
	client: Client,
	caseId: CaseId,
	fileName: string,
	content: Uint8Array,
): Promise<{ id: DocumentId; sameAs: string[] }> {
	const { id } = await client.documents.begin({ caseId, fileName, size: content.length });
	for (let from = 0; from < content.length; from += UPLOAD_PIECE_BYTES) {
		const bytes = Buffer.from(content.subarray(from, from + UPLOAD_PIECE_BYTES)).toString('base64');
		await client.documents.addPiece({ id, from, bytes });
	}
	return { id, ...(await client.documents.finish({ id })) };
}

export async function contentOf(client: Client, id: DocumentId, purpose: 'read' | 'export' = 'read'): Promise<Buffer> {
	const parts: Buffer[] = [];
	for (let at = 0, pieces = 1; at < pieces; at++) {
		const piece = await client.documents.content({ id, at, purpose });
		pieces = piece.pieces;
		parts.push(Buffer.from(piece.bytes, 'base64'));
	}
	return Buffer.concat(parts);
}
