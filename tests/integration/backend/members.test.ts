import { expect, it } from 'vitest';
import { add, joinAs, newSiteOfAdministrator, OWN, START } from '#tests/support/newcomer.ts';
import { bugsIn, EVERYBODY, newSite, office, person, refusalOf, sync } from '#tests/support/office.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** A whole life of members, told on real PCs: added, let in, promoted, removed. */
const sessionOf = async (pc: TestBackend) => (await pc.client.site.status()).session;

it('brings a volunteer and a counsellor in, each to what they may read, and lets the volunteer go', async () => {
	const town = office();
	const anna = await town.pc('Büro');
	await newSite(anna);
	await anna.client.share.connect({ folder: town.share });
	await anna.client.people.create(person());
	await sync(anna);
	const vera = await add(anna, 'Vera', ['volunteer']);
	await add(anna, 'Berta', ['counsellor']);
	await sync(anna);

	const veras = await joinAs(town, 'Vera', anna);
	expect(await sessionOf(veras)).toMatchObject({
		mustChangePassphrase: true,
		vaults: ['office', 'workshop'],
		deviceApproved: true,
	});
	expect(await refusalOf(veras.client.members.list())).toMatchObject({ code: 'NO_ACCESS' });
	await veras.client.members.changePassphrase({ current: START, next: OWN });
	expect(await sessionOf(veras)).toMatchObject({ mustChangePassphrase: false, vaults: ['office', 'workshop'] });
	expect(await refusalOf(veras.client.people.list(EVERYBODY))).toMatchObject({ code: 'NO_ACCESS' });
	await veras.client.members.lock();
	expect(await refusalOf(veras.client.members.signIn({ signInName: 'vera', passphrase: START }))).toMatchObject({
		code: 'WRONG_PASSPHRASE',
	});
	await veras.client.members.signIn({ signInName: 'vera', passphrase: OWN });

	const bertas = await joinAs(town, 'Berta', anna);
	await bertas.client.members.changePassphrase({ current: START, next: OWN });
	expect(await sessionOf(bertas)).toMatchObject({ vaults: ['office', 'workshop', 'counselling'], awaited: [] });
	expect((await bertas.client.people.list(EVERYBODY)).total).toBe(1);

	const named = await anna.client.members.consequences({ id: vera, change: { kind: 'remove' } });
	expect(named).toMatchObject({
		refusal: null,
		loses: ['office', 'workshop'],
		newKeys: ['office', 'workshop'],
		lastReaderOf: [],
	});
	await anna.client.members.remove({ id: vera, devices: [], accepted: true });
	await veras.settle('the end of Vera’s session', async () => (await veras.client.site.status()).state === 'locked');
	expect(await veras.client.site.status()).toMatchObject({ ended: 'member_removed' });
	expect(await refusalOf(veras.client.members.signIn({ signInName: 'vera', passphrase: OWN }))).toMatchObject({
		code: 'REMOVED',
		data: { what: 'member' },
	});

	await anna.client.people.create(person({ firstName: 'Nach', lastName: 'Vera' }));
	await sync(anna);
	await sync(bertas);
	expect((await bertas.client.people.list(EVERYBODY)).total).toBe(2);
	expect((await anna.client.members.history()).map(({ what }) => what)).toEqual([
		'new_keys',
		'member_removed',
		'own_passphrase',
		'device_approved',
		'device_asked',
		'own_passphrase',
		'device_approved',
		'device_asked',
		'member_added',
		'member_added',
		'device_added',
		'member_added',
		'site_founded',
	]);
	await bertas.client.members.lock();
	await bertas.client.members.signIn({ signInName: 'berta', passphrase: OWN });
	expect((await bertas.client.people.list(EVERYBODY)).total).toBe(2);
	for (const pc of [anna, veras, bertas]) expect(bugsIn(pc)).toEqual([]);
}, 120_000);

it('lets nobody into the case files whom only an administrator has made a counsellor', async () => {
	const town = office();
	const chief = await town.pc('Verwaltung');
	await newSiteOfAdministrator(chief, town.share);
	expect(await sessionOf(chief)).toMatchObject({ vaults: ['office', 'workshop'] });
	await add(chief, 'Anna', ['counsellor']);
	const annas = await joinAs(town, 'Anna', chief);
	expect(await sessionOf(annas)).toMatchObject({ vaults: ['office', 'workshop'] });
	await annas.client.members.changePassphrase({ current: START, next: OWN });
	// The first who may read the case files makes their key, on her own PC.
	await annas.settle('the case files', async () => (await sessionOf(annas))?.vaults.includes('counselling') ?? false);
	await annas.client.people.create(person());
	await sync(annas);

	await add(chief, 'Berta', ['counsellor']);
	const bertas = await joinAs(town, 'Berta', chief);
	await sync(annas);
	const [waiting] = await annas.client.members.waiting();
	if (!waiting) throw new Error('nobody is waiting');
	expect(waiting).toMatchObject({ name: 'Berta', hasStartPassphrase: true });
	expect(await refusalOf(annas.client.members.giveAccess({ id: waiting.id }))).toMatchObject({ code: 'START_PASSPHRASE' });
	await bertas.client.members.changePassphrase({ current: START, next: OWN });
	expect(await sessionOf(bertas)).toMatchObject({ awaited: [{ vault: 'counselling', why: 'key' }] });
	await sync(bertas);
	await sync(annas);
	await annas.client.members.giveAccess({ id: waiting.id });
	await bertas.settle('the case files', async () => (await sessionOf(bertas))?.vaults.includes('counselling') ?? false);
	expect((await bertas.client.people.list(EVERYBODY)).total).toBe(1);
	expect(await annas.client.members.waiting()).toEqual([]);
	expect(await refusalOf(chief.client.people.list(EVERYBODY))).toMatchObject({ code: 'NO_ACCESS' });
}, 120_000);
