import type { BorrowerRow } from '#shared/features/borrowers/model.ts';
import type { Duplicate, MergedPerson } from '#shared/features/people/merge-contract.ts';
import { type MergeChoice, MergedFields, rootsOf, unite } from '#shared/features/people/merging.ts';
import type { Person } from '#shared/features/people/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import type { BorrowerId, PersonId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Fields } from '../../records/merge.ts';
import { isSame } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { borrowerOf, distinctPairs, merges, namesakes, pointers, storedPerson } from './merge-queries.ts';
import { distinctOf, personDistinctKind, personMergeKind } from './merge-records.ts';
import { createSettling, type SettlingDeps } from './merge-settling.ts';
import { getPerson, rowsOfPeople } from './queries.ts';
import { personKind } from './records.ts';

/** Decisions about one human with two records: which stays, what moves, and how it comes apart again. */
export interface MergeService {
	preview(
		session: Session,
		keepId: PersonId,
		awayId: PersonId,
	): { keep: Person; away: Person; moves: { table: string; count: number }[] } | undefined;
	/** Undefined where one of them is not there, or both are the same. */
	merge(
		session: Session,
		keepId: PersonId,
		awayId: PersonId,
		fromAway: readonly MergeChoice[],
	): Result<void, TooMuch> | undefined;
	/** False when this person is not merged into another. */
	separate(session: Session, id: PersonId): boolean;
	survivor(session: Session, id: PersonId): PersonId | null;
	/** Somebody with all whose records became part of theirs; empty when there is no such person. */
	wholePerson(session: Session, id: PersonId): { id: PersonId; names: string[]; borrowerId: string | null }[];
	/** The same of somebody who may have been removed. */
	wholeOf: MergeService['wholePerson'];
	mergedHere(session: Session, id: PersonId): MergedPerson[];
	pairs(session: Session): { pairs: Duplicate[]; total: number };
	/** False when one of them is not there. */
	setDistinct(session: Session, one: PersonId, other: PersonId, distinct: boolean): boolean;
	/** Whom this person is known not to be. */
	distinctFrom(session: Session, id: PersonId): ReadonlySet<string>;
	/** Undefined when there is no such person, null when they are not linked. */
	borrower(session: Session, id: PersonId): { borrowerId: BorrowerId; row: BorrowerRow | null } | null | undefined;
	/** False when there is no such person or borrower. */
	linkBorrower(session: Session, id: PersonId, borrowerId: BorrowerId | null): boolean;
	/** After changes of other devices have arrived. */
	settle(session: Session): void;
}

type TooMuch = { readonly field: 'languages' | 'phones' | 'childBirthYears' | 'remarks' };

export interface MergeDeps extends SettlingDeps {
	readonly ids: Ids;
	/** Of a member. */
	nameOf(session: Session, id: string): string;
	/** Undefined when there is none, or the lending desk is not open to this session. */
	borrowerRow(session: Session, id: BorrowerId): BorrowerRow | undefined;
}

/** So many are shown at a time; the rest follows when these are decided. */
const MOST_PAIRS = 100;

