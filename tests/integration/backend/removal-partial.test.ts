import { expect, it } from 'vitest';
import { bring, found, importPeople, loot, MANY, renameSite, texts } from '#tests/support/dismissal.ts';
import { withoutPeople } from '#tests/support/keyring.ts';
import { OWN, START, welcome } from '#tests/support/newcomer.ts';
import { drain, EVERYBODY, joinSite, newSite, office, refusalOf, sync } from '#tests/support/office.ts';

/** Somebody stays but may read less, or stays without one of their PCs: the same as with those who go (removal). */

const BERTA = { signInName: 'berta', passphrases: [START, OWN] };

it('takes the case files written afterwards from whoever is no counsellor any more, and leaves them the office', async () => {
	const place = office();
	const annas = await place.pc('Tresen');
	await newSite(annas);
	await annas.client.share.connect({ folder: place.share });
	const berta = await welcome(place, annas, 'Berta', ['counsellor']);
	const pcs = [annas, berta.pc];
	const before = texts('vorher', 30);
	await importPeople(annas, before.slice(0, 20));
	await importPeople(berta.pc, before.slice(20));
	await bring(annas, berta.pc, annas);
	await drain(annas.client.share.backUpNow());
	const then = await loot(place, pcs, { person: BERTA });
	expect(found(then, 'vorher')).toEqual(before);

	await annas.client.members.changeRoles({ id: berta.id, roles: ['coordinator'], accepted: true });
	await sync(berta.pc);
	expect(await refusalOf(berta.pc.client.people.list(EVERYBODY))).toMatchObject({ code: 'NO_ACCESS' });
	const after = texts('danach', MANY);
	await importPeople(annas, after.slice(0, MANY - 1));
	// The last one in the office vault, which stays hers.
	await renameSite(annas, after.slice(MANY - 1));
	await bring(annas, berta.pc);
	await drain(annas.client.share.backUpNow());

	const now = await loot(place, pcs, { person: BERTA, ring: then.ring });
	expect(found(now, 'danach')).toEqual(after.slice(MANY - 1));
	expect(found(now, 'vorher')).toEqual(before);
	expect((await annas.client.people.list(EVERYBODY)).total).toBe(before.length + MANY - 1);
	expect((await berta.pc.client.site.status()).session?.profile.name).toBe(after.at(-1));

	// Given back, everything is there again, also on the same PC.
	await annas.client.members.changeRoles({ id: berta.id, roles: ['counsellor'], accepted: true });
	await berta.pc.settle('the case files', async () => {
		const { session } = await berta.pc.client.site.status();
		return session?.vaults.includes('counselling') ?? false;
	});
	await sync(berta.pc);
	expect((await berta.pc.client.people.list(EVERYBODY)).total).toBe(before.length + MANY - 1);
}, 300_000);

it('leaves a stolen PC nothing of what is written afterwards, even if it was taken away unlocked', async () => {
	const place = office();
	const annas = await place.pc('Tresen');
	await newSite(annas);
	await annas.client.share.connect({ folder: place.share });
	const berta = await welcome(place, annas, 'Berta', ['counsellor']);
	const notebook = await place.pc('Notebook');
	await joinSite(notebook, place.share);
	const pcs = [annas, berta.pc, notebook];
	const before = texts('vorher', 30);
	await importPeople(notebook, before);
	await bring(notebook, annas, berta.pc);
	await drain(annas.client.share.backUpNow());
	// The keys of its vaults and files. Whoever also has the passphrase is its owner, until that is reset as well.
	const taken = await loot(place, [notebook], { person: { signInName: 'anna', passphrases: ['rote Lampe am Kanal 7'] } });
	const ring = withoutPeople(taken.ring);
	expect(found(await loot(place, pcs, { ring }), 'vorher')).toEqual(before);

	const { deviceId } = (await notebook.client.site.status()).session ?? {};
	if (!deviceId) throw new Error('nobody is signed in');
	await annas.client.devices.remove({ id: deviceId });
	await notebook.settle('to hear of it', async () => (await notebook.client.site.status()).state === 'locked');
	const after = texts('danach', MANY);
	await importPeople(annas, after.slice(0, MANY / 2));
	await sync(berta.pc);
	await importPeople(berta.pc, after.slice(MANY / 2, MANY - 1));
	await renameSite(annas, after.slice(MANY - 1));
	await bring(berta.pc, annas, berta.pc);
	await drain(berta.pc.client.share.backUpNow());

	const now = await loot(place, pcs, { ring });
	expect(found(now, 'danach')).toEqual([]);
	expect(found(now, 'vorher')).toEqual(before);
	for (const pc of [annas, berta.pc]) expect((await pc.client.people.list(EVERYBODY)).total).toBe(before.length + MANY - 1);
}, 300_000);
