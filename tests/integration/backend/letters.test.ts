import { describe, expect, it } from 'vitest';
import type { LetterFields } from '#shared/features/letters/model.ts';
import { STARTERS } from '#shared/features/letters/starters.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { CLOSING, caseDesk, caseOffice, meet } from '#tests/support/case-office.ts';
import { refusalOf } from '#tests/support/office.ts';

/** Letters and templates, on one PC and on two. */

const letter = (more: Partial<LetterFields> = {}): LetterFields => ({
	address: 'Stadt Musterstadt\nRathausplatz 1\n00000 Musterstadt',
	day: '2026-03-09' as LocalDate,
	subject: 'Nachfrage',
	body: 'Sehr geehrte Damen und Herren,\n\nwir fragen nach.',
	...more,
});

describe('a letter', () => {
	it('that two PCs write while apart has both texts in it', async () => {
		const { place, a, b, caseId } = await caseOffice();
		const { id } = await a.client.letters.create({ ...letter(), caseId });
		await meet(a, b);
		const base = { body: letter().body };
		await a.client.letters.change({ id, changes: { body: `Guten Tag! ${base.body}`, subject: 'Sachstand' }, base });
		place.clock.advance(1000);
		await b.client.letters.change({ id, changes: { body: `${base.body}\n\nMit Gruß`, address: 'Jobcenter' }, base });
		await meet(a, b);
		const there = await a.client.letters.get({ id });
		expect(there).toMatchObject({
			body: 'Guten Tag! Sehr geehrte Damen und Herren,\n\nwir fragen nach.\n\nMit Gruß',
			...{ subject: 'Sachstand', address: 'Jobcenter', final: null, authorName: 'Anna Müller' },
		});
		expect(await b.client.letters.get({ id })).toEqual(there);
	});

	it('keeps what came in from elsewhere when somebody goes on typing from what they saw', async () => {
		const { a, b, caseId } = await caseOffice();
		const { id } = await a.client.letters.create({ ...letter({ body: 'eins zwei' }), caseId });
		await meet(a, b);
		await b.client.letters.change({ id, changes: { body: 'eins ZWEI zwei' }, base: { body: 'eins zwei' } });
		await meet(a, b);
		// Typed in three goes, none of which has seen the word that came in.
		for (const [base, body] of [
			['eins zwei', 'eins zwei d'],
			['eins zwei d', 'eins zwei dre'],
			['eins zwei dre', 'eins zwei drei'],
		] as const)
			await a.client.letters.change({ id, changes: { body }, base: { body: base } });
		expect((await a.client.letters.get({ id })).body).toBe('eins ZWEI zwei drei');
	});

	it('that is finished is no longer changed, and stays as it was sent whatever arrives later', async () => {
		const { place, a, b, anna, caseId } = await caseOffice();
		const { id } = await a.client.letters.create({ ...letter(), caseId });
		await meet(a, b);
		await a.client.letters.finish({ id });
		place.clock.advance(1000);
		// Over there nobody knows yet.
		await b.client.letters.change({ id, changes: { body: 'Ganz anders' }, base: { body: letter().body } });
		await meet(a, b);
		for (const { client } of [a, b]) {
			expect(await client.letters.get({ id })).toMatchObject({ body: 'Ganz anders', final: { ...letter(), memberId: anna } });
			expect(await refusalOf(client.letters.change({ id, changes: { body: 'noch' } }))).toMatchObject({
				code: 'FINAL',
				defined: true,
			});
			expect(await refusalOf(client.letters.finish({ id }))).toMatchObject({ code: 'FINAL', defined: true });
		}
		await a.client.letters.remove({ id });
		expect(await a.client.letters.ofCase({ caseId })).toEqual([]);
		expect((await refusalOf(a.client.letters.get({ id }))).code).toBe('NOT_FOUND');
		await a.client.letters.restore({ id });
		expect(await a.client.letters.ofCase({ caseId })).toMatchObject([{ id }]);
	});

	it('of a closed file takes no change by any procedure', async () => {
		const { a, caseId } = await caseDesk();
		const { client } = a;
		const { id } = await client.letters.create({ ...letter(), caseId });
		await client.cases.close({ id: caseId, ...CLOSING });
		const closed = { code: 'CLOSED', defined: true };
		for (const call of [
			() => client.letters.create({ ...letter(), caseId }),
			() => client.letters.change({ id, changes: { subject: 'x' } }),
			() => client.letters.finish({ id }),
			() => client.letters.remove({ id }),
			() => client.letters.restore({ id }),
		])
			expect(await refusalOf(call())).toMatchObject(closed);
		expect(await client.letters.get({ id })).toMatchObject({ ...letter(), final: null });
	});

	it('stands before the finished ones while it is a draft, then the newest first', async () => {
		const { a, caseId } = await caseDesk();
		const { client } = a;
		const ids = [];
		for (const day of ['2026-03-02', '2026-03-06', '2026-02-01'] as LocalDate[])
			ids.push((await client.letters.create({ ...letter({ day }), caseId })).id);
		for (const id of ids.slice(0, 2)) await client.letters.finish({ id });
		expect((await client.letters.ofCase({ caseId })).map(({ id }) => id)).toEqual([ids[2], ids[1], ids[0]]);
	});
});

describe('templates', () => {
	it('that come with Kontor are taken over once, also by two PCs at a time, and come back when they were removed', async () => {
		const { a, b } = await caseOffice();
		expect(await a.client.letters.templates()).toEqual([]);
		const { ids } = await a.client.letters.adoptStarters();
		expect(ids).toHaveLength(STARTERS.length);
		await b.client.letters.adoptStarters();
		await meet(a, b);
		for (const { client } of [a, b]) expect(await client.letters.templates()).toHaveLength(STARTERS.length);
		expect(await a.client.letters.adoptStarters()).toEqual({ ids: [] });
		const [first, second] = ids;
		if (!first || !second) throw new Error('no templates');
		await a.client.letters.changeTemplate({ id: second, changes: { name: 'Unsere Einladung' } });
		await a.client.letters.removeTemplate({ id: first });
		expect(await a.client.letters.adoptStarters()).toEqual({ ids: [first] });
		// What the office has made of them stays.
		expect((await a.client.letters.templates()).map(({ name }) => name)).toContain('Unsere Einladung');
	});

	it('are written by two PCs with both texts in them', async () => {
		const { a, b } = await caseOffice();
		const fields = { name: 'Eigene', kind: 'note' as const, subject: null, body: 'Anlass:', isRetired: false };
		const { id } = await a.client.letters.addTemplate(fields);
		await meet(a, b);
		const base = { body: fields.body };
		await a.client.letters.changeTemplate({ id, changes: { body: 'Am {Heute}. Anlass:' }, base });
		await b.client.letters.changeTemplate({ id, changes: { body: 'Anlass: …', isRetired: true }, base });
		await meet(a, b);
		expect(await a.client.letters.templates()).toEqual([{ ...fields, id, body: 'Am {Heute}. Anlass: …', isRetired: true }]);
		expect((await refusalOf(a.client.letters.addTemplate({ ...fields, name: ' ' }))).code).toBe('BAD_REQUEST');
	});
});
