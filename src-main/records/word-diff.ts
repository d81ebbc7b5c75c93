import diff from 'fast-diff';

/** Parts of two texts one after another: in both, only in the first, only in the second. What is replaced comes before what replaces it. */
export type Diff = (readonly [kind: -1 | 0 | 1, part: string])[];

interface Rewrite {
	/** In the first text. */
	from: number;
	deleted: string;
	inserted: string;
}

/** Words between two changes that somebody who rewrote a sentence has kept by chance. */
const FEW_WORDS = 3;
const TOKEN = /\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * The difference of two texts in whole words, and of a sentence that was rewritten as a whole. Two people who rewrite the
 * same sentence while apart get both sentences; letter by letter they would get a mixture that nobody can read.
 */
export function wordDiff(before: string, after: string): Diff {
	const parts: Diff = [];
	let from = 0;
	const equal = (to: number) => {
		if (to > from) parts.push([diff.EQUAL, before.slice(from, to)]);
		from = to;
	};
	for (const rewrite of withSpace(before, rewrites(before, after))) {
		equal(rewrite.from);
		if (rewrite.deleted !== '') parts.push([diff.DELETE, rewrite.deleted]);
		if (rewrite.inserted !== '') parts.push([diff.INSERT, rewrite.inserted]);
		from += rewrite.deleted.length;
	}
	equal(before.length);
	return parts;
}

function rewrites(before: string, after: string): Rewrite[] {
	const found: Rewrite[] = [];
	let from = 0;
	let kept = '';
	let isOpen = false;
	for (const [kind, part] of byTokens(before, after)) {
		if (kind === diff.EQUAL) {
			kept = part;
			from += part.length;
			isOpen = false;
			continue;
		}
		const last = found.at(-1);
		const [deleted, inserted] = kind === diff.DELETE ? [part, ''] : ['', part];
		if (last && (isOpen || ((last.deleted !== '' || deleted !== '') && wordsIn(kept) <= FEW_WORDS))) {
			const between = isOpen ? '' : kept;
			last.deleted += between + deleted;
			last.inserted += between + inserted;
		} else found.push({ from, deleted, inserted });
		isOpen = true;
		from += deleted.length;
	}
	return found;
}

/** Words go and come with the space before them, or, at the start, after them: so they do not stick to what others put there. */
function withSpace(before: string, found: readonly Rewrite[]): Rewrite[] {
	let end = 0;
	return found.map(({ from, deleted, inserted }, at) => {
		const start = end;
		end = from + deleted.length;
		const ahead = /\s*$/u.exec(before.slice(start, from))?.[0] ?? '';
		if (deleted === '' || inserted === '') {
			// The same text comes of it when the space at its end is the one at its start.
			const turned = (text: string) => (text === '' ? '' : ahead + text.slice(0, text.length - ahead.length));
			if (!(deleted + inserted).endsWith(ahead)) return { from, deleted, inserted };
			end -= deleted === '' ? 0 : ahead.length;
			return { from: from - ahead.length, deleted: turned(deleted), inserted: turned(inserted) };
		}
		if (ahead !== '') return { from: from - ahead.length, deleted: ahead + deleted, inserted: ahead + inserted };
		const behind = /^\s*/u.exec(before.slice(end, found[at + 1]?.from))?.[0] ?? '';
		end += behind.length;
		return { from, deleted: deleted + behind, inserted: inserted + behind };
	});
}

const wordsIn = (text: string): number => text.match(WORD)?.length ?? 0;

/** So many different words have a letter each for the comparison; of a text with more, its letters are compared. */
const FIRST_LETTER = 0x100;
const LAST_LETTER = 0xd7ff;

function byTokens(before: string, after: string): Diff {
	const letters = new Map<string, string>();
	const tokens: string[] = [];
	const spell = (text: string): string =>
		(text.match(TOKEN) ?? [])
			.map((token) => {
				const known = letters.get(token);
				if (known !== undefined) return known;
				const letter = String.fromCharCode(Math.min(FIRST_LETTER + tokens.length, LAST_LETTER));
				letters.set(token, letter);
				tokens.push(token);
				return letter;
			})
			.join('');
	const [one, other] = [spell(before), spell(after)];
	if (tokens.length > LAST_LETTER - FIRST_LETTER) return diff(before, after);
	return diff(one, other).map(([kind, spelt]) => {
		const words = Array.from(spelt, (letter) => tokens[letter.charCodeAt(0) - FIRST_LETTER] ?? '');
		return [kind, words.join('')] as const;
	});
}
