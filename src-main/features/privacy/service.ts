import type { ErasurePreview, ErasureReason, Exclusion } from '#shared/features/privacy/model.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { ErasureId, PersonId } from '#shared/kernel/ids.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { lateArrivals } from '../../records/late-arrivals.ts';
import type { SubjectPart } from '../../records/subject-part.ts';
import { traceOf } from '../../share/copies.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { createDue, Standing } from './due.ts';
import { countsOf, type ErasurePlan, planOf, sizeOf } from './plan.ts';
import { exclusionsOf } from './queries.ts';
import { erasureKind, exclusionKind } from './records.ts';

/** Decisions about erasing people: what goes, what stands in the way, who is left out for a while. */
export interface PrivacyService {
	/** Undefined when there is no such person. */
	preview(session: Session, id: PersonId): ErasurePreview | undefined;
	erase(session: Session, id: PersonId, confirmed: Confirmed): Result<ErasureId, EraseRefusal>;
	exclude(session: Session, id: PersonId, exclusion: Exclusion): Result<void, 'not_found' | 'day'>;
	/** False when there is no such person. */
	include(session: Session, id: PersonId): boolean;
	/** After changes of other devices have arrived: what they wrote about somebody who was erased goes as well. */
	settle(session: Session): void;
}

export interface Confirmed {
	readonly reason: ErasureReason;
	/** As typed. */
	readonly number: string;
	/** How many they were shown. */
	readonly records: number;
}
export type EraseRefusal = 'not_found' | 'kept' | 'changed' | 'number';

export interface PrivacyDeps {
	readonly clock: Clock;
	readonly ids: Ids;
	readonly due: ReturnType<typeof createDue>;
	/** All but those of the workshop, in an order in which what a part is about was found before. */
	readonly parts: readonly SubjectPart[];
	/** With all whose records became part of theirs, removed or not. */
	people(session: Session, id: PersonId): readonly { id: PersonId; names: readonly string[]; borrowerId: string | null }[];
	hasNamesake(session: Session, ids: readonly string[]): boolean;
	/** Of a record that names others besides: it stays theirs, without whoever is among `gone`. */
	leaveToOthers(session: Session, id: string, gone: ErasurePlan['found']): void;
	anonymise(session: Session, ids: readonly string[]): void;
	/** Of what goes from the counselling vault, what the office holds under the same ids; how many. */
	eraseShadows(session: Session, gone: readonly string[]): number;
	/** Everything follows from something else again. */
	settle(session: Session): void;
	/** Contents of documents that are gone, on this device. */
	removeBlobs(session: Session): void;
	note(session: Session, kind: 'erased', details: { count: number }): void;
}

export const isNumber = (typed: string, number: string): boolean =>
	typed.replace(/\s/g, '').toUpperCase() === number.replace(/\s/g, '').toUpperCase();

