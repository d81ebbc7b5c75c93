import fc from 'fast-check';
import { expect, it } from 'vitest';
import { caseAccessKind } from '#main/features/cases/records.ts';
import { personKind } from '#main/features/people/records.ts';
import type { Change } from '#main/records/store.ts';
import type { OpenVault } from '#main/vaults/open-vault.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { campaign } from '#tests/support/campaign.ts';
import { type Device, smallOffice } from '#tests/support/small-office.ts';
import { contentsOf } from '#tests/support/vault-contents.ts';

const TABLES = ['person', 'case_access', 'search_entry'];

function changesOf(vault: OpenVault): Change[] {
	return vault.file
		.prepare<[], Omit<Change, 'tableName' | 'recordId'> & { table_name: string; record_id: string }>(
			'SELECT * FROM change ORDER BY position',
		)
		.all()
		.map(({ device, hlc, member, table_name, record_id, kind, payload }) => ({
			device,
			hlc,
			member,
			tableName: table_name,
			recordId: record_id,
			kind,
			payload: new Uint8Array(payload),
		}));
}

const Edit = fc.record({
	who: fc.nat({ max: 2 }),
	what: fc.constantFrom('edit', 'edit', 'edit', 'remove', 'restore', 'append', 'erase', 'meet'),
	person: fc.nat({ max: 2 }),
	city: fc.constantFrom('Köln', 'Bonn', 'Düsseldorf'),
	remarks: fc.string({ unit: 'grapheme', maxLength: 10 }).filter((text) => text.isWellFormed()),
	tick: fc.integer({ min: -3_600_000, max: 3_600_000 }),
});

function apply(
	device: Device,
	office: Awaited<ReturnType<typeof smallOffice>>,
	person: PersonId,
	edit: typeof Edit extends fc.Arbitrary<infer T> ? T : never,
): void {
	const { store } = device.vault('counselling');
	office.clock.advance(edit.tick);
	if (edit.what === 'append') store.append(caseAccessKind, office.nextId(), { caseId: person, what: 'read' }, office.author);
	else if (edit.what === 'erase') store.erase(personKind, person, office.author);
	else if (store.isErased(personKind, person)) return;
	else if (edit.what === 'remove') store.remove(personKind, person, office.author);
	else if (edit.what === 'restore') store.restore(personKind, person, office.author);
	else store.update(personKind, person, { city: edit.city, remarks: edit.remarks }, office.author);
}

it('three writers’ edits give byte-equal rows on every device, in whatever order they arrive', { timeout: 600_000 }, async () => {
	const office = await smallOffice();
	await fc.assert(
		fc.asyncProperty(fc.array(Edit, { minLength: 1, maxLength: 15 }), fc.infiniteStream(fc.nat()), async (edits, dice) => {
			const writers = [office.device(), office.device(), office.device()];
			const roll = (below: number) => (dice.next().value ?? 0) % below;
			const people = [0, 1, 2].map((n) => (writers[0] as Device).addPerson({ lastName: `Name${n}`, remarks: 'Anfang' }));
			const all = () =>
				writers.flatMap((writer) => changesOf(writer.vault('counselling')).filter(({ device }) => device === writer.id));
			const shuffled = (changes: Change[]) =>
				changes
					.map((change) => ({ change, at: roll(1000) }))
					.sort((a, b) => a.at - b.at)
					.map(({ change }) => change);
			const meet = (device: Device, changes: Change[]) => device.vault('counselling').store.applyRemote(changes, () => {});
			for (const writer of writers) meet(writer, all());
			for (const edit of edits) {
				const writer = writers[edit.who] as Device;
				if (edit.what === 'meet') meet(writer, shuffled(all()));
				else apply(writer, office, people[edit.person] as PersonId, edit);
			}
			// A device that has seen nothing yet gets everything in a wild order, twice, in pieces.
			const late = office.device();
			const wild = shuffled([...all(), ...all()]);
			while (wild.length > 0) meet(late, wild.splice(0, 1 + roll(7)));
			for (const writer of writers) meet(writer, shuffled(all()));
			const expected = contentsOf(late.vault('counselling').file, TABLES.slice(0, 2));
			for (const writer of writers) {
				expect(contentsOf(writer.vault('counselling').file, TABLES.slice(0, 2))).toBe(expected);
				for (const city of ['koeln', 'bonn', 'duesseldorf']) expect(foundIn(writer, city)).toEqual(foundIn(late, city));
			}
			for (const device of [...writers, late]) device.vault('counselling').close();
		}),
		{ numRuns: campaign(6, 100) },
	);
});

function foundIn(device: Device, text: string): string[] {
	return device
		.vault('counselling')
		.store.search.find(text, ['person'], 10)
		.map(({ recordId }) => recordId)
		.sort();
}

it('writes nothing at all when a transaction fails half-way', async () => {
	const office = await smallOffice();
	const device = office.device();
	const vault = device.vault('counselling');
	device.addPerson({ lastName: 'Vorher' });
	const before = contentsOf(vault.file, ['person', 'change', 'record_state', 'search_entry']);
	expect(() =>
		vault.store.atomically(() => {
			device.addPerson({ lastName: 'Niemand' });
			throw new Error('half-way');
		}),
	).toThrow('half-way');
	const person = office.nextId();
	const broken: Change = {
		device: office.device().id,
		hlc: '019000000000ffff',
		member: office.author,
		tableName: 'person',
		recordId: person,
		kind: 'merge',
		payload: new Uint8Array([9, 9, 9]),
	};
	expect(() => vault.store.applyRemote([broken], () => {})).toThrow();
	expect(contentsOf(vault.file, ['person', 'change', 'record_state', 'search_entry'])).toBe(before);
	// And goes on working.
	device.addPerson({ lastName: 'Nachher' });
	expect(vault.store.search.find('niemand', ['person'], 5)).toEqual([]);
	expect(vault.store.search.find('nachher', ['person'], 5)).toHaveLength(1);
});

it('writes no change when a record stays as it is', async () => {
	const office = await smallOffice();
	const device = office.device();
	const person = device.addPerson({
		lastName: 'Gleich',
		phones: [{ number: '+492102123456', label: 'privat' }],
		remarks: 'Text',
	});
	const count = () => device.vault('counselling').file.prepare('SELECT count(*) FROM change').pluck().get();
	const same = { lastName: 'Gleich', phones: [{ number: '+492102123456', label: 'privat' }], remarks: 'Text' };
	device.vault('counselling').store.update(personKind, person, same, office.author);
	expect(count()).toBe(1);
	device.vault('counselling').store.update(personKind, person, { city: 'Köln' }, office.author);
	expect(count()).toBe(2);
});

it('refuses to write what no version could read, and leaves no trace of it', async () => {
	const office = await smallOffice();
	const device = office.device();
	const person = device.addPerson({ lastName: 'Muster' });
	const vault = device.vault('counselling');
	const before = changesOf(vault).length;
	const wrong = { caseId: person, what: 'erfunden' };
	expect(() => vault.store.append(caseAccessKind, office.nextId(), wrong, office.author)).toThrow('case_access');
	expect(changesOf(vault)).toHaveLength(before);
});
