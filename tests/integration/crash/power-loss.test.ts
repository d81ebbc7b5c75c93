import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cryptoReady } from '#main/vaults/crypto.ts';
import { bundled } from '#tests/support/bundled.ts';
import { campaign } from '#tests/support/campaign.ts';
import { MONDAY } from '#tests/support/fake-clock.ts';
import { memoryFolder } from '#tests/support/memory-folder.ts';
import { MIGRATIONS } from '#tests/support/migrations-folder.ts';
import { checkAftermath, outlineOf, promisesOf, recoveryOf } from '#tests/support/power-check.ts';
import { afterPowerCuts, type DiskState, readDisk } from '#tests/support/power-disk.ts';
import { type DiskEvent, recorded, whyNoTrace } from '#tests/support/power-trace.ts';
import { QUICK_KDF } from '#tests/support/quick-kdf-bundled.ts';

/**
 * The whole backend does small pieces of work on two PCs and a share, and strace writes down what it asks of the disk.
 * From that follows everything that the disk may hold after a power cut. Each such state is opened and looked through;
 * of those that are different then, the backend starts on some, and exchanges with the share and another PC.
 */
const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

interface Work {
	readonly work: string;
	readonly pc: 'A' | 'B';
	/** Pass before it. */
	readonly ms?: number;
	/** Only brings the next one about. */
	readonly isWhole?: boolean;
}

const WORKS: readonly Work[] = [
	{ work: 'first start', pc: 'A' },
	{ work: 'connecting a share', pc: 'A' },
	{ work: 'writing and publishing', pc: 'A' },
	{ work: 'a snapshot', pc: 'A' },
	{ work: 'joining', pc: 'B' },
	{ work: 'a document', pc: 'A' },
	{ work: 'a new passphrase', pc: 'A' },
	{ work: 'new keys', pc: 'A' },
	{ work: 'going back in time', pc: 'A' },
	{ work: 'the other one', pc: 'B', isWhole: true },
	{ work: 'losing a vault', pc: 'B', isWhole: true },
	{ work: 'fetching a vault', pc: 'B' },
	{ work: 'the other one', pc: 'B', ms: 40 * DAY, isWhole: true },
	{ work: 'letting segments go', pc: 'A' },
];
/** Recording takes seconds each: locally the ones that matter most. */
const RECORDED = campaign(
	['first start', 'writing and publishing', 'new keys'],
	WORKS.map(({ work }) => work),
);
/** Of one work, as many as there are. `KONTOR_POWER=all` opens and starts on every one, which takes a quarter of an hour. */
const isAll = process.env.KONTOR_POWER === 'all';
const MOST_OPENED = isAll ? 100_000 : campaign(25, 300);
const MOST_STARTED = isAll ? 100_000 : campaign(2, 5);

/** So many of them, evenly; the first and the last among them. */
function spread<T>(all: readonly T[], most: number): T[] {
	if (all.length <= most) return [...all];
	return Array.from({ length: most }, (_, at) => all[Math.round((at * (all.length - 1)) / (most - 1))] as T);
}

const saidIn = (events: readonly DiskEvent[]) => events.flatMap((event) => (event.what === 'said' ? [event.line] : []));

it('loses nothing that was confirmed, and starts, whatever a power cut leaves on the disk', {
	timeout: 3_600_000,
}, async (test) => {
	const why = whyNoTrace();
	if (why !== null) test.skip(why);
	await cryptoReady;
	const worker = await bundled(join(import.meta.dirname, '../../support/power-worker.ts'), [QUICK_KDF]);
	const root = join(memoryFolder(), 'Büro');
	const aside = `${root} danach`;
	mkdirSync(join(root, 'Freigabe'), { recursive: true });
	const said: string[] = [];
	const failures: string[] = [];
	let time = MONDAY;
	for (const [at, { work, pc, ms = HOUR, isWhole }] of WORKS.entries()) {
		time += ms;
		const seed = 10 * (at + 1);
		const args = [work, root, MIGRATIONS, String(seed), String(time)];
		if (isWhole || !RECORDED.includes(work)) {
			const out = execFileSync(process.execPath, [worker, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
			said.push(...out.split('\n').filter(Boolean));
			continue;
		}
		const disk = readDisk(root);
		const began = performance.now();
		const events = await recorded(worker, args, root);
		const took = { recorded: performance.now() - began, opened: 0, started: 0 };
		const { states, cuts, reduced } = afterPowerCuts(disk, root, events);
		// The share is known by its path: states are looked at in the place of what was recorded.
		renameSync(root, aside);
		const failed = (state: DiskState, error: unknown) => {
			failures.push(`${work}: ${String(error)}\n${outlineOf(state)}`);
			if (failures.length <= 3) console.log(failures.at(-1));
		};
		const recovered = recoveryOf(pc, root);
		const different = new Map<string, DiskState>();
		const opened = spread(states, MOST_OPENED);
		const opening = performance.now();
		for (const state of opened) {
			await recovered(state, promisesOf([...said, ...state.said]).passphrases).then(
				// The same disk with more promised is the harder case.
				(text) => different.set(text, state),
				(error: unknown) => failed(state, error),
			);
		}
		took.opened = performance.now() - opening;
		const started = spread([...different.values()], MOST_STARTED);
		for (const state of started) {
			const promises = promisesOf([...said, ...state.said]);
			await checkAftermath({ state, root, promises, pc, time: time + HOUR, seed: seed + 5000 }).catch((error: unknown) =>
				failed(state, error),
			);
		}
		took.started = performance.now() - opening - took.opened;
		const counts = `${states.length} states at ${cuts} moments (${reduced} of them not in all combinations)`;
		const times = Object.entries(took).map(([what, ms]) => `${what} ${Math.round(ms)} ms`);
		console.log(
			`${work}: ${events.length} operations, ${counts}, ${opened.length} opened, ${different.size} different, ${started.length} started (${times.join(', ')})`,
		);
		said.push(...saidIn(events));
		rmSync(root, { recursive: true, force: true });
		renameSync(aside, root);
	}
	expect(failures.length, failures[0]).toBe(0);
});
