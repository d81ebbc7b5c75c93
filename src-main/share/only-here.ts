import { existsSync } from 'node:fs';
import { VAULTS, type Vault } from '#shared/features/members/model.ts';
import type { DataFolder } from '../vaults/data-folder.ts';
import { openVaultOf, type Session } from '../vaults/session.ts';
import type { ShareContext } from './context.ts';
import { isUnwritten } from './daily-snapshots.ts';
import { feedsFolder, snapshotsFolder } from './layout.ts';

/**
 * Vaults that hold something on this PC and of which the share has nothing, and that whoever is signed in cannot send
 * there: everything else is on the share a moment after somebody has written it.
 */
export interface OnlyHere {
	/** Throws TargetError. */
	look(here: ShareContext): Promise<void>;
	/** As they were when it was last looked. */
	vaults(): readonly Vault[];
	/** Another share, or one that was filled again. */
	forget(): void;
}

const settingOf = (vault: Vault) => `has_records:${vault}`;

/** Which of the vaults that are open hold something: for whoever signs in later and cannot open them. */
export function noteHoldings(session: Session): void {
	const { settings } = openVaultOf(session, 'office');
	for (const { name, file } of session.vaults.values())
		if (settings.get(settingOf(name)) === null && !isUnwritten(file)) settings.set(settingOf(name), 'yes');
}

export function onlyHereOf(session: Session, folder: DataFolder): OnlyHere {
	const isThere = new Set<Vault>();
	let found: readonly Vault[] = [];
	return {
		async look({ target, site }) {
			// Its file is another one after its key was replaced.
			const { settings } = openVaultOf(session, 'office');
			const holdsSomething = (vault: Vault) => settings.get(settingOf(vault)) !== null && existsSync(folder.vaultPath(vault));
			const closed = VAULTS.filter((vault) => !session.vaults.has(vault) && !isThere.has(vault) && holdsSomething(vault));
			for (const vault of closed) {
				const folders = [feedsFolder(site, vault), snapshotsFolder(site, vault)];
				for (const each of folders) if ((await target.list(each)).length > 0) isThere.add(vault);
			}
			found = closed.filter((vault) => !isThere.has(vault));
		},
		vaults: () => found,
		forget: () => isThere.clear(),
	};
}
