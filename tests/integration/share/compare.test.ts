import { join } from 'node:path';
import { expect, it } from 'vitest';
import { personKind } from '#main/features/people/records.ts';
import { drillVault } from '#main/share/drill.ts';
import { publishVault } from '#main/share/publish.ts';
import { pullVault } from '#main/share/pull.ts';
import { takeSnapshot } from '#main/share/snapshots.ts';
import type { DrilledVault } from '#shared/features/share/care-model.ts';
import { type Device, smallOffice } from '#tests/support/small-office.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const V = 'counselling';

function drill(device: Device, during: () => void = () => {}): Promise<DrilledVault> {
	const report = (step: string) => {
		if (step.endsWith('compare')) during();
	};
	return drillVault(
		{ vault: device.vault(V), folder: join(temporaryFolder(), 's'), blobs: [], report, isCancelled: () => false },
		device.context(),
		device.deps,
	);
}

async function twoDevices() {
	const office = await smallOffice(7);
	const [mine, other] = [office.device(), office.device()];
	// More than one page, in tables of several kinds.
	mine.vault(V).store.atomically(() => {
		for (let n = 0; n < 1100; n++) mine.addPerson({ lastName: `Name${n}` });
	});
	for (let n = 0; n < 30; n++) other.addPerson({ lastName: `Andere${n}` });
	await publishVault(other.vault(V), other.context());
	await publishVault(mine.vault(V), mine.context());
	await pullVault(mine.vault(V), mine.context(), { includeOwn: false });
	await takeSnapshot(mine.vault(V), mine.context(), join(temporaryFolder(), 's'), () => {});
	return { office, mine, other };
}

it('is fine although people go on working here and elsewhere meanwhile', async () => {
	const { office, mine, other } = await twoDevices();
	expect(await drill(mine)).toMatchObject({ rows: 1130, problem: null });
	other.addPerson({ lastName: 'Gerade eben' });
	await publishVault(other.vault(V), other.context());
	mine.addPerson({ lastName: 'Noch nicht gesendet' });
	const [someone] = mine.vault(V).file.prepare<[], string>('SELECT id FROM person').pluck().all() as string[];
	let n = 0;
	const worked = await drill(mine, () => {
		n += 1;
		mine.vault(V).store.update(personKind, someone ?? '', { city: `Ort ${n}` }, office.author);
	});
	expect(worked.problem).toBeNull();
	expect(n).toBeGreaterThan(1);
});

it('finds one row that is not what its changes say, and one that is not there', async () => {
	const { mine } = await twoDevices();
	const { file } = mine.vault(V);
	const [last] = file.prepare<[], string>('SELECT id FROM person ORDER BY id DESC').pluck().all() as string[];
	file.prepare('UPDATE person SET city = ? WHERE id = ?').run('anderswo', last);
	expect((await drill(mine)).problem).toBe('different');
	file.prepare('UPDATE person SET city = NULL WHERE id = ?').run(last);
	expect((await drill(mine)).problem).toBeNull();
	file.prepare('DELETE FROM person WHERE id = ?').run(last);
	expect((await drill(mine)).problem).toBe('different');
});

it('finds changes that the share has lost', async () => {
	const { mine } = await twoDevices();
	const { file } = mine.vault(V);
	// It has confirmed a segment that is not there any more.
	file.prepare("INSERT INTO outgoing (seq, hash, sent, changes) VALUES (999, x'00', 1, 0)").run();
	expect((await drill(mine)).problem).toBe('missing_changes');
});
