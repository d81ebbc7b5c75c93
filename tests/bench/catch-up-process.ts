import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMigrations } from '#main/database/migrator.ts';
import { personKind } from '#main/features/people/records.ts';
import { systemClock, systemIds, systemRandom } from '#main/platform/environment.ts';
import { staySmall } from '#main/platform/memory.ts';
import { editRecord, type Fields } from '#main/records/merge.ts';
import { rowWriter } from '#main/records/row-writer.ts';
import { type Change, CREATED } from '#main/records/store.ts';
import type { ShareContext } from '#main/share/context.ts';
import { folderTarget } from '#main/share/folder-target.ts';
import { feedFolder, sequenceName } from '#main/share/layout.ts';
import { pullVault } from '#main/share/pull.ts';
import { writeSegment } from '#main/share/segments.ts';
import { cryptoReady, KEY_BYTES, signingKeysFrom } from '#main/vaults/crypto.ts';
import { epochName } from '#main/vaults/ledger-state.ts';
import { foldedWords } from '#shared/kernel/fold.ts';
import type { DeviceId, SiteId } from '#shared/kernel/ids.ts';
import type { Measured, Rates } from './catch-up.ts';
import { AUTHOR, manyPeople } from './invented.ts';
import { counsellingVault, plainFile } from './stores.ts';
import { watchWaits } from './waits.ts';

/**
 * `write <folder> <changes> <migrations>` lays the feed of another PC there, `read` applies it and says how that went, `plain`
 * writes as many rows, changes and words one after another into a plain SQLite file with the same tables.
 */
const [what = '', folder = '', count = '0', migrations = ''] = process.argv.slice(2);
const V = 'counselling';
const PER_SEGMENT = 1000;
staySmall();
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
else if (what === 'plain') plain(Number(count));
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
	const waits = watchWaits();
	const spent = stopwatch();
	const applied = await pullVault(vault, context, { includeOwn: false, onProgress: () => (told += 1) });
	const rates = spent(applied);
	clearInterval(watch);
	const measured: Measured = { ...rates, megabytes, before, waited: await waits.end(), told };
	vault.close();
	console.log(JSON.stringify(measured));
}

/** Per second of the clock, and of the processor's time that was spent: the latter says the same on a busy machine. */
function stopwatch(): (changes: number) => Rates {
	const started = performance.now();
	const before = process.cpuUsage();
	return (changes) => {
		const { user, system } = process.cpuUsage(before);
		return { perSecond: (changes / (performance.now() - started)) * 1000, perCpuSecond: (changes / (user + system)) * 1e6 };
	};
}

function plain(changes: number): void {
	const file = plainFile(join(folder, 'Aufholen schlicht.db'));
	for (const migration of readMigrations(join(migrations, V))) file.exec(migration.sql);
	const rows = rowWriter(file, personKind);
	const edit = file.prepare('UPDATE person SET city = ?, do_not_call = 1, updated_at = ? WHERE id = ?');
	const note = file.prepare(
		"INSERT INTO change (device, hlc, member, table_name, record_id, kind, payload, segment) VALUES (?, ?, ?, 'person', ?, 'merge', ?, 0)",
	);
	const addWords = file.prepare('INSERT INTO search_index (rowid, words) VALUES (?, ?)');
	const removeWords = file.prepare('DELETE FROM search_index WHERE rowid = ?');
	const people = manyPeople(PER_SEGMENT);
	const device = systemIds.next();
	const [whole, part] = [systemRandom.bytes(600), systemRandom.bytes(60)];
	let row = 0;
	let made: string[] = [];
	const spent = stopwatch();
	for (let seq = 1; seq <= changes / PER_SEGMENT; seq++) {
		const isNew = seq % 2 === 1;
		file.transaction(() => {
			if (isNew) made = people.map(() => systemIds.next());
			for (const [at, id] of made.entries()) {
				const fields = { ...people[at], number: `P-${at}`, borrowerId: null, mergedInto: null, formerly: [] } as never;
				const time = seq * PER_SEGMENT + at;
				note.run(device, time.toString(16).padStart(16, '0'), AUTHOR, id, isNew ? whole : part);
				const word = foldedWords(personKind.words?.(fields) ?? '').join(' ');
				const line = isNew ? row + at + 1 : row - made.length + at + 1;
				if (isNew) {
					const derived = personKind.derive?.(fields);
					rows.put({ id, createdAt: time, updatedAt: time, removedAt: null, ...(fields as object), ...derived });
				} else {
					edit.run(`Ort ${seq}`, time, id);
					removeWords.run(line);
				}
				addWords.run(line, word);
			}
			if (isNew) row += made.length;
		})();
	}
	const rates = spent(changes);
	file.close();
	console.log(JSON.stringify(rates));
}
