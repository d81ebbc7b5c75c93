import type { MergedFields } from '#shared/features/people/merging.ts';
import { type Roots, rootsOf, settledReference } from '#shared/features/people/merging.ts';
import type { FormerPerson } from '#shared/features/people/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Fields } from '../../records/merge.ts';
import { isSame } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { HeldRecord, PersonHolder } from './holders.ts';
import {
	allMoved,
	formerOf,
	knownPeople,
	merges,
	type Pointer,
	pointers,
	removedPeople,
	type StoredMerge,
	type StoredMoved,
	storedPerson,
} from './merge-queries.ts';
import { movedId, personMergeKind, personMovedKind } from './merge-records.ts';
import { personKind } from './records.ts';

/**
 * Makes everything follow from one fact: who points to whom. Merging and separating only set that; this moves what hangs
 * on the people, after this PC's change as after another's. Every PC comes to the same, in whatever order it hears of
 * it, and nothing is done where everything is as it should be.
 */
export interface SettlingDeps {
	readonly holders: readonly PersonHolder[];
	/** One of the holders: case files, which other records hang on. */
	readonly cases: PersonHolder;
	/** Something that a person cannot be removed with. */
	isNeeded(session: Session, id: PersonId): boolean;
}

export function createSettling({ holders, cases, isNeeded }: SettlingDeps): (session: Session) => void {
	return (session) => {
		const { store, reader } = openVaultOf(session, 'counselling');
		store.atomically(() => {
			const broken = breakCircles(session, pointers(reader));
			const merged = broken.merged;
			const roots = rootsOf(new Map(merged.map(({ id, mergedInto }) => [id, mergedInto])));
			for (const { id, isRemoved } of merged) if (!isRemoved) store.remove(personKind, id, session.member);
			settleReferences(session, holders, merged, roots);
			const intoOf = new Map<string, string>(merged.map(({ id, mergedInto }) => [id, mergedInto]));
			for (const merge of merges(reader)) {
				if (intoOf.get(merge.awayId) !== merge.keepId) takeBack(session, merge);
			}
			settleFollowers(session, holders, cases, intoOf);
			settleFormer(session, merged, roots);
			keepNeeded(session, holders, isNeeded);
		});
	};
}

/** The oldest of a circle stands for all of them, and is there again. */
function breakCircles(session: Session, all: readonly Pointer[]): { merged: Pointer[] } {
	const { store } = openVaultOf(session, 'counselling');
	const { circular } = rootsOf(new Map(all.map(({ id, mergedInto }) => [id, mergedInto])));
	for (const id of circular) {
		store.update(personKind, id, { mergedInto: null }, session.member);
		store.restore(personKind, id, session.member);
	}
	return { merged: all.filter(({ id }) => !circular.includes(id)) };
}

function settleReferences(session: Session, holders: readonly PersonHolder[], merged: readonly Pointer[], roots: Roots): void {
	const { reader } = openVaultOf(session, 'counselling');
	const moved = allMoved(reader);
	const known = knownPeople(
		reader,
		moved.map(({ originId }) => originId),
	);
	const ids = merged.map(({ id }) => id);
	for (const holder of holders) {
		const byRecord = Map.groupBy(
			moved.filter(({ tableName }) => tableName === holder.table),
			({ recordId }) => recordId,
		);
		const astray = [...byRecord].flatMap(([recordId, of]) =>
			of.some((one) => roots.of(one.originId) !== one.place.at) ? [recordId] : [],
		);
		const held = new Map<string, HeldRecord>();
		if (ids.length > 0) for (const one of holder.find(session, ids)) held.set(one.id, one);
		if (astray.length > 0) for (const one of holder.some(session, astray)) held.set(one.id, one);
		for (const record of held.values()) {
			const before = byRecord.get(record.id) ?? [];
			// Of somebody whose record has not arrived here yet, it is not known where they belong.
			if (before.every(({ originId }) => known.has(originId))) settleRecord(session, holder, record, before, roots);
		}
	}
}

