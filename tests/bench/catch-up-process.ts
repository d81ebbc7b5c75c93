import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { systemClock, systemIds, systemRandom } from '#main/platform/environment.ts';
import { editRecord, type Fields } from '#main/records/merge.ts';
import { type Change, CREATED } from '#main/records/store.ts';
import type { ShareContext } from '#main/share/context.ts';
import { folderTarget } from '#main/share/folder-target.ts';
import { feedFolder, sequenceName } from '#main/share/layout.ts';
import { pullVault } from '#main/share/pull.ts';
import { writeSegment } from '#main/share/segments.ts';
import { cryptoReady, KEY_BYTES, signingKeysFrom } from '#main/vaults/crypto.ts';
import { epochName } from '#main/vaults/ledger-state.ts';
import type { DeviceId, SiteId } from '#shared/kernel/ids.ts';
import type { Measured } from './catch-up.ts';
import { AUTHOR, manyPeople } from './invented.ts';
import { counsellingVault } from './stores.ts';

/** `write <folder> <changes> <migrations>` lays the feed of another PC there, `read` applies it and says how that went. */
const [what = '', folder = '', count = '0', migrations = ''] = process.argv.slice(2);
const V = 'counselling';
const PER_SEGMENT = 1000;
await cryptoReady;

interface Plan {
	readonly site: SiteId;
	readonly device: DeviceId;
	readonly seed: string;
	readonly key: string;
}
const share = join(folder, 'Freigabe zum Aufholen');
const planPath = join(folder, 'Aufholen.json');
const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));
const random64 = () => Buffer.from(systemRandom.bytes(KEY_BYTES)).toString('base64');

if (what === 'write') write(Number(count));
else await read();

/** Half of the changes are new people, half are edits of them. */
function write(changes: number): void {
	const plan: Plan = {
		site: systemIds.next() as SiteId,
		device: systemIds.next() as DeviceId,
		seed: random64(),
		key: random64(),
	};
	writeFileSync(planPath, JSON.stringify(plan));
	const feed = join(share, ...feedFolder(plan.site, V, plan.device).split('/'));
	mkdirSync(feed, { recursive: true });
	const keys = signingKeysFrom(bytes(plan.seed));
	let prev: Uint8Array = new Uint8Array(32);
	let time = systemClock.now() - changes;
	let made: { id: string; state: Uint8Array }[] = [];
	const people = manyPeople(PER_SEGMENT);
	const change = (recordId: string, payload: Uint8Array): Change => {
		time += 1;
		const hlc = `${time.toString(16).padStart(12, '0')}0000`;
		return { device: plan.device, hlc, member: AUTHOR, tableName: 'person', recordId, kind: 'merge', payload };
	};
	for (let seq = 1; seq <= changes / PER_SEGMENT; seq++) {
		const batch: Change[] = [];
		if (seq % 2 === 1) {
			made = people.map((person) => {
				const id = systemIds.next();
				const number = `P-${String(time % 100_000).padStart(5, '0')}`;
				const { state, update } = editRecord(null, { ...(person as Fields), number, [CREATED]: time }, ['remarks'], 4711);
				batch.push(change(id, update));
				return { id, state };
			});
		} else {
			for (const { id, state } of made)
				batch.push(change(id, editRecord(state, { city: `Ort ${seq}`, doNotCall: true }, ['remarks'], 4711).update));
		}
		const place = { site: plan.site, vault: V, device: plan.device, seq, prev } as const;
		const segment = writeSegment(place, batch, { number: 1, key: bytes(plan.key) }, keys.secretKey, systemRandom);
		writeFileSync(join(feed, sequenceName(seq, segment.hash)), segment.bytes);
		prev = segment.hash;
	}
}

async function read(): Promise<void> {
	const plan = JSON.parse(readFileSync(planPath, 'utf8')) as Plan;
	const vault = counsellingVault(join(folder, 'Aufholen.db'), migrations);
	const writer = { signPublic: signingKeysFrom(bytes(plan.seed)).publicKey, approvedAt: 1, removed: null };
	const ledger = { devices: new Map([[plan.device, writer]]), epochs: new Map([[V, 1]]), stale: new Set() };
	const context: ShareContext = {
		target: folderTarget(share, systemRandom, async () => {}),
		site: plan.site,
		device: { id: systemIds.next() as DeviceId, keys: signingKeysFrom(systemRandom.bytes(KEY_BYTES)) },
		epochKeys: new Map([[epochName(V, 1), bytes(plan.key)]]),
		clock: systemClock,
		random: systemRandom,
		ledger: () => ledger as never,
		alarm(problem) {
			throw new Error(problem);
		},
	};
	globalThis.gc?.();
	const resident = () => process.memoryUsage.rss() / 1024 / 1024;
	const before = resident();
	let megabytes = before;
	let told = 0;
	const watch = setInterval(() => {
		megabytes = Math.max(megabytes, resident());
	}, 20);
	const waits = monitorEventLoopDelay({ resolution: 1 });
	waits.enable();
	const started = performance.now();
	const applied = await pullVault(vault, context, { includeOwn: false, onProgress: () => (told += 1) });
	const seconds = (performance.now() - started) / 1000;
	waits.disable();
	clearInterval(watch);
	vault.close();
	const measured: Measured = { perSecond: applied / seconds, megabytes, before, longestMs: waits.max / 1e6, told };
	console.log(JSON.stringify(measured));
}
