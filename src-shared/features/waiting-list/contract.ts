import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { WaitingId } from '#shared/kernel/ids.ts';
import { OpenSlot, Waiting, WaitingFields } from './model.ts';

/** person: not there (any more), or on the list already · counsellor: somebody does not counsel (any more). */
const INVALID = { INVALID: { status: 400, data: z.object({ what: z.enum(['person', 'twice', 'counsellor']) }) } };

export const waitingList = {
	/** Who is urgent first, then who has waited longest. `earliest`: the next free time that suits, within four weeks. */
	list: procedure.output(z.array(Waiting.extend({ earliest: OpenSlot.nullable() }))),
	/** Times of the next four weeks that were cancelled and are still free, each with whom it suits; none that suits nobody. */
	freed: procedure.output(z.array(z.object({ slot: OpenSlot, waiting: z.array(Waiting).min(1) }))),
	add: procedure
		.input(WaitingFields)
		.output(z.object({ id: WaitingId }))
		.errors(INVALID),
	change: procedure
		.input(z.object({ id: WaitingId, changes: WaitingFields.omit({ personId: true }).partial() }))
		.output(z.void())
		.errors(INVALID),
	/** They have an appointment now, or do not wait any more. Undo is `restore`. */
	remove: procedure.input(z.object({ id: WaitingId })).output(z.void()),
	restore: procedure.input(z.object({ id: WaitingId })).output(z.void()),
};
