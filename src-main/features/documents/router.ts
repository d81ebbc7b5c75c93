import { ORPCError } from '@orpc/server';
import type { Refusal } from '#shared/features/documents/model.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Procedures } from '../../access.ts';
import { notFound } from '../../refuse.ts';
import type { ContentRefusal, DocumentService, FileRefusal } from './service.ts';

/** Maps the contract's procedures to the service. `fetchBlob`: asks the share for it now. */
export function documentsRouter(
	{ signedIn }: Procedures,
	documents: DocumentService,
	fetchBlob: (name: string) => Promise<void>,
) {
	const os = signedIn.documents;
	return {
		list: os.list.handler(({ input, context }) => documents.list(context.session, input.caseId)),
		begin: os.begin.handler(({ input, context }) => ({ id: answerOf(documents.begin(context.session, input)) })),
		addPiece: os.addPiece.handler(({ input, context }) =>
			answerOf(documents.addPiece(context.session, input.id, input.from, new Uint8Array(Buffer.from(input.bytes, 'base64')))),
		),
		finish: os.finish.handler(async ({ input, context }) => ({
			sameAs: answerOf(await documents.finish(context.session, input.id)),
		})),
		cancel: os.cancel.handler(({ input, context }) => documents.cancel(context.session, input.id)),
		update: os.update.handler(({ input, context }) => answerOf(documents.update(context.session, input.id, input.changes))),
		remove: os.remove.handler(({ input, context }) => answerOf(documents.remove(context.session, input.id))),
		restore: os.restore.handler(({ input, context }) => answerOf(documents.restore(context.session, input.id))),
		content: os.content.handler(async ({ input, context }) => {
			const { bytes, pieces } = answerOf(await documents.content(context.session, input.id, input.at, input.purpose));
			return { bytes: Buffer.from(bytes).toString('base64'), pieces };
		}),
		fetch: os.fetch.handler(async ({ input, context }) => {
			const blob = documents.blobOf(context.session, input.id) ?? notFound();
			if (!blob.isHere) await fetchBlob(blob.name);
			// Locked meanwhile, there is nothing to ask any more.
			return {
				isHere:
					context.session.vault('counselling') !== undefined && documents.blobOf(context.session, input.id)?.isHere === true,
			};
		}),
	};
}

/** What a service gave, or its refusal as the contract's. */
function answerOf<T>(result: Result<T, Refusal | FileRefusal | ContentRefusal>): T {
	if (result.ok) return result.value;
	switch (result.error) {
		case 'not_found':
			return notFound();
		case 'closed':
			throw new ORPCError('CLOSED', { status: 409 });
		case 'not_here':
			throw new ORPCError('NOT_HERE', { status: 409 });
		case 'spoilt':
			throw new ORPCError('SPOILT', { status: 409 });
		default:
			throw new ORPCError('UNFIT', { status: 400, data: { why: result.error } });
	}
}
