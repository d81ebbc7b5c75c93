import { z } from 'zod';
import {
	ActionFields,
	ActionState,
	Balance,
	GoalFields,
	LifeArea,
	Moment,
	SituationFields,
} from '#shared/features/goals/model.ts';
import { CaseId, GoalId } from '#shared/kernel/ids.ts';
import { optionalText } from '#shared/kernel/text.ts';
import { mergeKind, NO_ID } from '../../records/kind.ts';
import { goal, goalAction, situation } from './tables.ts';

/** Of a case, a life area and a moment there is one, whose id follows from them: see `situationId`. */
export const situationKind = mergeKind({
	vault: 'counselling',
	table: situation,
	fields: SituationFields.extend({ caseId: CaseId, area: LifeArea, moment: Moment }),
	empty: {
		caseId: NO_ID as CaseId,
		area: 'work',
		moment: 'entry',
		rating: null,
		resources: '',
		obstacles: '',
	},
	texts: ['resources', 'obstacles'],
	unasked: ['caseId', 'area', 'moment'],
});

export const goalKind = mergeKind({
	vault: 'counselling',
	table: goal,
	fields: GoalFields.extend({
		caseId: CaseId,
		balance: Balance.nullable(),
		balanceWords: optionalText(500),
		balancedAt: z.number().nullable(),
	}),
	empty: {
		caseId: NO_ID as CaseId,
		theme: 'other',
		text: '–',
		indicator: null,
		targetOn: null,
		agreedOn: null,
		balance: null,
		balanceWords: null,
		balancedAt: null,
	},
	texts: [],
	unasked: ['caseId', 'balancedAt'],
});

export const goalActionKind = mergeKind({
	vault: 'counselling',
	table: goalAction,
	fields: ActionFields.extend({ goalId: GoalId, state: ActionState }),
	empty: {
		goalId: NO_ID as GoalId,
		text: '–',
		doer: 'client',
		memberId: null,
		thirdParty: null,
		due: null,
		state: 'planned',
	},
	texts: [],
	unasked: ['goalId'],
});
