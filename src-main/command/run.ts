import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import type { Contract } from '#shared/contract.ts';
import { VAULTS } from '#shared/features/members/model.ts';
import { readMigrations } from '../database/migrator.ts';
import { defaultDataDir } from '../hosts/flags.ts';
import { systemClock, systemRandom } from '../platform/environment.ts';
import { folderTarget } from '../share/folder-target.ts';
import { cryptoReady } from '../vaults/crypto.ts';
import type { VaultDeps } from '../vaults/open-vault.ts';
import { NO_SITE, type Outside, sitesIn, tellStatus, verifyFolder } from './look.ts';
import { impossible, type Outcome, outcomeOfError, PROBLEM_WORDS } from './outcome.ts';
import { COMMAND_HELP, type Command, EXIT, parseCommand } from './parse.ts';
import { type Asking, readSecrets, type Secrets } from './secrets.ts';
import { areaWords, onlyHereWords, stepWords } from './words.ts';

/** Runs one command to its end. Everything of the process it runs in comes in here, so both launchers do the same. */
export interface CommandHost {
	readonly appVersion: string;
	readonly migrationsDir: string;
	readonly asking: () => Asking;
	/** The result. */
	print(line: string): void;
	/** What goes on meanwhile, and mistakes. */
	tell(line: string): void;
	resolvePath(path: string): string;
}

type Client = ContractRouterClient<Contract>;

export async function runCommand(args: readonly string[], host: CommandHost): Promise<number> {
	const parsed = parseCommand(args, host.resolvePath);
	if (!parsed.ok) {
		host.tell(parsed.error);
		return EXIT.usage;
	}
	const command = parsed.value;
	if (command.help) {
		host.print(COMMAND_HELP);
		return EXIT.fine;
	}
	const outcome = await outcomeOf(command, host);
	if (command.json) host.print(JSON.stringify({ command: command.name, exit: outcome.exit, ...outcome.data }));
	else for (const line of outcome.lines) host.print(line);
	return outcome.exit;
}

async function outcomeOf(command: Command, host: CommandHost): Promise<Outcome> {
	await cryptoReady;
	const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
	const outside: Outside = {
		clock: systemClock,
		random: systemRandom,
		targetFor: (folder) => folderTarget(folder, systemRandom, pause),
	};
	const dataDir = command.dataDir ?? defaultDataDir({ os: process.platform, home: homedir(), env: process.env }, false);
	try {
		if (command.name === 'status') return await tellStatus(dataDir, outside);
		if (command.name === 'verify') return await verifyFolder(command, outside);
		const secrets = await readSecrets(command, host.asking());
		if (!secrets) {
			const lines = ['Es fehlt die Anmeldung auf der Standardeingabe: Anmeldename und Passwort, oder das Notfallblatt.'];
			return { exit: EXIT.usage, lines, data: { reason: 'no_secrets' } };
		}
		if (command.name === 'drill') {
			const { drillFolder } = await import('./drill.ts');
			return await drillFolder(command, secrets, outside, await vaultDeps(host), host.tell);
		}
		return await withBackend(dataDir, host, (client) =>
			command.name === 'backup' ? backUp(client, secrets, host) : restore(client, command, secrets, outside, host),
		);
	} catch (error) {
		const known = outcomeOfError(error);
		if (known) return known;
		// What it was stands in no line: a message could hold what somebody typed.
		const name = error instanceof Error ? error.constructor.name : typeof error;
		return impossible('unexpected', `Das war ein Fehler im Programm (${name}).`);
	}
}

/** Loaded when it is needed: a quick look at the status should not wait for all of Kontor. */
async function vaultDeps({ migrationsDir }: CommandHost): Promise<VaultDeps> {
	const { KINDS } = await import('../backend.ts');
	return {
		migrations: new Map(VAULTS.map((vault) => [vault, readMigrations(join(migrationsDir, vault))] as const)),
		kinds: KINDS,
		clock: systemClock,
		random: systemRandom,
		onCommit() {},
	};
}

async function withBackend(
	dataDir: string,
	{ appVersion, migrationsDir }: CommandHost,
	work: (client: Client) => Promise<Outcome>,
): Promise<Outcome> {
	const chooseFolder = async () => null;
	const { createNodeBackend } = await import('../platform/node-backend.ts');
	const backend = await createNodeBackend({
		dataDir,
		appVersion,
		migrationsDir,
		host: { kind: 'browser', chooseFolder },
	});
	try {
		return await work(createRouterClient(backend.router, { context: {} }) as Client);
	} finally {
		await backend.dispose();
	}
}

async function backUp(client: Client, secrets: Secrets, host: CommandHost): Promise<Outcome> {
	const { state } = await client.site.status();
	if (state === 'empty') return impossible('empty', 'In diesem Daten-Ordner gibt es noch keinen Standort.');
	await client.members.signIn({ signInName: secrets.signInName, passphrase: secrets.passphrase });
	if ((await client.share.status()).folder === null)
		return {
			exit: EXIT.attention,
			lines: ['Noch nirgends gesichert: Es ist kein Netzlaufwerk gewählt.'],
			data: { reason: 'none' },
		};
	let step = '';
	for await (const progress of await client.share.backUpNow()) {
		if (progress.step !== step) host.tell(`${stepWords(progress.step)} …`);
		step = progress.step;
	}
	const { alarms, problem, waitingChanges, verifiedSnapshotAt, onlyHere } = await client.share.status();
	const problems = [...(problem === null ? [] : [problem]), ...alarms.map((alarm) => alarm.problem)];
	const isFine = problems.length === 0 && waitingChanges === 0 && onlyHere.length === 0;
	const saved = areaWords((await client.site.status()).session?.vaults ?? []);
	const rest = onlyHere.length === 0 ? [] : [onlyHereWords(onlyHere)];
	return {
		exit: isFine ? EXIT.fine : EXIT.attention,
		lines: isFine
			? [`Gesichert und geprüft: ${saved}.`]
			: [`Gesichert: ${saved}. Bitte hinsehen:`, ...problems.map((each) => PROBLEM_WORDS[each]), ...rest],
		data: { verifiedSnapshotAt, waitingChanges, problems, onlyHere },
	};
}

async function restore(
	client: Client,
	{ share, site, deviceName }: Command,
	secrets: Secrets,
	outside: Outside,
	host: CommandHost,
): Promise<Outcome> {
	const folder = share ?? '';
	const sites = await sitesIn(outside.targetFor(folder), site);
	const [siteId, ...others] = sites;
	if (!siteId) return NO_SITE;
	if (others.length > 0)
		return impossible('several_sites', `In diesem Ordner liegen mehrere Standorte. Wählen Sie mit --site: ${sites.join(', ')}`);
	const from = { folder, siteId, deviceName: deviceName ?? '' };
	const { signInName, passphrase } = secrets;
	const steps =
		'kit' in secrets
			? await client.site.recover({ kit: secrets.kit, signInName, newPassphrase: passphrase, fromShare: from })
			: await client.site.join({ ...from, signInName, passphrase });
	let last = '';
	for await (const progress of steps) {
		const code = 'fingerprint' in progress && progress.fingerprint !== null ? ` ${String(progress.fingerprint)}` : '';
		const line = `${stepWords(progress.step)}${code} …`;
		if (line !== last) host.tell(line);
		last = line;
	}
	const { session } = await client.site.status();
	const vaults = session?.vaults ?? [];
	return { exit: EXIT.fine, lines: [`Dieser PC ist eingerichtet: ${areaWords(vaults)}`], data: { site: siteId, vaults } };
}
