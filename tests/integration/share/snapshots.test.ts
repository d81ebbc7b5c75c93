import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FILE_KEY_BYTES, openEncrypted } from '#main/database/open.ts';
import { personKind } from '#main/features/people/records.ts';
import { LOCAL_TABLES } from '#main/records/tables.ts';
import { snapshotsFolder } from '#main/share/layout.ts';
import { publishVault } from '#main/share/publish.ts';
import { pullVault } from '#main/share/pull.ts';
import { rebuildVault } from '#main/share/rebuild.ts';
import { fetchSnapshot, readManifest, snapshotNames, takeSnapshot, verifySnapshot } from '#main/share/snapshots.ts';
import { encrypt } from '#main/vaults/crypto.ts';
import { writeEnvelope } from '#main/vaults/envelope.ts';
import { openVault } from '#main/vaults/open-vault.ts';
import type { Vault } from '#shared/features/members/model.ts';
import { type Device, smallOffice } from '#tests/support/small-office.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { contentsOf } from '#tests/support/vault-contents.ts';

const V: Vault = 'counselling';
const TOLD = ['person', 'contact', 'record_state', 'case_access'];
const never = () => false;
const quiet = () => {};

async function officeWithSnapshot() {
	const office = await smallOffice();
	const [writer, other] = [office.device(), office.device()];
	for (let n = 0; n < 30; n++) writer.addPerson({ lastName: `Name${n}`, remarks: 'Text '.repeat(n) });
	other.addPerson({ lastName: 'Andere' });
	await publishVault(other.vault(V), other.context());
	await publishVault(writer.vault(V), writer.context());
	await pullVault(writer.vault(V), writer.context(), { includeOwn: false });
	writer.vault(V).settings.set('place', 'geheimer Ort');
	writer.vault(V).drafts.put(office.author, 'note', new Uint8Array([1, 2, 3]), 1);
	const scratch = join(temporaryFolder(), 'scratch');
	const name = await takeSnapshot(writer.vault(V), writer.context(), scratch, quiet);
	return {
		office,
		writer,
		other,
		scratch,
		name,
		folder: join(office.share, ...snapshotsFolder(office.site, V).split('/'), name),
	};
}

async function rebuilt(device: Device) {
	const path = join(temporaryFolder(), 'neu', 'counselling.db');
	const key = await rebuildVault(V, path, device.context(), device.deps, quiet, never);
	const vault = openVault(V, path, key, device.id, device.deps, false);
	return { path, vault };
}

it('rebuilds the same tables on a new device, from the snapshot and what came after it', async () => {
	const { office, writer, other } = await officeWithSnapshot();
	const person = writer.addPerson({ lastName: 'Später' });
	writer.vault(V).store.update(personKind, person, { city: 'Köln' }, office.author);
	other.addPerson({ lastName: 'Noch später' });
	for (const device of [writer, other]) await publishVault(device.vault(V), device.context());
	await pullVault(writer.vault(V), writer.context(), { includeOwn: false });
	const third = office.device();
	const { vault } = await rebuilt(third);
	expect(contentsOf(vault.file, TOLD)).toBe(contentsOf(writer.vault(V).file, TOLD));
	expect(vault.store.search.find('spaeter', ['person'], 10)).toHaveLength(2);
	expect(third.alarms).toEqual([]);
	// It is a device of its own from now on.
	vault.store.insert(personKind, office.nextId(), { lastName: 'Drittes' }, office.author);
	await publishVault(vault, third.context());
	expect(await pullVault(writer.vault(V), writer.context(), { includeOwn: false })).toBe(1);
	vault.close();
});

it('rebuilds a damaged file of the same device, whose feed goes on where it ended', async () => {
	const { office, writer, other } = await officeWithSnapshot();
	writer.addPerson({ lastName: 'Nachher' });
	await publishVault(writer.vault(V), writer.context());
	const { vault } = await rebuilt(writer);
	expect(contentsOf(vault.file, TOLD)).toBe(contentsOf(writer.vault(V).file, TOLD));
	vault.store.insert(personKind, office.nextId(), { lastName: 'Weiter' }, office.author);
	await publishVault(vault, writer.context());
	await pullVault(other.vault(V), other.context(), { includeOwn: false });
	expect(contentsOf(other.vault(V).file)).toBe(contentsOf(vault.file));
	expect([...writer.alarms, ...other.alarms]).toEqual([]);
	const writers = [vault, writer.vault(V)].map(({ settings }) => settings.get('writer'));
	expect(writers[0], 'a restored file gets a writer number of its own').not.toBe(writers[1]);
	vault.close();
});

