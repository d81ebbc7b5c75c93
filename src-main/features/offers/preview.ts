import type { Offer, OfferFields, Overlap, PreviewedDay } from '#shared/features/offers/model.ts';
import type { Occupant } from '#shared/features/schedule/occupancy.ts';
import type { Clock } from '#shared/kernel/environment.ts';
import type { OfferId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate, laterOf, localDateOf } from '#shared/kernel/local-date.ts';
import { MEETING_DAYS } from './meetings.ts';
import type { SeriesDays } from './occurrences.ts';

/** A plan while it is typed. `offerId`: the offer that is changed. */
export type PreviewedPlan = Pick<Offer, 'firstOn' | 'rule' | 'from' | 'until'> &
	Pick<OfferFields, 'skipsClosedDays' | 'roomId' | 'leaders'> & { readonly sessions: number; readonly offerId: OfferId | null };

export interface Preview {
	readonly days: PreviewedDay[];
	readonly overlaps: Overlap[];
}

/** No further: a yearly offer shows what it can. */
const PREVIEW_DAYS = 5 * 366;

interface PreviewFacts {
	readonly clock: Clock;
	readonly days: SeriesDays;
	closedFor(day: LocalDate): string | null;
	overlaps(planned: readonly Occupant[]): Overlap[];
}

/** What a plan that is possible would give. */
export function previewOf(plan: PreviewedPlan, { clock, days, closedFor, overlaps }: PreviewFacts): Preview {
	const { from, until, roomId, leaders } = plan;
	const today = localDateOf(clock.now());
	const begin = laterOf(plan.firstOn, today);
	const shown: PreviewedDay[] = [];
	const planned: Occupant[] = [];
	for (const day of days.between(plan, begin, addDays(begin, PREVIEW_DAYS))) {
		const isEnough = planned.length >= plan.sessions;
		if (isEnough && day > addDays(today, MEETING_DAYS)) break;
		const name = closedFor(day);
		const isSkipped = plan.skipsClosedDays && name !== null;
		if (!isEnough) shown.push({ day, closedFor: name, isSkipped });
		if (!isSkipped) planned.push({ key: day, day, from, until, roomId, memberIds: leaders, personIds: [] });
	}
	return { days: shown, overlaps: overlaps(planned) };
}
