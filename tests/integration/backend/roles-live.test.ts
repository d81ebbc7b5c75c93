import { expect, it, vi } from 'vitest';
import type { MemberId } from '#shared/kernel/ids.ts';
import { bring, importPeople, loot, texts } from '#tests/support/dismissal.ts';
import { newSiteOfAdministrator, OWN, START, welcome } from '#tests/support/newcomer.ts';
import { caseOf, EVERYBODY, newSite, office, person, refusalOf, sync } from '#tests/support/office.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** Roles change while their owner sits at another PC: what they may read opens and closes there by itself. */

const CASES = {
	text: '',
	status: 'all',
	ownerId: null,
	sort: { by: 'number', descending: false },
	offset: 0,
	limit: 50,
} as const;

const sessionOf = async ({ client }: TestBackend) => (await client.site.status()).session;

const reads = async (pc: TestBackend, vault: 'counselling') => (await sessionOf(pc))?.vaults.includes(vault) ?? false;

async function withOneCase({ client }: TestBackend, owner: MemberId): Promise<void> {
	const { id } = await client.people.create(person({ lastName: 'Yılmaz' }));
	await client.cases.open({ ...caseOf(owner), personId: id });
}

it('lets a volunteer into the case files at once when a counsellor who administers says so', async () => {
	const place = office();
	const annas = await place.pc('Tresen');
	const { member } = await newSite(annas);
	await annas.client.share.connect({ folder: place.share });
	await withOneCase(annas, member);
	const vera = await welcome(place, annas, 'Vera', ['volunteer']);
	expect(await refusalOf(vera.pc.client.cases.list(CASES))).toMatchObject({ code: 'NO_ACCESS' });

	const change = { kind: 'roles', roles: ['volunteer', 'counsellor'] } as const;
	expect(await annas.client.members.consequences({ id: vera.id, change: { ...change, roles: [...change.roles] } })).toMatchObject(
		{
			loses: [],
			newKeys: [],
			waitsFor: [],
		},
	);
	await annas.client.members.changeRoles({ id: vera.id, roles: [...change.roles], accepted: false });
	expect(await annas.client.members.waiting()).toEqual([]);
	await vera.pc.settle('the case files', () => reads(vera.pc, 'counselling'));
	expect(await sessionOf(vera.pc)).toMatchObject({ member: { roles: change.roles }, awaited: [] });
	expect((await vera.pc.client.cases.list(CASES)).rows).toMatchObject([{ clientName: 'Yılmaz, Fatma' }]);
	expect(await vera.pc.client.search.query({ text: 'yilm' })).toHaveLength(2);
	// And back from her: what she writes is read by the others.
	await vera.pc.client.people.create(person({ lastName: 'Neu' }));
	await bring(vera.pc, annas);
	expect((await annas.client.people.list(EVERYBODY)).total).toBe(2);
});

it('lets her wait for a counsellor when a pure administrator says so; then the case files come by themselves', async () => {
	const place = office();
	const carls = await place.pc('Verwaltung');
	await newSiteOfAdministrator(carls, place.share);
	const anna = await welcome(place, carls, 'Anna', ['counsellor']);
	await anna.pc.settle('the case files', () => reads(anna.pc, 'counselling'));
	await withOneCase(anna.pc, anna.id);
	const vera = await welcome(place, carls, 'Vera', ['volunteer']);
	await sync(carls);
	expect(
		await carls.client.members.consequences({ id: vera.id, change: { kind: 'roles', roles: ['counsellor'] } }),
	).toMatchObject({ loses: [], waitsFor: ['counselling'] });
	await carls.client.members.changeRoles({ id: vera.id, roles: ['counsellor'], accepted: false });

	await sync(vera.pc);
	expect(await sessionOf(vera.pc)).toMatchObject({
		vaults: ['office', 'workshop'],
		awaited: [{ vault: 'counselling', why: 'key' }],
	});
	for (const call of [vera.pc.client.cases.list(CASES), vera.pc.client.members.waiting()])
		expect(await refusalOf(call)).toMatchObject({ code: 'NO_ACCESS' });
	expect(await refusalOf(vera.pc.client.members.giveAccess({ id: vera.id }))).toMatchObject({ code: 'NO_ACCESS' });
	expect(await refusalOf(carls.client.members.giveAccess({ id: vera.id }))).toMatchObject({ code: 'NO_ACCESS' });

	await sync(anna.pc);
	expect(await anna.pc.client.members.waiting()).toMatchObject([{ id: vera.id, name: 'Vera', hasStartPassphrase: false }]);
	const { members } = await carls.client.members.overview();
	expect(members.find(({ id }) => id === vera.id)?.access).toMatchObject([
		{ vault: 'office', state: 'reads' },
		{ vault: 'workshop', state: 'reads' },
		{ vault: 'counselling', state: 'waiting', since: null },
	]);
	await anna.pc.client.members.giveAccess({ id: vera.id });
	await vera.pc.settle('the case files', () => reads(vera.pc, 'counselling'));
	expect(await sessionOf(vera.pc)).toMatchObject({ awaited: [] });
	expect((await vera.pc.client.cases.list(CASES)).total).toBe(1);
	expect(await anna.pc.client.members.waiting()).toEqual([]);
	expect(await refusalOf(carls.client.cases.list(CASES))).toMatchObject({ code: 'NO_ACCESS' });
});

