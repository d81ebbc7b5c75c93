import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newFileKey, writeKeyFile } from '#main/vaults/key-files.ts';
import { FolderError } from '#main/vaults/session.ts';
import type { RotatingDevice } from '#tests/support/rotating-device.ts';
import {
	addPerson,
	counselling,
	everything,
	fill,
	leftIn,
	newDevice,
	open,
	pathOf,
	random,
	read,
	rotate,
} from '#tests/support/to-rotate.ts';

/** The counselling's files, named by what follows `counselling`. */
type Files = Readonly<Record<string, Uint8Array | 'folder'>>;

function lay(device: RotatingDevice, files: Files): void {
	for (const name of ['.db', '.db-wal', '.db-shm', '.key']) rmSync(pathOf(device, name), { force: true });
	for (const [name, bytes] of Object.entries(files)) {
		if (bytes === 'folder') mkdirSync(pathOf(device, name));
		else writeFileSync(pathOf(device, name), bytes);
	}
}

/** A device that has rotated everything to epoch 2, and its counselling files from before and after. */
async function rotatedDevice() {
	const device = await newDevice();
	const before = open(device, 1);
	fill(device, before);
	const contents = everything(before);
	const oldKey = counselling(before).fileKey();
	before.end();
	const old = { db: read(device, '.db'), key: read(device, '.key') };
	const after = open(device, 2);
	rotate(after, device);
	const newKey = counselling(after).fileKey();
	after.end();
	const now = { db: read(device, '.db'), key: read(device, '.key') };
	const place = { site: after.site, device: after.device.id, vault: 'counselling', what: 'file' } as const;
	const keyFile = (epoch: number) => {
		writeKeyFile(pathOf(device, '.other'), place, newFileKey(random), epoch, device.keysUpTo(epoch), random);
		const bytes = read(device, '.other');
		rmSync(pathOf(device, '.other'));
		return bytes;
	};
	return { device, contents, old, now, oldKey, newKey, keyFile };
}
type Rotated = Awaited<ReturnType<typeof rotatedDevice>>;

const GARBAGE = Buffer.from('SQLite format 3 or something else that nobody wrote here'.repeat(200));

