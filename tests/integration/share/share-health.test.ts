import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { systemRandom } from '#main/platform/environment.ts';
import { openTarget } from '#main/share/open-target.ts';
import { type ShareTarget, TargetError, type TargetProblem } from '#main/share/target.ts';
import type { SharePlace, ShareProblem } from '#shared/features/share/model.ts';
import { filesBelow } from '#tests/support/files-below.ts';
import {
	drain,
	EVERYBODY,
	joinSite,
	newSite,
	type Office,
	office,
	person,
	refusalOf,
	SECOND,
	signIn,
	sync,
} from '#tests/support/office.ts';
import type { TestBackend, TestBackendOptions } from '#tests/support/test-backend.ts';

/**
 * What happens to shares in small offices, done to a real folder: the status says what and since when, work goes on, and
 * when the share is well again nothing is missing on either side.
 */
interface Pair {
	readonly place: Office;
	readonly anna: TestBackend;
	readonly berta: TestBackend;
}

const MINUTE = 60 * SECOND;

async function twoPcs(options: Pick<TestBackendOptions, 'targetFor' | 'stopwatch'> = {}): Promise<Pair> {
	const place = office();
	const anna = await place.pc('Tresen', options);
	await newSite(anna);
	await anna.client.share.connect({ folder: place.share });
	await sync(anna);
	const berta = await place.pc('Büro');
	await joinSite(berta, place.share);
	for (const name of ['Ali', 'Bea', 'Cem']) {
		for (const pc of [anna, berta]) {
			await pc.client.people.create(person({ firstName: name }));
			await pc.settle('it to leave', async () => (await status(pc)).waitingChanges === 0);
		}
	}
	const pair = { place, anna, berta };
	await expectWell(pair);
	return pair;
}

const status = ({ client }: TestBackend) => client.share.status();
const names = async ({ client }: TestBackend) =>
	(await client.people.list(EVERYBODY)).rows.map(({ firstName }) => firstName).sort();

/** Problem and alarms, and when they were first noticed. */
async function troubles(pc: TestBackend): Promise<[string, number | null][]> {
	const { problem, problemSince, alarms } = await status(pc);
	return [
		...(problem ? [[problem, problemSince] as [string, number | null]] : []),
		...alarms.map((a) => [a.problem, a.since] as [string, number]),
	];
}

/** Says it, and goes on saying since when. */
async function expectTrouble(pc: TestBackend, problem: ShareProblem, state: string, from: number): Promise<void> {
	await pc.settle(problem, async () => (await troubles(pc)).some(([what]) => what === problem));
	const since = (await troubles(pc)).find(([what]) => what === problem)?.[1] ?? 0;
	expect(since, problem).toBeGreaterThanOrEqual(from);
	expect(since, problem).toBeLessThanOrEqual(pc.clock.now());
	expect((await status(pc)).state, problem).toBe(state);
	pc.tick(MINUTE);
	await pc.settle('another look', async () => (await troubles(pc)).some(([what]) => what === problem));
	expect((await troubles(pc)).find(([what]) => what === problem)?.[1], `${problem}: since when does not move on`).toBe(since);
}

/** Both at work, as they are: one may be what the other waits for. */
async function expectWell({ anna, berta }: Pair): Promise<void> {
	const isWell = async (pc: TestBackend) => {
		const { problem, waitingChanges, alarms } = await status(pc);
		return problem === null && waitingChanges === 0 && alarms.length === 0;
	};
	await anna.settle('both to be well and alike', async () => {
		berta.tick(1000);
		return (await isWell(anna)) && (await isWell(berta)) && (await names(anna)).join() === (await names(berta)).join();
	});
}

const files = (place: Office, part: RegExp) => filesBelow(place.share).filter((path) => part.test(path));
const FEEDS = /feeds.*\d{10}-/;
let written = 0;

/** Work goes on whatever is wrong. */
async function work(pc: TestBackend): Promise<void> {
	written += 1;
	await pc.client.people.create(person({ firstName: `Währenddessen ${written}` }));
}

/** What an extortionist's program does: everything under a new name, and a note beside it. */
function extort(place: Office, part: RegExp, rename: (path: string) => string, note: string | null): void {
	for (const path of files(place, part)) {
		const at = join(place.share, path);
		writeFileSync(rename(at), systemRandom.bytes(200));
		if (rename(at) !== at) rmSync(at);
		if (note) writeFileSync(join(dirname(at), note), 'pay');
	}
}

