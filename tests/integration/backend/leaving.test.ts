import { describe, expect, it } from 'vitest';
import { wires } from '#tests/support/dismissal.ts';
import { add, approve, carryOn, joinAs, OWN, START, startJoining, welcome } from '#tests/support/newcomer.ts';
import { drain, EVERYBODY, newSite, office, person, refusalOf, sync } from '#tests/support/office.ts';
import { PASSPHRASE, type TestBackend } from '#tests/support/test-backend.ts';

/** Members go: what their PC says, who cannot go, and what becomes of a name. */

const OTHER = 'ein ganz anderes Wort 9';

const entering = ({ client }: TestBackend, signInName: string, passphrase: string) =>
	refusalOf(client.members.signIn({ signInName, passphrase }));
const isLocked = async ({ client }: TestBackend) => (await client.site.status()).state === 'locked';

describe('whoever was removed', () => {
	it('is told so on their PC: at once while signed in, later when they try to', async () => {
		const place = office();
		const annas = await place.pc('Tresen');
		await newSite(annas);
		await annas.client.share.connect({ folder: place.share });
		const vera = await welcome(place, annas, 'Vera', ['volunteer']);
		const karl = await welcome(place, annas, 'Karl', ['coordinator']);
		await karl.pc.client.members.lock();
		const at = place.clock.now();
		for (const { id } of [vera, karl]) await annas.client.members.remove({ id, devices: [], accepted: true });

		await vera.pc.settle('the end of her session', () => isLocked(vera.pc));
		expect(await vera.pc.client.site.status()).toMatchObject({ ended: 'member_removed', session: null });
		for (const [pc, name] of [
			[vera.pc, 'vera'],
			[karl.pc, 'karl'],
		] as const) {
			const { code, data } = await entering(pc, name, OWN);
			expect({ code, data }).toMatchObject({ code: 'REMOVED', data: { what: 'member' } });
			expect((data as { at: number }).at).toBeGreaterThanOrEqual(at);
			// Only who knows the passphrase is told.
			expect(await entering(pc, name, 'geraten')).toMatchObject({ code: 'WRONG_PASSPHRASE' });
			expect(await isLocked(pc)).toBe(true);
		}
		// An empty PC does not take them either, nor does anybody go twice.
		const fresh = await place.pc('Neu');
		const [site] = (await fresh.client.share.inspect({ folder: place.share })).sites;
		if (!site) throw new Error('no site on the share');
		const joining = { folder: place.share, siteId: site.siteId, signInName: 'vera', passphrase: OWN, deviceName: 'Neu' };
		const stream = await fresh.client.site.join(joining);
		expect(await refusalOf(Array.fromAsync(stream))).toMatchObject({ code: 'REMOVED', data: { what: 'member' } });
		expect(await refusalOf(annas.client.members.remove({ id: vera.id, devices: [], accepted: true }))).toMatchObject({
			code: 'NOT_FOUND',
		});
		// Somebody else works on at that PC.
		await vera.pc.client.members.signIn({ signInName: 'anna', passphrase: PASSPHRASE });
		expect((await vera.pc.client.site.status()).ended).toBeNull();
	});

	it('gets as far as their PC has heard, and no further once it has', async () => {
		const place = office();
		const annas = await place.pc('Tresen');
		await newSite(annas);
		await annas.client.share.connect({ folder: place.share });
		await add(annas, 'Vera', ['volunteer']);
		const cable = wires();
		const veras = await place.pc('PC Vera', { targetFor: cable.targetFor });
		const { fingerprint, ended } = await startJoining(veras, place.share, 'vera');
		await approve(annas, fingerprint);
		await carryOn(veras, ended);
		await veras.client.members.changePassphrase({ current: START, next: OWN });
		await sync(annas);
		await veras.client.members.lock();
		cable.state = 'down';
		const vera = (await annas.client.members.list()).find(({ name }) => name === 'Vera');
		if (!vera) throw new Error('Vera is not in the list');
		await annas.client.members.remove({ id: vera.id, devices: [], accepted: true });
		expect((await entering(veras, 'vera', OWN)).code).toBe('none');
		cable.state = 'up';
		await veras.settle('the end of her session', () => isLocked(veras));
		expect((await veras.client.site.status()).ended).toBe('member_removed');
		expect((await entering(veras, 'vera', OWN)).code).toBe('REMOVED');
	});
});

