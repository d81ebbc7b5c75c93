import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ActionFields, ActionState, Balance, GoalTheme, LifeArea, Moment, Rating } from '#shared/features/goals/model.ts';

/** Situations, goals and steps of case files, in the counselling vault. */
const record = {
	id: text('id').primaryKey(),
	createdAt: integer('created_at').notNull(),
	updatedAt: integer('updated_at').notNull(),
	removedAt: integer('removed_at'),
};

export const situation = sqliteTable(
	'situation',
	{
		...record,
		caseId: text('case_id').notNull(),
		area: text('area').$type<LifeArea>().notNull(),
		moment: text('moment').$type<Moment>().notNull(),
		rating: text('rating').$type<Rating>(),
		resources: text('resources').notNull(),
		obstacles: text('obstacles').notNull(),
	},
	(t) => [index('situation_case').on(t.caseId)],
);

export const goal = sqliteTable(
	'goal',
	{
		...record,
		caseId: text('case_id').notNull(),
		theme: text('theme').$type<GoalTheme>().notNull(),
		text: text('text').notNull(),
		indicator: text('indicator'),
		targetOn: text('target_on'),
		agreedOn: text('agreed_on'),
		balance: text('balance').$type<Balance>(),
		balanceWords: text('balance_words'),
		/** When the balance was drawn, ms UTC. */
		balancedAt: integer('balanced_at'),
	},
	(t) => [index('goal_case').on(t.caseId)],
);

export const goalAction = sqliteTable(
	'goal_action',
	{
		...record,
		goalId: text('goal_id').notNull(),
		text: text('text').notNull(),
		doer: text('doer').$type<ActionFields['doer']>().notNull(),
		memberId: text('member_id'),
		thirdParty: text('third_party'),
		due: text('due'),
		state: text('state').$type<ActionState>().notNull(),
	},
	(t) => [index('goal_action_goal').on(t.goalId), index('goal_action_member').on(t.memberId, t.state)],
);
