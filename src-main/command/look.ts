import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VAULTS, type Vault } from '#shared/features/members/model.ts';
import type { ShareProblem } from '#shared/features/share/model.ts';
import type { Clock, Random } from '#shared/kernel/environment.ts';
import type { DeviceId, KioskId, SiteId } from '#shared/kernel/ids.ts';
import type { ShareContext } from '../share/context.ts';
import { ledgerFromShare } from '../share/exchange-ledger.ts';
import { ledgerFolder, parseSiteFolder, parseSnapshotName } from '../share/layout.ts';
import { readSignedManifest, snapshotNames } from '../share/snapshots.ts';
import type { ShareTarget } from '../share/target.ts';
import { verifyShare } from '../share/verify.ts';
import { KEY_BYTES, signingKeysFrom } from '../vaults/crypto.ts';
import { type DeviceFile, dataFolder, type ShareNote } from '../vaults/data-folder.ts';
import type { EpochKeys } from '../vaults/grants.ts';
import { readLedger } from '../vaults/ledger.ts';
import type { LedgerState } from '../vaults/ledger-state.ts';
import { impossible, type Outcome, PROBLEM_WORDS } from './outcome.ts';
import { type Command, EXIT } from './parse.ts';
import { areaWords, nothingOfWords } from './words.ts';

/** What can be said of a backup without any key: everything on the share is signed, and the ledger says by whom. */
export interface Outside {
	readonly clock: Clock;
	readonly random: Random;
	targetFor(folder: string): ShareTarget;
}

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

export interface Finding {
	readonly problem: ShareProblem;
	readonly device: DeviceId | KioskId | null;
	/** Below the folder that was given. */
	readonly file: string | null;
}

/** Reads as a device that does not exist: nothing is ever written with it. */
export function readingContext(
	target: ShareTarget,
	ledger: LedgerState,
	epochKeys: EpochKeys,
	{ clock, random }: Outside,
	found: Finding[],
): ShareContext {
	const nobody = '00000000-0000-7000-8000-000000000000' as DeviceId;
	return {
		target,
		site: ledger.site,
		device: { id: nobody, keys: signingKeysFrom(random.bytes(KEY_BYTES)) },
		epochKeys,
		clock,
		random,
		ledger: () => ledger,
		alarm: (problem, device, file) => void found.push({ problem, device, file }),
	};
}

export async function sitesIn(target: ShareTarget, wanted: SiteId | null): Promise<SiteId[]> {
	const found: SiteId[] = [];
	for (const site of (await target.list('.')).flatMap((name) => parseSiteFolder(name) ?? [])) {
		if (wanted !== null && site !== wanted) continue;
		if ((await target.list(ledgerFolder(site))).length > 0) found.push(site);
	}
	return found;
}

export const NO_SITE = impossible('no_site', 'In diesem Ordner liegt keine Sicherung von Kontor.');

export async function verifyFolder(command: Command, outside: Outside): Promise<Outcome> {
	const target = outside.targetFor(command.share ?? '');
	const sites = await sitesIn(target, command.site);
	if (sites.length === 0) return NO_SITE;
	const scratch = mkdtempSync(join(tmpdir(), 'kontor-'));
	const results: { site: SiteId; problems: Finding[]; newest: Newest }[] = [];
	try {
		for (const site of sites) {
			const problems: Finding[] = [];
			const { state } = await ledgerFromShare(target, site);
			const context = readingContext(target, state, new Map(), outside, problems);
			await verifyShare(
				context,
				VAULTS,
				join(scratch, 'snapshot'),
				() => {},
				() => false,
			);
			results.push({ site, problems, newest: await newestSnapshots(context) });
		}
	} finally {
		rmSync(scratch, { recursive: true, force: true });
	}
	const problems = results.flatMap((result) => result.problems);
	const isFine = problems.length === 0;
	return {
		exit: isFine ? EXIT.fine : EXIT.attention,
		lines: isFine
			? ['In Ordnung: Alle Dateien sind vollständig, unverändert und von Geräten des Standorts unterschrieben.']
			: problems.map(({ problem, file }) => `${PROBLEM_WORDS[problem]}${file === null ? '' : ` ${file}`}`),
		data: { sites: results },
	};
}

type Newest = Record<Vault, number | null>;

/** When the newest snapshot of every vault was taken that its device has signed. */
async function newestSnapshots(context: ShareContext): Promise<Newest> {
	const newest: Newest = { office: null, workshop: null, counselling: null };
	for (const vault of VAULTS) {
		for (const name of await snapshotNames(vault, context)) {
			const takenAt = parseSnapshotName(name)?.takenAt ?? 0;
			if (takenAt > context.clock.now() + DAY_MS || !(await readSignedManifest(vault, name, context)).ok) continue;
			newest[vault] = takenAt;
			break;
		}
	}
	return newest;
}

