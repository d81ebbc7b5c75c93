import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EMPTY_BORROWER } from '#shared/features/borrowers/model.ts';
import type { RecordId } from '#shared/kernel/ids.ts';
import { burgle } from '#tests/support/burglary.ts';
import { filesBelow } from '#tests/support/files-below.ts';
import { add, OWN, START } from '#tests/support/newcomer.ts';
import { drain, newSite, office, person, refusalOf, SIGN_IN_NAME, signIn, sync } from '#tests/support/office.ts';
import { PASSPHRASE } from '#tests/support/test-backend.ts';

/** That a borrower is a client is known in the counselling, and nowhere where borrowers are kept. */

const BORROWER = { ...EMPTY_BORROWER, firstName: 'Fatma', lastName: 'Yılmaz' };

it('shows a person’s card and what they have, and lets go of it again', async () => {
	const pc = await office().pc('Büro');
	const { client } = pc;
	await newSite(pc);
	const { id } = await client.people.create(person());
	const card = await client.borrowers.create(BORROWER);
	expect(await client.people.borrower({ id })).toBeNull();
	await client.people.linkBorrower({ id, borrowerId: card.id });
	expect(await client.people.borrower({ id })).toMatchObject({
		borrowerId: card.id,
		row: { number: card.number, out: 0, overdue: 0 },
	});
	expect((await client.people.get({ id })).borrowerId).toBe(card.id);
	// Of one who is not there any more, no more than that.
	await client.borrowers.remove({ id: card.id });
	expect(await client.people.borrower({ id })).toEqual({ borrowerId: card.id, row: null });
	expect((await refusalOf(client.people.linkBorrower({ id, borrowerId: card.id }))).code).toBe('NOT_FOUND');
	await client.people.linkBorrower({ id, borrowerId: null });
	expect(await client.people.borrower({ id })).toBeNull();

	// A record that becomes part of another brings its card along, and takes it with it again.
	const other = await client.people.create(person());
	const second = await client.borrowers.create(BORROWER);
	await client.people.linkBorrower({ id: other.id, borrowerId: second.id });
	await client.people.merge({ keepId: id, awayId: other.id, fromAway: [] });
	expect(await client.people.borrower({ id })).toMatchObject({ borrowerId: second.id });
	await client.people.separate({ id: other.id });
	expect(await client.people.borrower({ id })).toBeNull();
	expect(await client.people.borrower({ id: other.id })).toMatchObject({ borrowerId: second.id });
});

it('leaves no trace of it in the workshop’s vault, and a volunteer finds nothing', async () => {
	const place = office();
	const pc = await place.pc('Tresen');
	const { client } = pc;
	await newSite(pc);
	await client.share.connect({ folder: place.share });
	await add(pc, 'Vera', ['volunteer']);
	const { id } = await client.people.create(person());
	const card = await client.borrowers.create(BORROWER);
	await sync(pc);
	const workshopFiles = () => filesBelow(place.share).filter((path) => path.includes('/workshop/'));
	const [filesBefore, borrowerBefore] = [workshopFiles(), await client.borrowers.get({ id: card.id })];
	expect(filesBefore.length).toBeGreaterThan(0);
	await client.people.linkBorrower({ id, borrowerId: card.id });
	await sync(pc);
	expect(workshopFiles()).toEqual(filesBefore);
	await drain(client.share.backUpNow());
	await client.members.lock();

	await client.members.signIn({ signInName: 'vera', passphrase: START });
	await client.members.changePassphrase({ current: START, next: OWN });
	expect(await client.borrowers.get({ id: card.id })).toEqual(borrowerBefore);
	expect(await client.records.history({ table: 'borrower', id: card.id as string as RecordId })).toHaveLength(1);
	const asked = [client.people.borrower({ id }), client.people.linkBorrower({ id, borrowerId: null }), client.people.pairs()];
	for (const call of asked) expect((await refusalOf(call)).code).toBe('NO_ACCESS');
	await sync(pc);
	await client.members.lock();
	await signIn(pc);
	expect(await client.people.borrower({ id })).not.toBeNull();
	await sync(pc);
	await pc.backend.dispose();

	const disk = join(place.root, 'Abbild');
	cpSync(pc.dataDir, disk, { recursive: true });
	const loot = { disks: [disk], share: place.share, scratch: join(place.root, 'Werkbank') };
	const found = async (signInName: string, ...passphrases: string[]) =>
		(await burgle({ loot, pattern: id, person: { signInName, passphrases } })).texts;
	expect(await found('vera', START, OWN)).toEqual([]);
	expect(await found(SIGN_IN_NAME, PASSPHRASE)).toEqual([id]);
});
