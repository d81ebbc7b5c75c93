import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cryptoReady } from '#main/vaults/crypto.ts';
import { parseKit, printKit } from '#main/vaults/recovery-kit.ts';
import { tidyBase32 } from '#shared/kernel/base32.ts';
import { campaign } from '#tests/support/campaign.ts';

await cryptoReady;
const RUNS = { numRuns: campaign(100, 2000) };
const Secret = fc.uint8Array({ minLength: 32, maxLength: 32 });
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('recovery kit', () => {
	it('comes back from paper, however people type it, and from its QR code', () => {
		fc.assert(
			fc.property(Secret, fc.constantFrom(' ', '-', '', ' – ', '\n', '  '), fc.boolean(), (secret, between, small) => {
				const { groups, qrText } = printKit(secret);
				expect(groups).toHaveLength(14);
				for (const group of groups) expect(group).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}$/);
				const typed = groups
					.join(between)
					.replaceAll('0', 'O')
					.replaceAll('1', small ? 'l' : 'I');
				expect(parseKit(small ? typed.toLowerCase() : typed)).toEqual({ ok: true, value: secret });
				expect(parseKit(qrText)).toEqual({ ok: true, value: secret });
				expect(parseKit(` ${qrText.toLowerCase()}\n`)).toEqual({ ok: true, value: secret });
			}),
			RUNS,
		);
	});

	it('catches every wrong letter, every two exchanged neighbours, and what is missing', () => {
		fc.assert(
			fc.property(Secret, fc.nat({ max: 55 }), fc.nat({ max: 30 }), (secret, at, other) => {
				const code = printKit(secret).groups.join('');
				const wrong = ALPHABET[(ALPHABET.indexOf(code[at] ?? '') + 1 + other) % 32];
				expect(parseKit(code.slice(0, at) + wrong + code.slice(at + 1)).ok).toBe(false);
				expect(parseKit(code.slice(0, at) + code.slice(at + 1)).ok).toBe(false);
				expect(parseKit(`${code.slice(0, at)}A${code.slice(at)}`).ok).toBe(false);
				const [a = '', b = ''] = [code[at], code[at + 1]];
				if (a !== b && b) expect(parseKit(code.slice(0, at) + b + a + code.slice(at + 2)).ok).toBe(false);
			}),
			RUNS,
		);
	});

	it('takes any text without failing', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
				expect(parseKit(text)).toEqual({ ok: false, error: 'typo' });
				expect(parseKit(`KONTOR-NOTFALL:${text}`)).toEqual({ ok: false, error: 'typo' });
			}),
			RUNS,
		);
	});

	it('compares groups typed back one by one', () => {
		expect(tidyBase32(' o1l-i ')).toBe('0111');
	});
});