export function createMergeService(deps: MergeDeps): MergeService {
	const { ids, holders } = deps;
	const vaultOf = (session: Session) => openVaultOf(session, 'counselling');
	const readerOf = (session: Session) => vaultOf(session).reader;
	const settle = createSettling(deps);

	function both(session: Session, keepId: PersonId, awayId: PersonId): { keep: Person; away: Person } | undefined {
		const keep = getPerson(readerOf(session), keepId);
		const away = getPerson(readerOf(session), awayId);
		return keep && away && keepId !== awayId ? { keep, away } : undefined;
	}

	const rootsNow = (session: Session) => {
		const merged = pointers(readerOf(session));
		return { merged, roots: rootsOf(new Map(merged.map(({ id, mergedInto }) => [id, mergedInto]))) };
	};

	/** A pair that was two people before one of them was merged still is. */
	function apart(session: Session): (one: string, other: string) => boolean {
		const { roots } = rootsNow(session);
		const known = new Set(
			distinctPairs(readerOf(session)).flatMap(({ oneId, otherId }) => {
				const [one, other] = [roots.of(oneId), roots.of(otherId)];
				return [`${one} ${other}`, `${other} ${one}`];
			}),
		);
		return (one, other) => known.has(`${one} ${other}`);
	}

	function wholeOf(session: Session, id: PersonId): ReturnType<MergeService['wholePerson']> {
		const reader = readerOf(session);
		const { merged, roots } = rootsNow(session);
		const parts = merged.filter((one) => roots.of(one.id) === id).map((one) => one.id);
		return [id, ...parts].flatMap((one) => {
			const stored = storedPerson(reader, one);
			if (!stored) return [];
			const { firstName, lastName, borrowerId } = stored;
			const names = [
				[firstName, lastName],
				[lastName, firstName],
			].map((order) => order.filter(Boolean).join(' '));
			return { id: one, names: names.filter((name) => name !== ''), borrowerId };
		});
	}

	return {
		preview(session, keepId, awayId) {
			const found = both(session, keepId, awayId);
			if (!found) return undefined;
			const moves = holders.map((holder) => ({
				table: holder.table,
				count: holder.find(session, [awayId]).filter(({ isRemoved }) => !isRemoved).length,
			}));
			return { ...found, moves: moves.filter(({ count }) => count > 0) };
		},
		merge(session, keepId, awayId, fromAway) {
			const { store } = vaultOf(session);
			return store.atomically(() => {
				const found = both(session, keepId, awayId);
				if (!found) return undefined;
				const keep = MergedFields.parse(found.keep);
				const united = unite(keep, MergedFields.parse(found.away), fromAway);
				if (!united.ok) return err(united.error);
				const changed = (Object.keys(keep) as (keyof MergedFields)[]).filter(
					(field) => !isSame(keep[field], united.value[field]),
				);
				const only = (fields: MergedFields) => Object.fromEntries(changed.map((field) => [field, fields[field]])) as Fields;
				// First: whoever hears of no more than this does the rest alike.
				store.update(personKind, awayId, { mergedInto: keepId }, session.member);
				store.remove(personKind, awayId, session.member);
				const record = { keepId, awayId, byId: session.member, before: only(keep), after: only(united.value) };
				store.insert(personMergeKind, ids.next(), record, session.member);
				store.update(personKind, keepId, only(united.value), session.member);
				settle(session);
				return ok(undefined);
			});
		},
		separate(session, id) {
			const { store, reader } = vaultOf(session);
			return store.atomically(() => {
				if (!storedPerson(reader, id)?.mergedInto) return false;
				store.update(personKind, id, { mergedInto: null }, session.member);
				store.restore(personKind, id, session.member);
				settle(session);
				return true;
			});
		},
		survivor(session, id) {
			const root = rootsNow(session).roots.of(id) as PersonId;
			return root !== id && getPerson(readerOf(session), root) ? root : null;
		},
		wholePerson(session, id) {
			const reader = readerOf(session);
			return getPerson(reader, id) ? wholeOf(session, id) : [];
		},
		wholeOf,
		mergedHere(session, id) {
			const { merged, roots } = rootsNow(session);
			const known = merges(readerOf(session));
			return merged
				.filter((one) => roots.of(one.id) === id)
				.map((one) => {
					const merge = known.find(({ awayId, keepId }) => awayId === one.id && keepId === one.mergedInto);
					const byName = merge ? deps.nameOf(session, merge.byId) : '–';
					return { id: one.id, number: one.number, name: one.name, at: merge?.createdAt ?? null, byName };
				})
				.sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
		},
		pairs(session) {
			const isApart = apart(session);
			const found = [...Map.groupBy(namesakes(readerOf(session)), ({ foldedName }) => foldedName).values()].flatMap((people) =>
				people.flatMap((one, at) =>
					people
						.slice(at + 1)
						.filter((other) => !contradict(one, other) && !isApart(one.id, other.id))
						.map((other) => [one.id, other.id] as const),
				),
			);
			const shown = found.slice(0, MOST_PAIRS);
			const rows = new Map(rowsOfPeople(readerOf(session), shown.flat()).map((row) => [row.id, row]));
			const pairs = shown.flatMap(([oneId, otherId]) => {
				const [one, other] = [rows.get(oneId), rows.get(otherId)];
				return one && other ? [{ one, other }] : [];
			});
			return { pairs, total: found.length };
		},
		setDistinct(session, one, other, distinct) {
			const { store } = vaultOf(session);
			if (!both(session, one, other)) return false;
			const { id, ...about } = distinctOf(one, other);
			store.atomically(() => {
				store.put(personDistinctKind, id, about, about, session.member);
				if (distinct) store.restore(personDistinctKind, id, session.member);
				else store.remove(personDistinctKind, id, session.member);
			});
			return true;
		},
		distinctFrom(session, id) {
			const { roots } = rootsNow(session);
			return new Set(
				distinctPairs(readerOf(session)).flatMap(({ oneId, otherId }) => {
					const [one, other] = [roots.of(oneId), roots.of(otherId)];
					return one === id ? [other] : other === id ? [one] : [];
				}),
			);
		},
		borrower(session, id) {
			const borrowerId = borrowerOf(readerOf(session), id) as BorrowerId | null | undefined;
			if (borrowerId === undefined || borrowerId === null) return borrowerId;
			return { borrowerId, row: deps.borrowerRow(session, borrowerId) ?? null };
		},
		linkBorrower(session, id, borrowerId) {
			if (!getPerson(readerOf(session), id)) return false;
			if (borrowerId !== null && !deps.borrowerRow(session, borrowerId)) return false;
			vaultOf(session).store.update(personKind, id, { borrowerId }, session.member);
			return true;
		},
		settle,
	};
}

const contradict = (one: { birthDate: string | null }, other: { birthDate: string | null }): boolean =>
	one.birthDate !== null && other.birthDate !== null && one.birthDate !== other.birthDate;
