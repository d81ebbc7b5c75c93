import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, vi } from 'vitest';
import { COMMANDS, commandIn, parseCommand, withFullPaths } from '#main/command/parse.ts';
import { runCommand } from '#main/command/run.ts';
import { filesBelow } from '#tests/support/files-below.ts';
import { MIGRATIONS } from '#tests/support/migrations-folder.ts';
import { newSite, office, person, SIGN_IN_NAME, sync } from '#tests/support/office.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { PASSPHRASE } from '#tests/support/test-backend.ts';

// Another process signs in here, with the real derivation: see quick-kdf.ts.
vi.unmock('#main/vaults/passphrase-key.ts');

/** The real commands as child processes, on real folders, with each exit code. */

const ROOT = resolve(import.meta.dirname, '../..');
const KEYS = `${SIGN_IN_NAME}\n${PASSPHRASE}\n`;

interface Run {
	readonly exit: number | null;
	readonly out: string;
	readonly err: string;
	readonly data: Record<string, unknown>;
}

function run(args: readonly string[], input = '', cwd = ROOT): Promise<Run> {
	const child = spawn(
		process.execPath,
		['--disable-warning=ExperimentalWarning', join(ROOT, 'src-main/hosts/launch/start.ts'), ...args],
		{
			cwd,
			env: { ...process.env, INIT_CWD: cwd },
		},
	);
	let [out, err] = ['', ''];
	child.stdout.on('data', (chunk: Buffer) => {
		out += chunk;
	});
	child.stderr.on('data', (chunk: Buffer) => {
		err += chunk;
	});
	child.stdin.on('error', () => {});
	child.stdin.end(input);
	return new Promise((done) => {
		child.on('close', (exit) => {
			let data = {};
			try {
				data = JSON.parse(out) as Record<string, unknown>;
			} catch {
				// Sentences, not JSON.
			}
			done({ exit, out, err, data });
		});
	});
}

async function backedUpOffice() {
	const place = office();
	const pc = await place.pc('Büro');
	const { groups } = await newSite(pc);
	await pc.client.share.connect({ folder: place.share });
	await pc.client.people.create(person({ lastName: 'Geheimnis' }));
	await sync(pc);
	await pc.settle('a verified snapshot', async () => (await pc.client.share.status()).verifiedSnapshotAt !== null);
	await pc.backend.dispose();
	const [site = ''] = readdirSync(place.share);
	return { dataDir: pc.dataDir, share: place.share, site, root: place.root, kit: groups.join('-') };
}

/** The same in this process: quicker, for what differs only in what is found. */
async function call(args: readonly string[], input = ''): Promise<Run> {
	const lines = input.split('\n');
	let [out, err] = ['', ''];
	const exit = await runCommand(args, {
		appVersion: '0.0.0',
		migrationsDir: MIGRATIONS,
		asking: () => ({ ask: async () => lines.shift() || null, close() {} }),
		print(line) {
			out += `${line}\n`;
		},
		tell(line) {
			err += `${line}\n`;
		},
		resolvePath: (path) => path,
	});
	return { exit, out, err, data: args.includes('--json') && out ? (JSON.parse(out) as Run['data']) : {} };
}

it('backs up, looks, verifies, drills and sets up an empty PC, each as a process with its exit code', async () => {
	const place = await backedUpOffice();
	const data = `--data-dir=${place.dataDir}`;
	const runs: Run[] = [];
	const ran = async (...given: Parameters<typeof run>) => {
		const done = await run(...given);
		runs.push(done);
		return done;
	};
	// The office's clock stands in March.
	expect(await ran(['status', data, '--json'])).toMatchObject({ exit: 1, data: { command: 'status', exit: 1, reason: 'old' } });
	expect(await ran(['backup', data], `${SIGN_IN_NAME}\nfalsches Passwort\n`)).toMatchObject({
		exit: 4,
		out: 'Anmeldename oder Passwort stimmen nicht.\n',
	});
	expect(await ran(['backup', data, '--json'], KEYS)).toMatchObject({ exit: 0, data: { waitingChanges: 0, problems: [] } });
	expect(await call(['status', data])).toMatchObject({
		exit: 0,
		out: expect.stringMatching(/^In Ordnung: Die letzte Sicherung ist 0 Stunden alt \(Büro, .*Fallakten\)\.\n/),
	});
	expect(await ran(['verify', place.share, '--json'])).toMatchObject({
		exit: 0,
		data: { exit: 0, sites: [{ site: place.site.slice('kontor-'.length), problems: [] }] },
	});
	const drilled = await ran(['drill', place.share, '--json'], KEYS);
	expect(drilled).toMatchObject({ exit: 0, data: { exit: 0 } });
	const { vaults } = drilled.data as { vaults: { vault: string; rows: number; problem: string | null }[] };
	expect(vaults.map(({ vault }) => vault).sort()).toEqual(['counselling', 'office', 'workshop']);
	expect(vaults.find(({ vault }) => vault === 'counselling')).toMatchObject({ rows: 1, problem: null });
	const empty = join(place.root, 'Neuer PC');
	mkdirSync(empty);
	const args = ['restore', place.share, `--data-dir=${empty}`, '--device-name=Neuer PC'];
	expect(await ran([...args, '--json'], KEYS)).toMatchObject({
		exit: 0,
		data: { vaults: ['office', 'workshop', 'counselling'] },
	});
	expect(await call(args, KEYS)).toMatchObject({ exit: 3, out: 'In diesem Daten-Ordner gibt es schon einen Standort.\n' });
	expect(await ran(['verify'])).toMatchObject({ exit: 2, out: '' });
	const told = runs.map(({ out, err }) => out + err).join('');
	for (const text of ['Geheimnis', 'Anna', SIGN_IN_NAME, PASSPHRASE, place.root, place.kit]) expect(told).not.toContain(text);
}, 180_000);

