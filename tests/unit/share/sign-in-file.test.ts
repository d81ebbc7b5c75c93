import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { openSignIn, readSignIn, type Said, writeSignIn } from '#main/share/sign-in-file.ts';
import { cryptoReady, KEY_BYTES, sealingKeysFrom, signingKeysFrom } from '#main/vaults/crypto.ts';
import { readEnvelope, writeEnvelope } from '#main/vaults/envelope.ts';
import { LONGEST_NAME } from '#shared/features/attendance/model.ts';
import type { KioskId, OfferId, SiteId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { fakeIds } from '#tests/support/fake-ids.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';

beforeAll(() => cryptoReady);

function made() {
	const random = seededRandom(5);
	const ids = fakeIds(5);
	const kiosk = signingKeysFrom(random.bytes(KEY_BYTES));
	const inbox = sealingKeysFrom(random.bytes(KEY_BYTES));
	const place = { site: ids.next() as SiteId, kiosk: ids.next() as KioskId, seq: 1, prev: new Uint8Array(32) as Uint8Array };
	const session = { offerId: ids.next() as OfferId, ruleDay: '2026-03-09' as LocalDate };
	const said: Said = {
		direction: 'in',
		session,
		visitor: { by: 'name', name: 'Fatma Yılmaz' },
		language: 'tr',
		ageBand: '27_54',
		sex: 'w',
	};
	const write = (what: Said = said, at = place, keys = kiosk) =>
		writeSignIn({ ...at, at: 5, heard: 0, entry: randomUUID() }, { epoch: 1, sealPublic: inbox.publicKey }, what, keys.secretKey);
	return { random, kiosk, inbox, place, said, write };
}

describe('a sealed sign-in', () => {
	it('comes back as it was said, for whoever has the inbox’s secret key and nobody else', () => {
		const { random, kiosk, inbox, place, said, write } = made();
		const read = readSignIn(write().bytes, place, kiosk.publicKey);
		if (!read.ok) throw new Error(read.error);
		expect(openSignIn(read.value, inbox)).toEqual(said);
		expect(openSignIn(read.value, sealingKeysFrom(random.bytes(KEY_BYTES)))).toBeNull();
	});

	it('is of one length, whoever it was', () => {
		const { said, write } = made();
		const names = ['A', 'ش'.repeat(LONGEST_NAME), '🧵'.repeat(LONGEST_NAME / 2), '字'.repeat(LONGEST_NAME)];
		const nobody: Said = {
			...said,
			session: null,
			visitor: { by: 'anonymous' },
			direction: 'out',
			ageBand: null,
			sex: null,
		};
		const lengths = [nobody, ...names.map((name): Said => ({ ...said, visitor: { by: 'name', name } }))];
		expect(new Set(lengths.map((one) => write(one).bytes.length)).size).toBe(1);
	});

	it('is refused in another place, from another kiosk, out of its order, and with any byte changed', () => {
		const { random, kiosk, place, write } = made();
		const other = signingKeysFrom(random.bytes(KEY_BYTES));
		const { bytes } = write();
		const verdict = (file: Uint8Array, at = place) => {
			const read = readSignIn(file, at, kiosk.publicKey);
			return read.ok ? 'believed' : read.error;
		};
		expect(verdict(bytes)).toBe('believed');
		expect(verdict(bytes, { ...place, seq: 2 })).toBe('misplaced');
		expect(verdict(bytes, { ...place, prev: random.bytes(32) })).toBe('chain_broken');
		expect(verdict(write(undefined, place, other).bytes)).toBe('bad_signature');
		for (let at = 0; at < bytes.length; at += 1) {
			const changed = new Uint8Array(bytes);
			changed[at] = (changed[at] ?? 0) ^ 1;
			expect(verdict(changed), `byte ${at}`).not.toBe('believed');
		}
	});

	it('of another kiosk says nothing, even when a kiosk that counts signs it again', () => {
		const { kiosk, inbox, place, write } = made();
		const envelope = readEnvelope(write().bytes);
		if (!envelope.ok) throw new Error('malformed');
		const stolen = envelope.value.body.slice();
		const header = { ...(envelope.value.header as Record<string, unknown>), entry: randomUUID() };
		const again = writeEnvelope(header, () => stolen, kiosk.secretKey);
		const read = readSignIn(again.bytes, place, kiosk.publicKey);
		if (!read.ok) throw new Error(read.error);
		expect(openSignIn(read.value, inbox)).toBeNull();
	});
});
