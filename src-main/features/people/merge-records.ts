import { z } from 'zod';
import { MergedFields } from '#shared/features/people/merging.ts';
import { MemberId, PersonId, RecordId } from '#shared/kernel/ids.ts';
import { derivedId } from '../../records/derived-id.ts';
import { mergeKind, NO_ID } from '../../records/kind.ts';
import { personDistinct, personMerge, personMoved } from './tables.ts';

const nobody = NO_ID as PersonId;

/** Removed when the two are separated again, or when another PC's merge of the same people holds instead. */
export const personMergeKind = mergeKind({
	vault: 'counselling',
	table: personMerge,
	fields: z.object({
		keepId: PersonId,
		awayId: PersonId,
		byId: MemberId,
		/** What the merge changed in the record that stays. */
		before: MergedFields.partial(),
		after: MergedFields.partial(),
	}),
	empty: { keepId: nobody, awayId: nobody, byId: NO_ID as MemberId, before: {}, after: {} },
	texts: [],
	unasked: 'all',
});

export const personMovedKind = mergeKind({
	vault: 'counselling',
	table: personMoved,
	fields: z.object({
		tableName: z.string().max(60),
		recordId: RecordId,
		originId: PersonId,
		/** At its origin: it has gone back. */
		place: z.object({ at: PersonId, alongside: z.boolean() }),
	}),
	empty: { tableName: '', recordId: NO_ID as RecordId, originId: nobody, place: { at: nobody, alongside: false } },
	texts: [],
	unasked: 'all',
});

/** One for a record and where it comes from, whichever PC moves it. */
export const movedId = (recordId: string, originId: string): string => derivedId(recordId, `moved from ${originId}`);

export const personDistinctKind = mergeKind({
	vault: 'counselling',
	table: personDistinct,
	fields: z.object({ oneId: PersonId, otherId: PersonId }),
	empty: { oneId: nobody, otherId: nobody },
	texts: [],
	unasked: 'all',
});

/** One for two people, in whichever order they are named. */
export function distinctOf(one: PersonId, other: PersonId): { id: string; oneId: PersonId; otherId: PersonId } {
	const [oneId, otherId] = one < other ? [one, other] : [other, one];
	return { id: derivedId(oneId, `not the same as ${otherId}`), oneId, otherId };
}
