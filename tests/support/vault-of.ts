import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { openEncrypted, type SqliteFile } from '#main/database/open.ts';
import { dataFolder } from '#main/vaults/data-folder.ts';
import { openGrants } from '#main/vaults/grants.ts';
import { readLedger } from '#main/vaults/ledger.ts';
import { readFileKey } from '#main/vaults/rotate.ts';
import { unlockMember } from '#main/vaults/sign-in.ts';
import type { Vault } from '#shared/features/members/model.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { PASSPHRASE, type TestBackend } from './test-backend.ts';

/** What lies in a vault of a backend that goes on working on it: a copy of its file, opened as its member does. */
export async function vaultOf(pc: TestBackend, vault: Vault, signInName: string): Promise<SqliteFile> {
	const dataDir = join(temporaryFolder(), 'Kopie');
	cpSync(pc.dataDir, dataDir, { recursive: true });
	const folder = dataFolder(dataDir);
	const ledger = readLedger(folder.readLedger() ?? []);
	const device = folder.readDevice();
	if (!ledger.ok || device === null || device === 'damaged') throw new Error('no site in this folder');
	const unlocked = await unlockMember(ledger.value, signInName, PASSPHRASE);
	if (!unlocked) throw new Error('this member does not sign in here');
	const epochKeys = openGrants(ledger.value, unlocked.member, unlocked.keys.sealing);
	const key = readFileKey({ folder, site: ledger.value.site, device: device.device, vault }, epochKeys);
	if (typeof key === 'string') throw new Error(`${vault}: ${key}`);
	return openEncrypted(folder.vaultPath(vault), key);
}
