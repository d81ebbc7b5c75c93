import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMigrations } from '#main/database/migrator.ts';
import { personKind } from '#main/features/people/records.ts';
import { systemClock, systemRandom } from '#main/platform/environment.ts';
import { folderTarget } from '#main/share/folder-target.ts';
import { publishVault } from '#main/share/publish.ts';
import { cryptoReady, signingKeysFrom } from '#main/vaults/crypto.ts';
import { readLedger } from '#main/vaults/ledger.ts';
import { openVault } from '#main/vaults/open-vault.ts';
import type { DeviceId, MemberId, SiteId } from '#shared/kernel/ids.ts';
import { fakeIds } from './fake-ids.ts';

/** What the publisher needs to be that device; written by the test, bytes as base64. */
export interface PublisherPlan {
	readonly path: string;
	readonly share: string;
	readonly fileKey: string;
	readonly site: SiteId;
	readonly device: DeviceId;
	readonly member: MemberId;
	readonly deviceSeed: string;
	readonly epochKey: string;
	readonly ledger: readonly string[];
	/** The folder of all vaults' migrations. */
	readonly migrations: string;
}

/** A process of its own that writes people and publishes them until it is killed; bundled: `node crash-publisher.js <plan.json> <seed>`. */
const [planPath = '', seed = ''] = process.argv.slice(2);
await cryptoReady;
const plan = JSON.parse(readFileSync(planPath, 'utf8')) as PublisherPlan;
const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));
const ledger = readLedger(plan.ledger.map(bytes));
if (!ledger.ok) throw new Error('ledger does not verify');
const ids = fakeIds(Number(seed));
const vault = openVault(
	'counselling',
	plan.path,
	bytes(plan.fileKey),
	plan.device,
	{
		migrations: new Map([['counselling', readMigrations(join(plan.migrations, 'counselling'))]]),
		kinds: [personKind],
		clock: systemClock,
		random: systemRandom,
		onCommit() {},
	},
	true,
);
const context = {
	target: folderTarget(plan.share, systemRandom, async () => {}),
	site: plan.site,
	device: { id: plan.device, keys: signingKeysFrom(bytes(plan.deviceSeed)) },
	epochKeys: new Map([['counselling:1', bytes(plan.epochKey)]]),
	clock: systemClock,
	random: systemRandom,
	ledger: () => ledger.value,
	alarm(problem: string) {
		throw new Error(problem);
	},
};
process.stdout.write('ready\n');

for (let n = 0; ; n++) {
	const id = ids.next();
	vault.store.insert(personKind, id, { lastName: `Name${n}`, remarks: 'lang '.repeat((n % 7) * 400) }, plan.member);
	process.stdout.write(`wrote ${id}\n`);
	if (n % 3 === 2) {
		await publishVault(vault, context);
		process.stdout.write(`sent ${n}\n`);
	}
}
