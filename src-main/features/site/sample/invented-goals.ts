import type { ClosingFields } from '#shared/features/cases/closing.ts';
import type { Balance, GoalFields, Rating, Situation } from '#shared/features/goals/model.ts';
import { type Action, LIFE_AREAS } from '#shared/features/goals/model.ts';
import { addDays, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { workingDayFrom } from './calendar.ts';
import type { Dice } from './dice.ts';
import type { SampleCase } from './invented-cases.ts';
import { GOALS, type GoalText, OBSTACLES, RESOURCES } from './notes/goals.ts';

/** Goals, situations and closings that fit the story which a case's notes tell. */

export interface SampleAction extends Pick<Action, 'text' | 'doer' | 'thirdParty' | 'due' | 'state'> {
	readonly memberIndex: number | null;
}

export interface SampleGoal extends GoalFields {
	readonly balance: Balance | null;
	readonly balanceWords: string | null;
	readonly actions: readonly SampleAction[];
}

export interface SampleAims {
	readonly goals: readonly SampleGoal[];
	readonly situation: readonly Situation[];
	/** Of closed files, and of those that were once. */
	readonly closing: ClosingFields | null;
	readonly reopening: { readonly reopenedOn: LocalDate; readonly reason: string } | null;
}

type Ending = Pick<ClosingFields, 'reason' | 'outcome' | 'summary' | 'missingBecause'>;

export function inventAims(dice: Dice, item: SampleCase, today: LocalDate): SampleAims {
	const { status, contacts } = item;
	const isClosed = status === 'closed';
	const isNew = status === 'open' && contacts.length <= 4 && dice.chance(0.5);
	const days = contacts.map(({ at }) => localDateOf(at));
	const last = days.at(-1) ?? item.openedOn;
	const ending = isClosed ? endingOf(item) : null;
	const goals = isNew ? [] : inventGoals(dice, item, today, { agreedOn: days[1] ?? item.openedOn, ending });
	const isAsked = !isNew || dice.chance(0.5);
	return {
		goals,
		situation: isAsked ? inventSituation(dice, goals, ending) : [],
		closing: ending ? closing(last, ending) : status === 'reopened' ? closing(days[1] ?? item.openedOn, FIRST_ENDING) : null,
		reopening: status === 'reopened' ? { reopenedOn: last, reason: 'Neuer Bescheid vom Amt; bittet wieder um Hilfe.' } : null,
	};
}

const closing = (closedOn: LocalDate, ending: Ending): ClosingFields => ({
	...{ closedOn, ...ending, reasonWords: null, outcomeWords: null },
});

const FIRST_ENDING: Ending = {
	reason: 'client_ended',
	outcome: 'stable',
	summary: 'Das Dringendste ist geregelt. Möchte es erst einmal allein versuchen und weiß, dass die Tür offen bleibt.',
	missingBecause: 'Beendet, bevor über die Ziele gesprochen werden konnte.',
};

/** What the last note says. */
function endingOf({ contacts }: SampleCase): Ending {
	const note = contacts.at(-1)?.text ?? '';
	if (note.startsWith('Seit Längerem')) {
		return {
			...{ reason: 'no_contact', outcome: 'unknown' },
			summary: 'Der Kontakt ist abgerissen. Was begonnen war, steht in den Vermerken; die Unterlagen sind vollständig.',
			missingBecause: 'War trotz zweier Anrufe und eines Briefs nicht mehr zu erreichen.',
		};
	}
	const of = (reason: ClosingFields['reason'], outcome: ClosingFields['outcome'], summary: string): Ending => ({
		...{ reason, outcome, summary, missingBecause: null },
	});
	if (note.startsWith('Anruf aus der neuen Stadt'))
		return of('moved_away', 'improved', 'Ist mit den Kindern umgezogen; die Beratungsstelle am neuen Ort weiß Bescheid.');
	if (note.startsWith('Abschlussgespräch') || note.startsWith('Abschluss:'))
		return of('goals_reached', 'work', 'Hat Arbeit gefunden und kommt mit dem Geld aus. Der Weg war lang und hat sich gelohnt.');
	return of('goals_reached', 'stable', 'Alles Offene ist erledigt. Kommt mit Post und Fristen inzwischen allein zurecht.');
}

function inventGoals(
	dice: Dice,
	{ themes, writer, ownerIndex, status }: SampleCase,
	today: LocalDate,
	{ agreedOn, ending }: { agreedOn: LocalDate; ending: Ending | null },
): SampleGoal[] {
	const topics = [...themes.map(({ topic }) => topic), 'authorities'];
	const fitting = topics.flatMap((topic) => dice.shuffled(GOALS.filter((goal) => goal.topic === topic && writer.fits(goal))));
	const chosen = [...new Set(fitting)].slice(0, dice.whole(1, 3));
	const isOnlyPlanned = status === 'open' && dice.chance(0.2);
	return chosen.map((goal, index) => {
		const isLost = ending?.reason === 'no_contact' && index === chosen.length - 1;
		const balance = ending && !isLost ? balanceOf(dice, ending) : null;
		const isLate = ending === null && dice.chance(0.12);
		return {
			...{ theme: goal.theme, text: goal.text, indicator: goal.indicator },
			targetOn: ending ? null : workingDayFrom(addDays(today, isLate ? -dice.whole(3, 20) : dice.whole(15, 150))),
			agreedOn: index === 2 && ending === null ? null : agreedOn,
			balance,
			balanceWords: balance === 'reached' ? goal.reached : balance === 'partly' ? goal.partly : null,
			actions: inventActions(dice, goal, { ownerIndex, today, balance, isOnlyPlanned, isOver: ending !== null }),
		};
	});
}

function balanceOf(dice: Dice, { reason }: Ending): Balance {
	if (reason === 'goals_reached')
		return dice.weighted([
			['reached', 4],
			['partly', 1],
		] as const);
	return dice.weighted([
		['reached', 2],
		['partly', 2],
		['not_reached', 1],
		['dropped', 1],
	] as const);
}

interface Course {
	readonly ownerIndex: number;
	readonly today: LocalDate;
	readonly balance: Balance | null;
	readonly isOnlyPlanned: boolean;
	readonly isOver: boolean;
}

/** The first steps are done, one is on the way, the rest comes. */
function inventActions(
	dice: Dice,
	{ steps }: GoalText,
	{ ownerIndex, today, balance, isOnlyPlanned, isOver }: Course,
): SampleAction[] {
	const done = balance === 'reached' ? steps.length : isOnlyPlanned ? 0 : dice.whole(0, steps.length - 1);
	return steps.map(([text, who], index) => {
		const state =
			index < done ? 'done' : isOver && balance !== null ? 'dropped' : index === done && !isOnlyPlanned ? 'doing' : 'planned';
		const isOpen = state === 'doing' || state === 'planned';
		const doer = who === 'client' || who === 'member' ? who : 'third_party';
		// Few of the office's own steps have a day: those are in somebody's day.
		const hasDay = isOpen && dice.chance(doer === 'member' ? 0.12 : 0.5);
		return {
			...{ text, state, doer },
			memberIndex: doer === 'member' ? ownerIndex : null,
			thirdParty: doer === 'third_party' ? who : null,
			due: hasDay ? workingDayFrom(addDays(today, dice.whole(-4, 35))) : null,
		};
	});
}

function inventSituation(dice: Dice, goals: readonly SampleGoal[], ending: Ending | null): Situation[] {
	const themes = new Set<string>(goals.map(({ theme }) => theme));
	return LIFE_AREAS.flatMap((area): Situation[] => {
		const isTheme = themes.has(area);
		if (!isTheme && dice.chance(0.15)) return [];
		const refuses = !isTheme && dice.chance(0.07);
		const from = isTheme ? dice.whole(1, 2) : dice.whole(2, 5);
		const entry: Situation = {
			...{ area, moment: 'entry' },
			rating: refuses ? 'keine_angabe' : ratingOf(from),
			resources: isTheme && dice.chance(0.5) ? dice.pick(RESOURCES) : '',
			obstacles: isTheme && dice.chance(0.5) ? dice.pick(OBSTACLES) : '',
		};
		if (!ending || ending.reason === 'no_contact') return [entry];
		const to = Math.min(5, Math.max(1, from + (isTheme ? dice.whole(1, 3) : dice.whole(-1, 1))));
		return [
			entry,
			{ ...{ area, moment: 'exit', resources: '', obstacles: '' }, rating: refuses ? 'keine_angabe' : ratingOf(to) },
		];
	});
}

const ratingOf = (value: number): Rating => String(value) as Rating;
