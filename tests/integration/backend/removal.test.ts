import { expect, it } from 'vitest';
import { bring, found, importPeople, loot, MANY, renameSite, texts } from '#tests/support/dismissal.ts';
import { OWN, START, welcome } from '#tests/support/newcomer.ts';
import { drain, EVERYBODY, joinSite, newSite, office, sync } from '#tests/support/office.ts';
import { PASSPHRASE } from '#tests/support/test-backend.ts';

/**
 * Somebody goes, and takes along every key they ever had, and after that gets the disk of every PC and the whole share:
 * nothing that was written after they left opens. What was written before stays readable to them, and Kontor says so.
 */

const VERA = { signInName: 'vera', passphrases: [START, OWN] };
const ANNA = { signInName: 'anna', passphrases: [PASSPHRASE] };

it('leaves a volunteer nothing of what the office writes afterwards', async () => {
	const place = office();
	const annas = await place.pc('Tresen');
	await newSite(annas);
	await annas.client.share.connect({ folder: place.share });
	const vera = await welcome(place, annas, 'Vera', ['volunteer']);
	const berta = await welcome(place, annas, 'Berta', ['counsellor']);
	const pcs = [annas, vera.pc, berta.pc];
	// She has also worked at the shared PC.
	await annas.client.members.signIn({ signInName: 'vera', passphrase: OWN });
	await annas.client.members.signIn({ signInName: 'anna', passphrase: PASSPHRASE });
	const before = texts('vorher', 20);
	await renameSite(annas, before);
	await bring(annas, ...pcs);
	await drain(annas.client.share.backUpNow());
	const then = await loot(place, pcs, { person: VERA });
	expect(found(then, 'vorher')).toEqual(before);
	expect(then.opened).toMatchObject({ 'office file': 3, 'workshop file': 3 });

	const laptop = (await annas.client.devices.list()).find(({ name }) => name === 'Laptop vera');
	if (!laptop) throw new Error('her laptop is not in the list');
	await annas.client.members.remove({ id: vera.id, devices: [laptop.id], accepted: true });
	await vera.pc.settle('the end of her session', async () => (await vera.pc.client.site.status()).state === 'locked');
	await sync(berta.pc);
	const after = texts('danach', MANY);
	await renameSite(annas, after.slice(0, MANY - 5));
	await bring(annas, berta.pc);
	await drain(annas.client.share.backUpNow());
	await annas.client.members.lock();
	await annas.client.members.signIn({ signInName: 'anna', passphrase: PASSPHRASE });
	await renameSite(annas, after.slice(MANY - 5));
	await bring(annas, berta.pc);

	const now = await loot(place, pcs, { person: VERA, ring: then.ring });
	expect(found(now, 'danach')).toEqual([]);
	expect(found(now, 'vorher')).toEqual(before);
	// The disks that others go on using are closed to her altogether.
	expect((await loot(place, [annas, berta.pc], { person: VERA, ring: then.ring })).opened).not.toHaveProperty('office file');
	const hers = await loot(place, [annas], { person: ANNA });
	expect([...hers.texts].sort()).toEqual([...before, ...after].sort());
	expect((await berta.pc.client.site.status()).session?.profile.name).toBe(after.at(-1));
}, 300_000);

it('leaves a counsellor nothing of the case files written afterwards, and everybody else all of them', async () => {
	const place = office();
	const annas = await place.pc('Tresen');
	await newSite(annas);
	await annas.client.share.connect({ folder: place.share });
	const berta = await welcome(place, annas, 'Berta', ['counsellor']);
	const doris = await welcome(place, annas, 'Doris', ['counsellor']);
	const pcs = [annas, berta.pc, doris.pc];
	const before = texts('vorher', 50);
	await importPeople(annas, before.slice(0, 25));
	await importPeople(berta.pc, before.slice(25));
	await bring(annas, berta.pc, doris.pc, annas);
	await drain(annas.client.share.backUpNow());
	const person = { signInName: 'berta', passphrases: [START, OWN] };
	const then = await loot(place, pcs, { person });
	expect(found(then, 'vorher')).toEqual(before);

	await annas.client.members.remove({ id: berta.id, devices: [], accepted: true });
	await berta.pc.settle('the end of her session', async () => (await berta.pc.client.site.status()).state === 'locked');
	const after = texts('danach', MANY);
	await importPeople(annas, after.slice(0, MANY / 2));
	await sync(doris.pc);
	await importPeople(doris.pc, after.slice(MANY / 2));
	await bring(doris.pc, annas, doris.pc);
	await drain(doris.pc.client.share.backUpNow());

	const now = await loot(place, pcs, { person, ring: then.ring });
	expect(found(now, 'danach')).toEqual([]);
	expect(found(now, 'vorher')).toEqual(before);
	for (const pc of [annas, doris.pc]) expect((await pc.client.people.list(EVERYBODY)).total).toBe(before.length + MANY);

	// A second new epoch; then somebody new, and an empty PC.
	const vera = await welcome(place, annas, 'Vera', ['volunteer']);
	await annas.client.members.resetPassphrase({ id: doris.id, startPassphrase: START, accepted: true });
	await annas.client.members.remove({ id: vera.id, devices: [], accepted: true });
	const emil = await welcome(place, annas, 'Emil', ['counsellor']);
	expect((await emil.pc.client.people.list(EVERYBODY)).total).toBe(before.length + MANY);
	const fresh = await place.pc('Neu');
	await joinSite(fresh, place.share);
	await sync(fresh);
	expect((await fresh.client.people.list(EVERYBODY)).total).toBe(before.length + MANY);
	expect(await fresh.client.people.list({ ...EVERYBODY, limit: 5 })).toEqual(
		await annas.client.people.list({ ...EVERYBODY, limit: 5 }),
	);
}, 300_000);
