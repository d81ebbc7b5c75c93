import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	BusinessFields,
	businessKey,
	EMPTY_BUSINESS,
	Founded,
	mainFirst,
	mayBeSamePlace,
} from '#shared/features/businesses/model.ts';
import { clientOf } from '#shared/features/cases/client.ts';
import { toldOfBusiness } from '#shared/features/referrals/told-facts.ts';
import type { BusinessContactId, BusinessId, BusinessSiteId, PersonId } from '#shared/kernel/ids.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';

/** What makes businesses the same, which of their records is the main one, and whom a file is about. */

const runs = { seed: printedSeed('businesses'), numRuns: campaign(300, 10_000) };
const ID = '01890000-0000-7000-8000-000000000000';

describe('a case file', () => {
	const maybe = <T>(id: T) => fc.constantFrom(id, null, undefined);

	it('is about a person or a business, never both and never nobody', () => {
		fc.assert(
			fc.property(maybe(ID as PersonId), maybe(ID as BusinessId), (personId, businessId) => {
				const client = clientOf({ personId, businessId });
				const named = [personId, businessId].filter((id) => id !== null && id !== undefined).length;
				expect(client !== null).toBe(named === 1);
				if (client) expect(client).toEqual({ personId: personId ?? null, businessId: businessId ?? null });
			}),
			runs,
		);
	});
});

describe('the main record', () => {
	const parts = fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[0-9a-f]{6}$/) }), { maxLength: 6, selector: ({ id }) => id });

	it('comes first, the others by age, whatever order they come in and whatever became of the chosen one', () => {
		fc.assert(
			fc.property(parts, fc.nat(), fc.boolean(), (all, at, isGone) => {
				const chosen = isGone ? 'gone' : (all[at % Math.max(1, all.length)]?.id ?? null);
				const sorted = mainFirst(all, chosen);
				expect(mainFirst(all.toReversed(), chosen)).toEqual(sorted);
				expect([...sorted].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([...all].sort((a, b) => (a.id < b.id ? -1 : 1)));
				const byAge = all.map(({ id }) => id).sort();
				expect(sorted[0]?.id).toBe(isGone ? byAge[0] : (chosen ?? undefined));
				expect(sorted.slice(1).map(({ id }) => id)).toEqual(byAge.filter((id) => id !== sorted[0]?.id));
			}),
			runs,
		);
	});
});

describe('the same business', () => {
	it.each([
		['Bäckerei Morgenrot GmbH', 'baeckerei morgenrot'],
		['Bäckerei Morgenrot', 'BÄCKEREI MORGENROT UG (haftungsbeschränkt)'],
		['Müller & Co. KG', 'Mueller'],
		['Kreisel e. V.', 'Kreisel e.V.'],
		['Yıldız Reinigung e.K.', 'Yildiz Reinigung'],
	])('%s is %s', (one, other) => expect(businessKey(one)).toBe(businessKey(other)));

	it.each([
		['Bäckerei Morgenrot', 'Bäckerei Abendrot'],
		['KG', 'GmbH'],
		['Ev. Kirche', 'Kirche'],
		['E. Vogel', 'Vogel'],
	])('%s is not %s', (one, other) => expect(businessKey(one)).not.toBe(businessKey(other)));

	it('has a key wherever it has a name of letters, and the key is its own', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[A-Za-zÄÖÜäöüß]{1,12}( [A-Za-zÄÖÜäöüß.]{1,8}){0,3}$/), (name) => {
				const key = businessKey(name);
				expect(key).not.toBe('');
				expect(businessKey(name.toUpperCase())).toBe(businessKey(name.toLowerCase()));
				expect(businessKey(`${name} GmbH`)).toBe(key);
			}),
			runs,
		);
	});

	it('is not plainly somewhere else', () => {
		const at = (postcode: string | null, city: string | null) => [{ postcode, city }];
		expect(mayBeSamePlace(at('40878', null), at('40878', 'Ratingen'))).toBe(true);
		expect(mayBeSamePlace(at(null, 'Köln'), at('50667', 'Koeln'))).toBe(true);
		expect(mayBeSamePlace(at(' ', null), at('40878', 'Ratingen'))).toBe(true);
		expect(mayBeSamePlace(at('40878', 'Ratingen'), at('50667', 'Köln'))).toBe(false);
		const place = fc.record({
			postcode: fc.constantFrom(null, '40878', '50667', ''),
			city: fc.constantFrom(null, 'Ratingen', 'Köln', ' '),
		});
		const places = fc.array(place, { maxLength: 3 });
		fc.assert(
			fc.property(places, places, (one, other) => {
				expect(mayBeSamePlace(one, other)).toBe(mayBeSamePlace(other, one));
				expect(mayBeSamePlace(one, one)).toBe(true);
				expect(mayBeSamePlace(one, [])).toBe(true);
			}),
			runs,
		);
	});
});

describe('what is entered', () => {
	it.each(['1200', '899', '2200', '19', '2019-02-30', '2019-13-01', 'bald'])('refuses a founding in %s', (founded) =>
		expect(Founded.safeParse(founded).success).toBe(false),
	);
	it.each(['1898', '2019', '2019-02-28'])('takes a founding in %s', (founded) =>
		expect(Founded.safeParse(founded).success).toBe(true),
	);
	it('needs a name of more than blanks', () => {
		expect(BusinessFields.safeParse({ ...EMPTY_BUSINESS, name: '  ' }).success).toBe(false);
		expect(BusinessFields.parse({ ...EMPTY_BUSINESS, name: ' Morgenrot ' }).name).toBe('Morgenrot');
		for (const employees of [-1, 1.5, 2_000_000]) expect(BusinessFields.shape.employees.safeParse(employees).success).toBe(false);
	});
});

it('tells a business’s contact details only when they were released', () => {
	const business = {
		...{
			...EMPTY_BUSINESS,
			id: ID as BusinessId,
			name: 'Morgenrot',
			phone: '02102 1',
			remarks: 'geheim',
			createdAt: 0,
			updatedAt: 0,
		},
		sites: [
			{ id: ID as BusinessSiteId, name: 'Hauptsitz', addressExtra: null, street: 'Mühlenweg 4', postcode: null, city: null },
		],
		contacts: [
			{
				id: ID as BusinessContactId,
				name: 'Selma',
				role: null,
				phone: '0172 1',
				email: null,
				personId: ID as PersonId,
				personName: 'X',
			},
		],
	};
	expect(JSON.stringify(toldOfBusiness(business, ['work', 'debts']))).not.toMatch(/02102|Mühlenweg|Selma|0172|geheim/);
	const told = toldOfBusiness(business, ['contact_details']);
	expect(told).toMatchObject({ phone: '02102 1', site: { street: 'Mühlenweg 4' }, contact: { name: 'Selma', phone: '0172 1' } });
	expect(JSON.stringify(told)).not.toMatch(/geheim|personId/);
});