/** Every key that a vault's epoch is given a name for from here on: the bytes in use, and a copy of what they were. */
function watchedKeys(): { name: string; live: Uint8Array; copy: string }[] {
	const seen: { name: string; live: Uint8Array; copy: string }[] = [];
	const set = Map.prototype.set;
	vi.spyOn(Map.prototype, 'set').mockImplementation(function (this: Map<unknown, unknown>, name, value) {
		if (typeof name === 'string' && /^\w+:\d+$/.test(name) && value instanceof Uint8Array) {
			seen.push({ name, live: value, copy: Buffer.from(value).toString('hex') });
		}
		return set.call(this, name, value);
	});
	return seen;
}

it('closes the case files of whoever is made a coordinator while at work, and forgets their keys', async () => {
	const place = office();
	const annas = await place.pc('Tresen');
	const { member } = await newSite(annas);
	await annas.client.share.connect({ folder: place.share });
	await withOneCase(annas, member);
	await importPeople(annas, texts('vorher', 3));
	const berta = await welcome(place, annas, 'Berta', ['counsellor']);
	const { client } = berta.pc;
	// All keys there are, to know them again.
	const { ring } = await loot(place, [annas], { person: { signInName: 'berta', passphrases: [START, OWN] } });
	const known = new Set(ring.vaults.keys());
	await client.members.lock();
	const keys = watchedKeys();
	await client.members.signIn({ signInName: 'berta', passphrase: OWN });
	const inUse = keys.filter(({ copy }) => known.has(copy));
	vi.restoreAllMocks();
	expect(inUse.map(({ name }) => name).sort()).toEqual(['counselling:1', 'office:1', 'workshop:1']);
	expect(await client.search.query({ text: 'yilm' })).not.toEqual([]);
	await client.records.saveDraft({ key: 'person:new', text: 'angefangen' });

	expect(
		await annas.client.members.consequences({ id: berta.id, change: { kind: 'roles', roles: ['coordinator'] } }),
	).toMatchObject({ loses: ['counselling'], newKeys: ['counselling'], lastReaderOf: [] });
	const roles = { id: berta.id, roles: ['coordinator' as const] };
	expect(await refusalOf(annas.client.members.changeRoles({ ...roles, accepted: false }))).toMatchObject({
		code: 'CONSEQUENCES',
	});
	await annas.client.members.changeRoles({ ...roles, accepted: true });
	await berta.pc.settle('the end of the case files', async () => !(await reads(berta.pc, 'counselling')));

	const zeroed = (vault: string) =>
		inUse.filter(({ name }) => name.startsWith(vault)).map(({ live }) => live.every((byte) => byte === 0));
	expect({ counselling: zeroed('counselling'), office: zeroed('office') }).toEqual({ counselling: [true], office: [false] });
	expect(await sessionOf(berta.pc)).toMatchObject({
		member: { roles: ['coordinator'] },
		vaults: ['office', 'workshop'],
		awaited: [],
	});
	for (const call of [
		() => client.people.list(EVERYBODY),
		() => client.cases.list(CASES),
		() => client.records.draft({ key: 'person:new' }),
		() => client.members.waiting(),
	])
		expect(await refusalOf(call())).toMatchObject({ code: 'NO_ACCESS' });
	// Everybody may search; what is not open is not found.
	expect(await client.search.query({ text: 'yilm' })).toEqual([]);
	await sync(berta.pc);
	await client.members.lock();
	await client.members.signIn({ signInName: 'berta', passphrase: OWN });
	expect(await sessionOf(berta.pc)).toMatchObject({ vaults: ['office', 'workshop'] });
});
