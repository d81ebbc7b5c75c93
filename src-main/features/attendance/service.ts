import type { AttendanceVia, Attended, Head } from '#shared/features/attendance/model.ts';
import type { Session as OfferSession } from '#shared/features/offers/model.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { AttendanceId, MemberId, OfferId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { derivedId } from '../../records/derived-id.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { anonymise } from './anonymising.ts';
import { attendanceAsCsv } from './attendance-csv.ts';
import { headId } from './head-id.ts';
import { countsOfDays, countsOfOffer, getHead, kioskNamesBefore, namesOf, presentIn, type SessionKey } from './queries.ts';
import { attendanceKind } from './records.ts';
import { nearestDays, regularNames } from './regulars.ts';

/** Decisions about attendance: of which sessions there can be any, and when two entries are one head. */
export interface AttendanceService {
	ofSession(session: Session, of: SessionKey): { session: OfferSession; present: Head[]; known: string[] } | undefined;
	ofOffer(session: Session, offerId: OfferId): Attended[] | undefined;
	ofDay(session: Session, day: LocalDate): (OfferSession & { heads: number })[];
	mark(session: Session, of: SessionKey, marks: Marks): Result<{ ids: AttendanceId[]; already: string[] }, MarkProblem>;
	/** False when one of them never was there. */
	unmark(session: Session, ids: readonly AttendanceId[]): boolean;
	restore(session: Session, ids: readonly AttendanceId[]): boolean;
	/** A head said at the kiosk; twice is once. `id` tells one without a name from others. */
	attend(session: Session, of: SessionKey, head: { readonly name: string | null; readonly id: string }): void;
	/** Takes names away that were said at the kiosk, of sessions planned for days before that one. */
	forgetNames(session: Session, before: LocalDate, most: number): void;
	/** Undefined: the offer is not there. */
	exportCsv(session: Session, offerId: OfferId): string | undefined;
}

export interface Marks {
	readonly via: AttendanceVia;
	readonly names: readonly { readonly name: string; readonly line: number | null }[];
	readonly anonymous: number;
}
export type MarkProblem = 'not_found' | 'not_yet' | 'not_on';

export interface AttendanceDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	/** Undefined when the offer is gone or its rule does not give that day. */
	sessionOn(session: Session, of: SessionKey): OfferSession | undefined;
	/** Of one offer, or of all; by day. */
	sessions(session: Session, asked: { from: LocalDate; until: LocalDate; offerId: OfferId | null }): OfferSession[];
	offerExists(session: Session, offerId: OfferId): boolean;
	/** The offer and those it was split from or into: the same people come to them. */
	partsOf(session: Session, offerId: OfferId): readonly OfferId[];
}

/** How many sessions an offer's page shows, and how far back they are looked for. */
const SHOWN = 26;
const BACK_DAYS = 800;

