import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldedWords, sortKey } from '#shared/kernel/fold.ts';
import { campaign } from '#tests/support/campaign.ts';

const RUNS = { numRuns: campaign(500, 4000) };
/** Letters people have in their names, and what stands between them. */
const Letter = fc.constantFrom(
	...'abcdeouyzAEOUÄÖÜäöüßéèçñşŞğıİłŁøØåÅæÆœþđðħ ŋə-.,´`’\'"()0159еёжщьяЯюєїґЄλόςΣψ山田أحمد한국\u0308\u0301\u200d',
);
const Name = fc.oneof(
	fc.array(Letter, { maxLength: 12 }).map((letters) => letters.join('')),
	fc.string({ unit: 'binary', maxLength: 10 }),
);

describe('folding', () => {
	it('folds the beginning of a text to the beginning of its fold: typing on never loses a hit', () => {
		fc.assert(
			fc.property(Name, fc.nat(), (name, cut) => {
				const letters = [...name];
				const typed = letters.slice(0, cut % (letters.length + 1)).join('');
				expect(fold(name).startsWith(fold(typed))).toBe(true);
			}),
			RUNS,
		);
	});

	it('gives small letters, digits and single spaces only', () => {
		fc.assert(
			fc.property(Name, (name) => {
				const folded = fold(name);
				expect(folded).toMatch(/^$|^[\p{L}\p{N}]+( [\p{L}\p{N}]+)*$/u);
				expect(folded).toBe(folded.toLowerCase());
			}),
			RUNS,
		);
	});

	it('does not mind composed or decomposed letters, nor capitals', () => {
		fc.assert(
			fc.property(Name, (name) => {
				expect(fold(name.normalize('NFD'))).toBe(fold(name.normalize('NFC')));
				expect(fold(fold(name).toUpperCase())).toBe(fold(fold(name)));
			}),
			RUNS,
		);
	});

	it('does not mind how any letter there is was written', () => {
		for (let code = 0x20; code < 0x2_0000; code++) {
			if (code >= 0xd800 && code < 0xe000) continue;
			const letter = String.fromCodePoint(code);
			if (!/\p{L}/u.test(letter)) continue;
			const shown = `U+${code.toString(16)}`;
			expect([shown, fold(letter.normalize('NFD'))]).toEqual([shown, fold(letter.normalize('NFC'))]);
			expect([shown, fold(fold(letter).toUpperCase())]).toEqual([shown, fold(letter)]);
		}
	});

	it.each([
		['Müller', 'Mueller', 'MÜLLER', 'Muller', 'MUELLER'],
		['Groß', 'Gross', 'GROẞ', 'GROSS'],
		['Jäger', 'Jaeger', 'Jager'],
		['Goethe', 'Göthe', 'Gothe'],
		['Yılmaz', 'Yilmaz', 'YILMAZ'],
		['İbrahim', 'Ibrahim', 'ibrahim'],
		['Şahin', 'Sahin'],
		['Łukasz', 'Lukasz'],
		['D’Angelo', "D'Angelo", 'D´Angelo', 'D`Angelo', 'DAngelo'],
		['Müller-Lüdenscheidt', 'Mueller Luedenscheidt'],
		['Шевченко', 'Shevchenko'],
		['Юлія', 'Yuliya'],
		['Παπαδόπουλος', 'Papadopoylos'],
		['Bjørn', 'Bjorn'],
	])('%s is the same as its other spellings', (name, ...others) => {
		for (const other of others) expect(fold(other), other).toBe(fold(name));
	});

	it('keeps different names apart', () => {
		const names = ['Müller', 'Möller', 'Miller', 'Maier', 'Mayer', 'Öz', 'Az'];
		expect(new Set(names.map(fold)).size).toBe(names.length);
	});

	it('gives words without empty ones', () => {
		expect(foldedWords(' -- Anna–Lena  (geb. Groß) ')).toEqual(['anna', 'lena', 'geb', 'gross']);
		expect(foldedWords(' –!? ')).toEqual([]);
	});
});

describe('sorting', () => {
	it('follows DIN 5007-2: umlauts as ae, oe, ue, ß as ss, other accents ignored', () => {
		const sorted = ['Mueck', 'Müller', 'Muellerin', 'Muldau', 'Muscat', 'Straße', 'Strasser', 'Émile', 'Emilia'];
		const keys = [...sorted].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
		expect(keys).toEqual(['Émile', 'Emilia', 'Mueck', 'Müller', 'Muellerin', 'Muldau', 'Muscat', 'Straße', 'Strasser']);
		expect(sortKey('Müller')).toBe('mueller');
	});

	it('does not mind decomposed letters or capitals', () => {
		fc.assert(
			fc.property(Name, (name) => {
				expect(sortKey(name.normalize('NFD'))).toBe(sortKey(name.normalize('NFC')));
			}),
			RUNS,
		);
	});
});
