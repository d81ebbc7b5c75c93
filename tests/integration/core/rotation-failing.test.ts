import fs, { existsSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { describe, expect, it, vi } from 'vitest';
import { openEncrypted } from '#main/database/open.ts';
import { epochOfKeyFile } from '#main/vaults/key-files.ts';
import { rotateStaleFiles } from '#main/vaults/rotate.ts';
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

describe('a rotation that fails', () => {
	/** Signed in at epoch 1, the ledger at 2; `fail` happens when the counselling's copy is complete and its key is due. */
	async function failing(fail: (device: RotatingDevice) => void) {
		const device = await newDevice();
		const session = open(device, 1);
		fill(device, session);
		const contents = everything(session);
		const oldKey = counselling(session).fileKey();
		device.goTo(session, 2);
		let hasFailed = false;
		const troubled = {
			bytes(length: number) {
				if (length === 24 && !hasFailed && existsSync(pathOf(device, '.db.next'))) {
					hasFailed = true;
					fail(device);
				}
				return random.bytes(length);
			},
		};
		expect(() => rotateStaleFiles(session, device.folder, troubled)).toThrow();
		// The others and the device's key are not kept from theirs.
		const { folder } = device;
		const keyFiles = [folder.deviceKeyPath, folder.vaultKeyPath('office'), folder.vaultKeyPath('workshop')];
		expect(keyFiles.map(epochOfKeyFile)).toEqual([2, 2, 2]);
		return { device, session, contents, oldKey };
	}

	it.each<[string, (device: RotatingDevice) => void]>([
		[
			'there is no room for the key',
			() => {
				throw new Error('disk full');
			},
		],
		['the copy is gone when it should take its place', (device) => rmSync(pathOf(device, '.db.next'))],
	])('because %s leaves the old key at work', async (_why, fail) => {
		const { device, session, contents, oldKey } = await failing(fail);
		expect(everything(session)).toEqual(contents);
		expect(counselling(session).fileKey()).toEqual(oldKey);
		expect(leftIn(device)).toEqual([]);
		addPerson(device, session, 'Danach');
		expect(rotate(session, device)).toEqual(['counselling']);
		expect(counselling(session).store.search.find('danach', ['person'], 5)).toHaveLength(1);
	});

	it.each<[string, (path: string, newKey: Uint8Array) => void]>([
		[
			'is damaged',
			(path) => {
				const bytes = readFileSync(path);
				// In the midst of the data: the schema, which VACUUM ends with, has been read by now.
				const at = Math.floor(bytes.length / 2);
				bytes[at] = (bytes[at] ?? 0) ^ 1;
				writeFileSync(path, bytes);
			},
		],
		[
			'lacks a change',
			(path, newKey) => {
				const copy = openEncrypted(path, newKey);
				copy.exec('DELETE FROM change WHERE position = 1');
				copy.close();
			},
		],
	])('because the copy %s leaves the old key at work', async (_what, spoil) => {
		const device = await newDevice();
		const session = open(device, 1);
		fill(device, session);
		const contents = everything(session);
		const oldKey = counselling(session).fileKey();
		device.goTo(session, 2);
		const drawn: Uint8Array[] = [];
		const watched = {
			bytes(length: number) {
				const bytes = random.bytes(length);
				if (length === 48) drawn.push(bytes.slice());
				return bytes;
			},
		};
		const { openSync } = fs;
		vi.spyOn(fs, 'openSync').mockImplementation((path, ...how) => {
			// The first look at the copy after it was re-keyed.
			if (path === pathOf(device, '.db.next') && drawn.length > 0)
				spoil(String(path), drawn.splice(0).at(-1) ?? new Uint8Array());
			return openSync(path, ...how);
		});
		syncBuiltinESMExports();
		try {
			expect(() => rotateStaleFiles(session, device.folder, watched)).toThrow('the copy');
		} finally {
			vi.restoreAllMocks();
			syncBuiltinESMExports();
		}
		expect(drawn).toEqual([]);
		expect(everything(session)).toEqual(contents);
		expect(counselling(session).fileKey()).toEqual(oldKey);
		expect(leftIn(device)).toEqual([]);
		expect(rotate(session, device)).toEqual(['counselling']);
	});

	it.each(['.db.next', '.key.next'])('because a folder has the name %s leaves the old key at work', async (name) => {
		const device = await newDevice();
		const session = open(device, 1);
		const oldKey = counselling(session).fileKey();
		mkdirSync(pathOf(device, name));
		device.goTo(session, 2);
		expect(() => rotate(session, device)).toThrow();
		addPerson(device, session, 'Danach');
		expect(counselling(session).fileKey()).toEqual(oldKey);
		session.end();
		const again = open(device, 2);
		expect(counselling(again).store.search.find('danach', ['person'], 5)).toHaveLength(1);
		rmdirSync(pathOf(device, name));
		expect(rotate(again, device)).toEqual(['counselling']);
		expect(leftIn(device)).toEqual([]);
	});

	it('because the key file cannot be replaced goes on with the new key, and puts it in place later', async () => {
		let keyBefore = new Uint8Array();
		const { device, session, contents, oldKey } = await failing((failed) => {
			keyBefore = read(failed, '.key');
			rmSync(pathOf(failed, '.key'));
			mkdirSync(pathOf(failed, '.key'));
		});
		expect(everything(session)).toEqual(contents);
		expect(counselling(session).fileKey()).not.toEqual(oldKey);
		expect(leftIn(device)).toEqual(['counselling.key.next']);
		addPerson(device, session, 'Danach');
		rmdirSync(pathOf(device, '.key'));
		writeFileSync(pathOf(device, '.key'), keyBefore);
		expect(rotate(session, device)).toEqual(['counselling']);
		expect(epochOfKeyFile(pathOf(device, '.key'))).toBe(2);
		expect(leftIn(device)).toEqual([]);
		session.end();
		expect(counselling(open(device, 2)).store.search.find('danach', ['person'], 5)).toHaveLength(1);
	});

	it('because the log of the old file does not go away swaps nothing', async () => {
		const { device, session, contents, oldKey } = await failing((failed) => {
			rmSync(pathOf(failed, '.db-wal'));
			mkdirSync(pathOf(failed, '.db-wal'));
		});
		// With that in its way the old file does not open either: the one failure that a session does not survive.
		expect(counselling(session).file.open).toBe(false);
		expect(() => rotate(session, device)).toThrow('closed');
		session.end();
		rmdirSync(pathOf(device, '.db-wal'));
		const again = open(device, 2);
		expect(everything(again)).toEqual(contents);
		expect(counselling(again).fileKey()).toEqual(oldKey);
	});
});
