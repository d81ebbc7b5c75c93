import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScan } from '#shared/features/lending/scan-text.ts';
import { repairOnSlip, SLIP_PREFIX } from '#shared/features/repairs/model.ts';
import { deviceLetter } from '#shared/features/repairs/queue.ts';
import { DEFAULT_WAIVER_ID, DEFAULT_WAIVER_TEXT, missingExceptions } from '#shared/features/repairs/waiver.ts';

const ID = '019abcde-f012-7345-8678-9abcdef01234';

describe('the slip', () => {
	it('is read from any scanner, also one that types as if the keyboard were American', () => {
		expect(repairOnSlip(SLIP_PREFIX + ID)).toBe(ID);
		expect(repairOnSlip(` ${(SLIP_PREFIX + ID).toLowerCase()}\r`)).toBe(ID);
		expect(repairOnSlip((SLIP_PREFIX + ID).replaceAll('-', 'ß').replace(':', 'Ö'))).toBe(ID);
	});

	it('is nothing else, and nothing else is a slip', () => {
		for (const other of ['', 'A7', ID, 'KONTOR-KARTE:E-00042', `KONTOR-WER:${ID}`, `${SLIP_PREFIX}A7`, `${SLIP_PREFIX}${ID}x`])
			expect(repairOnSlip(other), other).toBeNull();
		expect(readScan(SLIP_PREFIX + ID).kind).not.toBe('member');
	});
});

describe('letters of devices', () => {
	it('are A to Z, then two, and never the same twice', () => {
		expect([0, 1, 25, 26, 27, 51, 52, 701, 702].map(deviceLetter)).toEqual(['A', 'B', 'Z', 'AA', 'AB', 'AZ', 'BA', 'ZZ', 'AAA']);
		const places = fc.uniqueArray(fc.nat({ max: 5000 }), { minLength: 2, maxLength: 60 });
		fc.assert(fc.property(places, (all) => new Set(all.map(deviceLetter)).size === all.length));
	});
});

describe('the words on liability', () => {
	it('exclude nothing for intent, gross negligence and injury to life, body or health', () => {
		expect(missingExceptions(DEFAULT_WAIVER_TEXT)).toEqual([]);
		expect(DEFAULT_WAIVER_TEXT).toContain(
			'Wir haften immer, wenn wir einen Schaden absichtlich (vorsätzlich) oder grob fahrlässig verursachen.',
		);
		expect(DEFAULT_WAIVER_TEXT).toContain(
			'Wir haften auch immer, wenn durch unser Verschulden Leben, Körper oder Gesundheit eines Menschen verletzt werden.',
		);
		// Only slight negligence, and only for the thing itself.
		expect(DEFAULT_WAIVER_TEXT.match(/haften wir nicht/g)).toHaveLength(1);
		expect(DEFAULT_WAIVER_TEXT).toContain('Schäden an Ihrem Gegenstand, die wir leicht fahrlässig verursachen, haften wir nicht');
	});

	it('are this version as long as they say this: repairs name it', () => {
		expect(DEFAULT_WAIVER_ID).toBe('00000000-0000-7000-8000-000000000001');
		expect(DEFAULT_WAIVER_TEXT).toHaveLength(DEFAULT_LENGTH);
	});

	it('are missed where somebody writes others', () => {
		expect(missingExceptions('Wir haften für nichts.')).toEqual(['intent', 'gross_negligence', 'injury']);
		expect(missingExceptions('Wir haften bei Vorsatz und grober Fahrlässigkeit.')).toEqual(['injury']);
		const whole = 'Bei Vorsatz, grober Fahrlässigkeit\nund Verletzung von Leben, Körper oder Gesundheit haften wir.';
		expect(missingExceptions(whole)).toEqual([]);
	});
});
const DEFAULT_LENGTH = 947;
