import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createLog } from '#main/platform/log.ts';
import { createShareSync, type ShareSync } from '#main/share/sync.ts';
import type { ShareTarget } from '#main/share/target.ts';
import { dataFolder } from '#main/vaults/data-folder.ts';
import { entryFileName, type LedgerEntry } from '#main/vaults/ledger.ts';
import type { Session } from '#main/vaults/session.ts';
import { type SimulatedDevice, type SimulatedSite, V } from './simulated-site.ts';

/** The whole exchange of a simulated device with its share, as it runs on a PC with somebody signed in. */
export function syncOf(device: SimulatedDevice, site: SimulatedSite, target: ShareTarget, bugs: string[]): ShareSync {
	const path = join(device.path, '..', 'Daten');
	mkdirSync(join(path, 'vaults'), { recursive: true });
	const folder = dataFolder(path);
	if (folder.readDevice() === null) {
		folder.writeDevice({ site: site.ledger().site, device: device.id, signInNames: [], share: '/share', sample: false });
		folder.writeLedger(new Map(site.entries.map((entry: LedgerEntry) => [entryFileName(entry), entry.bytes])));
	}
	const session = {
		site: site.ledger().site,
		member: device.author,
		device: device.context.device,
		memberKeys: site.founded.memberKeys,
		epochKeys: site.founded.epochKeys,
		ledger: site.ledger(),
		hasStartKeys: false,
		vaults: new Map([[V, device.vault()]]),
		vault: (name: string) => (name === V ? device.vault() : undefined),
		missing: () => [],
	} as unknown as Session;
	return createShareSync({
		session,
		folder,
		clock: device.clock,
		random: device.context.random,
		log: createLog((line) => void bugs.push(line), device.clock.now),
		targetFor: () => target,
		stopwatch: () => 0,
		before: Promise.resolve(),
		onLedger() {},
		onRewind() {},
		fetchVault: async () => {},
		blobs: { exchange: async () => false, waiting: () => 0, wish() {}, forget() {} },
		onFetched() {},
		exchangeBesides: async () => {},
		onDamage: () => void bugs.push('damage'),
		onStatus() {},
		onWork() {},
		onPulled() {},
	});
}
