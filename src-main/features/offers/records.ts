import { z } from 'zod';
import { type Offer, OfferFields, SessionChange, SessionTimes } from '#shared/features/offers/model.ts';
import { RecurrenceRule } from '#shared/features/offers/recurrence.ts';
import { MemberId, OfferId, RecordId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';
import { mergeKind, NO_ID } from '../../records/kind.ts';
import type { Fields } from '../../records/merge.ts';
import { offer, sessionChange, sessionHelper } from './tables.ts';

const { firstOn: _, rule: __, from: ___, until: ____, ...plain } = OfferFields.shape;
/** More than this an offer does not meet. */
export const MOST_DESPITE = 200;

const NO_DAY = '1970-01-01' as LocalDate;

/** First day and rule, and both times, are one field each: of two PCs' changes one holds as a whole. */
export const offerKind = mergeKind({
	vault: 'office',
	table: offer,
	fields: z.object({
		...plain,
		series: z.object({ firstOn: LocalDate, rule: RecurrenceRule.nullable() }),
		times: SessionTimes,
		continues: z.object({ offerId: OfferId, from: LocalDate }).nullable(),
		despite: z.array(RecordId).max(MOST_DESPITE),
	}),
	empty: {
		name: '–',
		kind: 'other',
		text: null,
		translations: [],
		isPublic: true,
		leaders: [],
		helpersWanted: 0,
		roomId: null,
		place: null,
		capacity: null,
		colour: 'blue',
		series: { firstOn: NO_DAY, rule: null },
		times: { from: '10:00' as WallTime, until: '11:00' as WallTime },
		skipsClosedDays: true,
		continues: null,
		despite: [],
	},
	texts: [],
	unasked: ['continues', 'despite'],
});

export const sessionChangeKind = mergeKind({
	vault: 'office',
	table: sessionChange,
	fields: SessionChange.extend({ offerId: OfferId, ruleDay: LocalDate }),
	empty: {
		...{ offerId: NO_ID as OfferId, ruleDay: NO_DAY, isCancelled: false, note: null, day: null, times: null, roomId: null },
		leaders: null,
	},
	texts: [],
	unasked: ['offerId', 'ruleDay'],
});

export const sessionHelperKind = mergeKind({
	vault: 'office',
	table: sessionHelper,
	fields: z.object({ offerId: OfferId, ruleDay: LocalDate, memberId: MemberId, helps: z.boolean() }),
	empty: { offerId: NO_ID as OfferId, ruleDay: NO_DAY, memberId: NO_ID as MemberId, helps: false },
	texts: [],
	unasked: ['offerId', 'ruleDay', 'memberId'],
});

/** An offer's fields as its record has them. */
export function storedOffer({ firstOn, rule, from, until, ...fields }: OfferFields | Offer): Fields {
	const { id: _, ...plain } = fields as Omit<Offer, 'firstOn' | 'rule' | 'from' | 'until'>;
	return { ...plain, series: { firstOn, rule }, times: { from, until } } as Fields;
}
