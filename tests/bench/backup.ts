import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { personKind } from '#main/features/people/records.ts';
import { systemIds } from '#main/platform/environment.ts';
import type { Fields } from '#main/records/merge.ts';
import { nextNumber } from '#main/records/numbering.ts';
import { dataFolder } from '#main/vaults/data-folder.ts';
import { openVaultOf } from '#main/vaults/session.ts';
import type { Contract } from '#shared/contract.ts';
import { benchBackend, foundSite, MEMBER } from './bench-backend.ts';
import { bytesBelow } from './bytes-below.ts';
import { manyPeople } from './invented.ts';
import { unlocked } from './many-loans.ts';
import { percentile } from './measure.ts';
import { type Line, ms } from './report.ts';
import { waitsLine, watchWaits } from './waits.ts';

/**
 * What a backup costs when 1 % of the rows of an encrypted database of 200 MB have changed: Kontor's segments against
 * restic, borg and a plain copy of the same file. An encrypted page that changes looks new from its first byte to its
 * last, and a row that changes touches many pages: that is why Kontor sends changes and not files.
 */
const DATABASE_BYTES = 200_000_000;
const PER_COMMIT = 500;
const MOST_MB_PER_1000 = 2;
const JOIN_WITHIN_MS = 60_000;
const EDIT_WITHIN_MS = 5000;
const EDIT_EVERY_MS = 300;

export async function backupOfChanges(folder: string): Promise<Line[]> {
	const dataDir = join(folder, 'Akten PC');
	const share = join(folder, 'Freigabe Sicherung');
	mkdirSync(share);
	const founding = await benchBackend(dataDir);
	await foundSite(createRouterClient(founding.router, { context: {} }));
	await founding.dispose();
	const file = await fill(dataDir);

	const office = await atWork(dataDir);
	await office.client.share.connect({ folder: share });
	await office.published();
	// The day's snapshot is not what is measured here.
	for await (const _step of await office.client.share.backUpNow()) {
		// Until it is there.
	}
	const peers = [restic(folder), borg(folder), plainCopy(folder)];
	for (const peer of peers) peer?.run(file);

	const edits = await office.edit();
	const before = bytesBelow(share);
	const started = performance.now();
	await office.published();
	const ours = { ms: performance.now() - started, bytes: bytesBelow(share) - before };
	await office.client.members.lock();
	const theirs = peers.map((peer) => peer && { name: peer.name, ...peer.run(file) });

	const { verify, checking, taking } = await whileBusy(office);
	const joined = await joinedIn(join(folder, 'Neuer PC'), share);
	await office.dispose();
	const size = `${mb(statSync(file).size)}, ${edits.toLocaleString('en')} rows (1 %) edited`;
	const compared = theirs.map((each) => (each ? `${each.name} ${mb(each.bytes)}` : '')).filter(Boolean);
	const missing = ['restic', 'borg'].filter((_name, at) => !peers[at]);
	const smallest = Math.min(...theirs.flatMap((each) => (each ? [each.bytes] : [])));
	const quickest = Math.min(...theirs.flatMap((each) => (each ? [each.ms] : [])));
	return [
		{
			what: `bytes to the share: ${size}`,
			measured: mb(ours.bytes),
			compared: `${compared.join(', ')}${missing.length > 0 ? ` (${missing.join(', ')} not installed)` : ''}`,
			ratio: `${(ours.bytes / smallest).toFixed(4)} ×`,
			target: `≤ ${MOST_MB_PER_1000} MB per 1,000`,
			met: ours.bytes <= (edits / 1000) * MOST_MB_PER_1000 * 1e6,
		},
		{
			what: 'time until they are there',
			measured: ms(ours.ms),
			compared: theirs
				.map((each) => (each ? `${each.name} ${ms(each.ms)}` : ''))
				.filter(Boolean)
				.join(', '),
			ratio: `${(ours.ms / quickest).toFixed(2)} ×`,
			target: '–',
			met: null,
		},
		{ what: 'full verify of that share', measured: ms(verify), compared: '', ratio: '', target: '–', met: null },
		...busyLines('all of it is verified', checking),
		...busyLines('a snapshot is taken and verified', taking),
		{
			what: 'a new PC has all of it',
			measured: ms(joined),
			compared: '',
			ratio: '',
			target: `≤ ${JOIN_WITHIN_MS / 1000} s`,
			met: joined <= JOIN_WITHIN_MS,
		},
	];
}

