import { expect, it } from 'vitest';
import { newSite, office, refusalOf, sync } from '#tests/support/office.ts';

/** What is decided elsewhere while a PC is locked holds there from the next sign-in on. */
const START = 'drei blaue Stühle im Hof';
const OWN = 'mein eigenes Geheimnis 5';

it('knows who was added, and lets nobody in who was removed, though it slept', async () => {
	const town = office();
	const bureau = await town.pc('Büro');
	await newSite(bureau);
	await bureau.client.share.connect({ folder: town.share });
	const { id } = await bureau.client.members.add({
		name: 'Vera',
		signInName: 'vera',
		roles: ['volunteer', 'administrator'],
		startPassphrase: START,
	});
	const workshop = await town.pc('Werkstatt');
	const siteId = (await workshop.client.share.inspect({ folder: town.share })).sites[0]?.siteId;
	if (!siteId) throw new Error('no site on the share');
	for await (const _ of await workshop.client.site.join({
		folder: town.share,
		siteId,
		signInName: 'anna',
		passphrase: 'rote Lampe am Kanal 7',
		deviceName: 'Werkstatt',
	}));
	await workshop.client.members.lock();

	// Added on the other PC before; her own passphrase is chosen here, where nobody has been signed in since.
	await workshop.client.members.signIn({ signInName: 'vera', passphrase: START });
	await workshop.client.members.changePassphrase({ current: START, next: OWN });
	await workshop.client.members.lock();
	await sync(bureau);

	await bureau.client.members.remove({ id, devices: [], accepted: true });
	expect(await refusalOf(workshop.client.members.signIn({ signInName: 'vera', passphrase: OWN }))).toMatchObject({
		code: 'REMOVED',
		data: { what: 'member' },
	});
	expect((await workshop.client.site.status()).state).toBe('locked');
}, 60_000);

it('a PC that was removed can be emptied and nothing else can', async () => {
	const town = office();
	const bureau = await town.pc('Büro');
	await newSite(bureau);
	await bureau.client.share.connect({ folder: town.share });
	const stolen = await town.pc('Gestohlen');
	const siteId = (await stolen.client.share.inspect({ folder: town.share })).sites[0]?.siteId;
	if (!siteId) throw new Error('no site on the share');
	const join = { folder: town.share, siteId, signInName: 'anna', passphrase: 'rote Lampe am Kanal 7', deviceName: 'Laptop' };
	for await (const _ of await stolen.client.site.join(join));
	await stolen.client.members.lock();
	expect(await refusalOf(stolen.client.site.clearRemoved())).toMatchObject({ code: 'NO_ACCESS' });
	await sync(bureau);
	const device = (await bureau.client.devices.list()).find(({ isThis }) => !isThis);
	if (!device) throw new Error('the other device is not known');
	await bureau.client.devices.remove({ id: device.id });
	const signIn = { signInName: 'anna', passphrase: 'rote Lampe am Kanal 7' };
	expect(await refusalOf(stolen.client.members.signIn(signIn))).toMatchObject({ code: 'REMOVED', data: { what: 'device' } });
	await stolen.client.site.clearRemoved();
	expect((await stolen.client.site.status()).state).toBe('empty');
	for await (const _ of await stolen.client.site.join(join));
	expect((await stolen.client.site.status()).state).toBe('unlocked');
	expect(await refusalOf(bureau.client.site.clearRemoved())).toMatchObject({ code: 'NO_ACCESS' });
}, 60_000);
