import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { drain, EVERYBODY, newSite, office, refusalOf } from '#tests/support/office.ts';

/** The office's own client list, as it is, through the backend. */

const LIST = readFileSync(join(import.meta.dirname, '../../fixtures/Klientenliste.csv')).toString('base64');
const options = { content: LIST, encoding: null, separator: null, mapping: null };
const run = { ...options, decisions: [], openCases: true };

async function desk() {
	const pc = await office().pc('Tresen');
	await newSite(pc);
	return pc;
}

it('takes the list, and the same list again changes nothing', async () => {
	const { client } = await desk();
	const preview = await client.people.previewImport(options);
	expect(preview.rows.length).toBeGreaterThan(150);
	expect((await client.people.list(EVERYBODY)).total).toBe(0);
	const suggested = preview.rows.filter(({ suggestion }) => suggestion === 'create').length;
	const first = (await drain(client.people.runImport(run)))?.report;
	expect(first).toMatchObject({ created: suggested, cases: suggested });
	const everybody = await client.people.list(EVERYBODY);
	expect(everybody.total).toBe(suggested);

	expect((await client.people.previewImport(options)).rows.filter(({ suggestion }) => suggestion !== 'skip')).toEqual([]);
	expect((await drain(client.people.runImport(run)))?.report).toMatchObject({ created: 0, filled: 0, cases: 0 });
	expect(await client.people.list(EVERYBODY)).toEqual(everybody);
});

it('opens a file for each new person, owned by whom the list names if they are a member', async () => {
	const { client } = await desk();
	await drain(client.people.runImport(run));
	const sort = { by: 'number', descending: false } as const;
	const files = await client.cases.list({ text: '', status: 'all', ownerId: null, sort, offset: 0, limit: 500 });
	const people = await client.people.list(EVERYBODY);
	expect(files.total).toBe(people.total);
	expect(new Set(files.rows.map(({ personId }) => personId)).size).toBe(people.total);
	expect(new Set(files.rows.map(({ ownerName }) => ownerName))).toEqual(new Set(['Anna Müller']));
	expect(people.rows.every(({ openCases }) => openCases === 1)).toBe(true);
});

it('leaves whole people when it is cancelled, and goes on from there', async () => {
	const { client } = await desk();
	const stream = await client.people.runImport(run);
	await stream.next();
	await stream.return(undefined);
	const { total, rows } = await client.people.list(EVERYBODY);
	const suggested = (await client.people.previewImport(options)).rows.filter(({ suggestion }) => suggestion === 'create').length;
	expect(total).toBeGreaterThan(0);
	expect(suggested).toBeGreaterThan(0);
	expect(rows.every(({ openCases, lastName, firstName }) => openCases === 1 && (lastName ?? firstName) !== null)).toBe(true);
	expect((await drain(client.people.runImport(run)))?.report).toMatchObject({ created: suggested });
});

it('ends with a refusal, not a bug, when the desk is locked half-way', async () => {
	const { client } = await desk();
	const stream = await client.people.runImport(run);
	await stream.next();
	await client.members.lock();
	expect(await refusalOf(drain(Promise.resolve(stream)))).toMatchObject({ code: 'NOT_SIGNED_IN', defined: true });
	expect((await client.site.status()).state).toBe('locked');
});

it.each([
	['nothing', '', 'empty'],
	['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 1, 2, 3, 0, 255, 254]).toString('base64'), 'not_text'],
])('refuses %s', async (_what, content, reason) => {
	const { client } = await desk();
	expect(await refusalOf(client.people.previewImport({ ...options, content }))).toMatchObject({
		code: 'INVALID_FILE',
		defined: true,
		data: { reason },
	});
	expect(await refusalOf(drain(client.people.runImport({ ...run, content })))).toMatchObject({
		code: 'INVALID_FILE',
		data: { reason },
	});
	expect((await client.people.list(EVERYBODY)).total).toBe(0);
});
