import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openEncrypted } from '#main/database/open.ts';
import { caseAccessKind } from '#main/features/cases/records.ts';
import { personKind } from '#main/features/people/records.ts';
import { scrub } from '#main/records/erasing.ts';
import { historyOf } from '#main/records/history.ts';
import { applyDifferences, differencesSince, endOf } from '#main/records/moment.ts';
import { publishVault } from '#main/share/publish.ts';
import { pullVault } from '#main/share/pull.ts';
import { readSegment } from '#main/share/segments.ts';
import { cryptoReady } from '#main/vaults/crypto.ts';
import { newFileKey } from '#main/vaults/key-files.ts';
import { epochName } from '#main/vaults/ledger-state.ts';
import type { OpenVault } from '#main/vaults/open-vault.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { plainPages } from '#tests/support/plain-pages.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { type Device, KINDS, type SmallOffice, smallOffice } from '#tests/support/small-office.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const V = 'counselling';
const CANARY = 'zitronenfalter';
const RUNNING = { onProgress() {}, isCancelled: () => false };

const publish = (device: Device) => publishVault(device.vault(V), device.context());
const pull = (device: Device) => pullVault(device.vault(V), device.context(), { includeOwn: false });
const count = ({ file }: OpenVault, table: string, id: string): number =>
	file
		.prepare(`SELECT count(*) FROM ${table} WHERE ${['change', 'record_state'].includes(table) ? 'record_id' : 'id'} = ?`)
		.pluck()
		.get(id) as number;

async function two(): Promise<{ office: SmallOffice; one: Device; other: Device; person: PersonId }> {
	const office = await smallOffice();
	const [one, other] = [office.device(), office.device()];
	const person = one.addPerson({ lastName: CANARY, remarks: `${CANARY} kommt wieder` });
	await publish(one);
	await pull(other);
	return { office, one, other, person };
}

it('deletes row, state, changes, search entry and drafts, here and on the other device, and leaves one empty change', async () => {
	const { office, one, other, person } = await two();
	one.vault(V).drafts.put(office.author, `person/${person}`, new Uint8Array([1]), 1);
	other.vault(V).drafts.put(office.author, `person/${person}/remarks`, new Uint8Array([1]), 1);
	one.vault(V).store.erase(personKind, person, office.author);
	await publish(one);
	await pull(other);
	for (const device of [one, other]) {
		const vault = device.vault(V);
		expect(count(vault, 'person', person)).toBe(0);
		expect(count(vault, 'record_state', person)).toBe(0);
		expect(vault.file.prepare('SELECT kind, length(payload) AS size FROM change WHERE record_id = ?').all(person)).toEqual([
			{ kind: 'erase', size: 0 },
		]);
		expect(vault.store.search.find(CANARY, ['person'], 5)).toEqual([]);
		expect(vault.file.prepare('SELECT count(*) FROM draft').pluck().get()).toBe(0);
		expect(historyOf(vault.file, personKind, person)).toEqual([]);
	}
});

it('wins over edits that another device makes meanwhile, also when those say a later time, and over what is written after', async () => {
	const { office, one, other, person } = await two();
	one.vault(V).store.erase(personKind, person, office.author);
	office.clock.advance(60_000);
	other.vault(V).store.update(personKind, person, { city: 'Köln' }, office.author);
	await publish(other);
	await publish(one);
	await pull(one);
	await pull(other);
	for (const device of [one, other]) {
		const { store } = device.vault(V);
		expect(count(device.vault(V), 'person', person)).toBe(0);
		expect(count(device.vault(V), 'change', person)).toBe(1);
		expect(() => store.update(personKind, person, { city: 'Bonn' }, office.author)).toThrow('erased');
		expect(() => store.insert(personKind, person, {}, office.author)).toThrow('erased');
		store.put(personKind, person, { lastName: 'Wieder' }, {}, office.author);
		expect(count(device.vault(V), 'person', person)).toBe(0);
	}
});