export function createPrivacyService({ clock, ids, due, parts, ...deps }: PrivacyDeps): PrivacyService {
	const counselled = parts.filter(({ kind }) => kind.vault === 'counselling');

	function look(session: Session, id: PersonId) {
		const standing = due.standing(session, id);
		if (!standing) return undefined;
		const people = deps.people(session, id);
		const all = people.map((one) => one.id);
		const names = people.flatMap((one) => one.names);
		const hasNamesake = deps.hasNamesake(session, all);
		const planned = planOf(session, parts, new Map([['person', new Set(all)]]), names);
		const plan: ErasurePlan = hasNamesake ? { ...planned, named: [] } : planned;
		return { standing, plan, hasNamesake, isBorrower: people.some(({ borrowerId }) => borrowerId !== null) };
	}

	function refusalOf(
		{ standing, plan }: { standing: Standing & { keeps: readonly unknown[] }; plan: ErasurePlan },
		confirmed: Confirmed,
	): EraseRefusal | null {
		if (standing.keeps.length > 0) return 'kept';
		if (sizeOf(plan) !== confirmed.records) return 'changed';
		return isNumber(confirmed.number, standing.person.number) ? null : 'number';
	}

	function eraseOwn(session: Session, { found, erased, shared }: ErasurePlan): void {
		const { store } = openVaultOf(session, 'counselling');
		for (const one of shared) deps.leaveToOthers(session, one.id, found);
		for (const one of erased) store.erase(one.kind, one.id, session.member);
	}

	/** What lies in other vaults first: whoever is still there after a crash can be erased once more. */
	function eraseAll(session: Session, { found, erased, shared, named }: ErasurePlan, reason: ErasureReason): ErasureId {
		const [office, counselling] = [openVaultOf(session, 'office'), openVaultOf(session, 'counselling')];
		const workshop = openVaultOf(session, 'workshop');
		const id = ids.next() as ErasureId;
		const visits = named.filter(({ kind }) => kind.vault === 'workshop');
		const heads = named.filter((one) => !visits.includes(one)).map((one) => one.id);
		const counts = countsOf({ found, erased, shared, named });
		const traces = office.store.atomically(() => {
			const shadows = deps.eraseShadows(
				session,
				[...erased, ...shared].map((one) => one.id),
			);
			deps.anonymise(session, heads);
			return shadows + heads.length > 0 ? [traceOf(office, session.device.id)] : [];
		});
		workshop.store.atomically(() => {
			for (const visit of visits) workshop.store.erase(visit.kind, visit.id, session.member);
			if (visits.length > 0) traces.push(traceOf(workshop, session.device.id));
		});
		counselling.store.atomically(() => {
			eraseOwn(session, { found, erased, shared, named });
			const fields = { reason, counts, heads: named.length, traces: [traceOf(counselling, session.device.id), ...traces] };
			counselling.store.append(erasureKind, id, fields as never, session.member);
		});
		deps.settle(session);
		deps.removeBlobs(session);
		for (const vault of [office, workshop, counselling]) vault.scrub();
		return id;
	}

	return {
		preview(session, id) {
			const found = look(session, id);
			if (!found) return undefined;
			const { standing, plan, hasNamesake, isBorrower } = found;
			return {
				...{ number: standing.person.number, name: standing.person.name, keeps: standing.keeps, dueOn: standing.since },
				...{ counts: countsOf(plan), records: sizeOf(plan), shared: plan.shared.length },
				...{ heads: hasNamesake ? null : plan.named.length, isBorrower },
			};
		},
		erase(session, id, confirmed) {
			const found = look(session, id);
			if (!found) return err('not_found');
			const refusal = refusalOf(found, confirmed);
			if (refusal !== null) return err(refusal);
			const erasure = eraseAll(session, found.plan, confirmed.reason);
			deps.note(session, 'erased', { count: sizeOf(found.plan) });
			return ok(erasure);
		},
		exclude(session, personId, { until, reason }) {
			if (!due.standing(session, personId)) return err('not_found');
			if (until <= localDateOf(clock.now())) return err('day');
			const { store } = openVaultOf(session, 'counselling');
			store.atomically(() => {
				lift(session, personId);
				store.insert(exclusionKind, ids.next(), { personId, until, reason, byId: session.member }, session.member);
			});
			return ok(undefined);
		},
		settle(session) {
			const counselling = openVaultOf(session, 'counselling');
			const { erased, noteLooked } = lateArrivals(counselling, counselled);
			if (erased.size > 0) {
				const plan = planOf(session, counselled, erased, []);
				deps.eraseShadows(
					session,
					[...plan.erased, ...plan.shared].map((one) => one.id),
				);
				counselling.store.atomically(() => eraseOwn(session, plan));
				if (sizeOf(plan) > 0) deps.removeBlobs(session);
			}
			noteLooked();
		},
		include(session, personId) {
			if (!due.standing(session, personId)) return false;
			openVaultOf(session, 'counselling').store.atomically(() => lift(session, personId));
			return true;
		},
	};

	function lift(session: Session, personId: PersonId): void {
		const { store, reader } = openVaultOf(session, 'counselling');
		for (const { id } of exclusionsOf(reader, personId)) store.remove(exclusionKind, id, session.member);
	}
}
