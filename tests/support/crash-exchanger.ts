import { readFileSync } from 'node:fs';
import { systemRandom } from '#main/platform/environment.ts';
import { acknowledge } from '#main/share/acks.ts';
import { compactVault } from '#main/share/compact.ts';
import type { ShareContext } from '#main/share/context.ts';
import { folderTarget } from '#main/share/folder-target.ts';
import { publishVault } from '#main/share/publish.ts';
import { pullVault } from '#main/share/pull.ts';
import { takeSnapshot, verifySnapshot } from '#main/share/snapshots.ts';
import { cryptoReady, signingKeysFrom } from '#main/vaults/crypto.ts';
import { readLedger } from '#main/vaults/ledger.ts';
import { openVault } from '#main/vaults/open-vault.ts';
import type { DeviceId, MemberId, SiteId } from '#shared/kernel/ids.ts';
import { fakeIds } from './fake-ids.ts';
import { TINY_KINDS, thingKind, tinyMigrations } from './tiny-vault.ts';

/** What it needs to be that device; bytes as base64. */
export interface ExchangerPlan {
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
	/** ms UTC when it starts; days pass with every round. */
	readonly now: number;
}

/** A process of its own that writes and exchanges, with everything that belongs to it, until it is killed: `node crash-exchanger.js <plan.json> <seed>`. */
const [planPath = '', seed = ''] = process.argv.slice(2);
await cryptoReady;
const plan = JSON.parse(readFileSync(planPath, 'utf8')) as ExchangerPlan;
const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));
const ledger = readLedger(plan.ledger.map(bytes));
if (!ledger.ok) throw new Error('ledger does not verify');
const ids = fakeIds(Number(seed));
let now = plan.now;
const clock = { now: () => now };
const vault = openVault(
	'office',
	plan.path,
	bytes(plan.fileKey),
	plan.device,
	{ migrations: tinyMigrations(plan.migrations), kinds: TINY_KINDS, clock, random: systemRandom, onCommit() {} },
	false,
);
const context: ShareContext = {
	target: folderTarget(plan.share, systemRandom, async () => {}),
	site: plan.site,
	device: { id: plan.device, keys: signingKeysFrom(bytes(plan.deviceSeed)) },
	epochKeys: new Map([['office:1', bytes(plan.epochKey)]]),
	clock,
	random: systemRandom,
	ledger: () => ledger.value,
	alarm(problem, device, file) {
		throw new Error(`${problem} ${device} ${file}`);
	},
};
const scratch = `${plan.path}.scratch`;
const say = (line: string) => void process.stdout.write(`${line}\n`);
say('ready');

const WORK = [
	() => publishVault(vault, context),
	() => pullVault(vault, context, { includeOwn: false }),
	() => takeSnapshot(vault, context, scratch, () => {}),
	() => acknowledge(vault, context),
	() => compactVault(vault, context, async (name) => (await verifySnapshot('office', name, context, scratch, () => {})) === null),
];
const NAMES = ['publish', 'pull', 'snapshot', 'acknowledge', 'compact'];

for (let n = Number(seed); ; n++) {
	now += 4 * 24 * 60 * 60 * 1000;
	say(`now ${now}`);
	const id = ids.next();
	vault.store.insert(thingKind, id, { name: `Ding ${n}`, remarks: 'lang '.repeat((n % 7) * 40) }, plan.member);
	say(`wrote ${id}`);
	const at = n % WORK.length;
	say(`begin ${NAMES[at]}`);
	const done = await WORK[at]?.();
	say(`end ${NAMES[at]} ${typeof done === 'number' ? done : ''}`);
}
