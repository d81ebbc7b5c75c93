import { nameKey } from '#shared/features/attendance/model.ts';
import { DEFAULT_KEPT_WEEKS } from '#shared/features/kiosk/model.ts';
import type { Session as OfferSession } from '#shared/features/offers/model.ts';
import type { Building, Present, SignIn, SignInFigures, SignInRules } from '#shared/features/sign-ins/model.ts';
import { instantOf } from '#shared/kernel/berlin-time.ts';
import type { Clock } from '#shared/kernel/environment.ts';
import { sortKey } from '#shared/kernel/fold.ts';
import type { BorrowerId, MemberId, OfferId, SignInId } from '#shared/kernel/ids.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { derivedId } from '../../records/derived-id.ts';
import type { Arrival } from '../../share/inbox.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { figuresOf } from './figures.ts';
import { figuresAsCsv } from './figures-csv.ts';
import { clockOff, momentOf } from './moment.ts';
import {
	figureRows,
	knownAmong,
	namedBefore,
	readRules,
	type SignInRow,
	signInsBetween,
	signInsTakenSince,
	signInWith,
} from './queries.ts';
import { signInKind, signInRulesKind, signInVisitorKind } from './records.ts';

/** What kiosks said: records of it, attendance that follows from it, who is in the building, how long names are kept. */
export interface SignInService {
	/** Writes what was opened; twice is once. */
	write(session: Session, arrivals: readonly Arrival[]): void;
	/** What follows for attendance, and names that have to go. */
	settle(session: Session): void;
	ofDay(session: Session, day: LocalDate): SignIn[];
	building(session: Session): Building;
	/** False: there is no such sign-in. */
	/** False when there is no such sign-in. */
	setLeft(session: Session, id: SignInId, hasLeft: boolean): boolean;
	match(session: Session, id: SignInId, borrowerId: BorrowerId | null): boolean;
	figures(session: Session, from: LocalDate, until: LocalDate): SignInFigures[];
	exportCsv(session: Session, from: LocalDate, until: LocalDate): string;
	rules(session: Session): SignInRules;
	saveRules(session: Session, rules: SignInRules): void;
}

interface SessionKey {
	readonly offerId: OfferId;
	readonly ruleDay: LocalDate;
}

export interface SignInDeps {
	readonly clock: Clock;
	/** Undefined when the offer is gone or its rule does not give that day. */
	sessionOn(session: Session, of: SessionKey): OfferSession | undefined;
	offerNames(session: Session): ReadonlyMap<OfferId, string>;
	borrowerNames(session: Session, ids: readonly BorrowerId[]): ReadonlyMap<BorrowerId, string>;
	borrowersByCard(session: Session, number: string): readonly { readonly id: BorrowerId; readonly name: string }[];
	kioskName(session: Session, id: string): string;
	/** A head of the session, written once. `id`: what tells one without a name from others. */
	attend(session: Session, of: SessionKey, head: { readonly name: string | null; readonly id: SignInId }): void;
	/** Takes the names of kiosk heads of sessions before that day. */
	forgetAttendees(session: Session, before: LocalDate, most: number): void;
	shareState(session: Session): { readonly savedAt: number | null; readonly isAway: boolean };
}

/** Attendance is looked at again for so long: a session may be entered later than somebody signed in to it. */
const SETTLED_AFTER_MS = 3 * 24 * 60 * 60 * 1000;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
/** When the clocks go back. */
const LONGEST_DAY_MS = 25 * 60 * 60 * 1000;
/** Names that leave in one go. */
const FORGOTTEN_AT_ONCE = 500;

