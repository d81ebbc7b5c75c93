import { describe, expect, it } from 'vitest';
import type { MemberId } from '#shared/kernel/ids.ts';
import { bring, found, importPeople, loot, texts } from '#tests/support/dismissal.ts';
import { newSiteOfAdministrator, OWN, START, welcome } from '#tests/support/newcomer.ts';
import { caseOf, EVERYBODY, newSite, note, office, person, refusalOf, sync } from '#tests/support/office.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** Somebody has forgotten their passphrase and an administrator gives them a new start: new keys, and what that costs. */

const AGAIN = 'Startwort am Tag danach 2';
const LATER = 'diesmal merke ich es mir';

const sessionOf = async ({ client }: TestBackend) => (await client.site.status()).session;
const entering = ({ client }: TestBackend, signInName: string, passphrase: string) =>
	refusalOf(client.members.signIn({ signInName, passphrase }));

async function withPrivateNote({ client }: TestBackend, owner: MemberId) {
	const { id: personId } = await client.people.create(person());
	const { id: caseId } = await client.cases.open({ ...caseOf(owner), personId });
	await client.cases.addContact({ ...note({ text: 'Erstgespräch' }), caseId, privateNote: 'nur für mich' });
	await client.records.saveDraft({ key: 'person:new', text: 'angefangen' });
	return caseId;
}

