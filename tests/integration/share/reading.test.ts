import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { ShareWork } from '#shared/features/share/model.ts';
import { EVERYBODY, HOUR, joinSite, newSite, office, person, SECOND, signIn, sync } from '#tests/support/office.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

const status = ({ client }: TestBackend) => client.share.status();
const left = (pc: TestBackend) => pc.settle('it to leave', async () => (await status(pc)).waitingChanges === 0);
const meanwhile = async ({ client }: TestBackend) =>
	(await client.people.list(EVERYBODY)).rows.filter(({ firstName }) => firstName?.startsWith('Währenddessen')).length;
const other = async ({ client }: TestBackend) => {
	const [one, ...more] = (await client.share.devices()).filter(({ isThis }) => !isThis);
	expect(more).toEqual([]);
	return one;
};

it('says how far each device has read, names long work, and lets it wait', async () => {
	let passed = 0;
	const place = office();
	const anna = await place.pc('Tresen');
	await newSite(anna);
	await anna.client.share.connect({ folder: place.share });
	await sync(anna);
	expect(await anna.client.share.devices()).toMatchObject([{ name: 'Tresen', isThis: true }]);
	// Each look at the watch is a third of a second later: a slow PC.
	const berta = await place.pc('Büro', { stopwatch: () => (passed += 333) });
	await joinSite(berta, place.share);
	await anna.settle('the other one to be known', async () => (await other(anna)) !== undefined);
	expect(await other(anna)).toMatchObject({ name: 'Büro oben', behind: 0 });
	await berta.client.people.create(person({ firstName: 'Ali' }));
	await left(berta);
	await anna.settle('both to have read', async () => {
		berta.tick(SECOND);
		const seen = await other(anna);
		return seen?.saidAt != null && seen.readHereAt !== null && seen.behindHere === 0;
	});
	expect(await other(anna)).toMatchObject({ behind: 0 });
	await berta.client.members.lock();

	for (let n = 0; n < 12; n++) {
		await anna.client.people.create(person({ firstName: `Währenddessen ${n}` }));
		await left(anna);
	}
	anna.tick(2 * HOUR);
	await anna.settle('the clock to go on', async () => (await status(anna)).problem === null);
	expect(await other(anna), 'what it has not seen yet it cannot be blamed for').toMatchObject({ behind: 0 });

	await signIn(berta);
	await berta.client.share.pauseCatchUp({ pause: true });
	const { pausedUntil } = await status(berta);
	expect(pausedUntil).toBe(berta.clock.now() + HOUR);
	const works: ShareWork[] = [];
	await berta.client.people.create(person({ firstName: 'vor dem Nachholen' }));
	await left(berta);
	expect(await meanwhile(berta)).toBe(0);
	const controller = new AbortController();
	const changes = await berta.client.records.changes(undefined, { signal: controller.signal });
	const listening = (async () => {
		for await (const change of changes) {
			if (change.kind !== 'share_work') continue;
			const { work } = await status(berta);
			if (work) works.push(work);
		}
	})().catch(() => {});
	await berta.client.share.pauseCatchUp({ pause: false });
	await berta.settle('it to have caught up', async () => (await meanwhile(berta)) === 12);
	controller.abort();
	await listening;
	expect(works.length).toBeGreaterThan(0);
	expect(works.every(({ what, device, done, total }) => what === 'feed' && device === 'Tresen' && done <= total)).toBe(true);
	await berta.settle('nothing to be in sight any more', async () => (await status(berta)).work === null);

	rmSync(place.share, { recursive: true });
	expect(await other(anna), 'without the share, what is known here').toMatchObject({ saidAt: null, name: 'Büro oben' });
	expect((await other(anna))?.readHereAt).not.toBeNull();
});
