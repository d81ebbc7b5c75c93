import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { CaseId, DocumentId } from '#shared/kernel/ids.ts';
import { CaseDocument, DocumentFields, Refusal, UPLOAD_PIECE_BYTES } from './model.ts';

/** The file is closed: it has to be reopened before anything in it changes. */
const CLOSED = { CLOSED: { status: 409 } };
const UNFIT = { UNFIT: { status: 400, data: z.object({ why: Refusal }) } };

const Piece = z.base64().max(Math.ceil(UPLOAD_PIECE_BYTES / 3) * 4);

export const documents = {
	/** Newest first. */
	list: procedure.input(z.object({ caseId: CaseId })).output(z.array(CaseDocument)),

	/** A file comes in pieces; nothing of it is written anywhere before `finish`. The id becomes the document's. */
	begin: procedure
		.input(z.object({ caseId: CaseId, fileName: z.string().max(1000), size: z.int().min(0) }))
		.output(z.object({ id: DocumentId }))
		.errors({ ...CLOSED, ...UNFIT }),
	/** In their order; `from` is where in the file it begins. */
	addPiece: procedure
		.input(z.object({ id: DocumentId, from: z.int().min(0), bytes: Piece }))
		.output(z.void())
		.errors(UNFIT),
	/** `sameAs`: titles of documents of this case that have the same content. */
	finish: procedure
		.input(z.object({ id: DocumentId }))
		.output(z.object({ sameAs: z.array(z.string()) }))
		.errors({ ...CLOSED, ...UNFIT }),
	cancel: procedure.input(z.object({ id: DocumentId })).output(z.void()),

	update: procedure
		.input(z.object({ id: DocumentId, changes: DocumentFields.partial() }))
		.output(z.void())
		.errors(CLOSED),
	remove: procedure
		.input(z.object({ id: DocumentId }))
		.output(z.void())
		.errors(CLOSED),
	restore: procedure
		.input(z.object({ id: DocumentId }))
		.output(z.void())
		.errors(CLOSED),

	/**
	 * The content, piece by piece from 0 on; base64. Reading is noted in the file's access log, a copy (`export`) as such.
	 * NOT_HERE: still to come from the share · SPOILT: what lay here was not what it should be, and is fetched again.
	 */
	content: procedure
		.input(z.object({ id: DocumentId, at: z.int().min(0), purpose: z.enum(['read', 'export']) }))
		.output(z.object({ bytes: z.string(), pieces: z.int() }))
		.errors({ NOT_HERE: { status: 409 }, SPOILT: { status: 409 } }),
	/** Asks the share for it now. `isHere`: whether that has worked. */
	fetch: procedure.input(z.object({ id: DocumentId })).output(z.object({ isHere: z.boolean() })),
};
