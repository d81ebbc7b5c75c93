import { and, asc, count, eq, gt, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { StageFacts } from '#shared/features/cases/stage.ts';
import type { Action, Goal, Situation } from '#shared/features/goals/model.ts';
import type { ActionId, CaseId, GoalId, MemberId } from '#shared/kernel/ids.ts';
import type { Reader } from '../../database/handles.ts';
import { goal, goalAction, situation } from './tables.ts';

/** Reads of situations, goals and steps; removed ones only where that is said. Names are the service's business. */

export type StoredGoal = Omit<Goal, 'actions'>;
export type StoredAction = Omit<Action, 'memberName'>;

const goalColumns = {
	id: goal.id,
	caseId: goal.caseId,
	theme: goal.theme,
	text: goal.text,
	indicator: goal.indicator,
	targetOn: goal.targetOn,
	agreedOn: goal.agreedOn,
	balance: goal.balance,
	balanceWords: goal.balanceWords,
};
const actionColumns = {
	id: goalAction.id,
	goalId: goalAction.goalId,
	text: goalAction.text,
	doer: goalAction.doer,
	memberId: goalAction.memberId,
	thirdParty: goalAction.thirdParty,
	due: goalAction.due,
	state: goalAction.state,
};

export const goalsOf = (db: Reader, caseId: CaseId): StoredGoal[] =>
	db
		.select(goalColumns)
		.from(goal)
		.where(and(eq(goal.caseId, caseId), isNull(goal.removedAt)))
		.orderBy(asc(goal.createdAt), asc(goal.id))
		.all() as StoredGoal[];

export const actionsOf = (db: Reader, goalIds: readonly GoalId[]): StoredAction[] =>
	db
		.select(actionColumns)
		.from(goalAction)
		.where(and(inArray(goalAction.goalId, [...goalIds]), isNull(goalAction.removedAt)))
		.orderBy(asc(goalAction.createdAt), asc(goalAction.id))
		.all() as StoredAction[];

/** Open ones with a day, whatever became of the file; the earliest first. */
export const dueActionsOf = (db: Reader, memberId: MemberId): { action: StoredAction; caseId: CaseId; goalText: string }[] =>
	db
		.select({ action: actionColumns, caseId: goal.caseId, goalText: goal.text })
		.from(goalAction)
		.innerJoin(goal, eq(goal.id, goalAction.goalId))
		.where(
			and(
				...[eq(goalAction.memberId, memberId), isNotNull(goalAction.due), inArray(goalAction.state, ['planned', 'doing'])],
				...[isNull(goalAction.removedAt), isNull(goal.removedAt)],
			),
		)
		.orderBy(asc(goalAction.due), asc(goalAction.id))
		.all() as { action: StoredAction; caseId: CaseId; goalText: string }[];

/** What was spoken about. */
export const situationOf = (db: Reader, caseId: CaseId): Situation[] =>
	db
		.select({
			area: situation.area,
			moment: situation.moment,
			rating: situation.rating,
			resources: situation.resources,
			obstacles: situation.obstacles,
		})
		.from(situation)
		.where(and(eq(situation.caseId, caseId), isSpokenAbout))
		.all() as Situation[];

const isSpokenAbout = and(
	isNull(situation.removedAt),
	or(isNotNull(situation.rating), ne(situation.resources, ''), ne(situation.obstacles, '')),
);

/** Removed ones too. */
export const findGoal = (db: Reader, id: GoalId): { id: GoalId; caseId: CaseId } | undefined =>
	db.select({ id: goal.id, caseId: goal.caseId }).from(goal).where(eq(goal.id, id)).get() as
		| { id: GoalId; caseId: CaseId }
		| undefined;

/** Removed ones too. */
export const findAction = (db: Reader, id: ActionId): StoredAction | undefined =>
	db.select(actionColumns).from(goalAction).where(eq(goalAction.id, id)).get() as StoredAction | undefined;

export type GoalFacts = Pick<StageFacts, 'hasEntry' | 'exitAt' | 'firstGoalAt' | 'balancedAt' | 'hasBegunAction'>;

/** What the stage of a file follows from; a case without any is not in it. */
export function stageFactsOf(db: Reader, caseIds: readonly CaseId[] | 'all'): Map<CaseId, GoalFacts> {
	const ofThese = (caseId: SQLiteColumn) => (caseIds === 'all' ? undefined : inArray(caseId, [...caseIds]));
	const spoken = db
		.select({
			caseId: situation.caseId,
			hasEntry: sql<number>`max(${situation.moment} = 'entry')`,
			exitAt: sql<number | null>`max(CASE WHEN ${situation.moment} = 'exit' THEN ${situation.updatedAt} END)`,
		})
		.from(situation)
		.where(and(ofThese(situation.caseId), isSpokenAbout))
		.groupBy(situation.caseId)
		.all();
	// `id` inside the subquery would be the step's own: drizzle leaves the table's name away.
	const begun = sql<number>`EXISTS (SELECT 1 FROM goal_action WHERE goal_action.goal_id = goal.id AND goal_action.removed_at IS NULL AND goal_action.state IN ('doing', 'done'))`;
	const set = db
		.select({
			caseId: goal.caseId,
			firstGoalAt: sql<number>`min(${goal.createdAt})`,
			balancedAt: sql<number | null>`CASE WHEN count(*) = count(${goal.balance}) THEN max(${goal.balancedAt}) END`,
			hasBegunAction: sql<number>`max(${begun})`,
		})
		.from(goal)
		.where(and(ofThese(goal.caseId), isNull(goal.removedAt)))
		.groupBy(goal.caseId)
		.all();
	const facts = new Map<CaseId, GoalFacts>();
	for (const { caseId, hasEntry, exitAt } of spoken) {
		const of = { firstGoalAt: null, balancedAt: null, hasBegunAction: false };
		facts.set(caseId as CaseId, { ...of, hasEntry: hasEntry === 1, exitAt });
	}
	for (const { caseId, hasBegunAction, ...of } of set) {
		const spokenAbout = facts.get(caseId as CaseId) ?? { hasEntry: false, exitAt: null };
		facts.set(caseId as CaseId, { ...spokenAbout, ...of, hasBegunAction: hasBegunAction === 1 });
	}
	return facts;
}

/** How many goals, steps and situations of a case were written after this moment. */
export function changedSince(db: Reader, caseId: CaseId, at: number): number {
	const some = (table: typeof goal | typeof situation) => {
		const written = and(eq(table.caseId, caseId), gt(table.updatedAt, at));
		return db.select({ count: count() }).from(table).where(written).get()?.count ?? 0;
	};
	const actions = db
		.select({ count: count() })
		.from(goalAction)
		.innerJoin(goal, eq(goal.id, goalAction.goalId))
		.where(and(eq(goal.caseId, caseId), gt(goalAction.updatedAt, at)))
		.get();
	return some(goal) + some(situation) + (actions?.count ?? 0);
}
