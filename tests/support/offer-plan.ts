import type { OfferFields } from '#shared/features/offers/model.ts';
import { RecurrenceRule } from '#shared/features/offers/recurrence.ts';
import type { OfferId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';
import type { TestBackend } from './test-backend.ts';

/** What tests plan, and how they read a plan back. */

export const rule = (text: string): RecurrenceRule => RecurrenceRule.parse(text);

export const PLAN: OfferFields = {
	name: 'Nähwerkstatt',
	kind: 'workshop',
	text: null,
	translations: [],
	isPublic: true,
	leaders: [],
	helpersWanted: 0,
	roomId: null,
	place: null,
	capacity: null,
	colour: 'teal',
	firstOn: '2026-03-03' as LocalDate,
	rule: rule('FREQ=WEEKLY;BYDAY=TU'),
	from: '14:00' as WallTime,
	until: '16:00' as WallTime,
	skipsClosedDays: true,
};

export const TUESDAYS = { name: PLAN.name, firstOn: PLAN.firstOn, rule: PLAN.rule, from: PLAN.from, until: PLAN.until };

export const createOffer = async ({ client }: TestBackend, fields: Partial<OfferFields>): Promise<OfferId> =>
	(await client.offers.create({ ...PLAN, ...fields })).id;

/** `2026-03-03 14:00–16:00 Nähwerkstatt (moved) note`, in order. */
export async function week({ client }: TestBackend, from: string, until: string): Promise<string[]> {
	const sessions = await client.offers.sessions({ from: from as LocalDate, until: until as LocalDate, offerId: null });
	return sessions.map(({ day, name, state, isMoved, note, ...times }) => {
		const marks = [...(state === 'on' ? [] : [state]), ...(isMoved ? ['moved'] : [])].join(', ');
		const words = state === 'closed' ? ` (closed: ${note})` : `${marks && ` (${marks})`}${note === null ? '' : ` ${note}`}`;
		return `${day} ${times.from}–${times.until} ${name}${words}`;
	});
}

export async function stateOf({ client }: TestBackend, offerId: OfferId, day: string): Promise<string | undefined> {
	return (await client.offers.sessions({ from: day as LocalDate, until: day as LocalDate, offerId }))[0]?.state;
}
