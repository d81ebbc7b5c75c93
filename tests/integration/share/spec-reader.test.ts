import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, vi } from 'vitest';
import { contactKind } from '#main/features/cases/records.ts';
import { documentKind } from '#main/features/documents/records.ts';
import { goalKind } from '#main/features/goals/records.ts';
import { personKind } from '#main/features/people/records.ts';
import { readRecord } from '#main/records/merge.ts';
import { upload } from '#tests/support/documents.ts';
import { caseOf, joinSite, newSite, note, office, person, sync } from '#tests/support/office.ts';
import { readSite } from '#tests/support/spec-reader.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { PASSPHRASE } from '#tests/support/test-backend.ts';
import { vaultOf } from '#tests/support/vault-of.ts';

// Another process signs in here, with the real derivation: see quick-kdf.ts.
vi.unmock('#main/vaults/passphrase-key.ts');

/** FORMAT.md is precise enough: a reader written from it alone reads what the program reads. */

it('reads ledger, keys, segments, snapshots and blobs by the rules of FORMAT.md and nothing else', async () => {
	const place = office();
	const [a, b] = [await place.pc('A'), await place.pc('B')];
	const { groups, member } = await newSite(a);
	await a.client.share.connect({ folder: place.share });
	const { id: personId } = await a.client.people.create(person({ remarks: 'eins zwei drei' }));
	const { id: caseId } = await a.client.cases.open({ ...caseOf(member), personId });
	const { id: contactId } = await a.client.cases.addContact({ ...note({ text: 'Gespräch' }), caseId, privateNote: 'versiegelt' });
	const content = Buffer.alloc(1_500_000, 'Bescheid ');
	await upload(a.client, caseId, 'Bescheid.txt', content);
	await sync(a);
	await joinSite(b, place.share);
	const { id: goneId } = await b.client.people.create(person({ lastName: 'Zitronenfalter' }));
	await sync(b);
	const { number, records } = await b.client.privacy.preview({ personId: goneId });
	await b.client.privacy.erase({ personId: goneId, reason: 'request', number, records });
	await b.client.people.update({ id: personId, changes: { remarks: 'eins zwei drei vier', city: 'Köln' } });
	await a.client.people.update({ id: personId, changes: { remarks: 'null eins zwei drei' } });
	await a.client.cases.removeContact({ id: contactId });
	await a.client.cases.get({ id: caseId });
	for (const pc of [b, a, b, a]) await sync(pc);
	const byKit = await readSite(place.share, { kit: groups.join(' ') });
	const byMember = await readSite(place.share, { member, passphrase: PASSPHRASE });
	expect(byMember.merged).toEqual(byKit.merged);
	expect([...byKit.erased]).toEqual([`person ${goneId}`]);
	expect(JSON.stringify([...byKit.merged])).not.toContain('Zitronenfalter');
	const file = await vaultOf(a, 'counselling', 'anna');
	const texts: Record<string, readonly string[]> = Object.fromEntries(
		[
			['person', personKind],
			['contact', contactKind],
			['document', documentKind],
			['goal', goalKind],
		].map(([name, kind]) => [name as string, (kind as typeof personKind).texts]),
	);
	const rows = file
		.prepare<[], { table: string; id: string; state: Buffer }>(
			"SELECT table_name AS 'table', record_id AS id, state FROM record_state",
		)
		.all();
	expect(rows.length).toBeGreaterThan(3);
	for (const { table, id, state } of rows) {
		const read = readRecord(state, texts[table] ?? []);
		// A text that was never written is empty for the program, and nothing to a reader that knows no kinds.
		for (const text of texts[table] ?? []) if (read[text] === '') delete read[text];
		const other = Object.fromEntries(
			Object.entries(byKit.merged.get(`${table} ${id}`) ?? {}).filter(([, value]) => value !== ''),
		);
		expect(other, table).toEqual(Object.fromEntries(Object.entries(read).filter(([, value]) => value !== '')));
	}
	expect(byKit.merged.get(`person ${personId}`)).toMatchObject({ remarks: 'null eins zwei drei vier', city: 'Köln' });
	const accesses = file.prepare<[], { id: string; what: string }>('SELECT id, what FROM case_access').all();
	expect(accesses.length).toBeGreaterThan(0);
	for (const { id, what } of accesses) expect(byKit.appended.get(`case_access ${id}`)).toMatchObject({ what });

	const [document] = [...byKit.merged].filter(([id]) => id.startsWith('document ')).map(([, fields]) => fields);
	const { blob = '', contentKey = '', size = 0 } = document as { blob?: string; contentKey?: string; size?: number };
	const read = byKit.blob('counselling', blob, new Uint8Array(Buffer.from(contentKey, 'base64')), size);
	expect(Buffer.from(read).equals(content)).toBe(true);

	expect(byKit.snapshots.map(({ vault }) => vault)).toEqual(expect.arrayContaining(['counselling', 'office']));
	for (const snapshot of byKit.snapshots) expect(countsIn(snapshot)).toEqual(snapshot.rows);
});

function countsIn({ file, key, rows }: { file: Uint8Array; key: Uint8Array; rows: Record<string, number> }) {
	const path = join(temporaryFolder(), 'snapshot.db');
	writeFileSync(path, file);
	const database = new Database(path, { readonly: true });
	database.pragma("cipher = 'sqlcipher'");
	database.pragma('legacy = 4');
	database.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
	const counts = Object.keys(rows).map((name) => [name, database.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()]);
	database.close();
	return Object.fromEntries(counts);
}

it('knows nothing of the program', () => {
	const source = readFileSync(join(import.meta.dirname, '../../support/spec-reader.ts'), 'utf8');
	const imports = [...source.matchAll(/from '([^']+)'/g)].map(([, name]) => name);
	expect(imports.sort()).toEqual(['cborg', 'libsodium-wrappers-sumo', 'node:fs', 'node:path', 'node:zlib', 'yjs']);
});
