import { expect, it } from 'vitest';
import { type ProgrammeFields, USUAL_TERMS } from '#shared/features/funder-programmes/model.ts';
import type { FunderProgrammeId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { caseOf, joinSite, newSite, office, person, refusalOf, sync } from '#tests/support/office.ts';
import { foundedBackend } from '#tests/support/test-backend.ts';

const day = (text: string) => text as LocalDate;
const programme = (fields: Partial<ProgrammeFields> = {}): ProgrammeFields => ({
	...{ name: 'Frauen in Arbeit', regime: 'esf_plus_2021', startsOn: day('2025-01-01'), endsOn: null },
	...{ grantNoticeOn: null, keepUntil: null, ...fields },
});

it('keeps programmes apart by name, begins them with the usual terms and changes these by date', async () => {
	const { client } = await foundedBackend({ seed: 1 });
	const { funderProgrammes: api } = client;
	const { id } = await api.create(programme());
	const old = await api.create(programme({ name: 'Ärmel hoch', regime: 'esf_2014' }));
	expect(await refusalOf(api.create(programme({ name: 'FRAUEN IN ARBEIT' })))).toMatchObject({ code: 'NAME_TAKEN' });
	const early = programme({ name: 'Zu früh', endsOn: day('2024-12-31') });
	expect(await refusalOf(api.create(early))).toMatchObject({ code: 'INVALID', data: { what: 'ends_early' } });
	expect(await refusalOf(api.update({ id, changes: { endsOn: day('2024-12-31') } }))).toMatchObject({ code: 'INVALID' });
	expect(await api.list()).toMatchObject([
		{ name: 'Ärmel hoch', terms: [{ longTermMonthsYoung: 6, longTermFromLimitOn: false }] },
		{ name: 'Frauen in Arbeit', terms: [{ validFrom: '2025-01-01', questionnaireMinutes: 480, exitWithinDays: 28 }] },
	]);
	const terms = { ...USUAL_TERMS.esf_plus_2021, questionnaireMinutes: 240 };
	await api.setTerms({ id, validFrom: day('2026-01-01'), terms });
	await api.setTerms({ id, validFrom: day('2025-07-01'), terms });
	const datesOf = async () => (await api.list()).find((one) => one.id === id)?.terms.map(({ validFrom }) => validFrom);
	expect(await datesOf()).toEqual(['2025-01-01', '2025-07-01', '2026-01-01']);
	await api.removeTerms({ id, validFrom: day('2025-07-01') });
	await api.removeTerms({ id, validFrom: day('2025-01-01') });
	expect(await refusalOf(api.removeTerms({ id, validFrom: day('2026-01-01') }))).toMatchObject({ code: 'LAST' });
	await api.setTerms({ id, validFrom: day('2025-07-01'), terms });
	expect(await datesOf()).toEqual(['2025-07-01', '2026-01-01']);
	await api.remove({ id });
	expect(await refusalOf(api.update({ id, changes: { name: 'X' } }))).toMatchObject({ code: 'NOT_FOUND' });
	expect((await api.list()).map(({ isRemoved }) => isRemoved)).toEqual([false, true]);
	await api.update({ id: old.id, changes: { name: 'Frauen in Arbeit' } });
	expect(await refusalOf(api.restore({ id }))).toMatchObject({ code: 'NAME_TAKEN' });
});

it('names the programme of a case file in lists and CSV, and finds by it', async () => {
	const { client } = await foundedBackend({ seed: 2 });
	const [me] = await client.members.list();
	if (!me) throw new Error('nobody');
	const { id: programmeId } = await client.funderProgrammes.create(programme({ name: 'Ankommen im Viertel' }));
	const { id: personId } = await client.people.create(person());
	await client.cases.open({ ...caseOf(me.id, { programmeId }), personId });
	await client.cases.open({ ...caseOf(me.id, { concern: 'Wohnung' }), personId });
	const list = { status: 'all', ownerId: null, sort: { by: 'number', descending: false } } as const;
	const found = (text: string) => client.cases.list({ ...list, text, offset: 0, limit: 50 });
	expect((await found('')).rows.map((row) => row.programme)).toEqual(['Ankommen im Viertel', null]);
	expect((await found('viertel ank')).total).toBe(1);
	expect((await found('wohnung')).total).toBe(1);
	expect((await client.cases.exportCsv({ ...list, text: '' })).text).toContain('Ankommen im Viertel');
	await client.funderProgrammes.remove({ id: programmeId });
	expect((await found('viertel')).rows).toMatchObject([{ programme: 'Ankommen im Viertel' }]);
	expect(await client.cases.ofPerson({ personId })).toHaveLength(2);
});

it('keeps the terms that two PCs add while apart, also when each takes one of the last two away', async () => {
	const place = office();
	const one = await place.pc('Büro');
	await newSite(one);
	const { id } = await one.client.funderProgrammes.create(programme());
	await one.client.share.connect({ folder: place.share });
	await sync(one);
	const two = await place.pc('Büro oben');
	await joinSite(two, place.share);
	await sync(two);
	const terms = USUAL_TERMS.esf_plus_2021;
	await one.client.funderProgrammes.setTerms({ id, validFrom: day('2026-01-01'), terms: { ...terms, exitWithinDays: 14 } });
	await two.client.funderProgrammes.setTerms({ id, validFrom: day('2026-02-01'), terms: { ...terms, exitWithinDays: 21 } });
	const both = async () => {
		for (const pc of [one, two, one]) await sync(pc);
	};
	await both();
	const termsOf = async ({ client }: typeof one) => (await client.funderProgrammes.list())[0]?.terms;
	expect((await termsOf(one))?.map(({ exitWithinDays }) => exitWithinDays)).toEqual([28, 14, 21]);
	expect(await termsOf(two)).toEqual(await termsOf(one));
	await one.client.funderProgrammes.removeTerms({ id, validFrom: day('2025-01-01') });
	await both();
	await one.client.funderProgrammes.removeTerms({ id, validFrom: day('2026-01-01') });
	await two.client.funderProgrammes.removeTerms({ id, validFrom: day('2026-02-01') });
	await both();
	expect(await termsOf(two)).toMatchObject([{ validFrom: '2025-01-01', exitWithinDays: 28 }]);
});

it('lets nobody but coordination and administration change programmes, and everybody read them', async () => {
	const { client } = await foundedBackend({ seed: 3 });
	await client.funderProgrammes.create(programme());
	await client.members.add({
		...{ name: 'Bea Berg', signInName: 'bea', startPassphrase: 'Start Passwort für Bea', roles: ['counsellor'] },
	} as Parameters<typeof client.members.add>[0]);
	await client.members.lock();
	await client.members.signIn({ signInName: 'bea', passphrase: 'Start Passwort für Bea' });
	await client.members.changePassphrase({ current: 'Start Passwort für Bea', next: 'Bea hat drei grüne Stühle' });
	expect(await client.funderProgrammes.list()).toHaveLength(1);
	expect(await refusalOf(client.funderProgrammes.create(programme({ name: 'Neu' })))).toMatchObject({ code: 'NO_ACCESS' });
	const unknown = '00000000-0000-7000-8000-000000000000' as FunderProgrammeId;
	expect(await refusalOf(client.funderProgrammes.remove({ id: unknown }))).toMatchObject({ code: 'NO_ACCESS' });
});
