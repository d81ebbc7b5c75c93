import { describe, expect, it } from 'vitest';
import { cryptoReady } from '#main/vaults/crypto.ts';
import { decodeCbor, encodeCbor } from '#main/vaults/envelope.ts';
import { costOf, newMemberKeys, unwrapKeys, wrapKeys } from '#main/vaults/member-keys.ts';
import { FLOOR_COST } from '#main/vaults/passphrase-key.ts';
import { attemptBrake } from '#main/vaults/sign-in.ts';
import type { MemberId, SiteId } from '#shared/kernel/ids.ts';
import { fakeClock } from '#tests/support/fake-clock.ts';
import { fakeIds } from '#tests/support/fake-ids.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';

await cryptoReady;
const ids = fakeIds();
const owner = { siteId: ids.next() as SiteId, memberId: ids.next() as MemberId };

describe('wrapped keys', { timeout: 60_000 }, () => {
	it('open with the passphrase of their owner only, however it was composed', async () => {
		const random = seededRandom(1);
		const keys = newMemberKeys(random);
		const wrapped = await wrapKeys(keys, owner, 'Grüße aus Köln', FLOOR_COST, random);
		expect((await unwrapKeys(wrapped, owner, 'Grüße aus Köln'.normalize('NFD')))?.seed).toEqual(keys.seed);
		expect(await unwrapKeys(wrapped, owner, 'Grüsse aus Köln')).toBeNull();
		expect(await unwrapKeys(wrapped, { ...owner, memberId: ids.next() as MemberId }, 'Grüße aus Köln')).toBeNull();
		expect(await unwrapKeys(wrapped, { ...owner, siteId: ids.next() as SiteId }, 'Grüße aus Köln')).toBeNull();
		expect(Buffer.from(wrapped).includes(Buffer.from(keys.seed))).toBe(false);
	});

	it('are refused when cost, salt or box were changed, or the cost made cheap or endless', async () => {
		const random = seededRandom(2);
		const wrapped = await wrapKeys(newMemberKeys(random), owner, 'passphrase', FLOOR_COST, random);
		const parts = decodeCbor(wrapped) as { memoryMiB: number; passes: number; salt: Uint8Array; box: Uint8Array };
		expect(costOf(wrapped)).toEqual(FLOOR_COST);
		const flipped = (bytes: Uint8Array) => Uint8Array.from(bytes, (byte, at) => (at === 3 ? byte ^ 1 : byte));
		const changes = [
			{ memoryMiB: 65 },
			{ passes: 4 },
			{ salt: flipped(parts.salt) },
			{ box: flipped(parts.box) },
			{ memoryMiB: 8 },
			{ passes: 1 },
			{ memoryMiB: 4096 },
			{ salt: parts.salt.slice(1) },
			{ more: 1 },
		];
		for (const change of changes)
			expect(await unwrapKeys(encodeCbor({ ...parts, ...change }), owner, 'passphrase'), JSON.stringify(change)).toBeNull();
		for (const cheap of [{ memoryMiB: 8 }, { passes: 1 }, { memoryMiB: 4096 }, { passes: 1000 }])
			expect(costOf(encodeCbor({ ...parts, ...cheap }))).toBeNull();
		expect(await unwrapKeys(wrapped.slice(0, 20), owner, 'passphrase')).toBeNull();
	});
});

describe('the brake on wrong passphrases', () => {
	it('lets two mistakes go, then doubles up to a minute, and forgets after a success', () => {
		const clock = fakeClock();
		const brake = attemptBrake(clock);
		const waits = Array.from({ length: 10 }, () => brake.failed() / 1000);
		expect(waits).toEqual([0, 0, 2, 4, 8, 16, 32, 60, 60, 60]);
		expect(brake.wait()).toBe(60_000);
		clock.advance(59_000);
		expect(brake.wait()).toBe(1000);
		clock.advance(5000);
		expect(brake.wait()).toBe(0);
		brake.failed();
		brake.succeeded();
		expect(brake.wait()).toBe(0);
		expect(brake.failed()).toBe(0);
	});

	it('locks nobody out for longer when the clock is put back', () => {
		const clock = fakeClock();
		const brake = attemptBrake(clock);
		for (let n = 0; n < 10; n++) brake.failed();
		clock.advance(-86_400_000);
		expect(brake.wait()).toBe(60_000);
	});
});
