import { expect, it } from 'vitest';
import type { Role } from '#shared/features/members/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { newSite, type Office, office, refusalOf, signIn, sync } from '#tests/support/office.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

const START = 'drei blaue Stühle im Hof';
const OWN = 'mein eigenes Geheimnis 5';

async function add({ client }: TestBackend, name: string, roles: Role[]): Promise<MemberId> {
	return (await client.members.add({ name, signInName: name.toLowerCase(), roles, startPassphrase: START })).id;
}

/** A PC with Anna, who counsels and administers, two volunteers and a counsellor; Vera is at the desk. */
async function workshop(town: Office) {
	const pc = await town.pc('Werkstatt');
	await newSite(pc);
	await pc.client.share.connect({ folder: town.share });
	const [vera, volkan, berta] = [
		await add(pc, 'Vera', ['volunteer']),
		await add(pc, 'Volkan', ['volunteer', 'coordinator']),
		await add(pc, 'Berta', ['counsellor']),
	];
	await pc.client.members.lock();
	await pc.client.members.signIn({ signInName: 'vera', passphrase: START });
	await pc.client.members.changePassphrase({ current: START, next: OWN });
	return { pc, vera, volkan, berta };
}

const actingAt = async ({ client }: TestBackend) => (await client.site.status()).session?.acting.name;

it('changes between volunteers at one desk, and never to or from somebody who may do more', async () => {
	const town = office();
	const { pc, vera, volkan, berta } = await workshop(town);
	expect((await pc.client.members.turns()).map(({ name }) => name).sort()).toEqual(['Vera', 'Volkan']);
	await pc.client.members.turn({ id: volkan });
	expect(await actingAt(pc)).toBe('Volkan');
	expect(await refusalOf(pc.client.members.turn({ id: berta }))).toMatchObject({ code: 'NO_ACCESS' });
	expect(await actingAt(pc)).toBe('Volkan');
	await pc.client.members.turn({ id: vera });
	await pc.client.members.lock();

	await signIn(pc);
	expect(await pc.client.members.turns()).toEqual([]);
	expect(await refusalOf(pc.client.members.turn({ id: vera }))).toMatchObject({ code: 'NO_ACCESS' });
	const now = town.clock.now();
	const { events } = await pc.client.accessLog.list({ from: now - 24 * 60 * 60 * 1000, to: now + 1000 });
	expect(events.filter(({ kind }) => kind === 'turn').map(({ member }) => member)).toEqual(['Vera', 'Volkan']);
}, 60_000);

it('gives the turn back when whoever has it leaves, or becomes an administrator', async () => {
	const town = office();
	const { pc, volkan } = await workshop(town);
	const bureau = await town.pc('Büro');
	const siteId = (await bureau.client.share.inspect({ folder: town.share })).sites[0]?.siteId;
	if (!siteId) throw new Error('no site on the share');
	const join = { folder: town.share, siteId, signInName: 'anna', passphrase: 'rote Lampe am Kanal 7', deviceName: 'Büro' };
	for await (const _ of await bureau.client.site.join(join));
	for (const change of ['roles', 'remove'] as const) {
		await pc.client.members.turn({ id: volkan });
		expect(await actingAt(pc)).toBe('Volkan');
		await sync(bureau);
		if (change === 'remove') await bureau.client.members.remove({ id: volkan, devices: [], accepted: true });
		else await bureau.client.members.changeRoles({ id: volkan, roles: ['administrator'], accepted: true });
		await pc.settle('the turn given back', async () => (await actingAt(pc)) === 'Vera');
		if (change === 'remove') break;
		await bureau.client.members.changeRoles({ id: volkan, roles: ['volunteer'], accepted: true });
		await pc.settle('Volkan may take turns again', async () => (await pc.client.members.turns()).length === 2);
	}
}, 60_000);
