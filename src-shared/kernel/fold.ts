/**
 * Folding of names for search and duplicate checks (design 5): two spellings of one name fold to the same text, and
 * the fold of a prefix is a prefix of the fold, so search-as-you-type never loses a hit while typing.
 */
const CYRILLIC: Record<string, string> = {
	а: 'a',
	б: 'b',
	в: 'v',
	г: 'g',
	ґ: 'g',
	д: 'd',
	е: 'e',
	є: 'ye',
	ж: 'zh',
	з: 'z',
	и: 'i',
	і: 'i',
	ї: 'yi',
	й: 'y',
	к: 'k',
	л: 'l',
	м: 'm',
	н: 'n',
	о: 'o',
	п: 'p',
	р: 'r',
	с: 's',
	т: 't',
	у: 'u',
	ф: 'f',
	х: 'kh',
	ц: 'ts',
	ч: 'ch',
	ш: 'sh',
	щ: 'shch',
	ъ: '',
	ы: 'y',
	ь: '',
	э: 'e',
	ю: 'yu',
	я: 'ya',
	ђ: 'dj',
	ј: 'j',
	љ: 'lj',
	њ: 'nj',
	ћ: 'c',
	џ: 'dz',
};
const GREEK: Record<string, string> = {
	α: 'a',
	β: 'v',
	γ: 'g',
	δ: 'd',
	ε: 'e',
	ζ: 'z',
	η: 'i',
	θ: 'th',
	ι: 'i',
	κ: 'k',
	λ: 'l',
	μ: 'm',
	ν: 'n',
	ξ: 'x',
	ο: 'o',
	π: 'p',
	ρ: 'r',
	σ: 's',
	ς: 's',
	τ: 't',
	υ: 'y',
	φ: 'f',
	χ: 'ch',
	ψ: 'ps',
	ω: 'o',
};
const LATIN: Record<string, string> = {
	ß: 'ss',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	ł: 'l',
	ı: 'i',
	þ: 'th',
	æ: 'a',
	œ: 'o',
	ə: 'e',
	ħ: 'h',
	ŋ: 'n',
};
const LETTERS = new Map(Object.entries({ ...CYRILLIC, ...GREEK, ...LATIN }));
const MAPPED = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'gu');

/** Lowercase Latin letters, digits and single spaces: `Müller`, `Mueller` and `MULLER` give `muller`. */
export function fold(text: string): string {
	// Apostrophes first: decomposed, ´ would become a space. Caseless twice: ℌ and ™ decompose to capitals.
	const lower = caseless(text.normalize('NFC').replace(/['’‘`´]/gu, ''));
	const plain = caseless(transliterate(lower).normalize('NFKD')).replace(/\p{M}/gu, '');
	return transliterate(plain)
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()
		.replace(/([aou])e/gu, '$1');
}

/** By way of the capitals: old forms such as ᲀ share them with the letter they are. */
const caseless = (text: string): string => text.toUpperCase().toLowerCase();

function transliterate(text: string): string {
	return text.replace(MAPPED, (letter) => LETTERS.get(letter) ?? letter);
}

/** The folded words of a text. */
export function foldedWords(text: string): string[] {
	return fold(text).split(' ').filter(Boolean);
}

/** Order of names by DIN 5007-2: ä as ae, ö as oe, ü as ue, ß as ss, other accents ignored; compare as plain text. */
export function sortKey(text: string): string {
	const spelled = text
		.normalize('NFC')
		.toLowerCase()
		.replace(/[äöüß]/gu, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? letter);
	return transliterate(transliterate(spelled).normalize('NFKD').replace(/\p{M}/gu, ''))
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
