import type {
	ElectricalTest,
	IntakeFields,
	Repair,
	RepairChanges,
	RepairRow,
	RepairStage,
	RepairVisitor,
} from '#shared/features/repairs/model.ts';
import { queueLabel } from '#shared/features/repairs/model.ts';
import { deviceLetter } from '#shared/features/repairs/queue.ts';
import { finished, fittingCategory, isUnsafe, moved, type Outcome, WAITING } from '#shared/features/repairs/stages.ts';
import { instantOf } from '#shared/kernel/berlin-time.ts';
import type { MemberId, RepairId } from '#shared/kernel/ids.ts';
import { addMonths, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { derivedId } from '../../records/derived-id.ts';
import type { Changes, Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { RepairsDeps } from './deps.ts';
import {
	allListed,
	getRepair,
	helpersOf,
	itemWords,
	type Listing,
	lastCount,
	listRepairs,
	onBoard,
	repairsAmong,
	type StoredRepair,
	visitedBefore,
	wasThere,
} from './queries.ts';
import { repairHelperKind, repairKind, repairVisitorKind } from './records.ts';
import { repairsAsCsv } from './repair-csv.ts';
import { createTools, type Tools } from './tools.ts';
import { repairViews } from './views.ts';
import { createWaivers, type Waivers } from './waivers.ts';

/** Decisions about repairs: numbers, steps, who has what in hand, and what may be handed out. */
export interface RepairsService {
	readonly tools: Tools;
	readonly waivers: Waivers;
	list(session: Session, list: Listing & { offset: number; limit: number }): { rows: RepairRow[]; total: number };
	board(session: Session): RepairRow[];
	get(session: Session, id: RepairId): Repair | undefined;
	/** In the order in which they came; those that are not there are missing. */
	rows(session: Session, ids: readonly string[]): RepairRow[];
	enter(session: Session, intake: Intake): Result<{ id: RepairId; number: string }, 'impossible_date'>;
	/** `base`: what a changed diagnosis was made from. */
	update(
		session: Session,
		id: RepairId,
		changes: RepairChanges,
		base?: { diagnosis: string | null },
	): Result<void, 'not_found' | 'untested'>;
	take(session: Session, id: RepairId): Result<{ before: RepairStage }, 'not_found' | 'no_such_step'>;
	/** Takes a take back; null: the stage stays as it is. */
	leave(session: Session, id: RepairId, before: RepairStage | null): Result<void, 'not_found' | 'no_such_step'>;
	/** False when there is no such repair; so do the others. */
	setHelper(session: Session, id: RepairId, memberId: MemberId, helps: boolean): boolean;
	move(
		session: Session,
		id: RepairId,
		to: Exclude<RepairStage, 'done'>,
		helpers: readonly MemberId[],
	): Result<{ before: RepairStage; helpers: MemberId[] }, 'not_found' | 'no_such_step'>;
	finish(session: Session, id: RepairId, outcome: Outcome): Result<{ before: RepairStage }, 'not_found' | 'untested' | 'barrier'>;
	test(session: Session, id: RepairId, result: ElectricalTest['result'] | null): Result<void, 'not_found' | 'untested'>;
	remove(session: Session, id: RepairId): boolean;
	restore(session: Session, id: RepairId): boolean;
	itemWords(session: Session): Pick<StoredRepair, 'item' | 'category' | 'power'>[];
	exportCsv(session: Session, list: Listing): string;
	/** Erases who brought what is older than the site's rule; the repairs stay. */
	forgetVisitors(session: Session): void;
}

/** Null: today. */
export type Intake = IntakeFields & { readonly day: LocalDate | null };

/** Words to choose from while typing. */
const MOST_WORDS = 400;
/** Visitors that leave in one go. */
const FORGOTTEN_AT_ONCE = 500;
const FIRST_DAY = '1970-01-01';

export function createRepairsService(deps: RepairsDeps): RepairsService {
	const { ids, clock, visitorMonths } = deps;
	const vaultOf = (session: Session) => openVaultOf(session, 'workshop');
	const readerOf = (session: Session) => vaultOf(session).reader;
	const today = () => localDateOf(clock.now());
	const views = repairViews(deps);

	/** One transaction on a repair that is there. */
	function change<T, E>(
		session: Session,
		id: RepairId,
		work: (repair: StoredRepair, set: (changes: Fields) => void) => Result<T, E>,
	): Result<T, E | 'not_found'> {
		const { store, reader } = vaultOf(session);
		return store.atomically(() => {
			const repair = getRepair(reader, id);
			if (!repair) return err('not_found');
			return work(repair, (changes) => store.update(repairKind, id, changes, session.acting));
		});
	}

	const handsOf = (session: Session, id: RepairId): MemberId[] => helpersOf(readerOf(session), [id]).get(id) ?? [];

	/** Written once more for a repair whose visitor has been erased, it stays erased. */
	const setVisitor = (session: Session, id: RepairId, visitor: Changes<RepairVisitor>) =>
		vaultOf(session).store.put(repairVisitorKind, id, {}, visitor as Fields, session.acting);

	const setHelps = (session: Session, id: RepairId, memberId: MemberId, helps: boolean) =>
		vaultOf(session).store.put(repairHelperKind, derivedId(id, memberId), { repairId: id, memberId }, { helps }, session.acting);

	return {
		tools: createTools(deps),
		waivers: createWaivers(deps),
		list(session, list) {
			const { rows, total } = listRepairs(readerOf(session), list, today());
			return { rows: views.rows(session, rows), total };
		},
		board: (session) => views.rows(session, onBoard(readerOf(session), today())),
		get(session, id) {
			const repair = getRepair(readerOf(session), id);
			return repair && views.whole(session, repair);
		},
		rows: (session, wanted) => views.rows(session, repairsAmong(readerOf(session), wanted)),
		enter(session, { day: given, ...intake }) {
			const { store, reader } = vaultOf(session);
			const now = clock.now();
			const day = given ?? today();
			const arrivedAt = day === today() ? now : instantOf(day, '12:00');
			if (day < FIRST_DAY || day > today()) return err('impossible_date');
			const { visitorName, borrowerId, ...brought } = intake;
			return store.atomically(() => {
				const letter = deviceLetter([...session.ledger.devices.keys()].indexOf(session.device.id));
				const count = lastCount(reader, day, letter) + 1;
				const id = ids.next() as RepairId;
				const category = fittingCategory(brought.category, brought.power);
				const fields = { ...brought, category, day, arrivedAt, letter, count, standing: WAITING };
				store.insert(repairKind, id, fields as unknown as Fields, session.acting);
				if (visitorName !== null || borrowerId !== null) setVisitor(session, id, { visitorName, borrowerId });
				return ok({ id, number: queueLabel({ letter, count }) });
			});
		},
		update: (session, id, changes, base) =>
			change(session, id, (repair) => {
				const power = changes.power ?? repair.power;
				const category = fittingCategory(changes.category === undefined ? repair.category : changes.category, power);
				if (isUnsafe({ ...repair.standing, power, electricalTest: repair.electricalTest }) && power !== repair.power)
					return err('untested');
				const bases = base && { diagnosis: base.diagnosis ?? '' };
				// A visit does not follow itself.
				const followUpOf = changes.followUpOf === id ? repair.followUpOf : changes.followUpOf;
				const { visitorName, borrowerId, ...work } = changes;
				const whole = { ...work, category, ...(followUpOf !== undefined && { followUpOf }) };
				if (visitorName !== undefined || borrowerId !== undefined) setVisitor(session, id, { visitorName, borrowerId });
				vaultOf(session).store.update(repairKind, id, whole as unknown as Fields, session.acting, bases);
				return ok(undefined);
			}),
		take: (session, id) =>
			change(session, id, ({ standing }, set) => {
				if (standing.stage === 'done') return err('no_such_step');
				const isResting = standing.stage === 'waiting' || standing.stage === 'needs_parts';
				if (isResting) set({ standing: { ...(moved(standing, 'in_work', clock.now()) ?? standing) } });
				setHelps(session, id, session.acting, true);
				return ok({ before: standing.stage });
			}),
		leave: (session, id, before) =>
			change(session, id, ({ standing }, set) => {
				const back = before === null || before === 'done' ? standing : moved(standing, before, clock.now());
				if (back === null) return err('no_such_step');
				set({ standing: { ...back } });
				setHelps(session, id, session.acting, false);
				return ok(undefined);
			}),
		setHelper: (session, id, memberId, helps) =>
			change(session, id, () => {
				setHelps(session, id, memberId, helps);
				return ok(undefined);
			}).ok,
		move: (session, id, to, helpers) =>
			change(session, id, ({ standing }, set) => {
				const next = moved(standing, to, clock.now());
				if (next === null) return err('no_such_step');
				set({ standing: { ...next } });
				const hands = handsOf(session, id);
				if (to === 'waiting') for (const member of hands) setHelps(session, id, member, false);
				else for (const member of helpers) setHelps(session, id, member, true);
				return ok({ before: standing.stage, helpers: hands });
			}),
		finish: (session, id, outcome) =>
			change(session, id, (repair, set) => {
				const done = finished(repair.standing, outcome, repair, clock.now());
				if (!done.ok) return done;
				set({ standing: { ...done.value } });
				return ok({ before: repair.standing.stage });
			}),
		test: (session, id, result) =>
			change(session, id, ({ standing, power }, set) => {
				const electricalTest = result === null ? null : { result, by: session.acting, on: today() };
				if (isUnsafe({ ...standing, power, electricalTest })) return err('untested');
				set({ electricalTest });
				return ok(undefined);
			}),
		remove: (session, id) =>
			change(session, id, () => {
				vaultOf(session).store.remove(repairKind, id, session.acting);
				return ok(undefined);
			}).ok,
		restore(session, id) {
			const { store, reader } = vaultOf(session);
			return store.atomically(() => {
				if (!wasThere(reader, id)) return false;
				store.restore(repairKind, id, session.acting);
				return true;
			});
		},
		itemWords: (session) => itemWords(readerOf(session), MOST_WORDS),
		forgetVisitors(session) {
			const { store, reader } = vaultOf(session);
			const due = visitedBefore(reader, addMonths(today(), -visitorMonths(session)), FORGOTTEN_AT_ONCE);
			if (due.length === 0) return;
			// Nobody in particular decides it: the site itself signs for it.
			const author = session.site as string as MemberId;
			store.atomically(() => {
				for (const id of due) store.erase(repairVisitorKind, id, author);
			});
		},
		exportCsv: (session, list) => repairsAsCsv(views.rows(session, allListed(readerOf(session), list, today()))),
	};
}
