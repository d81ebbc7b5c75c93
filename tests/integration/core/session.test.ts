import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createVaultFiles, writeDeviceKey } from '#main/features/site/new-device.ts';
import { cryptoReady } from '#main/vaults/crypto.ts';
import { dataFolder } from '#main/vaults/data-folder.ts';
import { extended, type Founded, foundSite } from '#main/vaults/found-site.ts';
import { writeEntry } from '#main/vaults/ledger.ts';
import type { Fact } from '#main/vaults/ledger-facts.ts';
import type { LedgerState } from '#main/vaults/ledger-state.ts';
import { newMemberKeys } from '#main/vaults/member-keys.ts';
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

/** The ledger after its founder has said this. */
function said(founded: Founded, after: LedgerState, ...facts: Fact[]): LedgerState {
	return extended(after, writeEntry(after, { id: founded.member, secretKey: founded.memberKeys.signing.secretKey }, 2, facts));
}

it('closes a vault and zeroes its keys as soon as the ledger takes the right away, and opens it when it is given back', async () => {
	const { founded, folder, deps } = await foundedFolder(['counsellor', 'administrator']);
	const { ledger, member } = founded;
	const session = openSession(folder, founded, deps);
	const counselling = session.vault('counselling');
	const office = session.vault('office');
	const [officeKey, key] = ['office:1', 'counselling:1'].map((name) => session.epochKeys.get(name));
	if (!counselling || !office || !officeKey || !key) throw new Error('not open');
	const without = said(founded, ledger, { fact: 'roles', member, roles: ['administrator'] });
	const back = said(founded, without, { fact: 'roles', member, roles: ['counsellor', 'administrator'] });
	session.followLedger(without);
	expect(isZero(key)).toBe(true);
	expect(isZero(counselling.fileKey()), 'the vault’s own copy of its key').toBe(true);
	expect(counselling.file.open).toBe(false);
	expect([...session.vaults.keys()]).toEqual(['office', 'workshop']);
	expect([...session.epochKeys.keys()]).toEqual(['office:1', 'workshop:1']);
	expect([session.roles, session.ledger.seq]).toEqual([['administrator'], 2]);
	expect(office.file.open && !isZero(officeKey), 'what may still be read').toBe(true);
	// The role alone is not enough: somebody who reads the case files has to confirm it.
	session.followLedger(back);
	expect([...session.vaults.keys()]).toEqual(['office', 'workshop']);
	expect([...session.epochKeys.keys()]).toEqual(['office:1', 'workshop:1']);
	session.followLedger({ ...back, readers: new Map([...back.readers, ['counselling', new Map([[member, 3]])]]) });
	expect(session.vault('counselling')?.file.open).toBe(true);
	const again = session.epochKeys.get('counselling:1') ?? new Uint8Array(1).fill(1);
	session.end();
	expect([again, officeKey].every(isZero), 'also what came later').toBe(true);
});

it('closes everything when the ledger says that the member has left', async () => {
	const { founded, folder, deps } = await foundedFolder(['counsellor', 'administrator']);
	const session = openSession(folder, founded, deps);
	const keys = [...session.epochKeys.values()];
	const vaults = [...session.vaults.values()];
	const state = founded.ledger.members.get(founded.member);
	if (!state) throw new Error('no founder');
	session.followLedger({ ...founded.ledger, members: new Map([[founded.member, { ...state, left: 5 }]]) });
	expect(keys.every(isZero)).toBe(true);
	expect(vaults.some(({ file }) => file.open)).toBe(false);
	expect([session.epochKeys.size, session.vaults.size]).toEqual([0, 0]);
	session.end();
});

it('forgets the keys that were replaced, and the new ones when it ends', async () => {
	const { founded, folder, deps } = await foundedFolder(['counsellor', 'administrator']);
	const session = openSession(folder, founded, deps);
	const secretsOf = ({ seed, signing, sealing }: typeof session.memberKeys) => [seed, signing.secretKey, sealing.secretKey];
	const before = secretsOf(session.memberKeys);
	const next = newMemberKeys(seededRandom(9));
	session.takeKeys(next);
	expect(before.every(isZero)).toBe(true);
	expect(session.memberKeys).toBe(next);
	expect(secretsOf(next).some(isZero)).toBe(false);
	expect(session.vault('counselling')?.file.open, 'the vaults stay open').toBe(true);
	session.end();
	expect(secretsOf(next).every(isZero)).toBe(true);
});
