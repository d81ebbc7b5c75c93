import { fold } from '#shared/kernel/fold.ts';

/** Names as lists write them: with titles, shouted, or first and last name in one cell. */

export interface NameParts {
	title: string | null;
	firstName: string | null;
	lastName: string | null;
	/** From a salutation in front (`Frau Ayşe Yılmaz`). */
	sex: 'w' | 'm' | null;
}

const TITLE =
	/^((?:(?:Prof|Dr|Dipl|Mag|PD|MBA|Ing)\b\.?(?:-?[ ]?(?:\p{Lu}\p{Ll}{1,6}|med|phil|jur|rer|nat|h\.c)\.)*[ -]*)+)(?=\p{L})/u;
const SALUTATION = /^(Frau|Fr\.|Herrn?|Hr\.|Hrn\.)\s+/iu;
/** Words that belong to the last name that follows, in small letters. */
const PARTICLES = new Set(
	'von vom van der den dem de del della di da do dos das du des la le lo zu zum zur und y e el ad ter ten te ibn bin bint ben abu af av'.split(
		' ',
	),
);

/** `Dr. Müller` → title and name. The title stands as it was written. */
export function splitTitle(text: string): { title: string | null; name: string } {
	const title = TITLE.exec(text)?.[1];
	return title === undefined ? { title: null, name: text } : { title: title.trim(), name: text.slice(title.length) };
}

/** `von der Heide, Maria` and `Maria von der Heide`; the last word is the last name, with the particles before it. */
export function splitFullName(cell: string): NameParts {
	const salutation = SALUTATION.exec(cell)?.[1];
	const { title, name } = splitTitle(cell.replace(SALUTATION, '').trim());
	const sex = salutation === undefined ? null : /^f/iu.test(salutation) ? 'w' : 'm';
	const comma = name.indexOf(',');
	if (comma !== -1) {
		const first = splitTitle(name.slice(comma + 1).trim());
		return {
			title: title ?? first.title,
			firstName: nameOrNull(first.name),
			lastName: nameOrNull(name.slice(0, comma).trim()),
			sex,
		};
	}
	const words = name.split(' ').filter(Boolean);
	let start = words.length - 1;
	while (start > 1 && PARTICLES.has((words[start - 1] ?? '').toLowerCase())) start--;
	// A name that starts with a particle has no first name in front of it.
	if (start === 1 && PARTICLES.has((words[0] ?? '').toLowerCase())) start = 0;
	return {
		title,
		firstName: nameOrNull(words.slice(0, start).join(' ')),
		lastName: nameOrNull(words.slice(start).join(' ')),
		sex,
	};
}

/**
 * `GARCÍA LÓPEZ` → `García López`, `VON DER HEIDE` → `von der Heide`, `O’NEILL` → `O’Neill`. A name that is not
 * shouted stays exactly as its owner writes it. What capitals cannot tell (ı or i in YILMAZ) stays the plain letter.
 */
export function calmName(name: string): string {
	const letters = name.replace(/[^\p{L}]/gu, '');
	if (letters.length < 2 || name !== name.toUpperCase() || name === name.toLowerCase()) return name;
	return name
		.split(' ')
		.map((word, index, words) => calmWord(word, index < words.length - 1))
		.join(' ');
}

function calmWord(word: string, isFollowed: boolean): string {
	const small = lowerCase(word);
	if (isFollowed && PARTICLES.has(small)) return small;
	const calm = word.replace(/\p{L}[\p{L}\p{M}]*/gu, (part) => part.slice(0, 1) + lowerCase(part.slice(1)));
	return calm.replace(/^(Mc)(\p{Ll})/u, (_, prefix: string, letter: string) => prefix + letter.toUpperCase());
}

/** Lower case of İ is i with a dot of its own, which nobody types. */
function lowerCase(text: string): string {
	return text.toLowerCase().replaceAll('i\u0307', 'i');
}

function nameOrNull(name: string): string | null {
	return isEmptyName(name) ? null : name;
}

/** As `isEmptyCell`, for names: Na, Ka and Kein are names, `n/a` and `k.A.` are not. */
export function isEmptyName(cell: string): boolean {
	return fold(cell) === '' || /^(n\/a|k\. ?a\.?|n\. ?n\.?|unbekannt|keine angabe)$/iu.test(cell.trim());
}
