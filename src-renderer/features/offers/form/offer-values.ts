import { z } from 'zod';
import { OfferColour, type OfferFields, OfferKind, PublicLanguage } from '#shared/features/offers/model.ts';
import { RecurrenceRule, ruleDate, rulePart, withParts } from '#shared/features/offers/recurrence.ts';
import { isLastOfMonth, nthOf, type Rhythm, rhythmOf, ruleOf, WEEKDAYS, weekdayOf } from '#shared/features/offers/rhythm.ts';
import { parseWallTime } from '#shared/kernel/berlin-time.ts';
import type { MemberId, RoomId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';

/** An offer as it stands in the form: texts as typed, and a rhythm that follows the first day. */
const RhythmChoice = z.enum(['once', 'week_1', 'week_2', 'week_3', 'week_4', 'nth', 'last', 'month_day', 'year', 'other']);
export type RhythmChoice = z.infer<typeof RhythmChoice>;

const OfferValues = z.object({
	name: z.string(),
	kind: OfferKind,
	text: z.string(),
	isPublic: z.boolean(),
	translations: z.array(z.object({ language: PublicLanguage, name: z.string(), text: z.string() })),
	leaders: z.array(z.string()),
	helpersWanted: z.string(),
	roomId: z.string().nullable(),
	place: z.string(),
	capacity: z.string(),
	colour: OfferColour,
	firstOn: LocalDate.nullable(),
	rhythm: RhythmChoice,
	weekdays: z.array(z.enum(WEEKDAYS)),
	/** What `other` keeps, and how many sessions `count` is. */
	rule: RecurrenceRule.nullable(),
	ends: z.enum(['never', 'until', 'count']),
	untilOn: LocalDate.nullable(),
	from: z.string(),
	until: z.string(),
	skipsClosedDays: z.boolean(),
});
export type OfferValues = z.infer<typeof OfferValues>;
export type Problem = 'name' | 'firstOn' | 'untilOn' | 'from' | 'until' | 'order' | 'helpersWanted' | 'capacity' | 'translations';

export function emptyValues(firstOn: LocalDate): OfferValues {
	return {
		...{ name: '', kind: 'group', text: '', isPublic: true, translations: [], leaders: [], helpersWanted: '', roomId: null },
		...{ place: '', capacity: '', colour: 'teal', firstOn, rhythm: 'week_1', weekdays: [weekdayOf(firstOn)], rule: null },
		...{ ends: 'never', untilOn: null, from: '', until: '', skipsClosedDays: true },
	};
}

export function toValues(offer: OfferFields): OfferValues {
	const { rule, firstOn } = offer;
	const rhythm = rhythmOf(offer);
	const until = rule && rulePart(rule, 'UNTIL');
	return {
		name: offer.name,
		kind: offer.kind,
		text: offer.text ?? '',
		isPublic: offer.isPublic,
		translations: offer.translations.map(({ text, ...rest }) => ({ ...rest, text: text ?? '' })),
		leaders: offer.leaders,
		helpersWanted: offer.helpersWanted === 0 ? '' : String(offer.helpersWanted),
		roomId: offer.roomId,
		place: offer.place ?? '',
		capacity: offer.capacity === null ? '' : String(offer.capacity),
		colour: offer.colour,
		firstOn,
		rhythm: choiceOf(rhythm),
		weekdays: rhythm.every === 'week' ? [...rhythm.days] : [weekdayOf(firstOn)],
		rule,
		ends: until ? 'until' : rule && rulePart(rule, 'COUNT') ? 'count' : 'never',
		untilOn: until ? (until.replace(/(....)(..)(..)/, '$1-$2-$3') as LocalDate) : null,
		from: offer.from,
		until: offer.until,
		skipsClosedDays: offer.skipsClosedDays,
	};
}

function choiceOf(rhythm: Rhythm): RhythmChoice {
	switch (rhythm.every) {
		case 'once':
		case 'month_day':
		case 'year':
			return rhythm.every;
		case 'week':
			return RhythmChoice.safeParse(`week_${rhythm.interval}`).data ?? 'other';
		case 'month':
			return rhythm.nth === -1 ? 'last' : 'nth';
		case 'other':
			return 'other';
	}
}

/** What can be chosen for a first day; what is chosen already stays. */
export function rhythmChoices({ firstOn, rhythm, rule }: OfferValues): RhythmChoice[] {
	const isOther = rhythm === 'other' || (rule !== null && rhythmOf({ firstOn: firstOn ?? NO_DAY, rule }).every === 'other');
	return RhythmChoice.options.filter((choice) => {
		if (choice === 'other') return isOther;
		if (choice === 'last') return rhythm === 'last' || (firstOn !== null && isLastOfMonth(firstOn));
		return choice !== 'nth' || rhythm === 'nth' || firstOn === null || nthOf(firstOn) < 5;
	});
}

/** The weekday of the first day is always one of them. */
export const chosenWeekdays = ({ firstOn, weekdays }: OfferValues) =>
	WEEKDAYS.filter((day) => weekdays.includes(day) || (firstOn !== null && weekdayOf(firstOn) === day));

/** Another first day takes its weekday along. */
export function withFirstDay(values: OfferValues, firstOn: LocalDate | null): OfferValues {
	if (firstOn === null) return { ...values, firstOn };
	const old = values.firstOn && weekdayOf(values.firstOn);
	const rest = values.weekdays.filter((day) => day !== old);
	const rhythm = values.rhythm === 'last' && !isLastOfMonth(firstOn) ? 'nth' : values.rhythm;
	return { ...values, firstOn, rhythm, weekdays: [...rest, weekdayOf(firstOn)] };
}

export function ruleOfValues(values: OfferValues): RecurrenceRule | null {
	const { firstOn, rhythm, rule, ends, untilOn } = values;
	if (firstOn === null || rhythm === 'once') return null;
	const made = rhythm === 'other' ? rule : ruleOf(chosen(rhythm, values, firstOn));
	if (made === null) return null;
	return withParts(made, {
		UNTIL: ends === 'until' && untilOn !== null ? ruleDate(untilOn) : null,
		COUNT: ends === 'count' && rule !== null ? rulePart(rule, 'COUNT') : null,
	});
}

function chosen(choice: Exclude<RhythmChoice, 'once' | 'other'>, values: OfferValues, firstOn: LocalDate) {
	switch (choice) {
		case 'nth':
			return { every: 'month', nth: nthOf(firstOn), weekday: weekdayOf(firstOn) } as const;
		case 'last':
			return { every: 'month', nth: -1, weekday: weekdayOf(firstOn) } as const;
		case 'month_day':
			return { every: 'month_day', day: Number(firstOn.slice(8)) } as const;
		case 'year':
			return { every: 'year' } as const;
		default:
			return { every: 'week', interval: Number(choice.slice(-1)), days: chosenWeekdays(values) } as const;
	}
}

export function problemsOf(values: OfferValues): ReadonlySet<Problem> {
	const problems = new Set<Problem>();
	const [from, until] = [parseWallTime(values.from), parseWallTime(values.until)];
	if (values.name.trim() === '') problems.add('name');
	if (values.firstOn === null || values.firstOn < '1970-01-01' || values.firstOn > '2199-12-31') problems.add('firstOn');
	if (from === null) problems.add('from');
	if (until === null) problems.add('until');
	if (from !== null && until !== null && from >= until) problems.add('order');
	const { untilOn, firstOn } = values;
	if (values.rhythm !== 'once' && values.ends === 'until' && (untilOn === null || (firstOn !== null && untilOn < firstOn)))
		problems.add('untilOn');
	if (numberOf(values.helpersWanted, 0, 50) === undefined) problems.add('helpersWanted');
	if (numberOf(values.capacity, 1, 2000) === undefined) problems.add('capacity');
	if (values.translations.some(({ name }) => name.trim() === '')) problems.add('translations');
	return problems;
}

/** What to store; null while something does not fit. */
export function toSave(values: OfferValues): OfferFields | null {
	const { firstOn } = values;
	if (problemsOf(values).size > 0 || firstOn === null) return null;
	const text = (typed: string) => typed.normalize('NFC').trim() || null;
	return {
		name: text(values.name) ?? '',
		kind: values.kind,
		text: text(values.text),
		translations: values.translations.map((one) => ({ ...one, name: one.name.trim(), text: text(one.text) })),
		isPublic: values.isPublic,
		leaders: values.leaders as MemberId[],
		helpersWanted: numberOf(values.helpersWanted, 0, 50) ?? 0,
		roomId: values.roomId as RoomId | null,
		place: text(values.place),
		capacity: numberOf(values.capacity, 1, 2000) ?? null,
		colour: values.colour,
		firstOn,
		rule: ruleOfValues(values),
		from: parseWallTime(values.from) as WallTime,
		until: parseWallTime(values.until) as WallTime,
		skipsClosedDays: values.skipsClosedDays,
	};
}

/** Only what changed, so that two people's edits of one offer both survive. */
export function changedFields(before: OfferFields, after: OfferFields): Partial<OfferFields> {
	const keys = Object.keys(after) as (keyof OfferFields)[];
	const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
	return Object.fromEntries(changed.map((key) => [key, after[key]]));
}

/** What a draft keeps; empty when nothing was typed. */
export function draftOf(initial: OfferValues, values: OfferValues): string {
	const text = JSON.stringify(values);
	return text === JSON.stringify(initial) ? '' : text;
}

/** Null when it is not one. */
export function valuesFromDraft(text: string): OfferValues | null {
	try {
		return OfferValues.safeParse(JSON.parse(text)).data ?? null;
	} catch {
		return null;
	}
}

const NO_DAY = '1970-01-01' as LocalDate;

/** Null for an empty field, undefined for what is no such number. */
function numberOf(typed: string, least: number, most: number): number | null | undefined {
	const text = typed.trim();
	if (text === '') return null;
	const number = Number(text);
	return /^\d{1,4}$/.test(text) && number >= least && number <= most ? number : undefined;
}