export async function tellStatus(dataDir: string, outside: Outside): Promise<Outcome> {
	const folder = dataFolder(dataDir);
	const device = folder.readDevice();
	if (device === null) return impossible('empty', 'In diesem Daten-Ordner gibt es noch keinen Standort.');
	if (device === 'damaged') return impossible('damaged', 'device.json im Daten-Ordner ist beschädigt.');
	const local = readLedger(folder.readLedger());
	if (!local.ok) return impossible('damaged', 'Die Chronik im Daten-Ordner ist beschädigt.');
	const { share } = device;
	if (share === null) return red('none', 'Noch nirgends gesichert: Es ist kein Netzlaufwerk gewählt.');
	// Its password lies in the office vault.
	if (typeof share !== 'string') return tellNote(folder.shareNote(), device, outside.clock.now());
	const target = outside.targetFor(share);
	if ((await target.list(ledgerFolder(device.site))).length === 0) return red('wrong_folder', PROBLEM_WORDS.wrong_folder);
	const { state } = await ledgerFromShare(target, device.site);
	if (state.seq < local.value.seq) return red('rolled_back', PROBLEM_WORDS.rolled_back);
	const newest = await newestSnapshots(readingContext(target, state, new Map(), outside, []));
	const times = Object.values(newest).filter((at) => at !== null);
	const oldest = times.length === 0 ? null : Math.min(...times);
	const never = VAULTS.filter((vault) => newest[vault] === null && existsSync(folder.vaultPath(vault)));
	const data = { site: device.site, device: device.device, newest };
	if (oldest === null)
		return { ...red('no_snapshot', 'Es gibt noch keine Sicherung.'), data: { reason: 'no_snapshot', ...data } };
	const hours = Math.floor((outside.clock.now() - oldest) / (60 * 60 * 1000));
	if (hours >= 24)
		return { exit: EXIT.attention, lines: [`Die letzte Sicherung ist ${hours} Stunden alt.`], data: { reason: 'old', ...data } };
	const lines = [
		`In Ordnung: Die letzte Sicherung ist ${hours} Stunden alt (${areaWords(VAULTS.filter((vault) => newest[vault] !== null))}).`,
	];
	return { exit: EXIT.fine, lines: never.length === 0 ? lines : [...lines, nothingOfWords(never)], data };
}

/** How it stood when somebody was signed in here last: nobody can look at a server with a password without keys. */
function tellNote(note: ShareNote | null, { site, device }: DeviceFile, now: number): Outcome {
	if (note === null)
		return impossible(
			'needs_keys',
			'Die Sicherung liegt auf einem Server mit Passwort, und dieser PC hat noch nichts über sie notiert. Der Befehl „backup“ sagt, wie es steht.',
		);
	const { at, problem, needsLook, waitingChanges, savedAt, verifiedSnapshotAt } = note;
	const age = now - (verifiedSnapshotAt ?? 0);
	const reason =
		problem ??
		(age >= DAY_MS
			? verifiedSnapshotAt === null
				? 'no_snapshot'
				: 'old'
			: needsLook
				? 'look'
				: waitingChanges > 0
					? 'waiting'
					: null);
	const hours = Math.floor(age / HOUR_MS);
	const words: Readonly<Record<string, string>> = {
		no_snapshot: 'Es gab noch keine geprüfte Sicherung.',
		old: `Die letzte Sicherung, von der dieser PC weiß, ist ${hours} Stunden alt.`,
		look: 'Auf dem Server war etwas aufgefallen. Kontor zeigt es auf der Seite „Sicherung“.',
		waiting: `${waitingChanges} Änderungen warteten noch auf den Server.`,
	};
	const what =
		problem === null
			? (words[reason ?? ''] ?? `In Ordnung: Die letzte Sicherung ist ${hours} Stunden alt.`)
			: PROBLEM_WORDS[problem];
	return {
		exit: reason === null ? EXIT.fine : EXIT.attention,
		lines: [
			what,
			`So hat dieser PC es zuletzt notiert, am ${noteTime.format(at)} Uhr. Nachgesehen hat er jetzt nicht: Der Server verlangt ein Passwort.`,
		],
		data: { ...(reason === null ? {} : { reason }), site, device, notedAt: at, savedAt, waitingChanges, verifiedSnapshotAt },
	};
}

const noteTime = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Berlin' });

function red(reason: string, line: string): Outcome {
	return { exit: EXIT.attention, lines: [line], data: { reason } };
}
