import type { CaseFile } from '#shared/features/cases/model.ts';
import type {
	Action,
	ActionFields,
	ActionState,
	Balance,
	Goal,
	GoalFields,
	LifeArea,
	Moment,
	MyAction,
	Situation,
	SituationFields,
} from '#shared/features/goals/model.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { ActionId, CaseId, GoalId, MemberId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Changes, Fields } from '../../records/merge.ts';
import type { RecordStore } from '../../records/store.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import {
	actionsOf,
	changedSince,
	dueActionsOf,
	findAction,
	findGoal,
	type GoalFacts,
	goalsOf,
	type StoredAction,
	situationOf,
	stageFactsOf,
} from './queries.ts';
import { goalActionKind, goalKind, situationKind } from './records.ts';
import { situationId } from './situation-id.ts';

/** Decisions about goals, steps and situations: whether the file may change, and who can do a step. */
export interface GoalService {
	ofCase(session: Session, caseId: CaseId): { goals: Goal[]; situation: Situation[] };
	assess(session: Session, caseId: CaseId, moment: Moment, areas: readonly Assessed[]): Result<void, GoalRefusal>;
	add(session: Session, caseId: CaseId, fields: GoalFields): Result<GoalId, GoalRefusal>;
	update(session: Session, id: GoalId, changes: Changes<GoalFields>): Result<void, GoalRefusal>;
	balance(session: Session, id: GoalId, balance: Balance | null, words: string | null): Result<void, GoalRefusal>;
	remove(session: Session, id: GoalId): Result<void, GoalRefusal>;
	restore(session: Session, id: GoalId): Result<void, GoalRefusal>;
	addAction(session: Session, goalId: GoalId, fields: ActionFields): Result<ActionId, GoalRefusal>;
	updateAction(session: Session, id: ActionId, changes: Changes<ActionFields>): Result<void, GoalRefusal>;
	setActionState(session: Session, id: ActionId, state: ActionState): Result<void, GoalRefusal>;
	removeAction(session: Session, id: ActionId): Result<void, GoalRefusal>;
	restoreAction(session: Session, id: ActionId): Result<void, GoalRefusal>;
	/** Of whoever is signed in. */
	mine(session: Session): MyAction[];
	/** For cases: what their stage follows from. */
	stageFacts(session: Session, caseIds: readonly CaseId[] | 'all'): ReadonlyMap<CaseId, GoalFacts>;
	changedSince(session: Session, caseId: CaseId, at: number): number;
}

export type GoalRefusal = 'not_found' | 'closed' | 'no_member';

export interface Assessed {
	readonly area: LifeArea;
	readonly changes: Changes<SituationFields>;
	readonly base: { readonly resources: string; readonly obstacles: string };
}

export interface GoalDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	/** Whether the file may change. */
	writable(session: Session, id: CaseId): Result<CaseFile, 'not_found' | 'closed'>;
	/** Of files that are there, whose they are. */
	openFiles(session: Session, ids: readonly CaseId[]): ReadonlyMap<CaseId, { clientName: string }>;
	memberName(session: Session, id: MemberId): string;
	isMember(session: Session, id: MemberId): boolean;
}