function settleRecord(
	session: Session,
	holder: PersonHolder,
	record: HeldRecord,
	before: readonly StoredMoved[],
	roots: Roots,
): void {
	const { store } = openVaultOf(session, 'counselling');
	const known = before.map(({ originId, place }) => ({ origin: originId, ...place }));
	const settled = settledReference(record.people, known, roots);
	if (!isSame(settled.people, record.people)) holder.setPeople(session, record.id, settled.people);
	const current = new Set(settled.moved.map(({ origin }) => origin));
	const home = known.filter(({ origin }) => !current.has(origin)).map(({ origin }) => ({ origin, at: origin, alongside: false }));
	for (const { origin, at, alongside } of [...settled.moved, ...home]) {
		const about = { tableName: holder.table, recordId: record.id, originId: origin };
		store.put(personMovedKind, movedId(record.id, origin), about, { place: { at, alongside } }, session.member);
	}
}

/** What the merge changed goes back where nobody has changed it since; of remarks, what came with it. */
function takeBack(session: Session, merge: StoredMerge): void {
	const { store, reader } = openVaultOf(session, 'counselling');
	const now = storedPerson(reader, merge.keepId);
	// Not before both are here: the merge may have overtaken them.
	if (!now || !storedPerson(reader, merge.awayId)) return;
	const { remarks, ...after } = merge.after as MergedFields;
	const back = Object.fromEntries(
		Object.entries(after).flatMap(([field, value]) =>
			isSame(now[field as keyof MergedFields], value) ? [[field, merge.before[field as keyof MergedFields] ?? null]] : [],
		),
	);
	store.update(personKind, merge.keepId, back as Fields, session.member);
	if (remarks !== undefined) {
		const base = { remarks: remarks ?? '' };
		store.update(personKind, merge.keepId, { remarks: merge.before.remarks ?? '' }, session.member, base);
	}
	store.remove(personMergeKind, merge.id, session.member);
}

/**
 * What was made for a case file while the two were one, and names the other one: an appointment of a file that went
 * back goes with it.
 */
function settleFollowers(
	session: Session,
	holders: readonly PersonHolder[],
	cases: PersonHolder,
	intoOf: ReadonlyMap<string, string>,
): void {
	const { reader } = openVaultOf(session, 'counselling');
	const parted = merges(reader, true).filter(({ awayId }) => !intoOf.has(awayId));
	if (parted.length === 0) return;
	const ofCase = new Map(
		cases
			.find(
				session,
				parted.map(({ awayId }) => awayId),
			)
			.map(({ id, people }) => [id, people[0] ?? '']),
	);
	for (const holder of holders) {
		for (const record of holder.ofCases(session, [...ofCase.keys()])) {
			const owner = ofCase.get(record.caseId ?? '') ?? '';
			if (record.people.includes(owner)) continue;
			const from = parted.filter(({ awayId }) => awayId === owner).map(({ keepId }) => keepId);
			const people = record.people.map((one) => (from.includes(one) ? owner : one));
			if (!isSame(people, record.people)) holder.setPeople(session, record.id, [...new Set(people)]);
		}
	}
}

/** Old numbers and names, which the record that stays is found by. */
function settleFormer(session: Session, merged: readonly Pointer[], roots: Roots): void {
	const { store, reader } = openVaultOf(session, 'counselling');
	const wanted = new Map<string, FormerPerson[]>();
	for (const { id, number, name } of merged) {
		const root = roots.of(id);
		wanted.set(root, [...(wanted.get(root) ?? []), { number, name }]);
	}
	const stored = formerOf(reader);
	const known = knownPeople(reader, [...wanted.keys()]);
	for (const id of new Set([...stored.keys(), ...wanted.keys()])) {
		const formerly = wanted.get(id) ?? [];
		if (isSame(formerly, stored.get(id) ?? []) || (!known.has(id) && !stored.has(id))) continue;
		store.update(personKind, id, { formerly }, session.member);
	}
}

/**
 * Removed on one PC while another gave them a case file or merged somebody with one into them: nobody vanishes with what
 * they have.
 */
function keepNeeded(session: Session, holders: readonly PersonHolder[], isNeeded: SettlingDeps['isNeeded']): void {
	const { store, reader } = openVaultOf(session, 'counselling');
	const gone = removedPeople(reader);
	if (gone.length === 0) return;
	const named = new Set(
		holders.flatMap((holder) => holder.find(session, gone).flatMap(({ isRemoved, people }) => (isRemoved ? [] : people))),
	);
	for (const id of gone) if (named.has(id) && isNeeded(session, id)) store.restore(personKind, id, session.member);
}
