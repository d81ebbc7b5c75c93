import type { HelperChange, Offer } from '#shared/features/offers/model.ts';
import type { MemberId, OfferId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { derivedId } from '../../records/derived-id.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { correspondingDay } from './moved-changes.ts';
import type { SeriesDays } from './occurrences.ts';
import { type HelperRecord, helpersBetween, helpersOf } from './queries.ts';
import { sessionHelperKind } from './records.ts';

/** Writes who helps in a session. */

export interface SessionPlace {
	readonly offerId: OfferId;
	readonly ruleDay: LocalDate;
}

export function putHelper(
	session: Session,
	{ offerId, ruleDay, memberId }: HelperRecord,
	helps: boolean,
	author = session.acting,
): void {
	const id = derivedId(offerId, `${ruleDay} ${memberId}`);
	openVaultOf(session, 'office').store.put(sessionHelperKind, id, { offerId, ruleDay, memberId }, { helps }, author);
}

export function helpersIn(session: Session, { offerId, ruleDay }: SessionPlace): MemberId[] {
	return helpersBetween(openVaultOf(session, 'office').reader, ruleDay, ruleDay)
		.filter((one) => one.offerId === offerId)
		.map(({ memberId }) => memberId);
}

/** Gives what was not so before: undo is the other way round. Inside a transaction. */
export function changeHelpers(session: Session, place: SessionPlace, { come, leave }: HelperChange): HelperChange {
	const before = helpersIn(session, place);
	const changed = {
		come: [...new Set(come)].filter((id) => !before.includes(id)),
		leave: [...new Set(leave)].filter((id) => before.includes(id) && !come.includes(id)),
	};
	for (const memberId of changed.come) putHelper(session, { ...place, memberId }, true);
	for (const memberId of changed.leave) putHelper(session, { ...place, memberId }, false);
	return changed;
}

/** They go along with sessions that move, from this day on. Inside a transaction. */
export function moveHelpers(session: Session, days: SeriesDays, [before, after]: readonly [Offer, Offer], from: LocalDate): void {
	const moved = helpersOf(openVaultOf(session, 'office').reader, before.id)
		.filter(({ ruleDay }) => ruleDay >= from && days.includes(before, ruleDay))
		.map((helper) => ({ helper, to: correspondingDay(days, before, after, helper.ruleDay) }))
		.filter(({ helper, to }) => before.id !== after.id || to !== helper.ruleDay);
	// First away from the old days: somebody may help on both.
	if (before.id === after.id) for (const { helper } of moved) putHelper(session, helper, false);
	for (const { helper, to } of moved) if (to !== null) putHelper(session, { ...helper, offerId: after.id, ruleDay: to }, true);
}
