import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import type { SqliteFile } from '#main/database/open.ts';
import { personKind } from '#main/features/people/records.ts';
import { namesIn } from '#main/platform/files.ts';
import type { OpenVault } from '#main/vaults/open-vault.ts';
import { rotateStaleFiles } from '#main/vaults/rotate.ts';
import { openVaultOf, type Session } from '#main/vaults/session.ts';
import { fakeIds } from './fake-ids.ts';
import { type RotatingDevice, type RotatingPlan, rotatingDevice, rotatingPlan } from './rotating-device.ts';
import { seededRandom } from './seeded-random.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { contentsOf } from './vault-contents.ts';

/** What the tests of rotation have in common: a device with something in its vaults, and a look at all that is in them. */

export const random = seededRandom(11);
const ids = fakeIds(3);

let founded: RotatingPlan | null = null;

/** Founded once for all tests of a file, because a passphrase costs time; each gets a copy. */
export async function newDevice(): Promise<RotatingDevice> {
	founded ??= await rotatingPlan(mkdtempSync(join(tmpdir(), 'Kontor rotation ')), random);
	const dataDir = join(temporaryFolder(), 'Büro');
	cpSync(founded.dataDir, dataDir, { recursive: true });
	return rotatingDevice({ ...founded, dataDir }, random);
}

afterAll(() => {
	if (founded) rmSync(founded.dataDir, { recursive: true, force: true });
});

export function open(device: RotatingDevice, epoch: number): Session {
	const session = device.open(epoch);
	onTestFinished(() => session.end());
	return session;
}

export const counselling = (session: Session): OpenVault => openVaultOf(session, 'counselling');
export const rotate = (session: Session, device: RotatingDevice) => rotateStaleFiles(session, device.folder, random);

export function addPerson(device: RotatingDevice, session: Session, lastName: string): string {
	const id = ids.next();
	counselling(session).store.insert(
		personKind,
		id,
		{ lastName, city: 'Ratingen', remarks: `Notiz zu ${lastName}` },
		device.member,
	);
	return id;
}

/** People with a past, changed and removed ones, a draft, settings, segments that were sent and that were not. */
export function fill(device: RotatingDevice, session: Session): string {
	const { file, store, drafts, settings } = counselling(session);
	const [first = ''] = store.atomically(() => Array.from({ length: 60 }, (_, n) => addPerson(device, session, `Öztürk${n}q`)));
	store.update(personKind, first, { city: 'Düsseldorf' }, device.member);
	store.remove(personKind, addPerson(device, session, 'Entfernt'), device.member);
	drafts.put(device.member, 'case:1', random.bytes(80), 5);
	settings.set('import:["Name"]', '["lastName"]');
	const segment = file.prepare('INSERT INTO outgoing (seq, hash, bytes, sent, changes) VALUES (?, ?, ?, ?, 1)');
	for (const seq of [1, 2]) segment.run(seq, random.bytes(32), random.bytes(300), 2 - seq);
	return first;
}

/** Every row of every table of every vault, the search index's own ones too. */
export const everything = (session: Session): string[] => [...session.vaults.values()].map(({ file }) => everythingIn(file));

function everythingIn(file: SqliteFile): string {
	const tables = file.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0").pluck().all();
	return contentsOf(file, (tables as string[]).sort());
}

/** Names of what rotations put beside the files. */
export const leftIn = (device: RotatingDevice): string[] =>
	namesIn(join(device.folder.path, 'vaults')).filter((name) => name.includes('.next'));

/** A file of the counselling, named by what follows `counselling`. */
export const pathOf = (device: RotatingDevice, name: string): string =>
	device.folder.vaultPath('counselling').replace(/\.db$/, name);
export const read = (device: RotatingDevice, name: string) => new Uint8Array(readFileSync(pathOf(device, name)));
