import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type Action, type ActionState, type Balance, type Goal, LIFE_AREAS, type LifeArea, type Situation } from './model.ts';

/** What goals and situations amount to. */

export interface Progress {
	/** Steps done, of those that were not dropped. */
	readonly done: number;
	readonly of: number;
	/** planned: nothing was begun · ready: every step is done, and nobody has said what came of it. */
	readonly state: 'planned' | 'underway' | 'ready' | Balance;
}

/** A balance is the last word on a goal; until then its steps say how far it is. */
export function progressOf(goal: { balance: Balance | null; actions: readonly { state: ActionState }[] }): Progress {
	const counting = goal.actions.filter(({ state }) => state !== 'dropped');
	const done = counting.filter(({ state }) => state === 'done').length;
	const isBegun = counting.some(({ state }) => state !== 'planned');
	const isReady = counting.length > 0 && done === counting.length;
	return { done, of: counting.length, state: goal.balance ?? (isReady ? 'ready' : isBegun ? 'underway' : 'planned') };
}

export const isOpenAction = ({ state }: Pick<Action, 'state'>): boolean => state === 'planned' || state === 'doing';

/** Since when something of it is late: the goal itself or an open step. Null: nothing is, or its balance is drawn. */
export function overdueSince(goal: Pick<Goal, 'balance' | 'targetOn' | 'actions'>, today: LocalDate): LocalDate | null {
	if (goal.balance !== null) return null;
	const days = [goal.targetOn, ...goal.actions.filter(isOpenAction).map(({ due }) => due)];
	return days.filter((day) => day !== null && day < today).sort()[0] ?? null;
}

/** What needs looking at first: late ones by day, then those under way, then those whose balance is drawn. */
export function goalsByNeed<G extends Pick<Goal, 'balance' | 'targetOn' | 'actions'>>(
	goals: readonly G[],
	today: LocalDate,
): G[] {
	const need = (goal: G) => (goal.balance === null ? (overdueSince(goal, today) ?? '9999-98') : '9999-99');
	return goals.toSorted((a, b) => (need(a) < need(b) ? -1 : need(a) > need(b) ? 1 : 0));
}

export type BalanceCount = Record<Balance | 'missing', number>;

export function countBalances(goals: readonly { readonly balance: Balance | null }[]): BalanceCount {
	const count: BalanceCount = { reached: 0, partly: 0, not_reached: 0, dropped: 0, missing: 0 };
	for (const { balance } of goals) count[balance ?? 'missing'] += 1;
	return count;
}

export interface AreaChange {
	readonly area: LifeArea;
	readonly entry: Situation['rating'];
	readonly exit: Situation['rating'];
	/** Steps of the scale from entry to exit; null unless both are numbers. */
	readonly steps: number | null;
}

/** All life areas in their order; null ratings were not asked. */
export function changesOf(situation: readonly Pick<Situation, 'area' | 'moment' | 'rating'>[]): AreaChange[] {
	const rated = (area: LifeArea, moment: Situation['moment']) =>
		situation.find((one) => one.area === area && one.moment === moment)?.rating ?? null;
	return LIFE_AREAS.map((area) => {
		const [entry, exit] = [rated(area, 'entry'), rated(area, 'exit')];
		const [from, to] = [scaleOf(entry), scaleOf(exit)];
		return { area, entry, exit, steps: from === null || to === null ? null : to - from };
	});
}

/** 1 to 5; null where nothing or `keine_angabe` was said. */
export const scaleOf = (rating: Situation['rating']): number | null =>
	rating === null || rating === 'keine_angabe' ? null : Number(rating);

/** Areas that were spoken about at entry, and not at exit. */
export const withoutExit = (situation: readonly Pick<Situation, 'area' | 'moment' | 'rating'>[]): LifeArea[] =>
	changesOf(situation)
		.filter(({ entry, exit }) => entry !== null && exit === null)
		.map(({ area }) => area);
