import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createVaultFiles, writeDeviceKey } from '#main/features/site/new-device.ts';
import { cryptoReady } from '#main/vaults/crypto.ts';
import { dataFolder } from '#main/vaults/data-folder.ts';
import { foundSite } from '#main/vaults/found-site.ts';
import type { VaultDeps } from '#main/vaults/open-vault.ts';
import { FLOOR_COST } from '#main/vaults/passphrase-key.ts';
import { FolderError, openSession } from '#main/vaults/session.ts';
import type { Role } from '#shared/features/members/model.ts';
import { fakeClock } from '#tests/support/fake-clock.ts';
import { fakeIds } from '#tests/support/fake-ids.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { KINDS, migrationsOfAll } from '#tests/support/small-office.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

async function foundedFolder(roles: Role[]) {
	await cryptoReady;
	const [clock, random] = [fakeClock(), seededRandom(4)];
	const deps: VaultDeps = { migrations: migrationsOfAll(), kinds: KINDS, clock, random, onCommit() {} };
	const first = { name: 'Erika', signInName: 'erika', passphrase: 'rote Lampe am Kanal 7', roles };
	// Every 32 random bytes that were drawn, to look for what should be gone again.
	const drawn: Uint8Array[] = [];
	const watched = {
		bytes(length: number) {
			const bytes = random.bytes(length);
			if (length === 32) drawn.push(bytes);
			return bytes;
		},
	};
	const founded = await foundSite(first, 'PC', { clock, ids: fakeIds(), random: watched, cost: FLOOR_COST });
	const folder = dataFolder(join(temporaryFolder(), 'Büro'));
	writeDeviceKey(folder, founded.ledger, founded.device, founded.deviceSeed, founded.epochKeys, random);
	createVaultFiles(folder, founded.ledger.site, founded.device, founded.epochKeys, deps);
	return { founded, folder, deps, drawn };
}

const isZero = (bytes: Uint8Array) => bytes.every((byte) => byte === 0);

it('zeroes every key when it ends, and closes the files', async () => {
	const { founded, folder, deps } = await foundedFolder(['counsellor', 'administrator']);
	const session = openSession(folder, founded, deps);
	const { seed, signing, sealing } = session.memberKeys;
	const secrets = [seed, signing.secretKey, sealing.secretKey, session.device.keys.secretKey, ...session.epochKeys.values()];
	expect(secrets).toHaveLength(7);
	for (const secret of secrets) expect(isZero(secret)).toBe(false);
	const vaults = [...session.vaults.values()];
	expect(vaults.map(({ name }) => name)).toEqual(['office', 'workshop', 'counselling']);
	const copy = vaults[0]?.fileKey() ?? new Uint8Array();
	expect(isZero(copy)).toBe(false);
	session.end();
	for (const secret of secrets) expect(isZero(secret)).toBe(true);
	expect(session.epochKeys.size).toBe(0);
	expect(session.vaults.size).toBe(0);
	for (const vault of vaults) {
		expect(vault.file.open).toBe(false);
		expect(isZero(vault.fileKey()), 'the vault’s own copy of its key').toBe(true);
		for (const suffix of ['-wal', '-shm']) expect(existsSync(folder.vaultPath(vault.name) + suffix)).toBe(false);
	}
	session.end();
});

it('zeroes every key when a file cannot be opened', async () => {
	for (const [file, damage] of [
		['vaults/counselling.db', 'gone'],
		['vaults/workshop.key', 'spoilt'],
		['vaults/office.db', 'spoilt'],
		['device.key', 'gone'],
	] as const) {
		const { founded, folder, deps } = await foundedFolder(['counsellor', 'administrator']);
		const { seed, signing, sealing } = founded.memberKeys;
		const secrets = [seed, signing.secretKey, sealing.secretKey, ...founded.epochKeys.values()];
		if (damage === 'gone') rmSync(join(folder.path, file));
		else writeFileSync(join(folder.path, file), 'nonsense');
		try {
			openSession(folder, founded, deps);
			expect.unreachable();
		} catch (error) {
			if (!(error instanceof FolderError)) throw error;
			expect([error.problem, error.file]).toEqual(['damaged', file]);
		}
		for (const secret of secrets) expect(isZero(secret), file).toBe(true);
	}
});

it('leaves whoever may not read the counselling without its key, in memory too', async () => {
	const { founded, folder, deps, drawn } = await foundedFolder(['administrator']);
	expect([...founded.epochKeys.keys()]).toEqual(['office:1', 'workshop:1']);
	expect(drawn.filter(isZero), 'the counselling key that was drawn and granted to the kit').toHaveLength(1);
	const session = openSession(folder, founded, deps);
	expect([...session.vaults.keys()]).toEqual(['office', 'workshop']);
	expect(existsSync(folder.vaultPath('counselling'))).toBe(false);
	session.end();
});
