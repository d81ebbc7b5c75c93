import { doorOnShare, readDoor } from '../../share/door.ts';
import { inboxFolder, receiptsOf, sequencesOf } from '../../share/layout.ts';
import { readReceipt } from '../../share/receipts.ts';
import type { ShareTarget } from '../../share/target.ts';
import type { LedgerState } from '../../vaults/ledger-state.ts';
import type { KioskFile, KioskFolder } from './kiosk-folder.ts';
import type { Spool } from './spool.ts';

/** A kiosk and its share: sends what is sealed, lets go of what was taken in, hears what hangs on the door. */
export interface KioskExchange {
	/** Throws TargetError when the share is away: then everything waits as it is. */
	round(target: ShareTarget, ledger: LedgerState): Promise<void>;
	/** Newest moment that an office PC has signed and this kiosk has heard of, ms UTC; 0 for none. */
	heard(): number;
}

export function createKioskExchange(files: KioskFolder, { kiosk, site }: KioskFile, spool: Spool): KioskExchange {
	const folder = inboxFolder(site, kiosk);
	const doors = new Set<string>();
	let receivedAt = 0;

	async function letGo(target: ShareTarget, ledger: LedgerState, names: readonly string[]): Promise<number> {
		const receipt = await readReceipt(target, ledger, kiosk, names, () => {});
		if (!receipt) return 0;
		receivedAt = Math.max(receivedAt, receipt.at);
		spool.forget(receipt);
		const old = [...sequencesOf(names).values()].flat().filter(({ seq }) => seq <= receipt.seq);
		const older = receiptsOf(names).filter(({ seq }) => seq < receipt.seq);
		for (const { listed } of [...old, ...older]) await target.remove(`${folder}/${listed}`);
		return receipt.seq;
	}

	async function hearDoor(target: ShareTarget, ledger: LedgerState): Promise<void> {
		const found = await doorOnShare(target, ledger, doors);
		if (found === null || found === 'known') return;
		const own = files.door();
		const before = own && readDoor(own, ledger);
		if (!before || found.door.at > before.at) files.writeDoor(found.bytes);
		receivedAt = Math.max(receivedAt, found.door.at);
		doors.add(found.name);
	}

	return {
		async round(target, ledger) {
			const known = ledger.kiosks.get(kiosk);
			if (!known || known.removed) return;
			await hearDoor(target, ledger);
			// Until an administrator has approved it, nobody would read them.
			if (known.approvedAt === null) return;
			const names = await target.list(folder);
			const done = await letGo(target, ledger, names);
			const there = sequencesOf(names);
			for (const file of spool.waiting()) {
				const isThere = there.get(file.seq)?.some(({ hashStart }) => file.name.endsWith(hashStart)) === true;
				if (file.seq <= done || isThere) continue;
				const bytes = file.read();
				if (bytes) await target.writeNew(`${folder}/${file.name}`, bytes);
			}
		},
		heard: () => receivedAt,
	};
}
