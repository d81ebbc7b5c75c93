import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './files-below.ts';
import type { SeededRandom } from './seeded-random.ts';

/**
 * Texts that nothing else contains, to be typed everywhere and then looked for: a mark of their own run, and a tail that
 * tells which field it was. Lowercase consonants only, so that folding for search leaves them as they are.
 */
export interface Canaries {
	readonly mark: string;
	/** A regular expression that all of them fit. */
	readonly pattern: string;
	/** Another one every time. */
	next(): string;
	/** `file: how it is written` of every place that holds one. */
	foundBelow(folder: string): string[];
	foundIn(text: string | Buffer): string[];
}

const LETTERS = 'bcdfghjklmnpqrstvwxz';
const MARK_LENGTH = 7;

export function createCanaries(random: SeededRandom): Canaries {
	const letters = (count: number) => Array.from({ length: count }, () => random.pick([...LETTERS])).join('');
	const mark = letters(MARK_LENGTH);
	const spellings = spellingsOf(mark);
	const used = new Set<string>();
	const foundIn = (text: string | Buffer) => {
		const bytes = typeof text === 'string' ? Buffer.from(text) : text;
		return spellings.filter(([, spelling]) => bytes.includes(spelling)).map(([name]) => name);
	};
	return {
		mark,
		pattern: `${mark}[${LETTERS}]{3}`,
		next() {
			let text = mark + letters(3);
			while (used.has(text)) text = mark + letters(3);
			used.add(text);
			return text;
		},
		foundIn,
		foundBelow: (folder) =>
			filesBelow(folder).flatMap((file) => [
				...foundIn(file).map((how) => `name of ${file}: ${how}`),
				...foundIn(readFileSync(join(folder, file))).map((how) => `${file}: ${how}`),
			]),
	};
}

/** Files below a folder that hold any of these bytes. */
export function filesHolding(folder: string, needles: readonly Buffer[]): string[] {
	return filesBelow(folder).filter((file) => {
		const bytes = readFileSync(join(folder, file));
		return needles.some((needle) => bytes.includes(needle));
	});
}

function spellingsOf(mark: string): (readonly [string, Buffer])[] {
	const utf16 = Buffer.from(mark, 'utf16le');
	return [
		['utf8', Buffer.from(mark)],
		['capitals', Buffer.from(mark.toUpperCase())],
		['utf16le', utf16],
		['utf16be', Buffer.from(utf16).swap16()],
		['hex', Buffer.from(Buffer.from(mark).toString('hex'))],
		...[0, 1, 2].map((shift) => ['base64', base64Inside(Buffer.from(mark), shift)] as const),
		...[0, 1, 2].map((shift) => ['base64 of utf16le', base64Inside(utf16, shift)] as const),
	];
}

/** The letters base64 always has for these bytes when they start `shift` bytes into a group of three. */
function base64Inside(bytes: Buffer, shift: number): Buffer {
	const text = Buffer.concat([Buffer.alloc(shift), bytes])
		.toString('base64')
		.replace(/=+$/, '');
	const first = Math.ceil((shift * 8) / 6);
	const last = Math.floor(((shift + bytes.length) * 8) / 6);
	return Buffer.from(text.slice(first, last));
}