describe('a reset passphrase', () => {
	it('refuses the old one, lets the start one in once, and leaves the private notes lost', async () => {
		const place = office();
		const annas = await place.pc('Tresen');
		await newSite(annas);
		await annas.client.share.connect({ folder: place.share });
		const berta = await welcome(place, annas, 'Berta', ['counsellor']);
		const caseId = await withPrivateNote(berta.pc, berta.id);
		await bring(berta.pc, annas);
		const change = { id: berta.id, change: { kind: 'reset' as const } };
		expect(await annas.client.members.consequences(change)).toMatchObject({
			refusal: null,
			loses: [],
			newKeys: ['office', 'workshop', 'counselling'],
			waitsFor: [],
			lostNotes: 1,
			ownedCases: 0,
		});
		const reset = { id: berta.id, startPassphrase: AGAIN };
		expect(await refusalOf(annas.client.members.resetPassphrase({ ...reset, accepted: false }))).toMatchObject({
			code: 'CONSEQUENCES',
		});
		await annas.client.members.resetPassphrase({ ...reset, accepted: true });
		// What her old keys would seal, nobody could open again.
		await berta.pc.settle('the end of her session', async () => (await berta.pc.client.site.status()).state === 'locked');
		expect((await berta.pc.client.site.status()).ended).toBe('keys_replaced');

		expect(await entering(berta.pc, 'berta', OWN)).toMatchObject({ code: 'WRONG_PASSPHRASE' });
		expect(await entering(berta.pc, 'berta', START)).toMatchObject({ code: 'WRONG_PASSPHRASE' });
		place.clock.advance(60_000);
		expect(await entering(berta.pc, 'berta', AGAIN)).toMatchObject({ code: 'none' });
		expect(await sessionOf(berta.pc)).toMatchObject({ mustChangePassphrase: true });
		expect(await refusalOf(berta.pc.client.cases.contacts({ caseId }))).toMatchObject({ code: 'NO_ACCESS' });
		const { client } = berta.pc;
		expect(await refusalOf(client.members.changePassphrase({ current: AGAIN, next: AGAIN }))).toMatchObject({
			code: 'SAME_PASSPHRASE',
		});
		expect(await refusalOf(client.members.changePassphrase({ current: OWN, next: LATER }))).toMatchObject({
			code: 'WRONG_PASSPHRASE',
		});
		await client.members.changePassphrase({ current: AGAIN, next: LATER });
		expect(await sessionOf(berta.pc)).toMatchObject({
			mustChangePassphrase: false,
			vaults: ['office', 'workshop', 'counselling'],
		});
		expect(await client.cases.contacts({ caseId })).toMatchObject([
			{ text: 'Erstgespräch', privateNoteState: 'lost', privateNote: null },
		]);
		expect(await client.records.draft({ key: 'person:new' })).toBeNull();

		await client.members.lock();
		for (const passphrase of [AGAIN, OWN]) {
			expect(await entering(berta.pc, 'berta', passphrase), passphrase).toMatchObject({ code: 'WRONG_PASSPHRASE' });
		}
		place.clock.advance(60_000);
		expect(await entering(berta.pc, 'berta', LATER)).toMatchObject({ code: 'none' });
		await sync(berta.pc);
		expect((await client.people.list(EVERYBODY)).total).toBe(1);
	});

	it('opens to whoever knows the old one nothing that is written afterwards', async () => {
		const place = office();
		const annas = await place.pc('Tresen');
		await newSite(annas);
		await annas.client.share.connect({ folder: place.share });
		const berta = await welcome(place, annas, 'Berta', ['counsellor']);
		await importPeople(annas, texts('vorher', 5));
		await bring(annas, berta.pc);
		await annas.client.members.resetPassphrase({ id: berta.id, startPassphrase: AGAIN, accepted: true });
		await importPeople(annas, texts('danach', 20));
		await sync(annas);
		const haul = await loot(place, [annas], { person: { signInName: 'berta', passphrases: [START, OWN] } });
		expect([found(haul, 'vorher').length, found(haul, 'danach').length]).toEqual([5, 0]);
	});

	it('makes a counsellor wait for a colleague when the administrator reads no case files', async () => {
		const place = office();
		const carls = await place.pc('Verwaltung');
		await newSiteOfAdministrator(carls, place.share);
		const anna = await welcome(place, carls, 'Anna', ['counsellor']);
		const berta = await welcome(place, carls, 'Berta', ['counsellor']);
		await bring(berta.pc, anna.pc);
		await anna.pc.client.members.giveAccess({ id: berta.id });
		await bring(anna.pc, berta.pc, carls);
		await importPeople(anna.pc, texts('vorher', 3));
		await bring(anna.pc, berta.pc, carls);
		expect(await carls.client.members.consequences({ id: berta.id, change: { kind: 'reset' } })).toMatchObject({
			newKeys: ['office', 'workshop'],
			newKeysLater: ['counselling'],
			waitsFor: ['counselling'],
			lostNotes: null,
			ownedCases: null,
		});
		await carls.client.members.resetPassphrase({ id: berta.id, startPassphrase: AGAIN, accepted: true });
		await sync(anna.pc);
		await berta.pc.settle('the end of her session', async () => (await berta.pc.client.site.status()).state === 'locked');
		await berta.pc.client.members.signIn({ signInName: 'berta', passphrase: AGAIN });
		await berta.pc.client.members.changePassphrase({ current: AGAIN, next: LATER });
		await sync(berta.pc);
		expect(await sessionOf(berta.pc)).toMatchObject({ vaults: ['office', 'workshop'], awaited: [{ vault: 'counselling' }] });
		// Who made the start passphrase gets nowhere with it either, on all the disks there are.
		const known = { signInName: 'berta', passphrases: [AGAIN] };
		expect((await loot(place, [carls, anna.pc, berta.pc], { person: known })).texts.size).toBe(0);
		await bring(berta.pc, anna.pc);
		expect(await anna.pc.client.members.waiting()).toMatchObject([{ id: berta.id, hasStartPassphrase: false }]);
		await anna.pc.client.members.giveAccess({ id: berta.id });
		await berta.pc.settle('the case files', async () => (await sessionOf(berta.pc))?.vaults.includes('counselling') ?? false);
		expect((await berta.pc.client.people.list(EVERYBODY)).total).toBe(3);
	});

	it('is nothing that one does to oneself', async () => {
		const place = office();
		const annas = await place.pc('Tresen');
		const { member } = await newSite(annas);
		const reset = { id: member, startPassphrase: AGAIN, accepted: true };
		expect(await refusalOf(annas.client.members.resetPassphrase(reset))).toMatchObject({
			code: 'REFUSED',
			data: { reason: 'yourself' },
		});
	});
});
