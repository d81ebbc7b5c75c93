import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BORROWER_CARD_PREFIX, cardNumberOn } from '#shared/features/borrowers/model.ts';
import { LABEL_PREFIX } from '#shared/features/inventory/model.ts';
import { LONGEST_SCAN } from '#shared/features/lending/model.ts';
import { readScan } from '#shared/features/lending/scan-text.ts';
import { MEMBER_CARD_PREFIX } from '#shared/features/members/model.ts';
import { campaign } from '#tests/support/campaign.ts';

/** What a scanner sends that types as if the keyboard were American, where Windows has a German one. */
const ON_GERMAN_KEYS: Record<string, string> = { '-': 'ß', ':': 'Ö', Y: 'Z', Z: 'Y', y: 'z', z: 'y' };
const asOnGermanKeys = (text: string) => text.replace(/[-:YZyz]/g, (key) => ON_GERMAN_KEYS[key] ?? key);

/** What cables and wrong settings send: control characters, letters of any script, and pieces of codes. */
const Unit = fc.oneof(
	fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 1 }),
	fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
	fc.constantFrom('E-', '0', '42', 'KONTOR-KARTE:', 'KONTOR-ITEM:', '\u0000', '\u200b', 'ß', 'Ö'),
);

const Count = fc.integer({ min: 0, max: 999_999_999 });
const numberOf = (count: number) => `E-${String(count).padStart(5, '0')}`;

describe('the number on a borrower card', () => {
	it('is read back from code, barcode and typing, on a German keyboard too', () => {
		fc.assert(
			fc.property(Count, (count) => {
				const number = numberOf(count);
				const written = [number, `${BORROWER_CARD_PREFIX}${number}`, number.toLowerCase(), ` ${number}\t`, `e${count}`];
				for (const text of written) {
					expect(cardNumberOn(text), text).toBe(number);
					expect(cardNumberOn(asOnGermanKeys(text)), asOnGermanKeys(text)).toBe(number);
				}
			}),
		);
	});

	it('is none of anything else', () => {
		for (const text of [
			'',
			'E',
			'E-',
			'E--1',
			'42',
			'E-1a',
			'E-1234567890',
			'WZ-0001',
			'E-42 E-43',
			'KONTOR-KARTE:',
			'KONTOR-KARTE:42',
		])
			expect(cardNumberOn(text), text).toBeNull();
		fc.assert(
			fc.property(fc.string({ unit: Unit, maxLength: 30 }), (text) => {
				const number = cardNumberOn(text);
				if (number !== null) expect(number).toMatch(/^E-\d{5,9}$/);
			}),
			{ numRuns: campaign(500, 4000) },
		);
	});
});

describe('what a scanned text could be', () => {
	const MEMBER = '0198c0de-0000-7000-8000-000000000042';
	it.each<[string, object]>([
		['KONTOR-KARTE:E-00042', { kind: 'card', number: 'E-00042' }],
		['KONTORßKARTEÖEß00042', { kind: 'card', number: 'E-00042' }],
		['E-00042\r\n', { kind: 'card_or_item', card: 'E-00042' }],
		['\u0002E-00042\u0003', { kind: 'card_or_item', card: 'E-00042' }],
		[`${LABEL_PREFIX}WZ-0217`, { kind: 'item', number: 'WZ-0217' }],
		[asOnGermanKeys(`${LABEL_PREFIX}WZ-0217`), { kind: 'item', number: 'WZ-0217', others: ['WY-0217'] }],
		['wz-0217', { kind: 'item', number: 'WZ-0217', others: [] }],
		[`${MEMBER_CARD_PREFIX}${MEMBER}`, { kind: 'member', id: MEMBER }],
		[`${MEMBER_CARD_PREFIX}nobody`, { kind: 'unreadable', why: 'no_code' }],
		['KONTOR-KARTE:WZ-0217', { kind: 'unreadable', why: 'no_code' }],
		['', { kind: 'unreadable', why: 'empty' }],
		[' \r\n\t\u0000\u200b', { kind: 'unreadable', why: 'empty' }],
		['WZ-0217\rWZ-0218', { kind: 'unreadable', why: 'two_codes' }],
		['WZ-0217 E-00042', { kind: 'unreadable', why: 'two_codes' }],
		['KONTOR-KARTE:E-00042KONTOR-KARTE:E-00043', { kind: 'unreadable', why: 'two_codes' }],
		[`WZ-0217${LABEL_PREFIX}WZ-0218`, { kind: 'unreadable', why: 'two_codes' }],
		['die rote Bohrmaschine', { kind: 'unreadable', why: 'no_code' }],
		['1'.repeat(LONGEST_SCAN + 1), { kind: 'unreadable', why: 'too_long' }],
		['E-00042'.repeat(1500), { kind: 'unreadable', why: 'too_long' }],
	])('%j', (text, expected) => {
		expect(readScan(text)).toMatchObject(expected);
	});

	it('is always one of them, whatever is sent', () => {
		fc.assert(
			fc.property(fc.string({ unit: Unit, maxLength: 400 }), (text) => {
				const read = readScan(text);
				if (read.kind === 'unreadable') return;
				expect(text.length).toBeLessThanOrEqual(LONGEST_SCAN * 3);
				if (read.kind === 'card') expect(read.number).toMatch(/^E-\d{5,9}$/);
			}),
			{ numRuns: campaign(1000, 10_000) },
		);
	});
});
