import { expect, it } from 'vitest';
import { CaseStage } from '#shared/features/cases/stage.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { CLOSING, caseDesk, openCase } from '#tests/support/case-office.ts';
import { upload } from '#tests/support/documents.ts';
import { newSiteOfAdministrator, OWN, welcome } from '#tests/support/newcomer.ts';
import { caseOf, office, person, sync } from '#tests/support/office.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** Finding what lies in case files, and files by how far they are. */

const letterOf = (caseId: CaseId, subject: string, body: string) => ({
	...{ caseId, address: 'Jobcenter\nMarkt 1\n42551 Velbert', day: '2026-03-09' as LocalDate, subject, body },
});
const titles = async ({ client }: TestBackend, text: string) =>
	(await client.search.query({ text })).filter(({ kind }) => kind === 'document' || kind === 'letter').map(({ title }) => title);

it('documents are found by title, file name and tag, letters by what is on their paper, each with whose it is', async () => {
	const { a, anna } = await caseDesk();
	const { client } = a;
	const { id: personId } = await client.people.create(person({ firstName: 'Ayşe', lastName: 'Yılmaz' }));
	const { id: caseId } = await client.cases.open({ ...caseOf(anna), personId });
	const { id } = await upload(client, caseId, 'Scan_0815.txt', Buffer.from('Bescheid'));
	await client.documents.update({
		id,
		changes: { title: 'Bewilligung März', tags: ['Kaution'], date: '2026-03-02' as LocalDate },
	});
	const letter = await client.letters.create(letterOf(caseId, 'Widerspruch', 'Die Zählerstände fehlen.'));

	const [hit] = await client.search.query({ text: 'bewillig maerz' });
	const number = (await client.cases.get({ id: caseId })).caseFile.number;
	expect(hit).toEqual({
		kind: 'document',
		id,
		caseId,
		title: 'Bewilligung März',
		subtitle: `Yılmaz, Ayşe · ${number} · 02.03.2026`,
	});
	for (const text of ['kaution', '0815', 'scan']) expect(await titles(a, text)).toEqual(['Bewilligung März']);
	for (const text of ['widerspr', 'zaehlerst', 'jobcenter']) expect(await titles(a, text)).toEqual(['Widerspruch']);

	await client.letters.change({ id: letter.id, changes: { subject: 'Einspruch' } });
	await client.documents.update({ id, changes: { tags: [] } });
	expect([await titles(a, 'widerspr'), await titles(a, 'einspruch'), await titles(a, 'kaution')]).toEqual([
		[],
		['Einspruch'],
		[],
	]);
	await client.letters.remove({ id: letter.id });
	await client.documents.remove({ id });
	expect([await titles(a, 'einspruch'), await titles(a, 'bewillig')]).toEqual([[], []]);
	await client.documents.restore({ id });
	expect(await titles(a, 'bewillig')).toEqual(['Bewilligung März']);
});

it('what is called so comes before what mentions it, the newest first, and never too many', async () => {
	const { a, caseId } = await caseDesk();
	for (let at = 1; at <= 9; at++) {
		const letter = { ...letterOf(caseId, `Mietvertrag ${at}`, ''), day: `2026-02-0${at}` as LocalDate };
		await a.client.letters.create(letter);
	}
	await a.client.letters.create(letterOf(caseId, 'Ganz anderes', 'Anbei der Mietvertrag.'));
	expect(await titles(a, 'mietvertrag')).toEqual([9, 8, 7, 6, 5, 4].map((at) => `Mietvertrag ${at}`));
	expect(await titles(a, 'anbei')).toEqual(['Ganz anderes']);
});

it('coordination and volunteers find nothing of it, on the PC where it lies either', async () => {
	const town = office();
	const carl = await town.pc('Verwaltung');
	await newSiteOfAdministrator(carl, town.share);
	await welcome(town, carl, 'Vera', ['volunteer']);
	await welcome(town, carl, 'Lena', ['coordinator']);
	const { pc } = await welcome(town, carl, 'Anna', ['counsellor']);
	const { client } = pc;
	await pc.settle('the case files', async () => (await client.site.status()).session?.vaults.includes('counselling') ?? false);
	const member = (await client.site.status()).session?.member.id;
	const caseId = await openCase(pc, member as never);
	await upload(client, caseId, 'Zangengutachten.txt', Buffer.from('Gutachten'));
	await client.letters.create(letterOf(caseId, 'Zangenschreiben', 'Zange'));
	expect(await titles(pc, 'zange')).toEqual(['Zangengutachten', 'Zangenschreiben']);
	await sync(pc);
	for (const name of ['vera', 'lena']) {
		await client.members.signIn({ signInName: name, passphrase: OWN });
		expect(await client.search.query({ text: 'zange' })).toEqual([]);
	}
});

it('lists the files of one stage, together with the other filters, and knows at once when a file moves on', async () => {
	const { a, anna, berta, caseId } = await caseDesk();
	const { client } = a;
	const others = [await openCase(a, berta), await openCase(a, anna), await openCase(a, anna, [berta])];
	const [second, third, fourth] = others as [CaseId, CaseId, CaseId];
	const ask = {
		text: '',
		status: 'all',
		ownerId: null,
		offset: 0,
		limit: 50,
		sort: { by: 'number', descending: false },
	} as const;
	const inStages = async (more: Partial<Parameters<typeof client.cases.list>[0]> = {}) => {
		const found: Partial<Record<CaseStage, CaseId[]>> = {};
		for (const stage of CaseStage.options) {
			const { rows, total } = await client.cases.list({ ...ask, ...more, stage });
			expect(rows.every((row) => row.stage === stage)).toBe(true);
			expect(total).toBe(rows.length);
			if (total > 0) found[stage] = rows.map(({ id }) => id);
		}
		return found;
	};
	expect(await inStages()).toEqual({ intake: [caseId, second, third, fourth] });

	const base = { resources: '', obstacles: '' };
	await client.goals.assess({ caseId, moment: 'entry', areas: [{ area: 'work', changes: { rating: '2' }, base }] });
	const goal = { theme: 'work' as const, text: 'Arbeit', indicator: null, targetOn: null, agreedOn: null };
	await client.goals.add({ ...goal, caseId: second });
	const { id: goalId } = await client.goals.add({ ...goal, caseId: third });
	expect(await inStages()).toEqual({ assessment: [caseId], planning: [second, third], intake: [fourth] });

	a.clock.advance(60_000);
	const contact = { duration: 30, kind: 'phone' as const, topics: [], text: 'Gesprochen', nextStep: null, nextStepDue: null };
	await client.cases.addContact({ ...contact, caseId: second, at: a.clock.now(), privateNote: null });
	await client.cases.close({ ...CLOSING, id: fourth });
	expect(await inStages()).toEqual({ assessment: [caseId], support: [second], planning: [third], closing: [fourth] });
	expect(await inStages({ status: 'current', ownerId: anna })).toEqual({ assessment: [caseId], planning: [third] });
	expect(await inStages({ status: 'closed' })).toEqual({ closing: [fourth] });

	await client.goals.remove({ id: goalId });
	await client.cases.reopen({ id: fourth, reason: 'Kommt wieder' });
	expect(await inStages()).toEqual({ assessment: [caseId], support: [second], intake: [third, fourth] });
	const { text } = await client.cases.exportCsv({ ...ask, stage: 'support' });
	expect(text.trim().split('\r\n')).toHaveLength(2);
});
