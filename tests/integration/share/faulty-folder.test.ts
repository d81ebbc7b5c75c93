import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderTarget } from '#main/share/folder-target.ts';
import { ledgerFolder } from '#main/share/layout.ts';
import { pullVault } from '#main/share/pull.ts';
import type { ShareSync } from '#main/share/sync.ts';
import { entryFileName } from '#main/vaults/ledger.ts';
import type { ShareStatus } from '#shared/features/share/model.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import {
	canLast,
	canStrike,
	FAULT_KINDS,
	type Fault,
	type FaultKind,
	type FaultyFolder,
	faultyFolder,
	type Operation,
	type SavedFolder,
} from '#tests/support/faulty-folder.ts';
import { type SeededRandom, seededRandom } from '#tests/support/seeded-random.ts';
import {
	editSomething,
	type SimulatedDevice,
	type SimulatedSite,
	simulatedSite,
	tablesOf,
	V,
} from '#tests/support/simulated-site.ts';
import { syncOf } from '#tests/support/syncing-device.ts';

/** Of all that there are, every one in CI. */
const INJECTIONS = campaign(150, 5200);
/** One that lasts is much like the one at the operation before: of these every third. */
const LASTING = 3;
const SHARE = '/share';
const SECOND = 1000;
const HOUR = 60 * 60 * SECOND;
const DAY = 24 * HOUR;

/**
 * Two PCs, then a third, work for some months: each step is one whole exchange of one of them, after somebody there has
 * changed something. Between them they found the ledger, publish, pull, take and verify snapshots, acknowledge, compact
 * and catch up from a snapshot.
 */
const SCRIPT: readonly { who: number; edits: number; after: number }[] = [
	{ who: 0, edits: 3, after: 0 },
	{ who: 1, edits: 2, after: HOUR },
	{ who: 0, edits: 1, after: 2 * HOUR },
	{ who: 1, edits: 0, after: 2 * HOUR },
	{ who: 0, edits: 2, after: 40 * DAY },
	{ who: 1, edits: 2, after: HOUR },
	{ who: 0, edits: 0, after: HOUR },
	{ who: 1, edits: 1, after: 40 * DAY },
	{ who: 0, edits: 1, after: HOUR },
	{ who: 2, edits: 1, after: HOUR },
];

/** What the status may say while a fault is there. Anything else would send somebody looking in the wrong place. */
const WORDS: Readonly<Record<FaultKind, readonly string[]>> = {
	EBUSY: ['not_writable'],
	EPERM: ['not_writable'],
	ENOSPC: ['full'],
	EIO: ['unreachable'],
	// A folder that says that it is empty may have been put in the place of the right one, or have lost all or some of what it had.
	ENOENT: ['unreachable', 'wrong_folder', 'files_missing', 'rolled_back', 'tampered'],
	'short write': ['tampered'],
	'torn read': ['tampered'],
	'stale listing': ['wrong_folder', 'files_missing', 'rolled_back'],
	'rename done but error reported': [],
	'vanish mid-write': ['unreachable', 'tampered'],
	'conflicted copy': ['conflict_copies'],
	'case collision': [],
};

interface Step {
	readonly who: number;
	readonly share: SavedFolder;
	/** Folders of all devices as they were before it. */
	readonly folders: readonly string[];
	readonly operations: readonly Operation[];
	readonly time: number;
	/** What every device had written by then. */
	readonly changes: readonly KnownChange[];
}

