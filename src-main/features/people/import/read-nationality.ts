import { fold } from '#shared/kernel/fold.ts';
import { isRefusal, notTaken, type Reading, taken } from '../../../import/cell.ts';
import { NATIONALITY_WORDS } from './nationalities.ts';

const CODES = new Map(
	Object.entries(NATIONALITY_WORDS).flatMap(([code, words]) => words.split(', ').map((word) => [fold(word), code] as const)),
);

/**
 * `syrisch`, `Syrien`, `Syrer/in`, `SY` → `SY`; `staatenlos` → `stateless`. `ungeklärt` is an answer the field has no
 * code for, and of two nationalities only the first fits: both are kept in the remarks with a warning.
 */
export function readNationality(cell: string): Reading<string, 'value_unknown'> {
	if (isRefusal(cell)) return taken('keine_angabe');
	const whole = codeOf(cell);
	if (whole !== null) return taken(whole);
	const first = codeOf(cell.split(/\s*(?:[/,;+&]|\bund\b)\s*/u)[0] ?? '');
	return first === null ? notTaken('value_unknown') : { value: first, problem: 'value_unknown', keep: true };
}

function codeOf(text: string): string | null {
	const letters = text.trim().toUpperCase();
	if (/^[A-Z]{2}$/u.test(letters) && letters in NATIONALITY_WORDS) return letters;
	const word = fold(text.replace(/[/*:_]?(?:-?in(?:nen)?)$/iu, (ending) => (/^[/*:_(]/u.test(ending) ? '' : ending)));
	for (const tried of [
		word,
		word.replace(/(?:isch|sch)(?:e|er|en|es)$/u, (ending) => ending.replace(/e[rns]?$/u, '')),
		word.replace(/in$/u, ''),
	]) {
		const code = CODES.get(tried);
		if (code !== undefined) return code;
	}
	return null;
}
