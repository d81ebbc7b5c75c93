import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DiskFull, openSpool } from '#main/features/kiosk/spool.ts';
import { writeFileDurably } from '#main/platform/files.ts';
import { writeSignIn } from '#main/share/sign-in-file.ts';
import { cryptoReady, KEY_BYTES, sealingKeysFrom, signingKeysFrom } from '#main/vaults/crypto.ts';
import type { KioskId, SiteId } from '#shared/kernel/ids.ts';
import { fakeIds } from '#tests/support/fake-ids.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

beforeAll(() => cryptoReady);

function kiosk() {
	const random = seededRandom(6);
	const ids = fakeIds(6);
	const root = temporaryFolder();
	const folder = join(root, 'spool');
	const keys = signingKeysFrom(random.bytes(KEY_BYTES));
	const inbox = { epoch: 1, sealPublic: sealingKeysFrom(random.bytes(KEY_BYTES)).publicKey };
	const place = { site: ids.next() as SiteId, kiosk: ids.next() as KioskId };
	const open = (write?: typeof writeFileDurably) => openSpool(folder, join(root, 'head'), write);
	const put = (spool: ReturnType<typeof open>, entry = crypto.randomUUID() as string) => {
		const { seq, hash } = spool.head();
		const head = { ...place, seq: seq + 1, prev: hash, at: 1, heard: 0, entry };
		const said = {
			direction: 'in',
			session: null,
			visitor: { by: 'anonymous' },
			language: 'de',
			ageBand: null,
			sex: null,
		} as const;
		spool.put(writeSignIn(head, inbox, said, keys.secretKey), entry);
		return entry;
	};
	return { folder, open, put };
}

const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });

describe('the spool of a kiosk', () => {
	it('goes on where it was after a restart, also when all have left', () => {
		const { open, put } = kiosk();
		const first = open();
		put(first);
		const entry = put(first);
		const again = open();
		expect(again.head().seq).toBe(2);
		expect(again.has(entry)).toBe(true);
		again.forget(again.head());
		expect(again.waiting()).toEqual([]);
		const later = open();
		expect(later.head()).toMatchObject({ seq: 2 });
		expect(later.has(entry)).toBe(true);
		put(later);
		expect(later.waiting().map(({ seq }) => seq)).toEqual([3]);
	});

	it('says when the disk is full, leaves nothing half-written, and takes the same again when there is room', () => {
		const { folder, open, put } = kiosk();
		put(open());
		for (const [what, failing] of [
			['before anything was written', null],
			['half-way', (path: string, bytes: Uint8Array) => writeFileSync(`${path}.tmp`, bytes.subarray(0, 100))],
			['at the folder', writeFileDurably],
		] as const) {
			const spool = open((path, bytes) => {
				failing?.(path, bytes);
				throw full;
			});
			expect(() => put(spool), what).toThrow(DiskFull);
			expect(spool.head().seq, what).toBe(1);
			expect(readdirSync(folder), what).toHaveLength(1);
			expect(open().head().seq, what).toBe(1);
		}
		const spool = open();
		put(spool);
		expect(spool.head().seq).toBe(2);
	});

	it('passes over what a power cut or somebody else left', () => {
		const { folder, open, put } = kiosk();
		const spool = open();
		put(spool);
		writeFileSync(join(folder, '0000000002-0123456789abcdef0123456789abcdef'), 'half');
		writeFileSync(join(folder, '0000000002-0123456789abcdef0123456789abcdef.tmp'), 'half');
		expect(open().head().seq).toBe(1);
		expect(readdirSync(folder)).toHaveLength(1);
	});
});
