import { fold } from '#shared/kernel/fold.ts';
import { CATEGORY_WORDS } from './category-words.ts';
import type { RepairCategory } from './model.ts';
import { PRODUCT_CATEGORIES, UNPOWERED_GERMAN } from './product-categories.ts';

/**
 * Which category German words for a thing fall into (`Bosch-Handmixer`, `Waage, elektrisch`, `Kabel für den Laptop`).
 * Spelling is folded: umlauts, `c`/`k`, `ph`/`f`, doubled letters (`Cassetenrecorder`).
 */

interface Word {
	readonly category: RepairCategory;
	/** As the list says it. */
	readonly said: string;
	/** Folded, without spaces. */
	readonly letters: string;
	readonly takesCompounds: boolean;
	/** Its place in its category: common words stand first. */
	readonly rank: number;
}

const WORDS: readonly Word[] = CATEGORY_WORDS.flatMap(([category, list]) =>
	list.split(', ').map((word, rank) => {
		const said = word.replace(/^=/u, '');
		return { category, said, letters: plain(said).replaceAll(' ', ''), takesCompounds: !word.startsWith('='), rank };
	}),
);
const EXACT: ReadonlyMap<string, Word> = new Map([...WORDS].reverse().map((word) => [word.letters, word]));
const ENDINGS: ReadonlyMap<string, Word> = new Map([...EXACT].filter(([, { takesCompounds }]) => takesCompounds));
const SHORTEST_ENDING = 3;
const SHORTEST_BEGINNING = 6;
/** Longest first: `Batterien` loses `en` only when `n` did not help. */
const PLURALS = ['', 'n', 'e', 's', 'en', 'er', 'ern', 'nen'];
/** What follows says what it is for, made of or has besides. */
const BEHIND = /\b(?:mit|fur|aus|ohne|zum|zur|von|vom|im|in|am|an|auf|und|oder|defekt|kaputt)\b/u;

/** The category of the best fit; null when no word is known. */
export function findCategory(words: string): RepairCategory | null {
	const parts = words.split(/[,;/()+&|]+/u).map(plain);
	const whole = exactly(parts.join('').replaceAll(' ', ''));
	if (whole) return whole.category;
	for (const part of parts) {
		const [head = ''] = part.split(BEHIND);
		const found = ofTokens(head.split(' ').filter(Boolean));
		if (found) return found.category;
	}
	// Nothing known of the thing itself: what it is for is better than nothing (`Teil für Nähmaschine`).
	return ofTokens(parts.join(' ').split(' ').filter(Boolean))?.category ?? null;
}

export interface CategorySuggestion {
	readonly category: RepairCategory;
	/** The word of the list that led there; null: the category's own name did. */
	readonly word: string | null;
}

/** For a type-ahead: best first, every category once. What is typed may stop in the middle of a word. */
export function suggestCategories(typed: string, limit: number): CategorySuggestion[] {
	const letters = plain(typed).replaceAll(' ', '');
	if (letters === '') return [];
	const found = new Map<RepairCategory, CategorySuggestion>();
	const add = (category: RepairCategory, word: string | null): void => {
		if (!found.has(category)) found.set(category, { category, word });
	};
	const best = findCategory(typed);
	if (best !== null && EXACT.has(letters)) add(best, EXACT.get(letters)?.said ?? null);
	const begun = WORDS.filter((word) => word.letters.startsWith(letters)).sort((a, b) => a.rank - b.rank);
	for (const { category, said } of begun) add(category, said);
	if (best !== null) add(best, null);
	for (const { id, german, name } of PRODUCT_CATEGORIES) if (isNamed(german, letters) || isNamed(name, letters)) add(id, null);
	for (const group of Object.keys(UNPOWERED_GERMAN) as (keyof typeof UNPOWERED_GERMAN)[]) {
		if (isNamed(UNPOWERED_GERMAN[group], letters) || isNamed(group, letters)) add(group, null);
	}
	if (letters.length >= SHORTEST_ENDING) {
		for (const { category, said } of WORDS.filter((word) => word.letters.includes(letters))) add(category, said);
	}
	return [...found.values()].slice(0, limit);
}

const isNamed = (name: string, letters: string): boolean =>
	plain(name)
		.split(' ')
		.some((word) => word.startsWith(letters));

/** Whole phrases first, then single words from behind: German says the thing last (`Siemens Wasserkocher`). */
function ofTokens(tokens: readonly string[]): Word | undefined {
	for (let from = 0; from < tokens.length; from++) {
		for (let to = tokens.length; to > from; to--) {
			if (to - from < 2 && tokens.length > 1) continue;
			const exact = exactly(tokens.slice(from, to).join(''));
			if (exact) return exact;
		}
	}
	for (const token of tokens.toReversed()) {
		const found = exactly(token) ?? byEnding(token);
		if (found) return found;
	}
	return byEnding(tokens.join('')) ?? byBeginning(tokens);
}

function exactly(letters: string): Word | undefined {
	for (const word of singulars(letters)) {
		const found = EXACT.get(word);
		if (found) return found;
	}
	return undefined;
}

function byEnding(letters: string): Word | undefined {
	for (let from = 1; from <= letters.length - SHORTEST_ENDING; from++) {
		for (const word of singulars(letters.slice(from))) {
			const found = ENDINGS.get(word);
			if (found) return found;
		}
	}
	return undefined;
}

/** A part of something that is known: `Staubsaugerrohr`. */
function byBeginning(tokens: readonly string[]): Word | undefined {
	for (const token of tokens) {
		for (let to = token.length - 1; to >= SHORTEST_BEGINNING; to--) {
			const found = ENDINGS.get(token.slice(0, to));
			if (found) return found;
		}
	}
	return undefined;
}

function singulars(letters: string): string[] {
	return PLURALS.filter((ending) => letters.endsWith(ending) && letters.length - ending.length >= 2).map((ending) =>
		letters.slice(0, letters.length - ending.length),
	);
}

function plain(text: string): string {
	return fold(text)
		.replace(/ph(?=on|ot)|(?<=gra)ph/gu, 'f')
		.replace(/c(?!h)/gu, 'k')
		.replace(/([^aio\s])\1+/gu, '$1');
}
