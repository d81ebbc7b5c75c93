import { expect, it } from 'vitest';
import { EMPTY_PERSON, type PersonFields } from '#shared/features/people/model.ts';
import { newSite, office, signIn, sync } from '#tests/support/office.ts';

const START = 'drei blaue Stühle im Hof';
const OWN = 'mein eigenes Geheimnis 5';

it('does not say that all is saved while case files lie on this PC only, which an administrator cannot send', async () => {
	const place = office();
	const pc = await place.pc('Büro');
	const { client } = pc;
	await newSite(pc);
	await client.members.add({ name: 'Petra', signInName: 'petra', roles: ['administrator'], startPassphrase: START });
	await client.members.lock();
	await client.members.signIn({ signInName: 'petra', passphrase: START });
	await client.members.changePassphrase({ current: START, next: OWN });
	await client.share.connect({ folder: place.share });
	await sync(pc);
	// There are none yet: nothing to worry about.
	expect(await client.share.status()).toMatchObject({ state: 'saved', onlyHere: [] });
	await client.members.lock();

	const elsewhere = office();
	const other = await elsewhere.pc('Büro');
	await newSite(other);
	await other.client.people.create({ ...EMPTY_PERSON, lastName: 'Asante' } as PersonFields);
	await other.client.members.add({ name: 'Petra', signInName: 'petra', roles: ['administrator'], startPassphrase: START });
	await other.client.members.lock();
	await other.client.members.signIn({ signInName: 'petra', passphrase: START });
	await other.client.members.changePassphrase({ current: START, next: OWN });
	await other.client.share.connect({ folder: elsewhere.share });
	await sync(other);
	expect(await other.client.share.status()).toMatchObject({ state: 'waiting', waitingChanges: 0, onlyHere: ['counselling'] });
	await other.client.members.lock();
	await signIn(other);
	await sync(other);
	expect(await other.client.share.status()).toMatchObject({ state: 'saved', onlyHere: [] });
	await other.client.members.lock();
	await other.client.members.signIn({ signInName: 'petra', passphrase: OWN });
	await sync(other);
	expect(await other.client.share.status()).toMatchObject({ state: 'saved', onlyHere: [] });
});
