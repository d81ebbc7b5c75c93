import type {
	Appointment,
	AppointmentConflict,
	AppointmentFields,
	AppointmentState,
	AppointmentTaking,
	LeftOut,
	Repeat,
	SeriesScope,
} from '#shared/features/appointments/model.ts';
import { isFreed } from '#shared/features/appointments/model.ts';
import { seriesDays } from '#shared/features/appointments/series.ts';
import type { CaseFile } from '#shared/features/cases/model.ts';
import type { Conflict } from '#shared/features/schedule/occupancy.ts';
import { wallTimeOf } from '#shared/kernel/berlin-time.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { AppointmentId, BusinessId, CaseId, MemberId, PersonId, SeriesId } from '#shared/kernel/ids.ts';
import { addDays, daysBetween, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';
import type { Changes, Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { createDecisions, type DecisionDeps, type Decisions } from './decisions.ts';
import type { Facts, NamedOccupant, Room, Wanted } from './facts.ts';
import {
	appointmentsOfBusiness,
	appointmentsOfCase,
	appointmentsOfPerson,
	appointmentsSince,
	appointmentsWithin,
	getAppointment,
	plannedOfSeries,
	type StoredAppointment,
	someAppointments,
	undecidedBefore,
	undecidedOfCases,
} from './queries.ts';
import { appointmentKind, MOST_DESPITE } from './records.ts';
import { knownOf, type Shadow, shadowsOf, takesAnew } from './taking.ts';

/**
 * Decisions about appointments: which days a series gets, what stands against them, what of it is to be decided.
 *
 * Reading leaves nothing in the access log: days name clients as the list of people does, and a file's appointments are
 * shown on its page, which notes that it was opened, as with its contact notes.
 */
export interface AppointmentService extends Decisions {
	list(session: Session, from: LocalDate, until: LocalDate): Appointment[];
	/** Only those that still take their time. */
	openWithin(session: Session, from: LocalDate, until: LocalDate): Appointment[];
	ofPerson(session: Session, personId: PersonId): Appointment[];
	ofBusiness(session: Session, businessId: BusinessId): Appointment[];
	ofCase(session: Session, caseId: CaseId): Appointment[];
	backlog(session: Session, counsellorId: MemberId | null): Appointment[];
	check(
		session: Session,
		wanted: AppointmentTaking,
		repeat: Repeat | null,
		except: AppointmentId | null,
	): Result<Planned & { conflicts: AppointmentConflict[] }, AppointmentRefusal>;
	book(
		session: Session,
		fields: AppointmentFields,
		repeat: Repeat | null,
	): Result<{ ids: AppointmentId[]; leftOut: LeftOut[] }, AppointmentRefusal>;
	change(
		session: Session,
		id: AppointmentId,
		scope: SeriesScope,
		changes: Changes<AppointmentFields>,
	): Result<AppointmentId[], AppointmentRefusal>;
	setState(session: Session, id: AppointmentId, state: AppointmentState): Result<void, AppointmentRefusal>;
	remove(session: Session, id: AppointmentId, scope: SeriesScope): Result<AppointmentId[], AppointmentRefusal>;
	restore(session: Session, ids: readonly AppointmentId[]): Result<void, AppointmentRefusal>;
	/**
	 * Takes those that nobody has decided out of a case file that closes, or out of all that are closed: a closed file
	 * takes no change, and they have to be kept or cancelled still.
	 */
	release(session: Session, of: CaseId | 'closed'): void;
	/** Makes the busy shadows what the appointments say: all of them, or those that may still matter. */
	repairShadows(session: Session, which: 'all' | 'recent'): void;
}

interface Planned {
	readonly days: LocalDate[];
	readonly leftOut: LeftOut[];
}

export type AppointmentRefusal =
	| { readonly refused: 'not_found' }
	/** It is in a closed case file, or would be. */
	| { readonly refused: 'closed' }
	| { readonly refused: 'invalid'; readonly what: 'times' | 'day' | 'person' | 'counsellor' | 'room' | 'case' }
	| { readonly refused: 'conflicts'; readonly conflicts: AppointmentConflict[] };

export interface AppointmentDeps extends Pick<DecisionDeps, 'plannedSessions'> {
	readonly ids: Ids;
	readonly clock: Clock;
	readonly facts: Facts;
	rooms(session: Session): readonly Room[];
	/** Of a member, whether or not they still belong to the site. */
	memberName(session: Session, id: MemberId): string;
	isCounsellor(session: Session, id: MemberId): boolean;
	/** Of people who are there. */
	personNames(session: Session, ids: readonly PersonId[]): ReadonlyMap<PersonId, string>;
	/** Of businesses that are there. */
	businessNames(session: Session, ids: readonly BusinessId[]): ReadonlyMap<BusinessId, string>;
	/** Undefined when there is none. */
	caseFile(session: Session, id: CaseId): Pick<CaseFile, 'personId' | 'businessId' | 'status'> | undefined;
	writeShadows(session: Session, wanted: ReadonlyMap<AppointmentId, Shadow | null>, since?: LocalDate): unknown;
}

const FIRST_DAY = '1970-01-01' as LocalDate;
const LAST_DAY = '2199-12-31' as LocalDate;
/** What another PC can still have changed while it was away. */
const RECENT_DAYS = 92;

export function createAppointmentService(deps: AppointmentDeps): AppointmentService {
	const { ids, clock, facts } = deps;
	const vaultOf = (session: Session) => openVaultOf(session, 'counselling');
	const readerOf = (session: Session) => vaultOf(session).reader;
	const today = () => localDateOf(clock.now());

	function named(session: Session, records: readonly StoredAppointment[]): Appointment[] {
		const roomName = new Map(deps.rooms(session).map(({ id, name }) => [id, name]));
		const personName = deps.personNames(session, [...new Set(records.flatMap(({ personIds }) => personIds))]);
		const businessName = deps.businessNames(session, [...new Set(records.flatMap(({ businessId }) => businessId ?? []))]);
		return records.map(({ despite: _despite, ...one }) => {
			const personNames = one.personIds.map((id) => personName.get(id) ?? '–');
			const expected = [...(one.businessId === null ? [] : [businessName.get(one.businessId) ?? '–']), ...personNames];
			return {
				...one,
				personNames,
				clientNames: expected.length > 0 ? expected : ['–'],
				counsellorNames: one.counsellorIds.map((id) => deps.memberName(session, id)),
				roomName: one.roomId === null ? null : (roomName.get(one.roomId) ?? '–'),
			};
		});
	}

	/** People, counsellors and the room that were in it before may stay, whatever became of them since. */
	function problemOf(
		session: Session,
		wanted: AppointmentTaking & Pick<AppointmentFields, 'caseId'>,
		before: StoredAppointment | null,
	): AppointmentRefusal | null {
		const invalid = (what: Extract<AppointmentRefusal, { refused: 'invalid' }>['what']) =>
			({ refused: 'invalid', what }) as const;
		if (wanted.from >= wanted.until) return invalid('times');
		if (wanted.day < FIRST_DAY || wanted.day > LAST_DAY) return invalid('day');
		const { businessId } = wanted;
		if (wanted.personIds.length === 0 && businessId === null) return invalid('person');
		const isKnown = () => businessId === null || deps.businessNames(session, [businessId]).size > 0;
		if (businessId !== (before?.businessId ?? null) && !isKnown()) return invalid('person');
		const people = wanted.personIds.filter((id) => !before?.personIds.includes(id));
		if (people.length > 0 && deps.personNames(session, people).size < new Set(people).size) return invalid('person');
		const members = wanted.counsellorIds.filter((id) => !before?.counsellorIds.includes(id));
		if (!members.every((id) => deps.isCounsellor(session, id))) return invalid('counsellor');
		const { roomId } = wanted;
		const isThere = () => deps.rooms(session).some(({ id }) => id === roomId);
		if (roomId !== null && roomId !== before?.roomId && !isThere()) return invalid('room');
		if (wanted.caseId !== null) {
			const file = deps.caseFile(session, wanted.caseId);
			const isTheirs =
				file?.personId === null ? file.businessId === businessId : file && wanted.personIds.includes(file.personId);
			if (file === undefined || !isTheirs) return invalid('case');
			if (file.status === 'closed') return { refused: 'closed' };
		}
		return null;
	}

	/** A series leaves closed days out; of one that would have no day at all the first stays, and is in conflict. */
	function planned(session: Session, first: LocalDate, repeat: Repeat | null): Planned {
		if (repeat === null) return { days: [first], leftOut: [] };
		const houseOn = facts.house(session);
		const all = seriesDays(first, repeat);
		const open = all.filter((day) => houseOn(day).hours !== null);
		const days = open.length > 0 ? open : [first];
		const leftOut = all.filter((day) => !days.includes(day)).map((day) => ({ day, closedFor: houseOn(day).closedFor }));
		return { days, leftOut };
	}

	const inWords = (session: Session, wanted: readonly Wanted[], found: readonly (readonly Conflict<NamedOccupant>[])[]) =>
		wanted.flatMap(({ day }, at) => facts.named(session, day, found[at] ?? []));

	function shadow(session: Session, ids: readonly AppointmentId[]): void {
		deps.writeShadows(session, shadowsOf(someAppointments(readerOf(session), ids)));
	}

	function targets(session: Session, id: AppointmentId, scope: SeriesScope): StoredAppointment[] {
		const found = getAppointment(readerOf(session), id);
		if (!found) return [];
		if (scope === 'this' || found.seriesId === null) return [found];
		const others = plannedOfSeries(readerOf(session), found.seriesId).filter((one) => one.id !== id);
		return [found, ...others.filter(({ day }) => scope === 'planned' || day >= found.day)];
	}

	const isFrozen = (session: Session, one: Pick<StoredAppointment, 'caseId'>): boolean =>
		one.caseId !== null && deps.caseFile(session, one.caseId)?.status === 'closed';

	/** Nothing is done to any of them when one is missing or lies in a closed file. */
	function refusalOf(session: Session, found: readonly StoredAppointment[], wanted = 1): AppointmentRefusal | null {
		if (found.length < wanted) return { refused: 'not_found' };
		return found.some((one) => isFrozen(session, one)) ? { refused: 'closed' } : null;
	}

	const decisions = createDecisions({ ...deps, named, shadow, isFrozen });

	return {
		list: (session, from, until) => named(session, appointmentsWithin(readerOf(session), from, until)),
		openWithin: (session, from, until) =>
			named(
				session,
				appointmentsWithin(readerOf(session), from, until).filter(({ state }) => !isFreed(state)),
			),
		ofPerson: (session, personId) => named(session, appointmentsOfPerson(readerOf(session), personId)),
		ofBusiness: (session, businessId) => named(session, appointmentsOfBusiness(readerOf(session), businessId)),
		ofCase: (session, caseId) => named(session, appointmentsOfCase(readerOf(session), caseId)),
		backlog: (session, counsellorId) =>
			named(
				session,
				undecidedBefore(readerOf(session), { day: today(), time: wallTimeOf(clock.now()) as WallTime }, counsellorId),
			),
		check(session, wanted, repeat, except) {
			const before = except === null ? null : (getAppointment(readerOf(session), except) ?? null);
			const problem = problemOf(session, { ...wanted, caseId: null }, before);
			if (problem) return err(problem);
			const plan = planned(session, wanted.day, repeat);
			// Nothing is stored under these.
			const each = plan.days.map((day, at) => ({ ...wanted, day, id: at === 0 && except !== null ? except : ids.next() }));
			return ok({ ...plan, conflicts: inWords(session, each, facts.conflicts(session, each)) });
		},
		book(session, { reason, ...fields }, repeat) {
			const { store } = vaultOf(session);
			const booked = store.atomically((): Result<{ ids: AppointmentId[]; leftOut: LeftOut[] }, AppointmentRefusal> => {
				const problem = problemOf(session, fields, null);
				if (problem) return err(problem);
				const { days, leftOut } = planned(session, fields.day, repeat);
				if ((days.at(-1) ?? fields.day) > LAST_DAY) return err({ refused: 'invalid', what: 'day' });
				const each = days.map((day) => ({ ...fields, day, id: ids.next() as AppointmentId }));
				const found = facts.conflicts(session, each);
				const conflicts = inWords(session, each, found);
				if (conflicts.length > 0 && reason === null) return err({ refused: 'conflicts', conflicts });
				const seriesId = each.length > 1 ? (ids.next() as SeriesId) : null;
				for (const [at, { id, ...one }] of each.entries()) {
					const met = found[at] ?? [];
					const own = { seriesId, reason: met.length > 0 ? reason : null, despite: knownOf(met) };
					store.insert(appointmentKind, id, { ...one, ...own } as Fields, session.member);
				}
				return ok({ ids: each.map(({ id }) => id), leftOut });
			});
			if (booked.ok) shadow(session, booked.value.ids);
			return booked;
		},
		change(session, id, scope, { reason, ...changes }) {
			const { store } = vaultOf(session);
			const changed = store.atomically((): Result<AppointmentId[], AppointmentRefusal> => {
				const before = targets(session, id, scope);
				const [first] = before;
				const refusal = refusalOf(session, before);
				if (refusal || !first) return err(refusal ?? { refused: 'not_found' });
				const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
				const later = changes.day === undefined ? 0 : daysBetween(first.day, changes.day);
				const after: StoredAppointment[] = before.map((one) => ({ ...one, ...given, day: addDays(one.day, later) }));
				for (const [at, one] of after.entries()) {
					const problem = problemOf(session, one, before[at] ?? null);
					if (problem) return err(problem);
				}
				const taking = after.filter((one, at) => !isFreed(one.state) && takesAnew(one, before[at]));
				const found = facts.conflicts(session, taking);
				const conflicts = inWords(session, taking, found);
				if (conflicts.length > 0 && (reason ?? null) === null) return err({ refused: 'conflicts', conflicts });
				for (const one of after) {
					const at = taking.indexOf(one);
					const met = at < 0 ? null : (found[at] ?? []);
					const why = met === null ? (one.reason === null ? null : (reason ?? one.reason)) : met.length > 0 ? reason : null;
					const despite = met === null ? one.despite : [...new Set([...knownOf(met), ...one.despite])].slice(0, MOST_DESPITE);
					store.update(appointmentKind, one.id, { ...given, day: one.day, reason: why, despite } as Fields, session.member);
				}
				return ok(after.map((one) => one.id));
			});
			if (changed.ok) shadow(session, changed.value);
			return changed;
		},
		setState(session, id, state) {
			const found = getAppointment(readerOf(session), id);
			const refusal = refusalOf(session, found ? [found] : []);
			if (refusal) return err(refusal);
			vaultOf(session).store.update(appointmentKind, id, { state }, session.member);
			shadow(session, [id]);
			return ok(undefined);
		},
		remove(session, id, scope) {
			const { store } = vaultOf(session);
			const found = targets(session, id, scope);
			const refusal = refusalOf(session, found);
			if (refusal) return err(refusal);
			const gone = found.map((one) => one.id);
			store.atomically(() => {
				for (const one of gone) store.remove(appointmentKind, one, session.member);
			});
			shadow(session, gone);
			return ok(gone);
		},
		restore(session, wanted) {
			const { store, reader } = vaultOf(session);
			const refusal = refusalOf(session, someAppointments(reader, wanted), new Set(wanted).size);
			if (refusal) return err(refusal);
			store.atomically(() => {
				for (const id of wanted) store.restore(appointmentKind, id, session.member);
			});
			shadow(session, wanted);
			return ok(undefined);
		},
		release(session, of) {
			const { store, reader } = vaultOf(session);
			store.atomically(() => {
				for (const one of undecidedOfCases(reader)) {
					if (of === 'closed' ? isFrozen(session, one) : one.caseId === of)
						store.update(appointmentKind, one.id, { caseId: null }, session.member);
				}
			});
		},
		...decisions,
		repairShadows(session, which) {
			const since = which === 'all' ? FIRST_DAY : addDays(today(), -RECENT_DAYS);
			deps.writeShadows(session, shadowsOf(appointmentsSince(readerOf(session), since)), since);
		},
	};
}
