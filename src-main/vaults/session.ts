import { existsSync } from 'node:fs';
import { type Role, VAULTS, type Vault } from '#shared/features/members/model.ts';
import type { DeviceId, MemberId, SiteId } from '#shared/kernel/ids.ts';
import { MigrationError } from '../database/migrator.ts';
import { claim, isIntact, OpenError } from '../database/open.ts';
import { type SigningKeys, wipe } from './crypto.ts';
import type { DataFolder } from './data-folder.ts';
import { type EpochKeys, openGrants, readableVaults } from './grants.ts';
import { deviceKeysFrom, readKeyFile } from './key-files.ts';
import { isEntitled, type LedgerState } from './ledger-state.ts';
import { type MemberKeys, wipeMemberKeys } from './member-keys.ts';
import { type OpenVault, openVault, type VaultDeps } from './open-vault.ts';
import { readFileKey, settleRotation } from './rotate.ts';

/**
 * What is in memory while somebody is signed in: their keys, the keys of the vaults they may read, and those vaults,
 * open. Ending the session closes the files and zeroes every key.
 */
export interface Session {
	readonly site: SiteId;
	/** Whose keys these are. */
	readonly member: MemberId;
	/** Whom records name: the member, or whoever has taken a turn at this desk since. */
	acting: MemberId;
	/** As the ledger has them now. */
	readonly roles: readonly Role[];
	/** Signed in with a passphrase that somebody else thought up. */
	readonly hasStartKeys: boolean;
	readonly device: { readonly id: DeviceId; readonly keys: SigningKeys };
	readonly memberKeys: MemberKeys;
	/** The member has made keys of their own: these from now on, and the old ones forgotten. */
	takeKeys(keys: MemberKeys): void;
	readonly epochKeys: EpochKeys;
	/** The newest verified ledger; replaced when a longer one arrives (see `followLedger`). */
	ledger: LedgerState;
	readonly vaults: ReadonlyMap<Vault, OpenVault>;
	vault(name: Vault): OpenVault | undefined;
	/** Vaults that roles and keys allow and that are not on this device yet. */
	missing(): Vault[];
	/**
	 * What a new ledger has changed: opens grants, opens vaults that may be read now and lie here, closes those that may
	 * not be read any more and forgets their keys. Throws FolderError for a file that does not open; the rest stays as it is.
	 */
	followLedger(ledger: LedgerState): void;
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
	const { ledger, member, epochKeys, device } = opened;
	let memberKeys = opened.memberKeys;
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
		// The recovery kit opens more than the member whom it helps may read.
		for (const name of VAULTS) if (!isEntitled(ledger, member, name)) closeAndForget(name);
		const session: Session = {
			site: ledger.site,
			member,
			acting: member,
			get roles() {
				return session.ledger.members.get(member)?.roles ?? [];
			},
			get hasStartKeys() {
				return session.ledger.members.get(member)?.start === true;
			},
			device: { id: device, keys },
			get memberKeys() {
				return memberKeys;
			},
			takeKeys(keys) {
				wipeMemberKeys(memberKeys);
				memberKeys = keys;
			},
			epochKeys,
			ledger,
			vaults,
			vault: (name) => vaults.get(name),
			missing: () =>
				readableVaults(session.ledger, member, epochKeys).filter((name) => !vaults.has(name) && !liesHere(folder, name)),
			followLedger(newer) {
				session.ledger = newer;
				for (const name of VAULTS) if (!isEntitled(newer, member, name)) closeAndForget(name);
				openGrants(newer, member, memberKeys.sealing, epochKeys);
				openReadable();
			},
			end,
		};
		function openReadable(): void {
			for (const name of readableVaults(session.ledger, member, epochKeys)) {
				if (!vaults.has(name) && liesHere(folder, name))
					vaults.set(name, openOne(folder, ledger.site, device, name, epochKeys, deps));
			}
		}
		openReadable();
		// Without the office vault there is no session.
		if (!vaults.has('office')) throw new FolderError('damaged', 'vaults/office.db');
		// Only who opens every vault of this device can say that all of them are sound.
		if (VAULTS.every((name) => vaults.has(name) || !existsSync(folder.vaultPath(name)))) folder.clearSuspicion();
		return session;
	} catch (error) {
		end();
		throw error;
	}

	function closeAndForget(name: Vault): void {
		for (const [epoch, key] of epochKeys) {
			if (!epoch.startsWith(`${name}:`)) continue;
			wipe(key);
			epochKeys.delete(epoch);
		}
		const vault = vaults.get(name);
		vaults.delete(name);
		vault?.close();
	}
}

/** One of the two is enough: that the other is gone is damage, and not a vault that never was here. */
function liesHere(folder: DataFolder, name: Vault): boolean {
	return existsSync(folder.vaultPath(name)) || existsSync(folder.vaultKeyPath(name));
}

function openOne(folder: DataFolder, site: SiteId, device: DeviceId, vault: Vault, keys: EpochKeys, deps: VaultDeps): OpenVault {
	const place = { folder, site, device, vault };
	const fileKey = readFileKey(place, keys);
	if (typeof fileKey === 'string') throw new FolderError('damaged', `vaults/${vault}.key`);
	try {
		const opened = openVault(vault, folder.vaultPath(vault), fileKey, device, deps, false);
		try {
			claim(opened.file);
			if (folder.isSuspect() && !isIntact(opened.file)) throw new OpenError('damaged');
			settleRotation(place, keys, fileKey);
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
