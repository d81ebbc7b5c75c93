import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isIntact, type SqliteFile } from '#main/database/open.ts';
import { dataFolder } from '#main/vaults/data-folder.ts';
import { openGrants } from '#main/vaults/grants.ts';
import { readLedger } from '#main/vaults/ledger.ts';
import type { VaultDeps } from '#main/vaults/open-vault.ts';
import { openSession } from '#main/vaults/session.ts';
import { unlockMember } from '#main/vaults/sign-in.ts';
import type { DocumentId, PersonId } from '#shared/kernel/ids.ts';
import { contentOf } from './documents.ts';
import { fakeClock } from './fake-clock.ts';
import { MIGRATIONS } from './migrations-folder.ts';
import { EVERYBODY } from './office.ts';
import { type PlainBackend, plainBackend } from './plain-backend.ts';
import { type DiskState, writeDisk } from './power-disk.ts';
import { seededRandom } from './seeded-random.ts';
import { migrationsOfAll } from './small-office.ts';

/** What must hold after the power came back. Everything is thrown that does not. */

const deps: VaultDeps = {
	migrations: migrationsOfAll(),
	kinds: [],
	clock: fakeClock(),
	random: seededRandom(1),
	onCommit() {},
};

const PASSPHRASE = 'passphrase';

interface Promises {
	readonly passphrases: readonly string[];
	readonly everyPassphrase: readonly string[];
	/** What may stand where this was written: what was confirmed last, or anything attempted since. */
	saved(who: string): string[];
	published(who: string): string[];
	readonly people: readonly string[];
	readonly documents: readonly string[];
	readonly all: ReadonlySet<string>;
}

export function promisesOf(said: readonly string[]): Promises {
	const tried = new Map<string, string[]>();
	const saved = new Map<string, number>();
	const published = new Map<string, number>();
	const documents: string[] = [];
	for (const line of said) {
		const [what = '', who = '', ...rest] = line.split(' ');
		const last = (tried.get(who)?.length ?? 0) - 1;
		if (what === 'try') tried.set(who, [...(tried.get(who) ?? []), rest.join(' ')]);
		if (what === 'saved') saved.set(who, last);
		if (what === 'published') published.set(who, last);
		if (what === 'document') documents.push(who);
	}
	const since = (confirmed: Map<string, number>) => (who: string) =>
		confirmed.has(who) ? (tried.get(who)?.slice(confirmed.get(who)) ?? []) : [];
	return {
		passphrases: tried.get(PASSPHRASE)?.slice(saved.get(PASSPHRASE) ?? 0) ?? [],
		everyPassphrase: tried.get(PASSPHRASE) ?? [],
		saved: since(saved),
		published: since(published),
		people: [...tried.keys()].filter((who) => who !== PASSPHRASE),
		documents,
		all: new Set(said),
	};
}

function emptied(root: string): void {
	rmSync(root, { recursive: true, force: true });
	mkdirSync(root, { recursive: true });
}

/** Of what was left half-written only the name counts. */
const LEFT_OVER = /\/tmp-[^/]*$|\.tmp$|\.scratch|\.next$/;

/**
 * Does this PC's folder open, is every page of it what was written, and what does it hold then? What comes to the same,
 * with the same share beside it, is told by the same text.
 */
