import { expect, it } from 'vitest';
import { siteProfileKind } from '#main/features/site/records.ts';
import { derivedId } from '#main/records/derived-id.ts';
import type { Change } from '#main/records/store.ts';
import { type Device, smallOffice } from '#tests/support/small-office.ts';
import { contentsOf } from '#tests/support/vault-contents.ts';

/** Records whose id follows from what they are about: whoever is first creates them, on however many devices. */

const own = (device: Device): Change[] =>
	device
		.vault('office')
		.file.prepare<[string], Omit<Change, 'tableName' | 'recordId'> & { table_name: string; record_id: string }>(
			'SELECT * FROM change WHERE device = ? ORDER BY position',
		)
		.all(device.id)
		.map(({ table_name, record_id, ...change }) => ({
			...change,
			tableName: table_name,
			recordId: record_id,
			payload: new Uint8Array(change.payload),
		}));

it('is one record, also for whoever hears of its change before what created it', async () => {
	const office = await smallOffice();
	const [first, second, third] = [office.device(), office.device(), office.device()];
	const id = derivedId(office.site, '2026-03-17');
	const put = (device: Device, changes: Record<string, string>) =>
		device.vault('office').store.put(siteProfileKind, id, { name: 'Saal' }, changes, office.author);
	const rows = (device: Device) =>
		device.vault('office').file.prepare('SELECT name, street, city, phone FROM site_profile').all();
	const hear = (device: Device, changes: Change[]) => device.vault('office').store.applyRemote(changes, () => {});

	put(first, { street: 'Am Kanal 7' });
	put(first, { city: 'Ratingen' });
	hear(second, own(first));
	put(second, { phone: '1' });
	// Feeds overtake each other: what the second changed is here, what the first created is not.
	hear(third, own(second));
	expect(rows(third)).toEqual([]);
	put(third, { city: 'Köln' });
	expect(rows(third)).toEqual([{ name: 'Saal', street: null, city: 'Köln', phone: '1' }]);

	for (const device of [first, second, third]) hear(device, [...own(third), ...own(second), ...own(first)]);
	for (const device of [first, second, third]) {
		expect(rows(device)).toMatchObject([{ name: 'Saal', street: 'Am Kanal 7', phone: '1' }]);
		expect(contentsOf(device.vault('office').file)).toBe(contentsOf(first.vault('office').file));
	}
});