it('erases what is written once, and what only arrives afterwards', async () => {
	const { office, one, other } = await two();
	const access = office.nextId();
	other.vault(V).store.append(caseAccessKind, access, { caseId: office.nextId(), what: 'read' }, office.author);
	// Known there before the record itself is.
	one.vault(V).store.erase(caseAccessKind, access, office.author);
	await publish(other);
	await pull(one);
	await publish(one);
	await pull(other);
	for (const device of [one, other]) expect(count(device.vault(V), 'case_access', access)).toBe(0);
	expect(() => one.vault(V).store.append(caseAccessKind, access, { caseId: access, what: 'read' }, office.author)).toThrow(
		'erased',
	);
});

it('never sends what waits: neither what was not cut yet nor what was cut and has not left', async () => {
	const office = await smallOffice();
	const device = office.device();
	const kept = device.addPerson({ lastName: 'Bleibt' });
	const cut = device.addPerson({ lastName: CANARY });
	const context = device.context();
	const failing = { ...context, target: { ...context.target, writeNew: () => Promise.reject(new Error('weg')) } };
	await expect(publishVault(device.vault(V), failing)).rejects.toThrow();
	const waiting = device.addPerson({ lastName: CANARY });
	for (const person of [cut, waiting]) device.vault(V).store.erase(personKind, person, office.author);
	await publish(device);
	const changes = await changesOnShare(office, device);
	expect(changes.map(({ kind, recordId }) => [kind, recordId])).toEqual([
		['merge', kept],
		['erase', cut],
		['erase', waiting],
	]);
	expect(JSON.stringify(changes.map(({ payload }) => Buffer.from(payload).toString('latin1')))).not.toContain(CANARY);
});

it('stays erased when the vault goes back to a moment before, and when that was being prepared just then', async () => {
	const { office, one, person } = await two();
	const before = office.clock.now();
	office.clock.advance(60_000);
	const vault = one.vault(V);
	vault.store.remove(personKind, person, office.author);
	const prepared = await differencesSince(endOf(before), vault.file, vault.file, KINDS, RUNNING);
	expect(prepared.map(({ what }) => what)).toEqual(['returns']);
	vault.store.erase(personKind, person, office.author);
	expect(applyDifferences(vault.file, vault.store, prepared, office.author)).toBe(false);
	expect(await differencesSince(endOf(before), vault.file, vault.file, KINDS, RUNNING)).toEqual([]);
	expect(count(vault, 'person', person)).toBe(0);
});

it('gives no hybrid time out twice, though the change that had the last one is gone', async () => {
	const { office, one, person } = await two();
	office.clock.advance(3_600_000);
	one.vault(V).store.update(personKind, person, { city: 'Köln' }, office.author);
	const last = one.vault(V).file.prepare('SELECT max(hlc) FROM change').pluck().get() as string;
	const other = office.device();
	await pull(other);
	office.clock.advance(-3_600_000);
	other.vault(V).store.erase(personKind, person, office.author);
	await publish(other);
	await pull(one);
	const vault = one.reopen(V);
	const next = one.addPerson({ lastName: 'Danach' });
	const given = vault.file.prepare('SELECT hlc FROM change WHERE record_id = ?').pluck().get(next) as string;
	expect(given > last).toBe(true);
});