it('goes through every operation of an exchange with every kind of fault: nothing diverges, nothing is lost, and the words fit', {
	timeout: 1_800_000,
}, async () => {
	const seed = printedSeed('faulty folder');
	const site = await simulatedSite(1, 4);
	const random = seededRandom(seed);
	const share = faultyFolder(SHARE);
	const lab = { site, share, random };
	const steps = await play(lab);
	const all = steps.flatMap((step) =>
		step.operations.flatMap((operation, at) =>
			FAULT_KINDS.filter((kind) => canStrike(kind, operation)).flatMap((kind) => [
				{ step, fault: { kind, at, lasts: false } },
				...(canLast(kind) && at % LASTING === 0 ? [{ step, fault: { kind, at, lasts: true } }] : []),
			]),
		),
	);
	const chosen = all.length <= INJECTIONS ? all : Array.from({ length: INJECTIONS }, () => random.pick(all));
	let struck = 0;
	const failures: string[] = [];
	for (const [at, { step, fault }] of chosen.entries()) {
		try {
			if ((await inject(lab, step, fault, at % 8 === 0)) > 0) struck += 1;
		} catch (error) {
			failures.push(String((error as Error).message).slice(0, 400));
			site.close();
		}
	}
	expect(failures.slice(0, 20), `${failures.length} of ${chosen.length}`).toEqual([]);
	const operations = steps.reduce((sum, step) => sum + step.operations.length, 0);
	console.log(`${operations} operations in ${steps.length} exchanges, ${struck} of ${all.length} faults: all recovered`);
	// An exchange is not the same twice to the last operation: near its end there may be none left to fail.
	expect(struck).toBeGreaterThan(chosen.length * 0.95);
	site.close();
});

interface Lab {
	readonly site: SimulatedSite;
	readonly share: FaultyFolder;
	readonly random: SeededRandom;
}

const targetOf = ({ share, random }: Lab) => folderTarget(SHARE, random, async () => {}, share);

interface Pc {
	readonly device: SimulatedDevice;
	readonly sync: ShareSync;
	readonly bugs: string[];
}

function pcs(lab: Lab, folders: readonly (string | undefined)[], howMany = folders.length): Pc[] {
	return folders.slice(0, howMany).map((from, at) => {
		const device = lab.site.device(at, targetOf(lab), lab.random, 0, from);
		const bugs: string[] = [];
		return { device, sync: syncOf(device, lab.site, targetOf(lab), bugs), bugs };
	});
}

/** The script without faults; remembers how everything was before each step. */
async function play(lab: Lab): Promise<Step[]> {
	const steps: Step[] = [];
	let folders: string[] | undefined;
	// The share was chosen before; what was signed since is published by the first exchange.
	const [founding] = lab.site.entries;
	if (founding)
		await targetOf(lab).writeNew(`${ledgerFolder(lab.site.ledger().site)}/${entryFileName(founding)}`, founding.bytes);
	for (const [at, { who, edits, after }] of SCRIPT.entries()) {
		lab.site.clock.advance(after);
		const before = pcs(lab, folders ?? [undefined, undefined, undefined]);
		for (let n = 0; n < edits; n++) editSomething(before[who]?.device as SimulatedDevice, lab.site, lab.random);
		const changes = before.flatMap(({ device }) => changesOf(device));
		const kept = before.map(({ device }) => device.keep());
		lab.site.close();
		const now = pcs(lab, kept);
		const saved = lab.share.save();
		lab.share.start(null);
		await now[who]?.sync.cycle();
		const operations = [...lab.share.operations];
		for (const { sync, bugs } of [now[who] as Pc]) {
			expect(bugs).toEqual([]);
			expect(problemsOf(sync.status()), `step ${at} without a fault`).toEqual([]);
		}
		steps.push({ who, share: saved, folders: kept, operations, time: lab.site.clock.now(), changes });
		folders = now.map(({ device }) => device.keep());
		lab.site.close();
	}
	const paths = lab.share.paths();
	expect(paths.filter((path) => path.includes('/floor-')).length, 'feeds were compacted').toBeGreaterThan(1);
	for (const folder of folders ?? []) rmSync(folder, { recursive: true });
	return steps;
}

