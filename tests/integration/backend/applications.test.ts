import { expect, it } from 'vitest';
import type { ApplicationFields } from '#shared/features/applications/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { CLOSING, caseDesk, caseOffice, meet, openCase } from '#tests/support/case-office.ts';
import { refusalOf } from '#tests/support/office.ts';

/** Job applications of case files. The clock stands on 2026-03-09. */

const day = (text: string) => text as LocalDate;
const application = (more: Partial<ApplicationFields> = {}): ApplicationFields => ({
	...{ employer: 'Bäckerei', position: null, channel: 'online', foundThrough: null, sentOn: day('2026-03-02') },
	...{ reply: 'none', repliedOn: null, interviewsOn: [], outcome: 'open', reason: null, nextStep: null, nextStepDue: null },
	...more,
});

it('keeps both of two changes to one application, and the newest sent ones first', async () => {
	const { a, b, caseId } = await caseOffice();
	const { id } = await a.client.applications.add({ ...application(), caseId });
	const { id: planned } = await a.client.applications.add({ ...application({ sentOn: null, employer: 'Hotel' }), caseId });
	const { id: newer } = await a.client.applications.add({ ...application({ sentOn: day('2026-03-05') }), caseId });
	await meet(a, b);
	await a.client.applications.change({ id, changes: { reply: 'invitation', repliedOn: day('2026-03-09') } });
	await b.client.applications.change({ id, changes: { nextStep: 'Üben', nextStepDue: day('2026-03-12') } });
	await meet(a, b);
	const there = await a.client.applications.ofCase({ caseId });
	expect(there.map((one) => one.id)).toEqual([planned, newer, id]);
	expect(there.at(-1)).toEqual({
		...application({ reply: 'invitation', repliedOn: day('2026-03-09'), nextStep: 'Üben', nextStepDue: day('2026-03-12') }),
		...{ id, caseId },
	});
	expect(await b.client.applications.ofCase({ caseId })).toEqual(there);
});

it('tells who leads or deputises the file what is due, and nobody else', async () => {
	const { a, anna, berta, caseId } = await caseDesk();
	const { client } = a;
	const deputised = await openCase(a, berta, [anna]);
	const foreign = await openCase(a, berta);
	const due = { nextStep: 'Nachfragen', nextStepDue: day('2026-03-09') };
	await client.applications.add({ ...application({ employer: 'heute', ...due }), caseId });
	await client.applications.add({ ...application({ employer: 'morgen', ...due, nextStepDue: day('2026-03-10') }), caseId });
	await client.applications.add({ ...application({ employer: 'vorbei', ...due, outcome: 'rejected' }), caseId });
	await client.applications.add({
		...application({ employer: 'Gespräch', interviewsOn: [day('2026-03-09')] }),
		caseId: deputised,
	});
	await client.applications.add({
		...application({ employer: 'überfällig', ...due, nextStepDue: day('2026-03-01') }),
		caseId: deputised,
	});
	await client.applications.add({ ...application({ employer: 'fremd', ...due }), caseId: foreign });
	const told = async () => (await client.applications.due()).map(({ employer, personName }) => [employer, personName]);
	const name = 'Yılmaz, Fatma';
	expect((await told())[0]).toEqual(['überfällig', name]);
	expect(new Set((await told()).map(([employer]) => employer))).toEqual(new Set(['überfällig', 'heute', 'Gespräch']));
	await client.cases.close({ id: deputised, ...CLOSING });
	expect(await told()).toEqual([['heute', name]]);
});

it('of a closed file takes no change by any procedure', async () => {
	const { a, caseId } = await caseDesk();
	const { client } = a;
	const { id } = await client.applications.add({ ...application(), caseId });
	await client.applications.remove({ id });
	expect(await client.applications.ofCase({ caseId })).toEqual([]);
	await client.applications.restore({ id });
	await client.cases.close({ id: caseId, ...CLOSING });
	for (const call of [
		() => client.applications.add({ ...application(), caseId }),
		() => client.applications.change({ id, changes: { employer: 'anders' } }),
		() => client.applications.remove({ id }),
		() => client.applications.restore({ id }),
	])
		expect(await refusalOf(call())).toMatchObject({ code: 'CLOSED', defined: true });
	expect(await client.applications.ofCase({ caseId })).toMatchObject([{ employer: 'Bäckerei' }]);
});
