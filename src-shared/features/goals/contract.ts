import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { ActionId, CaseId, GoalId } from '#shared/kernel/ids.ts';
import { optionalText } from '#shared/kernel/text.ts';
import {
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
} from './model.ts';

const WRITES = {
	/** The file is closed: it has to be reopened before anything in it changes. */
	CLOSED: { status: 409 },
	/** member: it is done by a member, and by none that is there. */
	INVALID: { status: 400, data: z.object({ what: z.enum(['member']) }) },
};
const base = procedure.errors(WRITES);

export const goals = {
	/** Goals oldest first, with their steps; of the situation, what was spoken about. */
	ofCase: procedure.input(z.object({ caseId: CaseId })).output(z.object({ goals: z.array(Goal), situation: z.array(Situation) })),
	/** Only what is given changes. `base`: the texts that the changed ones were made from. */
	assess: base
		.input(
			z.object({
				caseId: CaseId,
				moment: Moment,
				areas: z
					.array(
						z.object({
							area: LifeArea,
							changes: SituationFields.partial(),
							base: z.object({ resources: z.string().max(4000), obstacles: z.string().max(4000) }),
						}),
					)
					.max(LifeArea.options.length),
			}),
		)
		.output(z.void()),
	add: base.input(GoalFields.extend({ caseId: CaseId })).output(z.object({ id: GoalId })),
	update: base.input(z.object({ id: GoalId, changes: GoalFields.partial() })).output(z.void()),
	/** What came of it; null: not said (any more). */
	balance: base.input(z.object({ id: GoalId, balance: Balance.nullable(), words: optionalText(500) })).output(z.void()),
	/** With its steps. Undo is `restore`. */
	remove: base.input(z.object({ id: GoalId })).output(z.void()),
	restore: base.input(z.object({ id: GoalId })).output(z.void()),
	addAction: base.input(ActionFields.extend({ goalId: GoalId })).output(z.object({ id: ActionId })),
	updateAction: base.input(z.object({ id: ActionId, changes: ActionFields.partial() })).output(z.void()),
	setActionState: base.input(z.object({ id: ActionId, state: ActionState })).output(z.void()),
	removeAction: base.input(z.object({ id: ActionId })).output(z.void()),
	restoreAction: base.input(z.object({ id: ActionId })).output(z.void()),
	/** What whoever asks has to do by a day, in files that are not closed; the earliest first. */
	mine: procedure.output(z.array(MyAction)),
};