export function createAttendanceService({ ids, clock, ...offers }: AttendanceDeps): AttendanceService {
	const vaultOf = (session: Session) => openVaultOf(session, 'office');
	const readerOf = (session: Session) => vaultOf(session).reader;
	const todayIs = () => localDateOf(clock.now());

	/** From a day until today, in order: what took place, and where somebody was entered. */
	function attended(session: Session, offerId: OfferId, from: LocalDate): Attended[] {
		const today = todayIs();
		const counts = new Map(countsOfOffer(readerOf(session), offerId).map((one) => [one.ruleDay, one]));
		const found: Attended[] = [];
		for (const { ruleDay, day, isMoved, capacity, state, ...times } of offers.sessions(session, {
			from,
			until: today,
			offerId,
		})) {
			const { heads = 0, anonymous = 0 } = counts.get(ruleDay) ?? {};
			counts.delete(ruleDay);
			if (state !== 'on' && heads === 0) continue;
			found.push({ ruleDay, day, isMoved, capacity, heads, anonymous, times: { from: times.from, until: times.until } });
		}
		// The plan was changed since, and people had been there all the same.
		for (const { ruleDay, heads, anonymous } of counts.values()) {
			if (ruleDay < from || offers.sessionOn(session, { offerId, ruleDay })) continue;
			found.push({ ruleDay, day: ruleDay, isMoved: false, capacity: null, heads, anonymous, times: null });
		}
		return found.sort((a, b) => (a.day === b.day ? (a.ruleDay < b.ruleDay ? -1 : 1) : a.day < b.day ? -1 : 1));
	}

	function problemWith(found: OfferSession | undefined): MarkProblem | null {
		if (!found) return 'not_found';
		if (found.state !== 'on') return 'not_on';
		return found.day > todayIs() ? 'not_yet' : null;
	}

	/** All are changed, or none. */
	function each(session: Session, wanted: readonly AttendanceId[], change: (id: AttendanceId) => void): boolean {
		const { store, reader } = vaultOf(session);
		return store.atomically(() => {
			if (!wanted.every((id) => getHead(reader, id) !== undefined)) return false;
			for (const id of wanted) change(id);
			return true;
		});
	}

	return {
		ofSession(session, of) {
			const found = offers.sessionOn(session, of);
			if (!found) return undefined;
			const reader = readerOf(session);
			const present = presentIn(reader, of);
			const parts = offers.partsOf(session, of.offerId);
			const days = parts.flatMap((id) => countsOfOffer(reader, id).map(({ ruleDay }) => ruleDay)).sort();
			const nearest = nearestDays(days, of.ruleDay);
			const visits = parts.flatMap((id) => namesOf(reader, id, nearest));
			const known = regularNames(
				visits,
				present.flatMap(({ name }) => name ?? []),
			);
			return { session: found, present, known };
		},
		ofOffer(session, offerId) {
			if (!offers.offerExists(session, offerId)) return undefined;
			return attended(session, offerId, addDays(todayIs(), -BACK_DAYS)).reverse().slice(0, SHOWN);
		},
		ofDay(session, day) {
			const found = offers.sessions(session, { from: day, until: day, offerId: null }).filter(({ state }) => state === 'on');
			const ruleDays = [...new Set(found.map(({ ruleDay }) => ruleDay))];
			const counts = new Map(
				countsOfDays(readerOf(session), ruleDays).map(({ offerId, ruleDay, heads }) => [`${offerId} ${ruleDay}`, heads]),
			);
			return found.map((one) => ({ ...one, heads: counts.get(`${one.offerId} ${one.ruleDay}`) ?? 0 }));
		},
		mark(session, of, { via, names, anonymous }) {
			const { store, reader } = vaultOf(session);
			const { offerId, ruleDay } = of;
			return store.atomically(() => {
				const problem = problemWith(offers.sessionOn(session, of));
				if (problem) return err(problem);
				const written: AttendanceId[] = [];
				const already: string[] = [];
				for (const { name, line } of names) {
					const derived = headId(of, name);
					// Somebody of that name was erased, so their head has none any more: this is another one.
					const id = store.isErased(attendanceKind, derived) ? (ids.next() as AttendanceId) : derived;
					const before = getHead(reader, id);
					if (before?.removedAt === null) {
						already.push(name);
						continue;
					}
					store.put(attendanceKind, id, { offerId, ruleDay }, { name, via, line }, session.acting);
					if (before) store.restore(attendanceKind, id, session.acting);
					written.push(id);
				}
				for (let head = 0; head < anonymous; head++) {
					const id = ids.next() as AttendanceId;
					store.insert(attendanceKind, id, { offerId, ruleDay, name: null, via, line: null }, session.acting);
					written.push(id);
				}
				return ok({ ids: written, already });
			});
		},
		unmark: (session, wanted) => each(session, wanted, (id) => vaultOf(session).store.remove(attendanceKind, id, session.acting)),
		restore: (session, wanted) =>
			each(session, wanted, (id) => vaultOf(session).store.restore(attendanceKind, id, session.acting)),
		attend(session, of, head) {
			const { store, reader } = vaultOf(session);
			const { offerId, ruleDay } = of;
			const id = head.name === null ? (derivedId(offerId, `${ruleDay} ${head.id}`) as AttendanceId) : headId(of, head.name);
			if (getHead(reader, id)) return;
			// Nobody in particular wrote it: the site itself signs for it.
			const author = session.site as string as MemberId;
			store.put(attendanceKind, id, { offerId, ruleDay }, { name: head.name, via: 'kiosk', line: null }, author);
		},
		forgetNames(session, before, most) {
			const { store, reader } = vaultOf(session);
			const due = kioskNamesBefore(reader, before, most);
			// Nobody in particular decides it: the site's rules do.
			if (due.length > 0) store.atomically(() => anonymise(session, due, session.site as string as MemberId));
		},
		exportCsv(session, offerId) {
			if (!offers.offerExists(session, offerId)) return undefined;
			const first = countsOfOffer(readerOf(session), offerId)[0]?.ruleDay ?? todayIs();
			return attendanceAsCsv(attended(session, offerId, first));
		},
	};
}
