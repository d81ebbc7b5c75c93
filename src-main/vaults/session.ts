import { existsSync } from 'node:fs';
import { type Role, VAULTS, type Vault } from '#shared/features/members/model.ts';
import type { DeviceId, MemberId, SiteId } from '#shared/kernel/ids.ts';
import { MigrationError } from '../database/migrator.ts';
import { claim, isIntact, OpenError } from '../database/open.ts';
import { type SigningKeys, wipe } from './crypto.ts';
import type { DataFolder } from './data-folder.ts';
import { type EpochKeys, readableVaults } from './grants.ts';
import { deviceKeysFrom, readKeyFile } from './key-files.ts';
import type { LedgerState } from './ledger.ts';
import { type MemberKeys, wipeMemberKeys } from './member-keys.ts';
import { type OpenVault, openVault, type VaultDeps } from './open-vault.ts';

/**
 * What is in memory while somebody is signed in: their keys, the keys of the vaults they may read, and those vaults,
 * open. Ending the session closes the files and zeroes every key.
 */
export interface Session {
	readonly site: SiteId;
	readonly member: MemberId;
	readonly roles: readonly Role[];
	readonly device: { readonly id: DeviceId; readonly keys: SigningKeys };
	readonly memberKeys: MemberKeys;
	readonly epochKeys: EpochKeys;
	/** The newest verified ledger; replaced when a longer one arrives. */
	ledger: LedgerState;
	readonly vaults: ReadonlyMap<Vault, OpenVault>;
	vault(name: Vault): OpenVault | undefined;
	end(): void;
}

/** `in_use`: another Kontor works on this data folder. */
export type FolderProblem = 'damaged' | 'newer' | 'in_use';

/** A file of the data folder that cannot be used; `file` is its name inside the folder. */
export class FolderError extends Error {
	readonly problem: FolderProblem;
	readonly file: string;
	constructor(problem: FolderProblem, file: string) {
		super(problem);
		this.problem = problem;
		this.file = file;
	}
}

export interface Opened {
	readonly ledger: LedgerState;
	readonly member: MemberId;
	readonly memberKeys: MemberKeys;
	readonly epochKeys: EpochKeys;
	readonly device: DeviceId;
}

/** Opens the vaults that keys and roles allow. Throws FolderError, with everything closed and wiped again. */
export function openSession(folder: DataFolder, opened: Opened, deps: VaultDeps): Session {
	const { ledger, member, memberKeys, epochKeys, device } = opened;
	const vaults = new Map<Vault, OpenVault>();
	let deviceKeys: SigningKeys | null = null;
	/** Keys first: whatever happens while closing files, they are gone. */
	const end = () => {
		wipeMemberKeys(memberKeys);
		wipe(...epochKeys.values());
		if (deviceKeys) wipe(deviceKeys.secretKey);
		epochKeys.clear();
		const open = [...vaults.values()];
		vaults.clear();
		for (const vault of open) vault.close();
	};
	try {
		const seed = readKeyFile(folder.deviceKeyPath, { site: ledger.site, device, vault: 'office', what: 'device' }, epochKeys);
		if (typeof seed === 'string') throw new FolderError('damaged', 'device.key');
		const keys = deviceKeysFrom(seed);
		deviceKeys = keys;
		wipe(seed);
		for (const name of readableVaults(ledger, member, epochKeys))
			vaults.set(name, openOne(folder, ledger.site, device, name, epochKeys, deps));
		// Only who opens every vault of this device can say that all of them are sound.
		if (VAULTS.every((name) => vaults.has(name) || !existsSync(folder.vaultPath(name)))) folder.clearSuspicion();
		return {
			site: ledger.site,
			member,
			roles: ledger.members.get(member)?.roles ?? [],
			device: { id: device, keys },
			memberKeys,
			epochKeys,
			ledger,
			vaults,
			vault: (name) => vaults.get(name),
			end,
		};
	} catch (error) {
		end();
		throw error;
	}
}

function openOne(folder: DataFolder, site: SiteId, device: DeviceId, vault: Vault, keys: EpochKeys, deps: VaultDeps): OpenVault {
	const fileKey = readKeyFile(folder.vaultKeyPath(vault), { site, device, vault, what: 'file' }, keys);
	if (typeof fileKey === 'string') throw new FolderError('damaged', `vaults/${vault}.key`);
	try {
		const opened = openVault(vault, folder.vaultPath(vault), fileKey, device, deps, false);
		try {
			claim(opened.file);
			if (folder.isSuspect() && !isIntact(opened.file)) throw new OpenError('damaged');
			return opened;
		} catch (error) {
			opened.close();
			throw error;
		}
	} catch (error) {
		const file = `vaults/${vault}.db`;
		if (error instanceof OpenError) throw new FolderError(error.refusal === 'in_use' ? 'in_use' : 'damaged', file);
		if (error instanceof MigrationError) throw new FolderError(error.refusal === 'broken_references' ? 'damaged' : 'newer', file);
		throw error;
	} finally {
		wipe(fileKey);
	}
}

/** A vault that the caller's access rule has already vouched for. */
export function openVaultOf(session: Session, name: Vault): OpenVault {
	const vault = session.vault(name);
	if (!vault) throw new Error(`vault ${name} is not open`);
	return vault;
}
