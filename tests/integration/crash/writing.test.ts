import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isIntact } from '#main/database/open.ts';
import { personKind } from '#main/features/people/records.ts';
import { mergeUpdates, readRecord } from '#main/records/merge.ts';
import { cryptoReady } from '#main/vaults/crypto.ts';
import { newFileKey } from '#main/vaults/key-files.ts';
import { type OpenVault, openVault } from '#main/vaults/open-vault.ts';
import type { DeviceId, MemberId } from '#shared/kernel/ids.ts';
import { bundled } from '#tests/support/bundled.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { fakeClock } from '#tests/support/fake-clock.ts';
import { fakeIds } from '#tests/support/fake-ids.ts';
import { runAndKill } from '#tests/support/killed-process.ts';
import { MIGRATIONS } from '#tests/support/migrations-folder.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { KINDS, migrationsOfAll } from '#tests/support/small-office.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const KILLS = campaign(15, 200);

it(`loses nothing it has acknowledged in ${KILLS} kills`, { timeout: KILLS * 10_000 }, async () => {
	await cryptoReady;
	const writer = await bundled(join(import.meta.dirname, '../../support/crash-writer.ts'));
	const seed = printedSeed('crash while writing');
	const random = seededRandom(seed);
	const ids = fakeIds(seed);
	const device = ids.next() as DeviceId;
	const member = ids.next() as MemberId;
	const fileKey = newFileKey(random);
	const folder = join(temporaryFolder(), 'Büro Daten');
	mkdirSync(folder);
	const path = join(folder, 'counselling.db');
	const open = (): OpenVault =>
		openVault(
			'counselling',
			path,
			fileKey,
			device,
			{ migrations: migrationsOfAll(), kinds: KINDS, clock: fakeClock(), random, onCommit() {} },
			false,
		);
	/** City of every person, as last acknowledged. */
	const cities = new Map<string, string>();
	const appended = new Set<string>();
	let acknowledged = 0;

	for (let kill = 0; kill < KILLS; kill++) {
		const args = [path, Buffer.from(fileKey).toString('hex'), device, member, String(seed + kill), MIGRATIONS];
		const plan = { after: 'ready', delayMs: random.below(150), lines: 1 + random.below(200) };
		const lines = await runAndKill(writer, args, plan);
		const inThisRun = new Map<string, string>();
		for (const line of lines) {
			const [what, id = '', city = ''] = line.split(' ');
			if (what === 'ready') continue;
			acknowledged += 1;
			if (what === 'put') inThisRun.set(id, city);
			else appended.add(id);
		}
		for (const [id, city] of inThisRun) cities.set(id, city);
		const vault = open();
		try {
			expect(isIntact(vault.file), `kill ${kill}`).toBe(true);
			checkPeople(vault, cities, new Set(inThisRun.keys()), kill === KILLS - 1);
			for (const id of appended)
				expect(vault.file.prepare('SELECT count(*) FROM case_access WHERE id = ?').pluck().get(id)).toBe(1);
		} finally {
			vault.close();
		}
	}
	expect(acknowledged).toBeGreaterThan(KILLS);
	console.log(`${KILLS} kills, ${acknowledged} acknowledged changes, none lost`);
});

/** Row, merge state, change feed and search agree, and hold at least what was acknowledged. */
function checkPeople(vault: OpenVault, cities: Map<string, string>, fresh: ReadonlySet<string>, isLast: boolean): void {
	const row = vault.file.prepare<[string], { city: string; last_name: string | null }>(
		'SELECT city, last_name FROM person WHERE id = ?',
	);
	const state = vault.file
		.prepare<[string], Buffer>("SELECT state FROM record_state WHERE table_name = 'person' AND record_id = ?")
		.pluck();
	const payloads = vault.file
		.prepare<[string], Buffer>('SELECT payload FROM change WHERE record_id = ? ORDER BY position')
		.pluck();
	for (const [id, city] of cities) {
		const found = row.get(id);
		if (!found) throw new Error(`acknowledged person ${id} is gone`);
		// What an earlier round has looked at closely and nobody touched since only has to be there.
		if (!isLast && !fresh.has(id)) {
			expect(found.city).toBe(city);
			continue;
		}
		const changes = payloads.all(id) as Buffer[];
		const fields = readRecord(mergeUpdates(null, changes), personKind.texts);
		expect(readRecord(state.get(id) as Buffer, personKind.texts)).toEqual(fields);
		expect(found.city).toBe(fields.city);
		// The last change may have been committed and not yet been said when the process was killed.
		if (found.city !== city) {
			expect(fresh.has(id), `${id} went from ${city} to ${found.city}`).toBe(true);
			expect(Number(found.city.slice(3))).toBeGreaterThan(Number(city.slice(3)));
			cities.set(id, found.city);
		}
		const hits = vault.store.search.find(found.city, ['person'], 1000);
		expect(hits.some(({ recordId }) => recordId === id)).toBe(true);
	}
	const orphans = vault.file.prepare(
		"SELECT count(*) FROM person WHERE id NOT IN (SELECT record_id FROM search_entry WHERE table_name = 'person')",
	);
	expect(orphans.pluck().get()).toBe(0);
}
