import { DONE_OF, type FunderRecord, Part } from '#shared/features/funder-data/model.ts';

/** done: completed · open: can be answered now · later: the step before it is not completed. */
export type StepState = 'done' | 'open' | 'later';

export function stepStates({ participation }: Pick<FunderRecord, 'participation'>): Record<Part, StepState> {
	let before = true;
	const entries = Part.options.map((part): [Part, StepState] => {
		const isDone = participation !== null && participation[DONE_OF[part]] !== null;
		const state = isDone ? 'done' : before ? 'open' : 'later';
		before = isDone;
		return [part, state];
	});
	return Object.fromEntries(entries) as Record<Part, StepState>;
}
