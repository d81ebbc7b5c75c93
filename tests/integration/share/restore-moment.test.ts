import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contactKind } from '#main/features/cases/records.ts';
import { personKind } from '#main/features/people/records.ts';
import { applyDifferences, type Difference, differencesSince, endOf, inverseOf } from '#main/records/moment.ts';
import { publishVault } from '#main/share/publish.ts';
import { pullVault } from '#main/share/pull.ts';
import { withScratchCopy } from '#main/share/restore.ts';
import { takeSnapshot } from '#main/share/snapshots.ts';
import type { Vault } from '#shared/features/members/model.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { type Device, KINDS, type SmallOffice, smallOffice } from '#tests/support/small-office.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const V: Vault = 'counselling';
const quiet = { onProgress() {}, isCancelled: () => false };

/** What a person sees: the rows that are there, without when they were last written. */
function visible(device: Device): string {
	return ['person', 'contact']
		.flatMap((table) =>
			(device.vault(V).file.prepare(`SELECT * FROM ${table} WHERE removed_at IS NULL ORDER BY id`).all() as object[]).map((row) =>
				JSON.stringify({ ...row, updated_at: 0, created_at: 0, table }),
			),
		)
		.join('\n');
}

async function exchange(devices: readonly Device[]): Promise<void> {
	for (const device of devices) await publishVault(device.vault(V), device.context());
	for (const device of devices) await pullVault(device.vault(V), device.context(), { includeOwn: false });
}

const differencesOf = (device: Device, at: number) =>
	withScratchCopy(V, join(temporaryFolder(), 'scratch'), device.context(), device.deps, quiet, (copy) =>
		differencesSince(endOf(at), copy.file, device.vault(V).file, KINDS, quiet),
	);

const apply = (office: SmallOffice, device: Device, differences: readonly Difference[]) =>
	applyDifferences(device.vault(V).file, device.vault(V).store, differences, office.author);

type Step =
	| { do: 'add' | 'remove' | 'restore' | 'snapshot' | 'exchange'; device: number; which: number; text: string }
	| { do: 'name' | 'remarks' | 'note'; device: number; which: number; text: string };

const step: fc.Arbitrary<Step> = fc.record({
	do: fc.constantFrom('add', 'add', 'remove', 'restore', 'name', 'name', 'remarks', 'note', 'snapshot', 'exchange', 'exchange'),
	device: fc.integer({ min: 0, max: 1 }),
	which: fc.nat(20),
	text: fc.string({ maxLength: 12 }),
});

async function take(office: SmallOffice, devices: readonly Device[], people: string[], notes: string[], step: Step) {
	const device = devices[step.device] as Device;
	const { store, file } = device.vault(V);
	const knows = (table: string, id: string) =>
		file.prepare('SELECT 1 FROM record_state WHERE table_name = ? AND record_id = ?').get(table, id) !== undefined;
	const person = people[step.which % Math.max(1, people.length)];
	const isKnown = person !== undefined && knows('person', person);
	if (step.do === 'add') people.push(device.addPerson({ lastName: step.text || 'X' }));
	else if (step.do === 'exchange') await exchange(devices);
	else if (step.do === 'snapshot') {
		await publishVault(device.vault(V), device.context());
		await takeSnapshot(device.vault(V), device.context(), join(temporaryFolder(), 's'), () => {});
	} else if (step.do === 'note') {
		const id = notes[step.which % Math.max(1, notes.length)];
		if (id && knows('contact', id)) store.update(contactKind, id, { text: step.text }, office.author);
		else {
			notes.push(office.nextId());
			store.insert(contactKind, notes.at(-1) ?? '', { text: step.text, caseId: office.nextId() }, office.author);
		}
	} else if (!isKnown) return;
	else if (step.do === 'remove') store.remove(personKind, person, office.author);
	else if (step.do === 'restore') store.restore(personKind, person, office.author);
	else
		store.update(personKind, person, step.do === 'name' ? { lastName: step.text || 'Y' } : { remarks: step.text }, office.author);
}

