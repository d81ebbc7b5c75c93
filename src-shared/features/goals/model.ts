import { z } from 'zod';
import { ActionId, CaseId, GoalId, MemberId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { optionalText, requiredText } from '#shared/kernel/text.ts';

/** What a case file wants to achieve: where the client stands at entry and exit, goals, and the steps to them (design 5). */

export const LifeArea = z.enum(['work', 'language', 'health', 'family', 'housing', 'debts', 'mobility', 'digital']);
export type LifeArea = z.infer<typeof LifeArea>;
export const LIFE_AREAS: readonly LifeArea[] = LifeArea.options;

export const Moment = z.enum(['entry', 'exit']);
export type Moment = z.infer<typeof Moment>;

/** 1: needs help in everything · 5: manages alone and has no worry about it. Null beside it: not asked. */
export const Rating = z.enum(['1', '2', '3', '4', '5', 'keine_angabe']);
export type Rating = z.infer<typeof Rating>;

const circumstances = z
	.string()
	.max(4000)
	.transform((value) => value.normalize('NFC'));

export const SituationFields = z.object({
	rating: Rating.nullable(),
	/** What helps here. */
	resources: circumstances,
	/** What stands in the way. */
	obstacles: circumstances,
});
export type SituationFields = z.infer<typeof SituationFields>;

/** Of one life area at one moment; there is one for each that was spoken about. */
export const Situation = SituationFields.extend({ area: LifeArea, moment: Moment });
export type Situation = z.infer<typeof Situation>;

export const GoalTheme = z.enum([...LifeArea.options, 'other']);
export type GoalTheme = z.infer<typeof GoalTheme>;

export const GoalFields = z.object({
	theme: GoalTheme,
	text: requiredText(500),
	/** How it will be noticed that it is reached. */
	indicator: optionalText(500),
	targetOn: LocalDate.nullable(),
	/** When the client agreed to it; null: not agreed (yet). */
	agreedOn: LocalDate.nullable(),
});
export type GoalFields = z.infer<typeof GoalFields>;

export const Balance = z.enum(['reached', 'partly', 'not_reached', 'dropped']);
export type Balance = z.infer<typeof Balance>;

export const ActionState = z.enum(['planned', 'doing', 'done', 'dropped']);
export type ActionState = z.infer<typeof ActionState>;

const Doer = z.enum(['client', 'member', 'third_party']);

export const ActionFields = z.object({
	text: requiredText(300),
	doer: Doer,
	/** Who of the office, where a member does it. */
	memberId: MemberId.nullable(),
	/** Who else, in words. */
	thirdParty: optionalText(120),
	due: LocalDate.nullable(),
});
export type ActionFields = z.infer<typeof ActionFields>;

export const Action = ActionFields.extend({
	id: ActionId,
	goalId: GoalId,
	memberName: z.string().nullable(),
	state: ActionState,
});
export type Action = z.infer<typeof Action>;

export const Goal = GoalFields.extend({
	id: GoalId,
	caseId: CaseId,
	balance: Balance.nullable(),
	/** One sentence on it. */
	balanceWords: z.string().nullable(),
	/** Oldest first. */
	actions: z.array(Action),
});
export type Goal = z.infer<typeof Goal>;

/** A step that somebody of the office has to do, with where it belongs. */
export const MyAction = Action.extend({ caseId: CaseId, goalText: z.string(), clientName: z.string() });
export type MyAction = z.infer<typeof MyAction>;