describe('a rotation that was cut off', () => {
	it.each<[string, 'old' | 'new', (rotated: Rotated) => Files]>([
		['while copying', 'old', ({ old }) => ({ '.db': old.db, '.key': old.key, '.db.next': old.db.subarray(0, 5000) })],
		[
			'while re-keying the copy',
			'old',
			({ old, now }) => ({ '.db': old.db, '.key': old.key, '.db.next': now.db, '.db.next-journal': GARBAGE }),
		],
		[
			'while looking through the copy',
			'old',
			({ old, now }) => ({
				'.db': old.db,
				'.key': old.key,
				'.db.next': now.db,
				'.db.next-wal': GARBAGE,
				'.db.next-shm': GARBAGE,
			}),
		],
		[
			'while writing its key',
			'old',
			({ old, now }) => ({
				'.db': old.db,
				'.key': old.key,
				'.db.next': now.db,
				'.key.next.tmp': now.key.subarray(0, 40),
			}),
		],
		['before the swap', 'old', ({ old, now }) => ({ '.db': old.db, '.key': old.key, '.db.next': now.db, '.key.next': now.key })],
		['between file and key', 'new', ({ old, now }) => ({ '.db': now.db, '.key': old.key, '.key.next': now.key })],
		['between file and key, the old key gone', 'new', ({ now }) => ({ '.db': now.db, '.key.next': now.key })],
		['between file and key, the old key spoilt', 'new', ({ now }) => ({ '.db': now.db, '.key': GARBAGE, '.key.next': now.key })],
		['after all was done', 'new', ({ now }) => ({ '.db': now.db, '.key': now.key })],
		['and taken back but for a copy', 'old', ({ old, now }) => ({ '.db': old.db, '.key': old.key, '.db.next': now.db })],
		['and taken back but for a key', 'old', ({ old, now }) => ({ '.db': old.db, '.key': old.key, '.key.next': now.key })],
		['with rubbish left', 'old', ({ old }) => ({ '.db': old.db, '.key': old.key, '.db.next': GARBAGE, '.key.next': GARBAGE })],
		['with empty files left', 'old', ({ old }) => ({ '.db': old.db, '.key': old.key, '.db.next': GARBAGE.subarray(0, 0) })],
		['with rubbish left after it was done', 'new', ({ now }) => ({ '.db': now.db, '.key': now.key, '.key.next': GARBAGE })],
		[
			'with the key of another file left',
			'old',
			({ old, now, keyFile }) => ({ '.db': old.db, '.key': old.key, '.db.next': now.db, '.key.next': keyFile(2) }),
		],
		[
			'with a key left that nobody here can open',
			'old',
			({ old, keyFile }) => ({ '.db': old.db, '.key': old.key, '.key.next': keyFile(7) }),
		],
		['with its old key file left', 'new', ({ old, now }) => ({ '.db': now.db, '.key': now.key, '.key.next': old.key })],
	])('%s: opens with the %s key and cleans up', async (_when, which, filesOf) => {
		const rotated = await rotatedDevice();
		const { device } = rotated;
		lay(device, filesOf(rotated));
		const session = open(device, 2);
		expect(everything(session)).toEqual(rotated.contents);
		expect(counselling(session).fileKey()).toEqual(which === 'old' ? rotated.oldKey : rotated.newKey);
		expect(leftIn(device)).toEqual([]);
		expect(read(device, '.key')).toEqual(which === 'old' ? rotated.old.key : rotated.now.key);
		expect(rotate(session, device)).toEqual(which === 'old' ? ['counselling'] : []);
		addPerson(device, session, 'Danach');
		session.end();
		expect(counselling(open(device, 2)).store.search.find('danach', ['person'], 5)).toHaveLength(1);
	});

	it.each([
		['old', 'before the swap', '.db.next'],
		['new', 'between file and key', '.key.next'],
	] as const)('keeps the log of a file that has its %s key, %s', async (which, _when, left) => {
		const { device, old, now } = await rotatedDevice();
		const files = { '.db': which === 'old' ? old.db : now.db, '.key': old.key, '.key.next': now.key };
		lay(device, files);
		const killed = open(device, 2);
		addPerson(device, killed, 'Zuletzt');
		const withLog = { ...files, '.db': read(device, '.db'), '.db-wal': read(device, '.db-wal') };
		killed.end();
		lay(device, { ...withLog, ...(which === 'old' && { [left]: now.db }) });
		expect(withLog['.db-wal'].length).toBeGreaterThan(1000);
		const session = open(device, 2);
		expect(counselling(session).store.search.find('zuletzt', ['person'], 5)).toHaveLength(1);
		expect(leftIn(device)).toEqual([]);
	});

	it.each<[string, string, (rotated: Rotated) => Files]>([
		[
			'the file is spoilt',
			'vaults/counselling.db',
			({ old, now }) => ({ '.db': GARBAGE, '.key': old.key, '.db.next': now.db, '.key.next': now.key }),
		],
		[
			'the file is gone',
			'vaults/counselling.db',
			({ old, now }) => ({ '.key': old.key, '.db.next': now.db, '.key.next': now.key }),
		],
		[
			'both keys are spoilt',
			'vaults/counselling.key',
			({ now }) => ({ '.db': now.db, '.key': GARBAGE, '.db.next': now.db, '.key.next': GARBAGE }),
		],
	])('touches nothing when %s: what lies there may be all there is', async (_what, named, filesOf) => {
		const rotated = await rotatedDevice();
		const { device } = rotated;
		const files = filesOf(rotated);
		lay(device, files);
		expect(() => device.open(2)).toThrow(expect.objectContaining({ constructor: FolderError, problem: 'damaged', file: named }));
		for (const [name, bytes] of Object.entries(files))
			expect(read(device, name), name).toEqual(new Uint8Array(bytes as Uint8Array));
	});
});