export function recoveryOf(pc: 'A' | 'B', root: string) {
	const known = new Map<string, Promise<string>>();
	/** By what lies there of one vault: most states differ in one of them only. */
	const looked = new Map<string, string>();
	return async (state: DiskState, passphrases: readonly string[]): Promise<string> => {
		const mine = [...state.files].filter(([name]) => name === pc || name.startsWith(`${pc}/`));
		const key = JSON.stringify([passphrases, mine.map(([name, contents]) => [name, contents?.hash])]);
		const found = known.get(key) ?? recover(new Map(mine), join(root, pc), passphrases);
		known.set(key, found);
		const plain = [...state.files].filter(([name]) => !name.startsWith(`${pc}/`) || !name.includes('.db'));
		const others = plain.map(([name, contents]) => [name, LEFT_OVER.test(name) ? '' : contents?.hash]);
		return JSON.stringify([await found, others]);
	};

	async function recover(files: DiskState['files'], path: string, passphrases: readonly string[]): Promise<string> {
		emptied(root);
		writeDisk(files, root);
		const folder = dataFolder(path);
		const device = folder.readDevice();
		if (device === null) return 'nothing';
		if (device === 'damaged') throw new Error('device.json is damaged');
		const ledger = readLedger(folder.readLedger());
		if (!ledger.ok) throw new Error(`the ledger does not verify: ${JSON.stringify(ledger.error)}`);
		const unlocked = await firstOf(passphrases, (passphrase) => unlockMember(ledger.value, 'erika', passphrase));
		if (!unlocked) throw new Error('no passphrase opens the ledger');
		const { member, keys: memberKeys } = unlocked;
		const epochKeys = openGrants(ledger.value, member, memberKeys.sealing);
		const session = openSession(folder, { ledger: ledger.value, member, memberKeys, epochKeys, device: device.device }, deps);
		try {
			const texts = [...session.vaults.values()].map(({ name, file }) => {
				const parts = [...files].filter(([at]) => at.startsWith(`${pc}/vaults/${name}.`));
				const key = JSON.stringify(parts.map(([at, contents]) => [at, contents?.hash]));
				const text = looked.get(key) ?? lookedThrough(name, file);
				looked.set(key, text);
				return `${name} ${text}`;
			});
			return texts.join(' ');
		} finally {
			session.end();
		}
	}
}

function lookedThrough(name: string, file: SqliteFile): string {
	mustBe(isIntact(file), `${name} is not intact`);
	const setting = (pragma: string) => file.pragma(pragma, { simple: true });
	mustBe(setting('journal_mode') === 'wal' && setting('synchronous') === FULL, `${name} is not written safely`);
	const hash = createHash('sha1');
	const tables = file
		.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name")
		.pluck()
		.all() as string[];
	for (const table of tables) {
		for (const row of file.prepare(`SELECT * FROM "${table}"`).raw().iterate() as Iterable<unknown[]>)
			for (const cell of row) hash.update(Buffer.isBuffer(cell) ? cell : String(cell)).update('\0');
	}
	return hash.digest('hex');
}

const FULL = 2;

async function firstOf<T, R>(all: readonly T[], work: (one: T) => Promise<R | null>): Promise<R | null> {
	for (const one of all) {
		const found = await work(one);
		if (found) return found;
	}
	return null;
}

export interface Aftermath {
	readonly state: DiskState;
	readonly root: string;
	/** Everything promised before and by now. */
	readonly promises: Promises;
	/** Whose power was cut. */
	readonly pc: 'A' | 'B';
	readonly time: number;
	readonly seed: number;
}

/**
 * The whole backend on this disk: it starts, has what it confirmed, exchanges with the share without anything to complain
 * about; another PC has what was published before this one comes back, and both are the same in the end.
 */
export async function checkAftermath({ state, root, promises, pc, time, seed }: Aftermath): Promise<void> {
	emptied(root);
	writeDisk(state.files, root);
	const clock = fakeClock(time);
	const share = join(root, 'Freigabe');
	const made: PlainBackend[] = [];
	const start = async (name: string) => {
		const dataDir = join(root, name);
		// The next sign-in looks at every page of every vault.
		if (existsSync(join(dataDir, 'vaults'))) writeFileSync(join(dataDir, 'vaults', 'suspect'), '');
		mkdirSync(dataDir, { recursive: true });
		const started = await plainBackend({ dataDir, migrationsDir: MIGRATIONS, seed: seed + made.length, clock });
		made.push(started);
		return started;
	};
	try {
		const other = pc === 'A' ? 'B' : 'A';
		const isTogether = existsSync(join(root, other, 'device.json'));
		const left = isTogether ? await start(other) : null;
		if (left) {
			// What was confirmed on another PC a moment ago may not have got here.
			await signIn(left, promises.everyPassphrase);
			await exchange(left);
			await compare(left, promises, promises.published);
		}
		const right = await start(pc);
		const { state: found } = await right.client.site.status();
		if (found === 'empty') {
			mustBe(!promises.all.has(pc === 'A' ? 'saved passphrase' : 'joined'), 'there is no site here any more');
			if (pc === 'A') await foundSite(right, promises);
			else await joinSite(right, left, share, promises);
		} else await signIn(right, promises.passphrases);
		await compare(right, promises, pc === 'A' ? promises.saved : promises.published);
		const status = await right.client.share.status();
		if (promises.all.has('connected')) mustBe(status.folder === share, 'the share is forgotten');
		if (status.folder === null) await right.client.share.connect({ folder: share });
		await exchange(right);
		for (const id of promises.documents) {
			const content = await contentOf(right.client, id as DocumentId);
			mustBe(content.length > 10_000, 'a document is not what it was');
		}
		if (left) {
			await exchange(left);
			await exchange(right);
			const [one, two] = await Promise.all([left, right].map(({ client }) => client.people.list(EVERYBODY)));
			mustBe(JSON.stringify(one) === JSON.stringify(two), 'the PCs differ');
			await compare(left, promises, promises.saved);
		}
		for (const { log } of made) {
			const bugs = log.filter((line) => line.includes('"level":"bug"'));
			mustBe(bugs.length === 0, bugs.join('\n'));
		}
	} finally {
		for (const { backend } of made) await backend.dispose();
	}
}