export function createGoalService(deps: GoalDeps): GoalService {
	const { ids, clock } = deps;
	const vaultOf = (session: Session) => openVaultOf(session, 'counselling');

	function ifOpen<T>(
		session: Session,
		caseId: CaseId | undefined,
		write: (store: RecordStore) => Result<T, GoalRefusal>,
	): Result<T, GoalRefusal> {
		if (caseId === undefined) return err('not_found');
		const { store } = vaultOf(session);
		return store.atomically(() => {
			const file = deps.writable(session, caseId);
			return file.ok ? write(store) : file;
		});
	}
	const written = (write: (store: RecordStore) => void) => (store: RecordStore) => {
		write(store);
		return ok(undefined);
	};

	const onGoal = (session: Session, id: GoalId, write: (store: RecordStore) => void) =>
		ifOpen(session, findGoal(vaultOf(session).reader, id)?.caseId, written(write));

	function onAction(
		session: Session,
		id: ActionId,
		write: (store: RecordStore, before: StoredAction) => Result<void, GoalRefusal>,
	): Result<void, GoalRefusal> {
		const { reader } = vaultOf(session);
		const found = findAction(reader, id);
		const caseId = found && findGoal(reader, found.goalId)?.caseId;
		return found ? ifOpen(session, caseId, (store) => write(store, found)) : err('not_found');
	}

	/** Says only one of client, member and third party; a member has to be there, or to have been it before. */
	function checked(session: Session, fields: ActionFields, before?: StoredAction): Result<ActionFields, GoalRefusal> {
		const { doer } = fields;
		const memberId = doer === 'member' ? fields.memberId : null;
		if (doer === 'member' && memberId === null) return err('no_member');
		if (memberId !== null && memberId !== before?.memberId && !deps.isMember(session, memberId)) return err('no_member');
		return ok({ ...fields, memberId, thirdParty: doer === 'third_party' ? fields.thirdParty : null });
	}

	const named = (session: Session, action: StoredAction): Action => ({
		...action,
		memberName: action.memberId === null ? null : deps.memberName(session, action.memberId),
	});

	return {
		ofCase(session, caseId) {
			const { reader } = vaultOf(session);
			const goals = goalsOf(reader, caseId);
			const actions = Map.groupBy(
				actionsOf(
					reader,
					goals.map(({ id }) => id),
				),
				({ goalId }) => goalId,
			);
			return {
				goals: goals.map((goal) => ({ ...goal, actions: (actions.get(goal.id) ?? []).map((one) => named(session, one)) })),
				situation: situationOf(reader, caseId),
			};
		},
		assess: (session, caseId, moment, areas) =>
			ifOpen(
				session,
				caseId,
				written((store) => {
					for (const { area, changes, base } of areas) {
						const id = situationId(caseId, area, moment);
						const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Fields;
						// What was written there meanwhile stays: `put` alone would overwrite it.
						const isThere = situationOf(vaultOf(session).reader, caseId).some(
							(one) => one.area === area && one.moment === moment,
						);
						if (isThere) store.update(situationKind, id, given, session.member, base);
						else store.put(situationKind, id, { caseId, area, moment }, given, session.member);
					}
				}),
			),
		add: (session, caseId, fields) =>
			ifOpen(session, caseId, (store) => {
				const id = ids.next() as GoalId;
				store.insert(goalKind, id, { ...fields, caseId } as Fields, session.member);
				return ok(id);
			}),
		update: (session, id, changes) =>
			onGoal(session, id, (store) => store.update(goalKind, id, changes as Fields, session.member)),
		balance: (session, id, balance, words) =>
			onGoal(session, id, (store) => {
				const balancedAt = balance === null ? null : clock.now();
				store.update(goalKind, id, { balance, balanceWords: words, balancedAt }, session.member);
			}),
		remove: (session, id) => onGoal(session, id, (store) => store.remove(goalKind, id, session.member)),
		restore: (session, id) => onGoal(session, id, (store) => store.restore(goalKind, id, session.member)),
		addAction: (session, goalId, fields) =>
			ifOpen(session, findGoal(vaultOf(session).reader, goalId)?.caseId, (store) => {
				const action = checked(session, fields);
				if (!action.ok) return action;
				const id = ids.next() as ActionId;
				store.insert(goalActionKind, id, { ...action.value, goalId } as Fields, session.member);
				return ok(id);
			}),
		updateAction: (session, id, changes) =>
			onAction(session, id, (store, before) => {
				const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
				const { id: _, goalId: __, state: ___, ...fields } = before;
				const action = checked(session, { ...fields, ...given }, before);
				if (!action.ok) return action;
				store.update(goalActionKind, id, action.value as Fields, session.member);
				return ok(undefined);
			}),
		setActionState: (session, id, state) =>
			onAction(
				session,
				id,
				written((store) => store.update(goalActionKind, id, { state }, session.member)),
			),
		removeAction: (session, id) =>
			onAction(
				session,
				id,
				written((store) => store.remove(goalActionKind, id, session.member)),
			),
		restoreAction: (session, id) =>
			onAction(
				session,
				id,
				written((store) => store.restore(goalActionKind, id, session.member)),
			),
		mine(session) {
			const due = dueActionsOf(vaultOf(session).reader, session.member);
			const files = deps.openFiles(session, [...new Set(due.map(({ caseId }) => caseId))]);
			return due.flatMap(({ action, caseId, goalText }): MyAction[] => {
				const file = files.get(caseId);
				return file ? [{ ...named(session, action), caseId, goalText, clientName: file.clientName }] : [];
			});
		},
		stageFacts: (session, caseIds) => stageFactsOf(vaultOf(session).reader, caseIds),
		changedSince: (session, caseId, at) => changedSince(vaultOf(session).reader, caseId, at),
	};
}