it('brings any history back to any of its moments, tells before what that changes, and takes it back again', async () => {
	const seed = printedSeed('restore to a moment');
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 40 }), fc.nat(), fc.nat(1), async (steps, pick, by) => {
			const office = await smallOffice(pick + 1);
			const devices = [office.device(), office.device()];
			const [people, notes]: [string[], string[]] = [[], []];
			const cut = pick % steps.length;
			let moment = { at: 0, seen: '' };
			for (const [index, each] of steps.entries()) {
				office.clock.advance(1000);
				await take(office, devices, people, notes, each);
				if (index !== cut) continue;
				// A moment that both agree on: what one of them had not sent by then counts all the same, as it was written before.
				office.clock.advance(1000);
				await exchange(devices);
				moment = { at: office.clock.now(), seen: visible(devices[0] as Device) };
			}
			await exchange(devices);
			const [mine, other] = by === 0 ? devices : devices.toReversed();
			if (!mine || !other) throw new Error('two devices');
			const before = visible(mine);
			office.clock.advance(1000);
			const differences = await differencesOf(mine, moment.at);
			const counted = countsOf(differences);
			expect(apply(office, mine, differences)).toBe(true);
			expect(visible(mine)).toBe(moment.seen);
			expect(counted).toEqual(changeBetween(before, moment.seen));
			expect(await differencesOf(mine, moment.at), 'nothing is left to do').toEqual([]);
			await exchange(devices);
			expect(visible(other)).toBe(moment.seen);
			expect(apply(office, mine, inverseOf(mine.vault(V).file, differences))).toBe(true);
			await exchange(devices);
			for (const device of devices) expect(visible(device)).toBe(before);
			for (const device of devices) expect(device.alarms).toEqual([]);
		}),
		{ seed, numRuns: campaign(4, 12) },
	);
}, 240_000);

function countsOf(differences: readonly Difference[]) {
	const count = (what: Difference['what']) => differences.filter((each) => each.what === what).length;
	return { changes: count('changes'), returns: count('returns'), goes: count('goes') };
}

/** The same from outside: rows before against rows after. */
function changeBetween(before: string, after: string) {
	const rows = (text: string) =>
		new Map(
			text
				.split('\n')
				.filter(Boolean)
				.map((line) => [(JSON.parse(line) as { id: string }).id, line] as const),
		);
	const [was, is] = [rows(before), rows(after)];
	return {
		changes: [...is].filter(([id, row]) => was.has(id) && was.get(id) !== row).length,
		returns: [...is.keys()].filter((id) => !was.has(id)).length,
		goes: [...was.keys()].filter((id) => !is.has(id)).length,
	};
}

it('overrules nobody who has changed something after the preview', async () => {
	const office = await smallOffice(3);
	const device = office.device();
	const person = device.addPerson({ lastName: 'Alt' });
	const at = office.clock.now();
	office.clock.advance(5000);
	device.vault(V).store.update(personKind, person, { lastName: 'Neu' }, office.author);
	await publishVault(device.vault(V), device.context());
	const differences = await differencesOf(device, at);
	expect(differences).toMatchObject([{ what: 'changes', past: { lastName: 'Alt' }, present: { lastName: 'Neu' } }]);
	device.vault(V).store.update(personKind, person, { city: 'Köln' }, office.author);
	expect(apply(office, device, differences)).toBe(false);
	expect(visible(device)).toContain('Neu');
});

it('removes the scratch copy, also when the work fails', async () => {
	const office = await smallOffice(4);
	const device = office.device();
	device.addPerson({ lastName: 'Alt' });
	await publishVault(device.vault(V), device.context());
	const folder = join(temporaryFolder(), 'scratch');
	const work = withScratchCopy(V, folder, device.context(), device.deps, quiet, async () => {
		expect(existsSync(join(folder, 'copy.db'))).toBe(true);
		throw new Error('interrupted');
	});
	await expect(work).rejects.toThrow('interrupted');
	expect(existsSync(folder)).toBe(false);
});
