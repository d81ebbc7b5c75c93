import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cryptoReady } from '#main/vaults/crypto.ts';
import { fingerprintOf } from '#main/vaults/fingerprint.ts';
import { FINGERPRINT_PREFIX, Fingerprint, readFingerprint } from '#shared/features/devices/model.ts';
import type { DeviceId, SiteId } from '#shared/kernel/ids.ts';
import { campaign } from '#tests/support/campaign.ts';

await cryptoReady;
const RUNS = { numRuns: campaign(100, 2000) };
const SITE = '01890000-0000-7000-8000-000000000001' as SiteId;
const DEVICE = '01890000-0000-7000-8000-000000000002' as DeviceId;
const Key = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('fingerprint of a device', () => {
	it('is what another implementation of BLAKE2b and CBOR gives', () => {
		expect(fingerprintOf(SITE, DEVICE, new Uint8Array(32))).toBe('7S5V-3681-ZQP7-WV9Q');
		expect(fingerprintOf(SITE, DEVICE, new Uint8Array(32).fill(255))).toBe('HFTR-HHZV-156Y-XMVZ');
	});

	it('differs for another key, another device and another site', () => {
		fc.assert(
			fc.property(Key, Key, (key, other) => {
				const fingerprint = fingerprintOf(SITE, DEVICE, key);
				expect(Fingerprint.parse(fingerprint)).toBe(fingerprint);
				expect(fingerprint).toMatch(/^[0-9A-HJKMNP-TV-Z-]{19}$/);
				const isSame = key.every((byte, at) => byte === other[at]);
				expect(fingerprintOf(SITE, DEVICE, other) === fingerprint).toBe(isSame);
				expect(fingerprintOf(SITE, SITE as string as DeviceId, key)).not.toBe(fingerprint);
				expect(fingerprintOf(DEVICE as string as SiteId, DEVICE, key)).not.toBe(fingerprint);
			}),
			RUNS,
		);
	});

	it('is read however people type it and from its QR code', () => {
		fc.assert(
			fc.property(Key, fc.constantFrom(' ', '-', '', ' – ', '  '), (key, between) => {
				const fingerprint = fingerprintOf(SITE, DEVICE, key);
				const typed = fingerprint.replaceAll('-', between).replaceAll('0', 'O').replaceAll('1', 'l').toLowerCase();
				expect(readFingerprint(typed)).toBe(fingerprint);
				expect(readFingerprint(`${FINGERPRINT_PREFIX}${fingerprint}\n`)).toBe(fingerprint);
				// A scanner that acts as a keyboard with another layout.
				expect(readFingerprint(`${FINGERPRINT_PREFIX}${fingerprint}`.toLowerCase())).toBe(fingerprint);
				expect(readFingerprint(fingerprint.slice(1))).toBeNull();
				expect(readFingerprint(`${fingerprint}A`)).toBeNull();
			}),
			RUNS,
		);
	});

	it('takes any text without failing', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
				expect(readFingerprint(text)).toBeNull();
				expect(readFingerprint(FINGERPRINT_PREFIX + text)).toBeNull();
			}),
			RUNS,
		);
	});
});
