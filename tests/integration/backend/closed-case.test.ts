import { describe, expect, it } from 'vitest';
import { ACCESS } from '#main/access.ts';
import { closedFile, type File, OTHERS, WRITES } from '#tests/support/closed-file.ts';
import { bugsIn, refusalOf } from '#tests/support/office.ts';
import { call } from '#tests/support/procedures.ts';
import { contentsOf } from '#tests/support/vault-contents.ts';
import { vaultOf } from '#tests/support/vault-of.ts';

/**
 * A closed case file takes no change by any procedure. Every procedure that reaches the counselling vault is in one of two
 * lists here: what writes into a case file, with how it is tried on a closed one; and what does not, with why.
 */

describe('a closed case file', () => {
	it('knows of every procedure that reaches the vault whether it writes into case files', () => {
		const counselling = Object.entries(ACCESS).flatMap(([feature, procedures]) =>
			Object.entries(procedures).flatMap(([name, rule]) => (rule === 'counselling' ? [`${feature}.${name}`] : [])),
		);
		expect([...Object.keys(WRITES), ...Object.keys(OTHERS)].sort()).toEqual(counselling.sort());
	});

	it('takes no change by any of them, and every table of the vault stays as it was', async () => {
		const file = await closedFile(1);
		const before = await tablesOf(file);
		expect(before).toContain('Lebenslauf schreiben');
		for (const [path, inputs] of Object.entries(WRITES)) {
			for (const input of inputs(file.ids, file)) {
				const { code, defined } = await refusalOf(call(file.client, path, input));
				expect({ path, input, code, defined }).toEqual({ path, input, code: 'CLOSED', defined: true });
			}
		}
		expect(await tablesOf(file)).toBe(before);
		expect(bugsIn(file.pc)).toEqual([]);
	});

	it('takes them all again once it is reopened', async () => {
		const file = await closedFile(2);
		await file.client.cases.reopen({ id: file.ids.id, reason: 'kommt wieder' });
		// What takes something away, last.
		const order = (path: string) => (/remove|close/i.test(path) ? 1 : 0);
		for (const [path, inputs] of Object.entries(WRITES).sort(([a], [b]) => order(a) - order(b))) {
			for (const input of inputs(file.ids, file)) {
				const { code } = await refusalOf(call(file.client, path, input));
				expect({ path, code }).toEqual({ path, code: path === 'cases.close' ? 'INCOMPLETE' : 'none' });
			}
		}
	});

	it('lets an author delete a private note, which is theirs', async () => {
		const { client, ids } = await closedFile(3);
		await client.cases.updateContact({ id: ids.contactId, changes: {}, privateNote: null });
		expect(await client.cases.contacts({ caseId: ids.id })).toMatchObject([{ text: 'Gespräch', privateNoteState: 'none' }]);
	});

	it('bothers nobody’s day with what was left undone in it', async () => {
		const { client, ids } = await closedFile(4);
		const mine = { ownerId: ids.me, caseId: null, includeDone: false };
		expect((await client.cases.todos(mine)).map(({ subject }) => subject)).toEqual(['Nachfragen']);
		expect(await client.cases.todos({ ...mine, ownerId: null, caseId: ids.id })).toMatchObject([{ subject: 'Anrufen' }]);
		await client.cases.reopen({ id: ids.id, reason: 'kommt wieder' });
		expect(await client.cases.todos(mine)).toHaveLength(2);
	});
});

/** Everything but who read what, and the road that changes took. */
async function tablesOf({ pc }: File): Promise<string> {
	const file = await vaultOf(pc, 'counselling', 'erika');
	const names = file
		.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
		.pluck()
		.all() as string[];
	const contents = contentsOf(
		file,
		names.filter((name) => name !== 'case_access' && !name.startsWith('search_index')),
	);
	file.close();
	return contents;
}