describe('who cannot go', () => {
	it('is the last administrator, and oneself', async () => {
		const place = office();
		const annas = await place.pc('Tresen');
		const { member } = await newSite(annas);
		await annas.client.share.connect({ folder: place.share });
		const { client } = annas;
		const last = { code: 'REFUSED', data: { reason: 'last_administrator' } };
		const yourself = { code: 'REFUSED', data: { reason: 'yourself' } };
		const before = await client.members.history();
		expect(await refusalOf(client.members.changeRoles({ id: member, roles: ['counsellor'], accepted: true }))).toMatchObject(
			last,
		);
		expect(await refusalOf(client.members.remove({ id: member, devices: [], accepted: true }))).toMatchObject(yourself);
		expect(await client.members.history()).toEqual(before);

		const doris = await welcome(place, annas, 'Doris', ['administrator']);
		expect(await refusalOf(client.members.remove({ id: member, devices: [], accepted: true }))).toMatchObject(yourself);
		// With another one there, Anna may step back, and then she is no administrator here either.
		await client.members.changeRoles({ id: member, roles: ['counsellor'], accepted: true });
		expect(await refusalOf(client.members.history())).toMatchObject({ code: 'NO_ACCESS' });
		expect((await client.site.status()).session).toMatchObject({
			vaults: ['office', 'workshop', 'counselling'],
			administrators: 1,
		});
		await sync(doris.pc);
		expect(
			await refusalOf(doris.pc.client.members.changeRoles({ id: doris.id, roles: ['volunteer'], accepted: true })),
		).toMatchObject(last);
	});

	it('is not the only counsellor, but what that means is named first', async () => {
		const place = office();
		const annas = await place.pc('Tresen');
		const { member, groups } = await newSite(annas);
		await annas.client.share.connect({ folder: place.share });
		await annas.client.people.create(person());
		const doris = await welcome(place, annas, 'Doris', ['administrator']);
		const removal = { id: member, change: { kind: 'remove' as const } };
		expect(await doris.pc.client.members.consequences(removal)).toMatchObject({
			refusal: null,
			lastReaderOf: ['counselling'],
			newKeysLater: [],
		});
		expect(await refusalOf(doris.pc.client.members.remove({ id: member, devices: [], accepted: false }))).toMatchObject({
			code: 'CONSEQUENCES',
		});
		await doris.pc.client.members.remove({ id: member, devices: [], accepted: true });
		await annas.settle('the end of her session', () => isLocked(annas));
		// The next counsellor waits: nobody is left who could let her in, but for the kit.
		const berta = await welcome(place, doris.pc, 'Berta', ['counsellor']);
		await sync(berta.pc);
		expect((await berta.pc.client.site.status()).session).toMatchObject({
			vaults: ['office', 'workshop'],
			awaited: [{ vault: 'counselling', why: 'kit' }],
		});
		const kit = { kit: groups.join(''), signInName: 'berta', newPassphrase: OTHER, fromShare: null };
		await drain(berta.pc.client.site.recover(kit));
		await berta.pc.settle('the case files', async () => {
			const { session } = await berta.pc.client.site.status();
			return session?.vaults.includes('counselling') ?? false;
		});
		expect((await berta.pc.client.people.list(EVERYBODY)).total).toBe(1);
	});
});

describe('a sign-in name', () => {
	it('is free again for somebody else, who is somebody else', async () => {
		const place = office();
		const annas = await place.pc('Tresen');
		await newSite(annas);
		await annas.client.share.connect({ folder: place.share });
		const vera = await welcome(place, annas, 'Vera', ['volunteer']);
		const again = { name: 'Vera Neumann', signInName: 'Vera ', roles: ['counsellor' as const], startPassphrase: OTHER };
		expect(await refusalOf(annas.client.members.add(again))).toMatchObject({ code: 'SIGN_IN_NAME_TAKEN' });
		await annas.client.members.remove({ id: vera.id, devices: [], accepted: true });
		const { id } = await annas.client.members.add(again);
		expect(id).not.toBe(vera.id);
		await sync(annas);

		const neumanns = await joinAs(place, 'Vera', annas, OTHER, 'PC Neumann');
		await neumanns.client.members.changePassphrase({ current: OTHER, next: OWN });
		expect((await neumanns.client.site.status()).session?.member).toMatchObject({ id, name: 'Vera Neumann' });
		expect((await neumanns.client.people.list(EVERYBODY)).total).toBe(0);
		// On the first Vera's PC the name now means the second one as well, with her passphrase only.
		await vera.pc.settle('the end of her session', () => isLocked(vera.pc));
		await sync(annas);
		expect((await entering(vera.pc, 'vera', START)).code).toBe('WRONG_PASSPHRASE');
		expect((await entering(vera.pc, 'vera', OWN)).code).toBe('none');
		expect((await vera.pc.client.site.status()).session?.member.id).toBe(id);
		const named = (await annas.client.members.list()).filter(({ signInName }) => signInName === 'vera');
		expect(named.map(({ name, removedAt }) => [name, removedAt === null])).toEqual([
			['Vera', false],
			['Vera Neumann', true],
		]);
	});
});
