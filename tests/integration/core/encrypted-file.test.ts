import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { FILE_KEY_BYTES, isIntact, openEncrypted, rekeyCopy } from '#main/database/open.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { smallOffice } from '#tests/support/small-office.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const random = seededRandom(9);
const CANARY = 'Kanarienvogel-7315';

function written(key: Uint8Array): string {
	const path = join(temporaryFolder(), 'vault ü.db');
	const file = openEncrypted(path, key);
	file.exec('CREATE TABLE note (text TEXT)');
	for (let n = 0; n < 500; n++) file.prepare('INSERT INTO note VALUES (?)').run(`${CANARY} ${n}`);
	file.close();
	return path;
}

it('opens with its own key and with no other, and never makes or takes a plaintext file', () => {
	const key = random.bytes(FILE_KEY_BYTES);
	const path = written(key);
	for (const wrong of [random.bytes(FILE_KEY_BYTES), new Uint8Array(FILE_KEY_BYTES)])
		expect(() => openEncrypted(path, wrong)).toThrow(expect.objectContaining({ refusal: 'damaged' }));
	expect(readFileSync(path).subarray(0, 16), 'starts with the salt it was given').toEqual(Buffer.from(key.subarray(32)));
	expect(() => openEncrypted(path, key.slice(1))).toThrow();
	const file = openEncrypted(path, key);
	expect(file.prepare('SELECT count(*) FROM note').pluck().get()).toBe(500);
	expect(isIntact(file)).toBe(true);
	const settings = ['journal_mode', 'synchronous', 'temp_store', 'foreign_keys', 'secure_delete'].map((name) =>
		file.pragma(name, { simple: true }),
	);
	expect(settings).toEqual(['wal', 2, 2, 1, 1]);
	file.close();
	const plain = join(temporaryFolder(), 'plain.db');
	const made = new Database(plain);
	made.exec('CREATE TABLE x (y)');
	made.close();
	const before = readFileSync(plain);
	expect(() => openEncrypted(plain, key)).toThrow(expect.objectContaining({ name: 'Error' }));
	expect(readFileSync(plain).equals(before)).toBe(true);
});

it('keeps what is typed out of every file, also while it is open and after it was deleted', async () => {
	const office = await smallOffice();
	const device = office.device();
	const fields = { lastName: CANARY, remarks: `${CANARY} `.repeat(500), city: CANARY, email: 'kanarienvogel-7315@example.org' };
	for (let n = 0; n < 50; n++) device.addPerson(fields);
	const vault = device.vault('counselling');
	vault.file.prepare('SELECT * FROM person ORDER BY remarks, last_name').all();
	const folder = join(device.folder.path, 'vaults');
	const look = () => {
		for (const name of readdirSync(folder)) {
			const bytes = readFileSync(join(folder, name));
			for (const text of [CANARY, CANARY.toLowerCase(), 'kanarienvogel', 'CREATE TABLE', 'SQLite format'])
				expect(bytes.includes(text), `${text} in ${name}`).toBe(false);
		}
	};
	expect(readdirSync(folder)).toContain('counselling.db-wal');
	look();
	vault.file.pragma('wal_checkpoint(TRUNCATE)');
	look();
	vault.close();
	look();
});

it('re-encrypts a copy: the new key opens it, the old one does not, nothing is lost', () => {
	const [from, to] = [random.bytes(FILE_KEY_BYTES), random.bytes(FILE_KEY_BYTES)];
	const path = written(from);
	const copy = `${path}.copy`;
	copyFileSync(path, copy);
	rekeyCopy(copy, from, to);
	expect(() => openEncrypted(copy, from)).toThrow();
	const file = openEncrypted(copy, to);
	expect(file.prepare('SELECT count(*) FROM note').pluck().get()).toBe(500);
	expect(isIntact(file)).toBe(true);
	file.close();
	expect(readFileSync(copy).includes(CANARY)).toBe(false);
	for (const suffix of ['-wal', '-journal']) expect(existsSync(copy + suffix)).toBe(false);
	expect(readFileSync(copy).subarray(0, 16).equals(readFileSync(path).subarray(0, 16)), 'another salt').toBe(false);
});