it('leaves nothing readable in the file, wherever SQLite has moved it', { timeout: 60_000 }, async () => {
	const office = await smallOffice();
	const device = office.device();
	const vault = device.vault(V);
	const random = seededRandom(11);
	const gone: PersonId[] = [];
	const everybody: PersonId[] = [];
	const named = (id: PersonId) =>
		`${random.below(1_000_000)} ${(gone.includes(id) ? CANARY : 'schmetterling').repeat(1 + random.below(5))}`;
	// Names of many lengths, changed again and again: rows and entries of the indexes move from page to page.
	vault.store.atomically(() => {
		for (let n = 0; n < 1500; n++) {
			if (everybody.length < 400) {
				const person = office.nextId() as PersonId;
				everybody.push(person);
				if (random.below(20) === 0) gone.push(person);
				vault.store.insert(personKind, person, { lastName: named(person) }, office.author);
			}
			const other = random.pick(everybody);
			vault.store.update(personKind, other, { lastName: named(other), street: named(other) }, office.author);
		}
	});
	vault.file.pragma('wal_checkpoint(TRUNCATE)');
	expect(occurrences(vault)).toBeGreaterThan(0);
	for (const id of gone) vault.store.erase(personKind, id, office.author);
	vault.scrub();
	expect(occurrences(vault)).toBe(0);
	expect(count(vault, 'person', everybody.find((id) => !gone.includes(id)) ?? '')).toBe(1);
});

it('rewrites a file, because what SQLite has moved from page to page stays where it was', async () => {
	await cryptoReady;
	let left = 0;
	for (let seed = 0; seed < 8; seed++) {
		const random = seededRandom(seed);
		const [path, key] = [join(temporaryFolder(), 'a.db'), newFileKey(random)];
		const file = openEncrypted(path, key);
		file.exec(`CREATE TABLE t (id TEXT PRIMARY KEY, x TEXT); CREATE INDEX i ON t (x);
			CREATE TABLE local_setting (key TEXT PRIMARY KEY, value TEXT); INSERT INTO local_setting VALUES ('to_scrub', '1');
			CREATE VIRTUAL TABLE search_index USING fts5(words, content='', contentless_delete=1)`);
		const write = file.prepare('INSERT OR REPLACE INTO t VALUES (?, ?)');
		const ids: { id: string; word: string }[] = [];
		const text = (word: string) => `${random.below(1_000_000)} ${word.repeat(1 + random.below(20))}`;
		file.transaction(() => {
			for (let n = 0; n < 2000; n++) {
				const one = { id: String(random.below(1e9)), word: random.below(20) === 0 ? CANARY : 'schmetterling' };
				ids.push(one);
				write.run(one.id, text(one.word));
				const again = random.pick(ids);
				if (n % 3 === 0) write.run(again.id, text(again.word));
			}
			for (const { id, word } of ids) if (word === CANARY) file.prepare('DELETE FROM t WHERE id = ?').run(id);
		})();
		const found = () => {
			file.pragma('wal_checkpoint(TRUNCATE)');
			return plainPages(path, key).toString('latin1').split(CANARY).length - 1;
		};
		left += found();
		scrub(file);
		expect(found()).toBe(0);
		file.close();
	}
	expect(left).toBeGreaterThan(0);
});

async function changesOnShare(office: SmallOffice, device: Device) {
	const { target } = device.context();
	const folder = `kontor-${office.site}/vaults/${V}/feeds/${device.id}`;
	const names = (await target.list(folder)).sort();
	let prev: Uint8Array = new Uint8Array(32);
	const found = [];
	for (const [at, name] of names.entries()) {
		const bytes = await target.read(`${folder}/${name}`);
		const place = { site: office.site, vault: V, device: device.id, seq: at + 1, prev } as const;
		const read = readSegment(bytes ?? new Uint8Array(), place, device.keys.publicKey, (epoch) =>
			office.founded.epochKeys.get(epochName(V, epoch)),
		);
		if (!read.ok) throw new Error(read.error);
		prev = read.value.hash;
		found.push(...read.value.changes);
	}
	return found;
}

/** How often the canary stands in the bytes of the file, decrypted by nothing but its key. */
function occurrences(vault: OpenVault): number {
	vault.file.pragma('wal_checkpoint(TRUNCATE)');
	const plain = plainPages(vault.file.name, vault.fileKey()).toString('latin1').toLowerCase();
	return plain.split(CANARY).length - 1;
}
