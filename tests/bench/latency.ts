import { mkdirSync } from 'node:fs';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import type { Backend } from '#main/backend.ts';
import { createNodeBackend } from '#main/platform/node-backend.ts';
import type { Contract } from '#shared/contract.ts';
import { EMPTY_PERSON } from '#shared/features/people/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { startSamba, whyNoSamba } from '#tests/support/samba-server.ts';
import { foundSite, MEMBER } from './bench-backend.ts';
import { percentile } from './measure.ts';
import { type Line, ms } from './report.ts';
import { MIGRATIONS } from './stores.ts';
import { waitsLine, watchWaits } from './waits.ts';

/**
 * How long after a save another PC shows it: two whole backends in their own rhythm, over a local folder and over a real
 * Samba server with a mount for each. Beside them, at the same moments, the plainest way to do it: a file of the same
 * size is put there, and somebody looks every second which ones are new.
 */
const SAVES = 40;
const POLL_MS = 1000;
/** From one save to the next; prime against the rhythm, so that saves fall anywhere in it. */
const APART_MS = 1637;
const VISIBLE_WITHIN_MS = 2000;
const ON_SHARE_WITHIN_MS = 5000;
const FILE_BYTES = 1500;

export async function latency(folder: string): Promise<Line[]> {
	const local = join(folder, 'Freigabe nebenan');
	mkdirSync(local);
	const lines = await between('a local folder', join(folder, 'lokal'), [local, local]);
	const missing = whyNoSamba();
	if (missing !== null) {
		const nothing = { measured: missing, compared: '', ratio: '', target: '–', met: null };
		return [...lines, { what: 'another PC shows a save, over Samba', ...nothing }];
	}
	const undo: (() => void)[] = [];
	try {
		const root = join(folder, 'Samba');
		mkdirSync(root);
		const samba = await startSamba(root, (work) => void undo.unshift(work));
		return [...lines, ...(await between('Samba', join(folder, 'über Samba'), [await samba.mount(), await samba.mount()]))];
	} finally {
		for (const work of undo) work();
	}
}

async function between(where: string, folder: string, [here, there]: readonly [string, string]): Promise<Line[]> {
	mkdirSync(folder);
	const [writer, reader] = [await pc(join(folder, 'PC 1')), await pc(join(folder, 'PC 2'))];
	await foundSite(writer.client);
	await writer.client.share.connect({ folder: here });
	const [siteId] = (await reader.client.share.inspect({ folder: there })).sites.map((site) => site.siteId);
	if (!siteId) throw new Error('no site on the share');
	for await (const _step of await reader.client.site.join({ folder: there, siteId, deviceName: 'PC 2', ...MEMBER })) {
		// Until it is in.
	}
	const plain = await plainFiles(here, there);
	const { id } = await writer.client.people.create({ ...EMPTY_PERSON, lastName: 'Müller' });
	await shown(reader.client, id, async ({ lastName }) => lastName === 'Müller');
	const waits = watchWaits();
	const times = { ours: [] as number[], onShare: [] as number[], theirs: [] as number[] };
	for (let at = 0; at < SAVES; at++) {
		const next = sleep(APART_MS);
		const street = `Lindenweg ${at}`;
		await writer.client.people.update({ id, changes: { street } });
		const saved = performance.now();
		const since = () => performance.now() - saved;
		await Promise.all([
			shown(reader.client, id, async (person) => person.street === street).then(() => times.ours.push(since())),
			sent(writer.client).then(() => times.onShare.push(since())),
			plain.send(at).then(() => times.theirs.push(since())),
			next,
		]);
	}
	const waited = await waits.end();
	plain.stop();
	for (const { backend } of [writer, reader]) await backend.dispose();
	const [ours, theirs, onShare] = [times.ours, times.theirs, times.onShare].map((list) => ({
		p50: percentile(list, 50),
		p95: percentile(list, 95),
	})) as [P, P, P];
	return [
		{
			what: `another PC shows a save, over ${where}`,
			measured: told(ours),
			compared: `${told(theirs)} plain file, looked for each second`,
			ratio: `${(ours.p95 / theirs.p95).toFixed(2)} ×`,
			target: `p95 ≤ ${VISIBLE_WITHIN_MS / 1000} s`,
			met: ours.p95 <= VISIBLE_WITHIN_MS,
		},
		{
			what: '  it is on the share',
			measured: told(onShare),
			compared: '',
			ratio: '',
			target: `p95 ≤ ${ON_SHARE_WITHIN_MS / 1000} s`,
			met: onShare.p95 <= ON_SHARE_WITHIN_MS,
		},
		waitsLine(waited, ', both PCs in one process'),
	];
}

interface P {
	readonly p50: number;
	readonly p95: number;
}
const told = ({ p50, p95 }: P): string => `p50 ${ms(p50)}, p95 ${ms(p95)}`;

interface Pc {
	readonly backend: Backend;
	readonly client: ContractRouterClient<Contract>;
}

async function pc(dataDir: string): Promise<Pc> {
	const host = { kind: 'browser', chooseFolder: async () => null } as const;
	const backend = await createNodeBackend({ dataDir, appVersion: 'bench', migrationsDir: MIGRATIONS, host });
	return { backend, client: createRouterClient(backend.router, { context: {} }) };
}

type Person = Awaited<ReturnType<Pc['client']['people']['get']>>;

/** The screen has heard that something is new, has asked for it, and has it. */
async function shown({ records, people }: Pc['client'], id: PersonId, isSo: (person: Person) => Promise<boolean>): Promise<void> {
	const over = new AbortController();
	const changes = await records.changes(undefined, { signal: over.signal });
	try {
		const isThere = async () => {
			const person = await people.get({ id }).catch(() => null);
			return person !== null && (await isSo(person));
		};
		if (await isThere()) return;
		for await (const change of changes)
			if (change.kind === 'records' && change.tables.includes('person') && (await isThere())) return;
	} finally {
		over.abort();
	}
}

async function sent({ share }: Pc['client']): Promise<void> {
	while ((await share.status()).waitingChanges > 0) await sleep(5);
}

/** Whoever sends hears when the other has read it. */
async function plainFiles(here: string, there: string) {
	const name = 'Dateien';
	mkdirSync(join(here, name));
	const known = new Set<string>();
	const heard = new Map<string, () => void>();
	const poll = setInterval(async () => {
		for (const file of await readdir(join(there, name))) {
			if (known.has(file) || file.endsWith('.tmp')) continue;
			known.add(file);
			await readFile(join(there, name, file));
			heard.get(file)?.();
		}
	}, POLL_MS);
	return {
		async send(at: number): Promise<void> {
			const file = `${at}.bin`;
			const read = new Promise<void>((resolve) => heard.set(file, resolve));
			await writeFile(join(here, name, `${file}.tmp`), new Uint8Array(FILE_BYTES), { flush: true });
			await rename(join(here, name, `${file}.tmp`), join(here, name, file));
			await read;
		},
		stop: () => clearInterval(poll),
	};
}
