import type { z } from 'zod';
import type { Sex, YesNo } from '#shared/features/people/model.ts';
import { fold } from '#shared/kernel/fold.ts';
import { isRefusal, notTaken, type Reading, taken } from '../../../import/cell.ts';

/** Columns with a few known words: sex and yes/no. */

const words = <T>(entries: readonly (readonly [T, string])[]): Map<string, T> =>
	new Map(entries.flatMap(([value, list]) => list.split(' ').map((word) => [fold(word), value] as const)));

const SEXES = words([
	['w', 'w weibl weiblich f fem female frau fr damen mädchen'],
	['m', 'm männl männlich male mann herr hr hrn herrn junge'],
	['d', 'd div divers x inter nichtbinär enby non-binary'],
] as const);
const ANSWERS = words([
	['yes', 'x xx ja j yes y 1 wahr true stimmt'],
	['no', 'nein n no 0 falsch false nicht'],
] as const);
/** These have no letters to fold. */
const MARKS = new Map<string, 'yes' | 'no'>([
	['✓', 'yes'],
	['✔', 'yes'],
	['☑', 'yes'],
	['☒', 'yes'],
	['☐', 'no'],
]);

export function readSex(cell: string): Reading<z.infer<typeof Sex>, 'value_unknown'> {
	if (isRefusal(cell)) return taken('keine_angabe');
	return known(SEXES.get(fold(cell)));
}

/** `x`, `ja`, `j`, `1` · `nein`, `n`, `0`. */
export function readYesNo(cell: string): Reading<z.infer<typeof YesNo>, 'value_unknown'> {
	if (isRefusal(cell)) return taken('keine_angabe');
	return known(MARKS.get(cell) ?? ANSWERS.get(fold(cell)));
}

function known<T>(value: T | undefined): Reading<T, 'value_unknown'> {
	return value === undefined ? notTaken('value_unknown') : taken(value);
}