it('says what is wrong with a share and since when, loses nothing, and is well again by itself', async () => {
	let refusing: TargetProblem | null = null;
	let delay = 0;
	let late = 0;
	const targetFor = (at: SharePlace): ShareTarget => {
		const target = openTarget(at, systemRandom, async () => {});
		return {
			...target,
			async list(folder) {
				late += delay;
				return target.list(folder);
			},
			async writeNew(path, bytes) {
				if (refusing) throw new TargetError(refusing);
				await target.writeNew(path, bytes);
			},
		};
	};
	const pair = await twoPcs({ targetFor, stopwatch: () => performance.now() + late });
	const { place, anna, berta } = pair;
	const now = () => anna.clock.now();

	for (const problem of ['full', 'not_writable'] as const) {
		const from = now();
		refusing = problem;
		await work(anna);
		await expectTrouble(anna, problem, 'attention', from);
		await work(berta);
		await anna.settle('what others wrote, though nothing can be written', async () => {
			berta.tick(1000);
			return (await names(anna)).includes(`Währenddessen ${written}`);
		});
		expect((await status(anna)).waitingChanges).toBeGreaterThan(0);
		refusing = null;
		await expectWell(pair);
	}

	let from = now();
	renameSync(place.share, `${place.share} weg`);
	await work(anna);
	await expectTrouble(anna, 'unreachable', 'waiting', from);
	const since = (await status(anna)).problemSince;
	await anna.client.members.lock();
	await signIn(anna);
	await anna.settle('a first look', async () => (await status(anna)).problem === 'unreachable');
	expect((await status(anna)).problemSince, 'known after a restart').toBe(since);

	from = now();
	mkdirSync(join(place.share, 'Urlaubsbilder'), { recursive: true });
	await expectTrouble(anna, 'wrong_folder', 'attention', from);
	expect(filesBelow(place.share), 'nothing is written into another folder').toEqual([]);
	rmSync(place.share, { recursive: true });
	renameSync(`${place.share} weg`, place.share);
	await expectWell(pair);

	from = now();
	const device = (await berta.client.devices.list()).find(({ isThis }) => isThis)?.id;
	const theirs = () => files(place, new RegExp(`counselling.feeds.${device}`));
	const before = theirs();
	expect(before.length).toBeGreaterThan(2);
	rmSync(join(place.share, before[1] ?? ''));
	await work(anna);
	await expectTrouble(anna, 'files_missing', 'attention', from);
	rmSync(join(place.share, dirname(before[1] ?? '')), { recursive: true });
	await expectTrouble(anna, 'files_missing', 'attention', from);
	await expectWell(pair);
	expect(theirs(), 'whoever wrote them put them there again').toEqual(expect.arrayContaining(before));

	cpSync(place.share, `${place.share} alt`, { recursive: true });
	await work(berta);
	await expectWell(pair);
	from = now();
	rmSync(place.share, { recursive: true });
	renameSync(`${place.share} alt`, place.share);
	await expectTrouble(anna, 'rolled_back', 'attention', from);
	await expectWell(pair);

	from = now();
	const [first = ''] = files(place, FEEDS);
	const litter = ['.DS_Store', 'Thumbs.db', '~$Liste.docx', 'Urlaub.jpg'].map((name) => join(place.share, dirname(first), name));
	for (const path of litter) writeFileSync(path, 'x');
	await work(anna);
	await expectTrouble(anna, 'foreign_files', 'saved', from);
	expect((await status(anna)).alarms).toMatchObject([{ problem: 'foreign_files', count: 4 }]);
	for (const path of litter) expect(readFileSync(path, 'utf8'), 'left alone').toBe('x');
	for (const path of litter) rmSync(path);
	await expectWell(pair);

	from = now();
	const copies = [' (Konflikt Büro-PC 2026-03-09)', ' (Tresens in Konflikt stehende Kopie)', ' (conflicted copy)', ' - Kopie'];
	for (const added of copies) cpSync(join(place.share, first), join(place.share, `${first}${added}`));
	await work(anna);
	await expectTrouble(anna, 'conflict_copies', 'attention', from);
	expect((await status(anna)).alarms).toMatchObject([{ problem: 'conflict_copies', count: 4 }]);
	for (const added of copies) rmSync(join(place.share, `${first}${added}`));
	await expectWell(pair);

	from = now();
	delay = 6000;
	await expectTrouble(anna, 'slow', 'saved', from);
	delay = 0;
	await expectWell(pair);
	expect((await names(anna)).filter((name) => name.startsWith('Währenddessen'))).toHaveLength(written);
}, 300_000);

it('writes nothing to a share where many files changed at once, until they are as they were and a person says so', async () => {
	const pair = await twoPcs();
	const { place, anna, berta } = pair;
	const random = () => Buffer.from(systemRandom.bytes(12)).toString('hex');
	const ways: [string, RegExp, (path: string) => string, string | null][] = [
		['a note beside renamed files', FEEDS, (path) => `${path}.locked`, 'README_DECRYPT.txt'],
		['renamed files, the ledger first', /ledger.\d|feeds/, (path) => `${path}.id-7F3A.crypt`, null],
		['names that say nothing', FEEDS, (path) => join(dirname(path), random()), null],
		['the old names', FEEDS, (path) => path, null],
	];
	for (const [way, part, rename, note] of ways) {
		cpSync(place.share, `${place.share} heil`, { recursive: true });
		const from = anna.clock.now();
		extort(place, part, memoized(rename), note);
		const attacked = filesBelow(place.share);
		await expectTrouble(anna, 'attacked', 'attention', from);
		await work(anna);
		anna.tick(MINUTE);
		expect(filesBelow(place.share), `${way}: nothing came to it`).toEqual(attacked);
		expect(await refusalOf(anna.client.share.resume()), way).toMatchObject({ code: 'SHARE', data: { problem: 'attacked' } });
		expect(await refusalOf(drain(anna.client.share.backUpNow())), way).toMatchObject({ data: { problem: 'attacked' } });
		const before = (await status(anna)).problemSince;
		await anna.client.members.lock();
		await signIn(anna);
		anna.tick(MINUTE);
		expect(await status(anna), `${way}: after a restart`).toMatchObject({ problem: 'attacked', problemSince: before });
		rmSync(place.share, { recursive: true });
		renameSync(`${place.share} heil`, place.share);
		anna.tick(MINUTE);
		expect((await status(anna)).problem, `${way}: a person decides`).toBe('attacked');
		await anna.client.share.resume();
		if ((await status(berta)).problem === 'attacked') await berta.client.share.resume();
		await expectWell(pair);
	}
	expect((await names(anna)).filter((name) => name.startsWith('Währenddessen'))).toHaveLength(4);
}, 300_000);

/** The same answer for the same path. */
function memoized(of: (path: string) => string): (path: string) => string {
	const known = new Map<string, string>();
	return (path) => known.get(path) ?? known.set(path, of(path)).get(path) ?? path;
}