it('carries nothing that belongs to one device', async () => {
	const { writer, name } = await officeWithSnapshot();
	const path = join(temporaryFolder(), 'fetched.db');
	const fetched = await fetchSnapshot(V, name, writer.context(), path, quiet);
	if (!fetched.ok) throw new Error(fetched.error);
	expect(fetched.value.fileKey).toHaveLength(FILE_KEY_BYTES);
	const file = openEncrypted(path, fetched.value.fileKey);
	for (const table of LOCAL_TABLES) expect(file.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
	expect(file.prepare('SELECT count(*) FROM person').pluck().get()).toBe(31);
	file.close();
	for (const text of ['geheimer Ort', 'Name7', 'SQLite format']) expect(readFileSync(path).includes(text), text).toBe(false);
});

it('leaves no scratch file behind, and no two snapshots in one folder', async () => {
	const { writer, name, scratch } = await officeWithSnapshot();
	const again = await takeSnapshot(writer.vault(V), writer.context(), scratch, quiet);
	expect(again > name).toBe(true);
	expect(await snapshotNames(V, writer.context())).toEqual([again, name]);
	for (const each of [name, again]) expect(await verifySnapshot(V, each, writer.context(), scratch, quiet)).toBeNull();
	for (const suffix of ['', '-wal', '-shm', '-journal']) expect(existsSync(scratch + suffix)).toBe(false);
});

it('rebuilds from the feeds alone when the only snapshot is damaged, and names it', async () => {
	const { office, writer, folder, name } = await officeWithSnapshot();
	const part = join(folder, 'part-00000');
	const bytes = readFileSync(part);
	writeFileSync(part, bytes.subarray(0, bytes.length - 1));
	const third = office.device();
	const { vault } = await rebuilt(third);
	expect(contentsOf(vault.file)).toBe(contentsOf(writer.vault(V).file));
	expect(third.alarms).toEqual([
		{ problem: 'tampered', device: null, file: expect.stringMatching(new RegExp(`/vaults/counselling/snapshots/${name}$`)) },
	]);
	vault.close();
});

it('rebuilds when a later part is missing although the first ones are already on disk', async () => {
	const { office, writer, name } = await officeWithSnapshot();
	// Parts of a few kilobytes stand for the eight megabytes of the real ones: the share gives the first and loses the rest.
	const third = office.device();
	const context = third.context();
	const manifest = await readManifest(V, name, context);
	if (!manifest.ok) throw new Error(manifest.error);
	manifest.value.manifest.parts.push(new Uint8Array(32));
	const forged = signedAgain(office, writer, manifest.value);
	writeFileSync(join(office.share, ...snapshotsFolder(office.site, V).split('/'), name, 'manifest'), forged);
	const { vault } = await rebuilt(third);
	expect(contentsOf(vault.file)).toBe(contentsOf(writer.vault(V).file));
	expect(third.alarms).toHaveLength(1);
	vault.close();
});

function signedAgain(
	office: Awaited<ReturnType<typeof smallOffice>>,
	writer: Device,
	{ manifest, fileKey }: { manifest: object; fileKey: Uint8Array },
): Uint8Array {
	const key = office.founded.epochKeys.get('counselling:1') ?? new Uint8Array();
	return writeEnvelope({ ...manifest }, (header) => encrypt(key, header, fileKey, office.random), writer.keys.secretKey).bytes;
}

it('passes over a snapshot that was never finished', async () => {
	const { office, writer, folder } = await officeWithSnapshot();
	rmSync(join(folder, 'manifest'));
	expect(readdirSync(folder)).toEqual(['part-00000']);
	const third = office.device();
	const { vault } = await rebuilt(third);
	expect(contentsOf(vault.file)).toBe(contentsOf(writer.vault(V).file));
	expect(third.alarms).toEqual([]);
	vault.close();
});
