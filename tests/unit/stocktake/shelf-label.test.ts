import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readShelf, SHELF_PREFIX } from '#shared/features/stocktake/shelf-label.ts';

const KNOWN = ['Regal 1', 'Werkstatt, Schrank links', 'Büro'];

it.each([
	['KONTOR-ORT:Regal 1', { kind: 'shelf', shelf: 'Regal 1', isNew: false }],
	['  kontor-ort: regal 1\r', { kind: 'shelf', shelf: 'Regal 1', isNew: false }],
	// An American scanner on a German keyboard: Y and Z, hyphen, colon, umlaut.
	['KONTORßORTÖRegal 1', { kind: 'shelf', shelf: 'Regal 1', isNew: false }],
	['KONTORßORTÖWerkstattß Schrank links', { kind: 'shelf', shelf: 'Werkstatt, Schrank links', isNew: false }],
	['KONTOR-ORT:Keller', { kind: 'shelf', shelf: 'Keller', isNew: true }],
	['KONTOR-ORT:', { kind: 'unreadable', why: 'no_code' }],
	['KONTOR-ORT:Regal 1KONTOR-ITEM:WZ-1', { kind: 'unreadable', why: 'two_codes' }],
	['KONTOR-ORT:Regal 1\tWZ-1', { kind: 'unreadable', why: 'two_codes' }],
	[`KONTOR-ORT:${'x'.repeat(81)}`, { kind: 'unreadable', why: 'too_long' }],
	['WZ-1', null],
	['KONTOR-ITEM:WZ-1', null],
	['', null],
])('%s', (text, answer) => {
	expect(readShelf(text, () => KNOWN)).toEqual(answer);
});

it('every place that a label can say is understood again', () => {
	const place = fc.string({ minLength: 1, maxLength: 80, unit: 'grapheme-ascii' }).map((text) => text.trim());
	fc.assert(
		fc.property(place, (name) => {
			fc.pre(/[a-z0-9]/i.test(name) && !/kontor-/i.test(name));
			expect(readShelf(SHELF_PREFIX + name, () => [name])).toEqual({ kind: 'shelf', shelf: name, isNew: false });
		}),
	);
});

it('ten thousand characters are too long', () => {
	expect(readShelf(`KONTOR-ORT:${'x'.repeat(10_000)}`, () => KNOWN)).toEqual({ kind: 'unreadable', why: 'too_long' });
});
