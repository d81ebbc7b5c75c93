import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { EMPTY_PERSON } from '#shared/features/people/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { benchBackend, foundSite, MEMBER } from './bench-backend.ts';
import { bytesBelow } from './bytes-below.ts';
import { percentile, timesOf } from './measure.ts';
import { type Line, ms } from './report.ts';

/** What a person waits for: saving through the whole backend, unlocking at the real cost, and what the share grows by. */
const PEOPLE = 500;
const SAVES = 600;
const EDITS = 1000;
const UNLOCKS = 5;

export async function wholeBackend(folder: string): Promise<Line[]> {
	const shareFolder = join(folder, 'Freigabe für alle');
	mkdirSync(shareFolder);
	let poll = () => {};
	const backend = await benchBackend(join(folder, 'Büro PC'), (work) => {
		poll = work;
	});
	const client = createRouterClient(backend.router, { context: {} });
	await foundSite(client);
	const people: PersonId[] = [];
	for (let at = 0; at < PEOPLE; at++)
		people.push((await client.people.create({ ...EMPTY_PERSON, lastName: `Müller ${at}`, city: 'Ratingen' })).id);
	const edit = (at: number) =>
		client.people.update({
			id: people[at % PEOPLE] as PersonId,
			changes: { remarks: `Satz ${at}: Kommt gern ins Café am Dienstag, hilft beim Gartentag mit.`, street: `Lindenweg ${at}` },
		});
	await timesOf(50, edit);
	const saves = await timesOf(SAVES, edit);
	const p95 = percentile(saves, 95);

	await client.members.lock();
	const unlocks = await timesOf(UNLOCKS, async () => {
		await client.members.signIn(MEMBER);
		await client.members.lock();
	});
	await client.members.signIn(MEMBER);

	await client.share.connect({ folder: shareFolder });
	const before = bytesBelow(shareFolder);
	for (let at = 0; at < EDITS; at++) {
		await edit(at + SAVES);
		// One segment for every edit: as little to pack together as it can get.
		poll();
		while ((await client.share.status()).waitingChanges > 0) await new Promise<void>((resolve) => setImmediate(resolve));
	}
	const feeds = bytesBelow(shareFolder) - before;
	await backend.dispose();

	const unlock = percentile(unlocks, 50);
	const none = { compared: '', ratio: '' };
	return [
		{
			what: 'save, whole write path',
			measured: `p50 ${ms(percentile(saves, 50))}, p95 ${ms(p95)}`,
			...none,
			target: 'p95 ≤ 5 ms',
			met: p95 <= 5,
		},
		{ what: 'open and unlock at the default cost', measured: ms(unlock), ...none, target: '≤ 1,000 ms', met: unlock <= 1000 },
		{
			what: `share grows by, ${EDITS.toLocaleString('en')} single edits`,
			measured: `${(feeds / 1024 / 1024).toFixed(2)} MB`,
			...none,
			target: '≤ 2 MB',
			met: feeds <= 2 * 1024 * 1024,
		},
	];
}
