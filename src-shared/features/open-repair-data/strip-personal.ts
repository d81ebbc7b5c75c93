import { fold, foldedWords } from '#shared/kernel/fold.ts';

/**
 * Finds in a text what says who somebody is, before the text is given out as open data: phone numbers, e-mail and web
 * addresses, streets with a number, postcodes with a town, and the names of the visitor. It finds rather too much than
 * too little; a person looks at every text before it leaves.
 */

export type PersonalKind = 'phone' | 'mail' | 'url' | 'name' | 'address';

export interface PersonalPart {
	/** Index of its first letter, and of the first after it. */
	readonly from: number;
	readonly to: number;
	readonly kind: PersonalKind;
}

/** What stands in its place. */
export const STRIPPED = '[…]';

const WORD = String.raw`[\p{L}\p{M}\p{N}]`;
const MAIL =
	/[\p{L}\p{M}\p{N}._%+-]+\s?(?:@|\(at\)|\[at\]|\{at\})\s?[\p{L}\p{N}-]+(?:(?:\.|\s?(?:\(dot\)|\[dot\])\s?)[\p{L}\p{N}-]+)+/giu;
const URL = new RegExp(
	String.raw`(?:https?:\/\/|www\.)\S+|(?<!${WORD})(?:[\p{L}\p{N}-]+\.)+(?:de|com|org|net|info|eu|ch)(?!${WORD})(?:\/\S*)?`,
	'giu',
);
const PHONE = new RegExp(String.raw`(?<!${WORD}|[.,])(?:\+|00?)[\d\s/().–-]{4,}\d(?!${WORD})`, 'gu');
const SAID_PHONE =
	/(?:Tel(?:efon)?(?:nummer)?|Handy(?:nummer)?|Mobil(?:nummer)?|Fax|Rückruf|anrufen|erreichbar)(?:\s+(?:unter|Nr\.?|Nummer))?[\s.:]*(\d[\d\s/().–-]{2,}\d)/giu;
const DATE = /^\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?$/u;
const FEWEST_DIGITS = 6;

const STREET_ENDS =
	'straße|strasse|str\\.|weg|allee|platz|gasse|ring|damm|ufer|stieg|steig|chaussee|promenade|zeile|markt|berg|graben';
/** Parts of devices that end as streets do. */
const NO_STREET = /^(?:dicht|gummi|kolben|spreng|seeger|schleif|spann|feder|o-|kabel|steck|arbeits|fahr|regel)/iu;
const NUMBER = String.raw`\d{1,4}\s?(?:[a-z](?!${WORD}))?(?!${WORD}|[.,]\d)`;
const STREET = new RegExp(String.raw`(?<!${WORD})((?:\p{L}[\p{L}.-]*?)?(?:${STREET_ENDS}))\s*${NUMBER}`, 'giu');
const TWO_WORD_STREET = new RegExp(
	String.raw`(?<!${WORD})(?:\p{Lu}[\p{L}-]+\s+(?:Straße|Strasse|Str\.|Weg|Allee|Platz|Gasse|Ring|Damm|Ufer|Markt|Tor)|(?:Am|An der|An den|An dem|Im|In der|In den|Zum|Zur|Auf dem|Auf der|Unter den|Hinter der|Vor dem)\s+\p{Lu}[\p{L}-]+)\s+${NUMBER}`,
	'gu',
);
const TOWN = new RegExp(String.raw`(?<!${WORD}|[.,])(?:D-)?\d{5}\s+(\p{Lu}[\p{L}-]+)`, 'gu');
/** What five digits may count. */
const UNITS =
	/^(?:Umdrehung|Stunde|Euro|Ohm|Volt|Watt|Hertz|Lumen|Kelvin|Seite|Mal|Stück|Kilometer|Meter|Schritt|Betriebs|Zyklen|Lade)/u;
const ADDRESSED = /(?<!\p{L})(?:Frau|Herrn?|Familie|Fam\.|Fr\.|Hr\.)\s+(?:Dr\.\s+|Prof\.\s+)*(\p{Lu}[\p{L}\p{M}'’-]+)/gu;

const NO_NAMES = new Set([
	'von',
	'van',
	'der',
	'den',
	'dem',
	'zu',
	'zum',
	'zur',
	'und',
	'frau',
	'herr',
	'herrn',
	'familie',
	'fam',
	'dr',
	'prof',
	'de',
	'la',
	'el',
	'al',
	'bin',
	'anonym',
]);

/** In the order of the text, none overlapping. `names`: those of the visitor, each as one text with all its parts. */
export function personalParts(text: string, names: readonly string[]): PersonalPart[] {
	const found: PersonalPart[] = [
		...matches(text, MAIL, 'mail'),
		...matches(text, URL, 'url'),
		...phones(text),
		...matches(text, STREET, 'address', ([, street = '']) => !NO_STREET.test(street)),
		...matches(text, TWO_WORD_STREET, 'address'),
		...matches(text, TOWN, 'address', ([, town = '']) => !UNITS.test(town)),
		...named(text, names),
	];
	return joined(found.sort((a, b) => a.from - b.from || b.to - a.to));
}

/** The text without them. */
export function withoutPersonal(text: string, names: readonly string[]): string {
	let kept = '';
	let at = 0;
	for (const { from, to } of personalParts(text, names)) {
		kept += text.slice(at, from) + STRIPPED;
		at = to;
	}
	return kept + text.slice(at);
}

function* matches(
	text: string,
	pattern: RegExp,
	kind: PersonalKind,
	fits: (match: RegExpExecArray) => boolean = () => true,
): Iterable<PersonalPart> {
	for (const match of text.matchAll(pattern)) {
		if (fits(match)) yield { from: match.index, to: match.index + match[0].length, kind };
	}
}

function* phones(text: string): Iterable<PersonalPart> {
	for (const match of text.matchAll(PHONE)) {
		const digits = match[0].match(/\d/gu)?.length ?? 0;
		if (digits >= FEWEST_DIGITS && !DATE.test(match[0]))
			yield { from: match.index, to: match.index + match[0].length, kind: 'phone' };
	}
	for (const match of text.matchAll(SAID_PHONE)) {
		const number = match[1] ?? '';
		const to = match.index + match[0].length;
		if ((number.match(/\d/gu)?.length ?? 0) >= 4) yield { from: to - number.length, to, kind: 'phone' };
	}
}

function* named(text: string, names: readonly string[]): Iterable<PersonalPart> {
	const parts = new Set(names.flatMap(foldedWords).filter((part) => part.length >= 3 && !NO_NAMES.has(part)));
	for (const match of text.matchAll(/[\p{L}\p{M}'’]+/gu)) {
		const word = fold(match[0]);
		if (parts.has(word) || (word.endsWith('s') && parts.has(word.slice(0, -1)))) {
			yield { from: match.index, to: match.index + match[0].length, kind: 'name' };
		}
	}
	for (const match of text.matchAll(ADDRESSED)) {
		const to = match.index + match[0].length;
		yield { from: to - (match[1]?.length ?? 0), to, kind: 'name' };
	}
}

function joined(parts: readonly PersonalPart[]): PersonalPart[] {
	const whole: PersonalPart[] = [];
	for (const part of parts) {
		const last = whole.at(-1);
		if (last && part.from < last.to) whole[whole.length - 1] = { ...last, to: Math.max(last.to, part.to) };
		else whole.push(part);
	}
	return whole;
}
