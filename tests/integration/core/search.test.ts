import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personKind } from '#main/features/people/records.ts';
import { matchExpression } from '#main/records/search-index.ts';
import { campaign } from '#tests/support/campaign.ts';
import { smallOffice } from '#tests/support/small-office.ts';

async function index() {
	const office = await smallOffice();
	const device = office.device();
	const { store } = device.vault('counselling');
	const find = (text: string) => store.search.find(text, ['person'], 50).map(({ recordId }) => recordId);
	return { office, device, store, find };
}

const PERSON = {
	firstName: 'Ayşe',
	lastName: 'Müller-Öztürk',
	number: 'P-00042',
	birthDate: '1987-03-09',
	street: 'Große Straße 12a',
	city: 'Düsseldorf',
	email: 'ayse.oe@example.org',
	phones: [{ number: '+492102123456', label: '' }],
};

describe('search', () => {
	it('finds by umlauts and their spellings, beginnings, any order, numbers, dates, addresses', async () => {
		const { device, find } = await index();
		const id = device.addPerson(PERSON);
		device.addPerson({ firstName: 'Bodo', lastName: 'Miller', number: 'P-00007' });
		const shevchenko = device.addPerson({ lastName: 'Шевченко', firstName: 'Юлія' });
		for (const text of [
			'Müller',
			'mueller',
			'MULLER',
			'müll',
			'ozt',
			'Öztürk Ayse',
			'ayse mul',
			'A M',
			'42',
			'P-00042',
			'09.03.1987',
			'1987',
			'9.03',
			'Grosse Strasse 12',
			'duess',
			'ayse.oe@example.org',
			'02102123456',
			'492102',
			'021021',
		]) {
			expect(find(text), text).toEqual([id]);
		}
		for (const text of ['Шевч', 'shevchenko', 'yuliya shev', 'ЮЛІЯ']) expect(find(text), text).toEqual([shevchenko]);
		for (const text of ['', '  ', '–', '"', 'xyz', 'Müller xyz', 'üller']) expect(find(text), text).toEqual([]);
	});

	it('is written again only when the words are others', async () => {
		const { device, store, find } = await index();
		const { file } = device.vault('counselling');
		const written = () => file.prepare('SELECT total_changes()').pluck().get() as number;
		store.search.put('person', 'a', 'Ada Düsseldorf');
		const before = written();
		store.search.put('person', 'a', 'ADA Duesseldorf');
		expect(written()).toBe(before);
		store.search.put('person', 'a', 'Ada Velbert');
		expect(written()).toBeGreaterThan(before);
		expect([find('Velbert'), find('Düsseldorf'), find('Ada')]).toEqual([['a'], [], ['a']]);
	});

	it('follows updates, removal and restoring', async () => {
		const { office, device, store, find } = await index();
		const id = device.addPerson(PERSON);
		store.update(personKind, id, { lastName: 'Yılmaz' }, office.author);
		expect(find('öztürk')).toEqual([]);
		expect(find('yilmaz')).toEqual([id]);
		store.remove(personKind, id, office.author);
		expect(find('yilmaz')).toEqual([]);
		store.restore(personKind, id, office.author);
		expect(find('yilmaz ayse')).toEqual([id]);
	});

	it('takes any text without failing: whatever is typed is words, never syntax', { timeout: 600_000 }, async () => {
		const { device, find, store } = await index();
		const unit = fc.constantFrom('grapheme', 'binary', 'binary-ascii');
		const Text = fc.oneof(
			unit.chain((kind) => fc.string({ unit: kind as 'grapheme', maxLength: 20 })),
			fc.constantFrom('"', '*', 'a AND b', 'NEAR(a b)', 'a" OR "b', '-a', 'col:a', '^a', '\0', 'ﷺ', '𞤀𞤁', '½', '㎏', 'ꬲ', '㉄ᦰ0'),
		);
		fc.assert(
			fc.property(Text, Text, (name, typed) => {
				expect(() => matchExpression(typed)).not.toThrow();
				expect(() => find(typed)).not.toThrow();
				const id = device.addPerson({ lastName: name });
				if (matchExpression(name) !== null) expect(find(name), JSON.stringify(name)).toContain(id);
				store.search.put('person', id, '');
			}),
			{ numRuns: campaign(150, 3000) },
		);
	});

	it('keeps no readable text', async () => {
		const { device } = await index();
		device.addPerson(PERSON);
		expect(device.vault('counselling').file.prepare('SELECT words FROM search_index').pluck().all()).toEqual([null]);
	});
});
