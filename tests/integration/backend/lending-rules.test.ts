import { expect, it } from 'vitest';
import { EMPTY_BORROWER } from '#shared/features/borrowers/model.ts';
import { EMPTY_ITEM } from '#shared/features/inventory/model.ts';
import { type OpeningHours, USUAL_HOURS } from '#shared/features/site/opening-hours.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { newSiteOfAdministrator, welcome } from '#tests/support/newcomer.ts';
import { office, refusalOf, sync } from '#tests/support/office.ts';
import { foundedBackend, type TestBackend } from '#tests/support/test-backend.ts';

/** The rules that the desk works by: who sets them, that they reach the other PCs, and that lending asks them. */

const FERIEN: OpeningHours = {
	...USUAL_HOURS,
	week: USUAL_HOURS.week.with(0, null),
	closures: [{ from: '2026-03-20' as LocalDate, until: '2026-03-31' as LocalDate, name: 'Umbau' }],
};

/** When a scanned item would be due, for somebody who takes it home. */
async function dueOn({ client }: TestBackend): Promise<string | undefined> {
	const { number } = await client.inventory.create({ ...EMPTY_ITEM, name: 'Säge', number: null });
	const read = await client.lending.scan({ text: number, borrowerId: null, onDesk: [], inHouse: false, issuedOn: null });
	return read.kind === 'item' ? read.items[0]?.dueOn : undefined;
}

it('coordinators and administrators set them, for every PC; volunteers only read them', async () => {
	const town = office();
	const carl = await town.pc('Verwaltung');
	await newSiteOfAdministrator(carl, town.share);
	const { pc: leyla } = await welcome(town, carl, 'Leyla', ['coordinator']);
	const { pc: vera } = await welcome(town, carl, 'Vera', ['volunteer']);

	const before = await vera.client.lending.rules();
	const refused = { code: 'NO_ACCESS', defined: true };
	expect(await refusalOf(vera.client.site.saveOpeningHours(FERIEN))).toMatchObject(refused);
	expect(await refusalOf(vera.client.lending.saveRules({ loanDays: 3 }))).toMatchObject(refused);
	expect(await vera.client.site.openingHours()).toEqual(USUAL_HOURS);
	expect(await vera.client.lending.rules()).toEqual(before);

	await leyla.client.site.saveOpeningHours(FERIEN);
	await leyla.client.lending.saveRules({ loanDays: 3, houseRulesText: ' Bitte sauber zurück. ' });
	await sync(leyla);
	await vera.settle('the rules', async () => (await vera.client.lending.rules()).loanDays === 3);
	expect(await vera.client.lending.rules()).toMatchObject({ houseRulesText: 'Bitte sauber zurück.', mostItems: 5 });
	await vera.settle('the hours', async () => (await vera.client.site.openingHours()).closures.length === 1);
	expect(await vera.client.site.openingHours()).toEqual(FERIEN);
	// What two change in different fields is kept of both.
	await carl.client.lending.saveRules({ mostItems: 2 });
	await leyla.client.lending.saveRules({ holdDays: 4 });
	await sync(carl);
	await leyla.settle('both changes', async () => (await leyla.client.lending.rules()).mostItems === 2);
	expect(await leyla.client.lending.rules()).toMatchObject({ loanDays: 3, mostItems: 2, holdDays: 4 });
}, 180_000);

it('lending asks them: days, closures, and how many at a time', async () => {
	const pc = await foundedBackend();
	// Monday, 9 March 2026.
	expect(await dueOn(pc)).toBe('2026-03-23');
	await pc.client.site.saveOpeningHours(FERIEN);
	expect(await dueOn(pc)).toBe('2026-04-01');
	await pc.client.lending.saveRules({ loanDays: 3, mostItems: 0 });
	expect(await dueOn(pc)).toBe('2026-03-12');
	const borrower = await pc.client.borrowers.create({ ...EMPTY_BORROWER, lastName: 'Yılmaz' });
	const card = await pc.client.lending.scan({
		...{ text: borrower.number, borrowerId: null, onDesk: [], inHouse: false, issuedOn: null },
	});
	expect(card).toMatchObject({ kind: 'borrower' });
	const item = await pc.client.inventory.create({ ...EMPTY_ITEM, name: 'Säge', number: null });
	const out = [{ itemId: item.id, kitId: null, accessories: [], condition: null, inHouse: false, dueOn: null }];
	const step = { borrowerId: borrower.id, out, back: [], depositInCents: 0, issuedOn: null, reason: null };
	expect(await refusalOf(pc.client.lending.complete(step))).toMatchObject({
		code: 'REFUSED',
		data: { obstacles: expect.arrayContaining([expect.objectContaining({ code: 'limit', detail: '0' })]) },
	});
	await pc.client.lending.saveRules({ mostItems: 1 });
	expect((await pc.client.lending.complete(step)).loans).toHaveLength(1);
});