function mustBe(isSo: boolean, what: string): void {
	if (!isSo) throw new Error(what);
}

async function signIn({ client }: PlainBackend, passphrases: readonly string[]): Promise<void> {
	let refusal: unknown;
	for (const passphrase of passphrases) {
		try {
			await client.members.signIn({ signInName: 'erika', passphrase });
			return;
		} catch (error) {
			refusal = error;
		}
	}
	const { code, data } = refusal as { code?: string; data?: unknown };
	throw new Error(`sign-in: ${code ?? String(refusal)} ${JSON.stringify(data)}`);
}

/** It was cut off before it was a PC of the site: then it is made one. */
async function foundSite({ client }: PlainBackend, { passphrases }: Promises): Promise<void> {
	await client.site.create({
		name: 'Kontaktcafé Süd',
		organisation: 'Nachbarschaft e. V.',
		deviceName: 'Büro links',
		memberName: 'Erika Beispiel',
		roles: ['counsellor', 'administrator'],
		...{ signInName: 'erika', passphrase: passphrases[0] ?? 'noch ein Versuch mehr' },
	});
}

async function joinSite(pc: PlainBackend, other: PlainBackend | null, folder: string, { passphrases }: Promises): Promise<void> {
	const siteId = (await pc.client.share.inspect({ folder })).sites[0]?.siteId;
	if (!siteId) throw new Error('no site on the share');
	const who = { signInName: 'erika', passphrase: passphrases[0] ?? '', deviceName: 'Büro oben' };
	const join = async () => {
		for await (const _ of await pc.client.site.join({ folder, siteId, ...who }));
	};
	try {
		await join();
	} catch (error) {
		if ((error as { code?: string }).code !== 'SHARE' || !other) throw error;
		// It had claimed the ledger's next entry, and nobody is there to write it: another PC takes the claim away in time.
		const end = other.clock.now() + CLAIM_PATIENCE_MS;
		await other.settle('the claim to be taken away', () => other.clock.now() > end);
		await exchange(other);
		await join();
	}
}

const CLAIM_PATIENCE_MS = 10 * 60 * 1000;

async function exchange({ client, clock, settle }: PlainBackend): Promise<void> {
	for (let ended = 0; ended < 2; ended++) {
		const before = clock.now();
		await settle('an exchange', async () => {
			const { savedAt, problem, alarms } = await client.share.status();
			mustBe(problem === null && alarms.length === 0, `the share: ${JSON.stringify({ problem, alarms })}`);
			return (savedAt ?? 0) > before;
		});
	}
	await settle('all to leave', async () => (await client.share.status()).waitingChanges === 0);
}

async function compare({ client }: PlainBackend, { people }: Promises, promised: Promises['saved']): Promise<void> {
	for (const id of people) {
		const allowed = promised(id);
		if (allowed.length === 0) continue;
		const { lastName } = await client.people.get({ id: id as PersonId });
		mustBe(allowed.includes(lastName ?? ''), `${lastName} instead of ${allowed.join(' or ')}`);
	}
}

/** What a state holds, for the message of one that failed. */
export function outlineOf({ files, at }: DiskState): string {
	const lines = [...files].map(([path, contents]) => `${path} ${contents?.bytes().length ?? ''}`);
	return `cut before event ${at}\n${lines.join('\n')}`;
}