it('names what is damaged or missing, and what is not possible', async () => {
	const place = await backedUpOffice();
	const [part = ''] = filesBelow(place.share).filter((path) => path.endsWith('part-00000'));
	const path = join(place.share, part);
	const bytes = readFileSync(path);
	writeFileSync(path, bytes.subarray(1));
	const damaged = await call(['verify', place.share]);
	expect(damaged.exit).toBe(1);
	expect(damaged.out).toContain('Eine Datei ist beschädigt oder verändert. kontor-');
	writeFileSync(path, bytes);
	expect(await call(['verify', place.share])).toMatchObject({ exit: 0 });
	expect(await call(['verify', temporaryFolder()])).toMatchObject({
		exit: 3,
		out: 'In diesem Ordner liegt keine Sicherung von Kontor.\n',
	});
	const away = join(place.root, 'nicht da');
	expect(await call(['verify', away, '--json'])).toMatchObject({ exit: 3, data: { reason: 'unreachable' } });
	expect(await call(['status', `--data-dir=${away}`, '--json'])).toMatchObject({ exit: 3, data: { reason: 'empty' } });
	expect(await call(['backup', `--data-dir=${place.dataDir}`], `${SIGN_IN_NAME}\n`)).toMatchObject({ exit: 2 });
	renameSync(place.share, away);
	const data = `--data-dir=${place.dataDir}`;
	expect(await call(['status', data, '--json'])).toMatchObject({ exit: 3, data: { reason: 'unreachable' } });
	expect(await call(['backup', data, '--json'], KEYS)).toMatchObject({ exit: 3, data: { reason: 'unreachable' } });
}, 60_000);

it('drills with the kit, is red when something is missing, and leaves nothing behind', async () => {
	const place = await backedUpOffice();
	const scratches = () => readdirSync(tmpdir()).filter((name) => name.startsWith('kontor-drill-'));
	const before = scratches();
	const fine = await call(['drill', place.share, '--kit'], `${place.kit}\n`);
	expect(fine).toMatchObject({ exit: 0, out: expect.stringContaining('Fallakten: wiederhergestellt und geprüft, 1 Einträge') });
	expect(await call(['drill', place.share, '--kit'], 'ABCD-EFGH\n')).toMatchObject({ exit: 4 });
	expect(await call(['drill', place.share], `nobody\n${PASSPHRASE}\n`)).toMatchObject({ exit: 4 });
	const vault = join(place.share, place.site, 'vaults', 'counselling');
	const [device = ''] = readdirSync(join(vault, 'feeds'));
	const [first = ''] = readdirSync(join(vault, 'feeds', device)).sort();
	renameSync(join(vault, 'snapshots'), join(place.root, 'away'));
	const path = join(vault, 'feeds', device, first);
	const bytes = readFileSync(path);
	writeFileSync(path, Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])]));
	expect(await call(['drill', place.share, '--json'], KEYS)).toMatchObject({ exit: 1, data: { exit: 1 } });
	expect(scratches()).toEqual(before);
}, 60_000);

it('answers help with every command and every exit code', async () => {
	const help = await call(['drill', '--help']);
	expect(help.exit).toBe(0);
	for (const name of COMMANDS) expect(help.out).toContain(`  ${name} `);
	expect(help.out).toContain('Rückgabewerte: 0 in Ordnung');
});

const here = (path: string) => join('/hier', path);

it.each([
	[['verify', 'a', 'b'], 'nimmt nur einen Ordner'],
	[['status', 'a'], 'nimmt keinen Ordner'],
	[['restore', 'a'], 'braucht --device-name'],
	[['verify', 'a', '--kit'], '--kit gibt es bei „verify“ nicht'],
	[['drill', 'a', '--site=x'], '--site braucht die Kennung'],
	[['backup', '--passphrase=x'], 'falsch geschrieben'],
	[['backup', '--data-dir='], '--data-dir braucht einen Ordner'],
])('%j is wrong', (args, sentence) => {
	const parsed = parseCommand(args, here);
	expect(parsed).toMatchObject({ ok: false });
	if (!parsed.ok) expect(parsed.error).toContain(sentence);
});

it('finds a command among the switches of Chromium, and none where there is none', () => {
	expect(commandIn(['.', '--no-sandbox', 'status', '--json'])).toEqual(['status', '--json']);
	expect(commandIn(['--sample', '--no-open'])).toBeNull();
	expect(parseCommand(['drill', 'Ordner', '--kit'], here)).toMatchObject({
		ok: true,
		value: { share: '/hier/Ordner', kit: true },
	});
});

it('hands its folders on as full paths, and nothing else', () => {
	const given = ['restore', 'Ordner', '--data-dir=Daten', '--data-dir', 'Daten', '--device-name', 'Neuer PC', '--kit'];
	expect(withFullPaths(given, here)).toEqual([
		...['restore', '/hier/Ordner', '--data-dir=/hier/Daten', '--data-dir', '/hier/Daten', '--device-name', 'Neuer PC', '--kit'],
	]);
});
