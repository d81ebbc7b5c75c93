import { z } from 'zod';
import { BorrowerId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { PersonFields } from './model.ts';

/** What becomes of two records of one person: which values stay, and where everything that hangs on them belongs. */

export const MergedFields = PersonFields.extend({ borrowerId: BorrowerId.nullable() });
export type MergedFields = z.infer<typeof MergedFields>;
type MergedField = keyof MergedFields;

/** What only makes sense together is chosen together: a street of one record and a town of the other would be nobody's address. */
const TOGETHER = {
	address: ['addressExtra', 'street', 'postcode', 'city'],
	residence: ['residenceTitle', 'residenceUntil'],
	employment: ['employment', 'unemployedSince'],
} as const satisfies Record<string, readonly MergedField[]>;

/** In the order of the form. Languages, phones, children, remarks and "do not call" are united instead. */
export const MergeChoice = z.enum([
	...['title', 'firstName', 'lastName', 'birthName', 'pronunciation', 'sex', 'birthDate', 'nationality', 'residence'],
	...['workAccess', 'interpreterNeeded', 'address', 'email', 'preferredContact', 'adults', 'singleParent', 'schoolDegree'],
	...['vocationalDegree', 'employment', 'benefit', 'drivingLicence', 'disability', 'firstContact', 'borrowerId'],
] as const);
export type MergeChoice = z.infer<typeof MergeChoice>;

/** The fields that a choice is about. */
export function fieldsOfChoice(choice: MergeChoice): readonly MergedField[] {
	return choice in TOGETHER ? TOGETHER[choice as keyof typeof TOGETHER] : [choice as MergedField];
}

const contradicts = (keep: MergedFields, away: MergedFields, field: MergedField): boolean =>
	keep[field] !== null && away[field] !== null && keep[field] !== away[field];

/** Where the two say different things, so that somebody has to say which is right. */
export function choicesBetween(keep: MergedFields, away: MergedFields): MergeChoice[] {
	return MergeChoice.options.filter((choice) => fieldsOfChoice(choice).some((field) => contradicts(keep, away, field)));
}

/** What is chosen until somebody chooses: what the record that stays says, but the earlier of two first days in the house. */
export function usuallyFromAway(choice: MergeChoice, keep: MergedFields, away: MergedFields): boolean {
	return choice === 'firstContact' && (away.firstContact ?? '') < (keep.firstContact ?? '');
}

/** The record that stays, with what is taken over. Refused where both together are more than a record holds. */
export function unite(
	keep: MergedFields,
	away: MergedFields,
	fromAway: readonly MergeChoice[],
): Result<MergedFields, { field: 'languages' | 'phones' | 'childBirthYears' | 'remarks' }> {
	const open = new Set(choicesBetween(keep, away));
	const chosen = MergeChoice.options.flatMap((choice) =>
		fieldsOfChoice(choice).map((field) => {
			const taken = open.has(choice) ? (fromAway.includes(choice) ? away : keep)[field] : (keep[field] ?? away[field]);
			return [field, taken] as const;
		}),
	);
	const united = {
		languages: unitedLanguages(keep.languages, away.languages),
		phones: unitedPhones(keep.phones, away.phones),
		childBirthYears: unitedYears(keep.childBirthYears, away.childBirthYears),
		remarks: unitedTexts(keep.remarks, away.remarks),
	};
	for (const field of ['languages', 'phones', 'childBirthYears', 'remarks'] as const) {
		if (!PersonFields.shape[field].safeParse(united[field]).success) return err({ field });
	}
	// Who must not be called stays so, whichever record said it.
	const doNotCall = keep.doNotCall || away.doNotCall;
	return ok({ ...keep, ...(Object.fromEntries(chosen) as Partial<MergedFields>), ...united, doNotCall });
}

/** The same language once; a level that is known says more than one that is not. */
function unitedLanguages(keep: MergedFields['languages'], away: MergedFields['languages']): MergedFields['languages'] {
	const united = keep.map((language) => {
		const other = away.find(({ code }) => code === language.code);
		return language.level === 'unknown' && other ? other : language;
	});
	return [...united, ...away.filter(({ code }) => !keep.some((language) => language.code === code))];
}

function unitedPhones(keep: MergedFields['phones'], away: MergedFields['phones']): MergedFields['phones'] {
	const united = keep.map((phone) => {
		const other = away.find(({ number }) => number === phone.number);
		return phone.label === '' && other ? other : phone;
	});
	return [...united, ...away.filter(({ number }) => !keep.some((phone) => phone.number === number))];
}

/** Twins are two children of one year: of each year as many as the record with more of them has. */
function unitedYears(keep: readonly number[], away: readonly number[]): number[] {
	const rest = [...keep];
	const more = away.filter((year) => {
		const at = rest.indexOf(year);
		if (at >= 0) rest.splice(at, 1);
		return at < 0;
	});
	return more.length === 0 ? [...keep] : [...keep, ...more].sort((a, b) => a - b);
}

function unitedTexts(keep: string | null, away: string | null): string | null {
	if (keep === null || away === null || keep.includes(away)) return keep ?? away;
	return `${keep}\n\n${away}`;
}

/**
 * Who stands for whom: merged people point to the record that stays, over several steps where that was merged as well.
 * Two PCs that merge the same two in opposite directions make a circle; the oldest record of it stands for all then, on
 * every PC the same. Pure, so that nobody has to have been first.
 */
export interface Roots {
	of(id: string): string;
	/** Whose pointer closes a circle, and has to go. */
	readonly circular: readonly string[];
}

export function rootsOf(mergedInto: ReadonlyMap<string, string>): Roots {
	const of = (id: string): string => {
		const passed: string[] = [];
		let at = id;
		while (!passed.includes(at)) {
			passed.push(at);
			const next = mergedInto.get(at);
			if (next === undefined) return at;
			at = next;
		}
		const [oldest = at] = passed.slice(passed.indexOf(at)).sort();
		return oldest;
	};
	return { of, circular: [...mergedInto.keys()].filter((id) => of(id) === id) };
}

/** Of one record: whom it was about before a merge moved it, and whom it is about instead. */
export interface Moved {
	readonly origin: string;
	readonly at: string;
	/** It is about that other one anyway: an appointment with both. */
	readonly alongside: boolean;
}

/**
 * Whom a record is about, after merging and after separating: what a merge moved follows its origin, what somebody
 * changed by hand since stays as they left it.
 */
export function settledReference(
	people: readonly string[],
	moved: readonly Moved[],
	roots: Pick<Roots, 'of'>,
): { people: string[]; moved: Moved[] } {
	const about = people.flatMap((person) => {
		const here = moved.filter(({ at }) => at === person);
		const itself = here.length === 0 || here.some(({ alongside }) => alongside);
		return [...(itself ? [person] : []), ...here.map(({ origin }) => origin)];
	});
	const truly = [...new Set(about)];
	return {
		people: [...new Set(truly.map(roots.of))],
		moved: truly
			.filter((origin) => roots.of(origin) !== origin)
			.sort()
			.map((origin) => ({ origin, at: roots.of(origin), alongside: truly.includes(roots.of(origin)) })),
	};
}