export function createSignInService({ clock, ...deps }: SignInDeps): SignInService {
	const vaultOf = (session: Session) => openVaultOf(session, 'workshop');
	const readerOf = (session: Session) => vaultOf(session).reader;
	/** Nobody in particular wrote it: the site itself signs for it. */
	const author = (session: Session) => session.site as string as MemberId;
	const attended = new WeakMap<Session, Set<SignInId>>();

	function borrowerOf(session: Session, { card, borrowerId }: SignInRow): SignIn['borrower'] {
		const [byCard] = card === null ? [] : deps.borrowersByCard(session, card);
		if (byCard) return { id: byCard.id, name: byCard.name, knownBy: 'card' };
		const name = borrowerId === null ? undefined : deps.borrowerNames(session, [borrowerId]).get(borrowerId);
		return borrowerId !== null && name !== undefined ? { id: borrowerId, name, knownBy: 'member' } : null;
	}

	function sessionOf(session: Session, { offerId, ruleDay }: SignInRow): SignIn['session'] {
		if (offerId === null || ruleDay === null) return null;
		const found = deps.sessionOn(session, { offerId, ruleDay });
		const nothing = { name: null, day: null, from: null, until: null };
		return {
			offerId,
			ruleDay,
			...(found ? { name: found.name, day: found.day, from: found.from, until: found.until } : nothing),
		};
	}

	const shown = (session: Session, row: SignInRow): SignIn => ({
		id: row.id,
		direction: row.direction,
		at: momentOf(row),
		clockOffMs: clockOff(row),
		by: row.by,
		name: row.name,
		card: row.card,
		borrower: borrowerOf(session, row),
		session: sessionOf(session, row),
		language: row.language,
		ageBand: row.ageBand,
		sex: row.sex,
		kioskName: deps.kioskName(session, row.kiosk),
		leftAt: row.leftAt,
	});

	/** In the order in which it was. */
	function ofDay(session: Session, day: LocalDate): SignIn[] {
		const from = startOfDay(day);
		return signInsBetween(readerOf(session), from, from + LONGEST_DAY_MS)
			.map((row) => shown(session, row))
			.filter(({ at, session: of }) => (of?.day ?? localDateOf(at)) === day)
			.sort((a, b) => a.at - b.at);
	}

	function attendOf(session: Session): void {
		const done = attended.get(session) ?? new Set<SignInId>();
		attended.set(session, done);
		const today = localDateOf(clock.now());
		for (const row of signInsTakenSince(readerOf(session), clock.now() - SETTLED_AFTER_MS)) {
			const { id, offerId, ruleDay, direction } = row;
			if (done.has(id) || direction === 'out' || offerId === null || ruleDay === null) continue;
			const found = deps.sessionOn(session, { offerId, ruleDay });
			if (!found || found.day > today) continue;
			deps.attend(session, { offerId, ruleDay }, { id, name: borrowerOf(session, row)?.name ?? row.name });
			done.add(id);
		}
	}

	function forgetNames(session: Session): void {
		const { keptWeeks } = rules(session);
		const before = clock.now() - keptWeeks * WEEK_MS;
		const { store, reader } = vaultOf(session);
		const due = namedBefore(reader, before, FORGOTTEN_AT_ONCE);
		if (due.length > 0) {
			store.atomically(() => {
				for (const { id } of due) store.erase(signInVisitorKind, id, author(session));
			});
		}
		deps.forgetAttendees(session, localDateOf(before), FORGOTTEN_AT_ONCE);
	}

	const rules = (session: Session): SignInRules =>
		readRules(readerOf(session), session.site) ?? { keptWeeks: DEFAULT_KEPT_WEEKS };

	const figures = (session: Session, from: LocalDate, until: LocalDate): SignInFigures[] =>
		figuresOf(figureRows(readerOf(session), from, until), deps.offerNames(session));

	return {
		write(session, arrivals) {
			const { store, reader } = vaultOf(session);
			const named = arrivals.map((arrival) => ({ ...arrival, id: derivedId(arrival.kiosk, arrival.entry) as SignInId }));
			const known = knownAmong(
				reader,
				named.map(({ id }) => id),
			);
			for (const { id, kiosk, seq, at: saidAt, heard: heardAt, said } of named) {
				if (known.has(id)) continue;
				known.add(id);
				const { direction, session: of, visitor, language, ageBand, sex } = said;
				const place = { offerId: of?.offerId ?? null, ruleDay: of?.ruleDay ?? null };
				const fields = { kiosk, seq, direction, ...place, by: visitor.by, language, ageBand, sex, saidAt, heardAt };
				store.append(signInKind, id, fields, author(session));
				if (visitor.by === 'anonymous') continue;
				const [holder] = visitor.by === 'card' ? deps.borrowersByCard(session, visitor.number) : [];
				const who = visitor.by === 'card' ? { card: visitor.number, borrowerId: holder?.id ?? null } : { name: visitor.name };
				store.put(signInVisitorKind, id, {}, who, author(session));
			}
		},
		settle(session) {
			attendOf(session);
			forgetNames(session);
		},
		ofDay: (session, day) => ofDay(session, day).reverse(),
		building(session) {
			const now = clock.now();
			const { savedAt, isAway } = deps.shareState(session);
			const present = new Map<string, Present>();
			const nameless: Present[] = [];
			const came = new Set<string>();
			const strays = new Set<string>();
			let left = 0;
			for (const one of ofDay(session, localDateOf(now))) {
				const name = one.borrower?.name ?? one.name;
				const key = name === null ? one.card : nameKey(name);
				if (one.direction === 'out') {
					if (key === null ? nameless.shift() : present.delete(key)) left += 1;
					else if (key !== null && name !== null && !came.has(key)) strays.add(name);
					continue;
				}
				if (key !== null) came.add(key);
				if (one.leftAt !== null) {
					left += 1;
					continue;
				}
				const entry: Present = {
					id: one.id,
					name,
					card: name === null ? one.card : null,
					since: one.at,
					sessionName: one.session?.name ?? null,
					isOver: isOver(one.session, now),
				};
				if (key === null) nameless.push(entry);
				else present.set(key, entry);
			}
			const people = [...present.values()].sort((a, b) =>
				compare(sortKey(a.name ?? a.card ?? ''), sortKey(b.name ?? b.card ?? '')),
			);
			return { asOf: isAway ? savedAt : now, isShareAway: isAway, people: [...people, ...nameless], left, strays: [...strays] };
		},
		match(session, id, borrowerId) {
			const { store, reader } = vaultOf(session);
			const row = signInWith(reader, id);
			if (!row || row.by === 'anonymous' || (row.name === null && row.card === null)) return false;
			if (borrowerId !== null && !deps.borrowerNames(session, [borrowerId]).has(borrowerId)) return false;
			store.update(signInVisitorKind, id, { borrowerId }, session.acting);
			return true;
		},
		setLeft(session, id, hasLeft) {
			const { store, reader } = vaultOf(session);
			const row = signInWith(reader, id);
			if (row?.direction !== 'in') return false;
			// Who came without a name has no record of whom yet.
			store.put(signInVisitorKind, id, {}, { leftAt: hasLeft ? clock.now() : null }, session.acting);
			return true;
		},
		figures,
		exportCsv: (session, from, until) => figuresAsCsv(figures(session, from, until)),
		rules,
		saveRules(session, wanted) {
			vaultOf(session).store.put(signInRulesKind, session.site, {}, wanted, session.acting);
			forgetNames(session);
		},
	};
}

function isOver(of: SignIn['session'], now: number): boolean {
	return of !== null && of.day !== null && of.until !== null && instantOf(of.day, of.until) < now;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const startOfDay = (day: LocalDate): number => instantOf(day, '00:00');