const mb = (bytes: number): string => (bytes < 1e6 ? `${(bytes / 1e3).toFixed(0)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

/** Invented people until the file is large enough; gives its path. */
async function fill(dataDir: string): Promise<string> {
	const session = await unlocked(dataFolder(dataDir));
	const vault = openVaultOf(session, 'counselling');
	const path = vault.file.name;
	const people = manyPeople(4000);
	for (let at = 0; statSync(path).size < DATABASE_BYTES; at += PER_COMMIT) {
		vault.store.atomically(() => {
			for (let one = at; one < at + PER_COMMIT; one++) {
				const number = nextNumber(vault.file, 'person', 'P');
				const remarks = `Kommt seit ${2000 + (one % 26)} ins Café. ${'Hilft beim Gartentag, näht und repariert gern. '.repeat(1 + (one % 12))}`;
				const fields = { ...(people[one % people.length] as Fields), number, remarks };
				vault.store.insert(personKind, systemIds.next(), fields, session.acting);
			}
		});
		vault.file.pragma('wal_checkpoint(TRUNCATE)');
	}
	session.end();
	return path;
}

interface AtWork {
	readonly client: ContractRouterClient<Contract>;
	/** Changes one row in a hundred, a few at a time as people do; gives how many. */
	edit(): Promise<number>;
	editOne(at: number): Promise<void>;
	published(): Promise<void>;
	dispose(): Promise<void>;
}

async function atWork(dataDir: string): Promise<AtWork> {
	let poll = () => {};
	const backend = await benchBackend(dataDir, (work) => {
		poll = work;
	});
	const client = createRouterClient(backend.router, { context: {} });
	await client.members.signIn(MEMBER);
	return {
		client,
		async edit() {
			const page = { offset: 0, limit: 1 };
			const list = { text: '', filter: 'all', sort: { by: 'number', descending: false } } as const;
			const { total } = await client.people.list({ ...list, ...page });
			let count = 0;
			for (let offset = 0; offset < total; offset += 100, count++) {
				const { rows } = await client.people.list({ ...list, offset, limit: 1 });
				const id = rows[0]?.id;
				if (id)
					await client.people.update({
						id,
						changes: { street: `Lindenweg ${offset}`, remarks: `Neu ${offset}: zieht im Mai um.` },
					});
			}
			return count;
		},
		async editOne(at) {
			const list = { text: '', filter: 'all', sort: { by: 'number', descending: false }, offset: 7, limit: 1 } as const;
			const [first] = (await client.people.list(list)).rows;
			if (first) await client.people.update({ id: first.id, changes: { street: `Nebenbei ${at}` } });
		},
		async published() {
			poll();
			while ((await client.share.status()).waitingChanges > 0) {
				await sleep(5);
				poll();
			}
		},
		dispose: () => backend.dispose(),
	};
}

interface Busy {
	/** Of each edit in ms: until the share had it. */
	readonly sent: readonly number[];
	readonly waited: { readonly ours: number; readonly idle: number };
}

/** What it is like to go on working while the share is verified, and while a snapshot is taken. */
async function whileBusy(office: AtWork): Promise<{ verify: number; checking: Busy; taking: Busy }> {
	await office.client.members.signIn(MEMBER);
	const started = performance.now();
	const checking = await busyWith(office, await office.client.share.verify());
	const verify = performance.now() - started;
	return { verify, checking, taking: await busyWith(office, await office.client.share.backUpNow()) };
}

async function busyWith(office: AtWork, work: AsyncIterable<unknown>): Promise<Busy> {
	let isDone = false;
	const sent: number[] = [];
	const waits = watchWaits();
	const working = (async () => {
		for await (const _step of work) {
			// Only how long it takes.
		}
	})().finally(() => {
		isDone = true;
	});
	while (!isDone) {
		await office.editOne(sent.length);
		const saved = performance.now();
		await office.published();
		sent.push(performance.now() - saved);
		await sleep(EDIT_EVERY_MS);
	}
	await working;
	return { sent, waited: await waits.end() };
}

function busyLines(what: string, { sent, waited }: Busy): Line[] {
	const longest = Math.max(...sent);
	return [
		{
			what: `an edit is on the share while ${what}`,
			measured: `p50 ${ms(percentile(sent, 50))}, longest ${ms(longest)}`,
			compared: `${sent.length} edits`,
			ratio: '',
			target: `≤ ${EDIT_WITHIN_MS / 1000} s`,
			met: longest <= EDIT_WITHIN_MS,
		},
		waitsLine(waited),
	];
}

async function joinedIn(dataDir: string, folder: string): Promise<number> {
	const backend = await benchBackend(dataDir);
	const client = createRouterClient(backend.router, { context: {} });
	const { sites } = await client.share.inspect({ folder });
	const siteId = sites[0]?.siteId;
	if (!siteId) throw new Error('no site on the share');
	const started = performance.now();
	for await (const _step of await client.site.join({ folder, siteId, deviceName: 'Neuer PC', ...MEMBER })) {
		// Only how long it takes.
	}
	const took = performance.now() - started;
	await backend.dispose();
	return took;
}

/** Another way to keep a copy of the file: what it writes and how long it takes, each time it is asked. */
interface Peer {
	readonly name: string;
	run(file: string): { ms: number; bytes: number };
}

function peerIn(name: string, store: string, copy: (file: string) => void): Peer {
	return {
		name,
		run(file) {
			const before = bytesBelow(store);
			const started = performance.now();
			copy(file);
			return { ms: performance.now() - started, bytes: bytesBelow(store) - before };
		},
	};
}

function isInstalled(command: string): boolean {
	return (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, command)));
}

const PEER_ENV = {
	...process.env,
	RESTIC_PASSWORD: 'messen',
	BORG_PASSPHRASE: 'messen',
	BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK: 'yes',
};
const call = (command: string, ...args: string[]) =>
	execFileSync(command, args, { env: PEER_ENV, stdio: ['ignore', 'ignore', 'inherit'] });

function restic(folder: string): Peer | null {
	if (!isInstalled('restic')) return null;
	const store = join(folder, 'restic');
	call('restic', 'init', '-q', '-r', store);
	return peerIn('restic', store, (file) => void call('restic', 'backup', '-q', '-r', store, file));
}

function borg(folder: string): Peer | null {
	if (!isInstalled('borg')) return null;
	const store = join(folder, 'borg');
	call('borg', 'init', '-e', 'repokey', store);
	let count = 0;
	return peerIn('borg', store, (file) => void call('borg', 'create', `${store}::nummer${count++}`, file));
}

function plainCopy(folder: string): Peer {
	const store = join(folder, 'Kopien');
	mkdirSync(store);
	let count = 0;
	return peerIn('copy', store, (file) => copyFileSync(file, join(store, `${count++}.db`)));
}