async function inject(lab: Lab, step: Step, fault: Fault, withNewcomer: boolean): Promise<number> {
	const what = `${fault.kind}${fault.lasts ? ' from then on' : ''} at operation ${fault.at} (${step.operations[fault.at]}) of the exchange of PC ${step.who} on ${new Date(step.time).toISOString()}`;
	lab.share.restore(step.share);
	lab.site.clock.set(step.time);
	// The third comes in with the last step.
	const all = pcs(lab, step.folders, step.who === 2 ? 3 : 2);
	const one = all[step.who] as Pc;
	lab.share.start(fault);
	await one.sync.cycle();
	const status = one.sync.status();
	expect(one.bugs, what).toEqual([]);
	const problems = problemsOf(status);
	expect(
		problems.filter((problem) => !WORDS[fault.kind].includes(problem)),
		`words for ${what}`,
	).toEqual([]);
	if (status.state === 'saved') expect(unsavedChanges(one.device, lab.share), `“saved” although it is not: ${what}`).toBe(0);
	const struck = lab.share.heal();

	for (let round = 0; round < 2; round++) {
		for (const { sync } of all) {
			lab.site.clock.advance(10 * SECOND);
			await sync.cycle();
		}
	}
	const [first, ...others] = all.map(({ device }) => tablesOf(device));
	for (const other of others) if (other !== first) expect(other, `divergence after ${what}`).toBe(first);
	const known = changesOf(all[0]?.device as SimulatedDevice);
	const names = new Set(known.map(({ name }) => name));
	// With a record that one of them erased, its changes go everywhere.
	const erased = new Set(known.filter(({ kind }) => kind === 'erase').map(({ record }) => record));
	expect(
		step.changes.filter(({ name, record }) => !names.has(name) && !erased.has(record)),
		`lost after ${what}`,
	).toEqual([]);
	for (const { sync, bugs } of all) {
		expect(bugs, what).toEqual([]);
		// A copy stays, and is spoken of, until somebody has looked at it.
		const left = problemsOf(sync.status()).filter((problem) => problem !== 'conflict_copies' || fault.kind !== 'conflicted copy');
		expect(left, `still after ${what}`).toEqual([]);
		if (fault.kind !== 'conflicted copy') expect(sync.status().state, `after ${what}`).toBe('saved');
	}
	if (withNewcomer) {
		const newcomer = lab.site.device(3, targetOf(lab), lab.random);
		await pullVault(newcomer.vault(), newcomer.context, { includeOwn: false });
		expect(newcomer.takeAlarms(), `a new PC after ${what}`).toEqual([]);
		if (tablesOf(newcomer) !== first) expect(tablesOf(newcomer), `a new PC after ${what}`).toBe(first);
	}
	lab.site.close();
	return struck;
}

const problemsOf = ({ problem, alarms }: ShareStatus): string[] => [
	...new Set([...(problem === null ? [] : [problem as string]), ...alarms.map((alarm) => alarm.problem)]),
];

interface KnownChange {
	readonly name: string;
	readonly record: string;
	readonly kind: string;
}

const changesOf = ({ vault }: SimulatedDevice): KnownChange[] =>
	vault().file.prepare<[], KnownChange>("SELECT device || ' ' || hlc AS name, record_id AS record, kind FROM change").all();

/** Own segments that are not on the share as they should be. */
function unsavedChanges(device: SimulatedDevice, share: FaultyFolder): number {
	const { file } = device.vault();
	const waiting = file
		.prepare('SELECT count(*) FROM change WHERE segment IS NULL AND device = ?')
		.pluck()
		.get(device.id) as number;
	const head = file.prepare<[], { seq: number; hash: Buffer }>('SELECT seq, hash FROM outgoing ORDER BY seq DESC LIMIT 1').get();
	if (!head) return waiting;
	const name = `${String(head.seq).padStart(10, '0')}-${head.hash.toString('hex').slice(0, 32)}`;
	const path = join(SHARE, `kontor-${device.context.site}`, 'vaults', V, 'feeds', device.id, name);
	return share.paths().includes(path.replaceAll('\\', '/')) ? waiting : waiting + 1;
}
