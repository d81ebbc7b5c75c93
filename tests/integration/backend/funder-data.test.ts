import { expect, it } from 'vitest';
import type { Answers } from '#shared/features/funder-data/model.ts';
import type { CaseId, FunderProgrammeId, MemberId, PersonId } from '#shared/kernel/ids.ts';
import { addDays, addMonths, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { CLOSING, PROGRAMME } from '#tests/support/case-office.ts';
import { caseOf, HOUR, joinSite, newSite, note, office, person, refusalOf, sync } from '#tests/support/office.ts';
import { foundedBackend, type TestBackend } from '#tests/support/test-backend.ts';

const ENTRY: Partial<Answers> = {
	...{ entryOn: '2026-03-02' as LocalDate, sex: 'w', employment: 'arbeitslos', unemployedSince: '2024-01-15' as LocalDate },
	...{ rural: 'no', benefit: 'keine_angabe', consentOrigin: 'yes', bornAbroad: 'yes', consentHealth: 'no' },
};

async function fundedCase({ client }: Pick<TestBackend, 'client'>) {
	const { id: programmeId } = await client.funderProgrammes.create(PROGRAMME);
	const { id: personId } = await client.people.create(person());
	const [me] = await client.members.list();
	if (!me) throw new Error('nobody');
	const { id: caseId } = await client.cases.open({ ...caseOf(me.id, { programmeId }), personId });
	return { caseId, personId, programmeId, owner: me.id };
}
const open = (client: TestBackend['client'], owner: MemberId, personId: PersonId, programmeId: FunderProgrammeId) =>
	client.cases.open({ ...caseOf(owner, { programmeId }), personId });
const today = ({ clock }: Pick<TestBackend, 'clock'>) => localDateOf(clock.now());
const later = (pc: TestBackend, days: number) => pc.clock.advance(days * 24 * HOUR);
const partsDue = async ({ client }: TestBackend) => (await client.funderData.due()).map(({ part, state }) => `${part} ${state}`);

it('asks for the entry at the programme’s hours, freezes what was completed, and reminds of exit and follow-up', async () => {
	const pc = await foundedBackend({ seed: 1 });
	const { client } = pc;
	const { caseId } = await fundedCase(pc);
	const got = () => client.funderData.get({ caseId });
	await client.cases.addContact({ ...note({ duration: 479 }), caseId, privateNote: null });
	expect(await partsDue(pc)).toEqual([]);
	await client.cases.addContact({ ...note({ duration: 1 }), caseId, privateNote: null });
	expect(await client.funderData.due()).toMatchObject([
		{ caseId, part: 'entry', state: 'due', personName: 'Yılmaz, Fatma', programmeName: 'Ankommen' },
	]);

	await client.funderData.save({ caseId, changes: { ...ENTRY, entryOn: null } });
	expect(await refusalOf(client.funderData.complete({ caseId, part: 'entry', changes: {} }))).toMatchObject({
		...{ code: 'INVALID', data: { what: 'day_missing' } },
	});
	expect(await refusalOf(client.funderData.complete({ caseId, part: 'exit', changes: { exitOn: today(pc) } }))).toMatchObject({
		...{ code: 'INVALID', data: { what: 'previous' } },
	});
	await client.funderData.complete({ caseId, part: 'entry', changes: { entryOn: ENTRY.entryOn ?? null } });
	expect(await partsDue(pc)).toEqual([]);
	expect((await got()).participation).toMatchObject({ ...ENTRY, disability: 'keine_angabe', entryDoneOn: today(pc) });

	const frozen = { code: 'FROZEN', data: { part: 'entry' } };
	expect(await refusalOf(client.funderData.save({ caseId, changes: { rural: 'yes' } }))).toMatchObject(frozen);
	expect(await refusalOf(client.funderData.save({ caseId, changes: { exitOn: today(pc), rural: 'yes' } }))).toMatchObject(frozen);
	expect(await refusalOf(client.funderData.complete({ caseId, part: 'entry', changes: { rural: 'yes' } }))).toMatchObject(frozen);
	const sneaked = client.funderData.complete({ caseId, part: 'exit', changes: { exitOn: today(pc), rural: 'yes' } });
	expect((await refusalOf(sneaked)).code).toBe('NOT_FOUND');
	const other = client.funderData.correct({ caseId, part: 'exit', changes: { exitOn: today(pc) }, reason: 'nein' });
	expect((await refusalOf(other)).code).toBe('NOT_FROZEN');
	expect((await got()).participation).toMatchObject({ rural: 'no', exitOn: null });
	await client.funderData.correct({ caseId, part: 'entry', changes: { rural: 'yes' }, reason: 'falsch verstanden' });
	expect(await got()).toMatchObject({
		...{ participation: { rural: 'yes' }, differences: [] },
		events: [
			{ what: 'corrected', part: 'entry', reason: 'falsch verstanden', answers: { rural: 'yes' } },
			{ what: 'completed', part: 'entry', reason: null, answers: { rural: 'no' } },
		],
	});

	const closedOn = today(pc);
	await client.cases.close({ id: caseId, ...CLOSING, closedOn: today(pc) });
	expect(await client.funderData.due()).toMatchObject([{ part: 'exit', state: 'due', until: addDays(closedOn, 28) }]);
	later(pc, 28);
	expect(await partsDue(pc)).toEqual(['exit due']);
	later(pc, 1);
	expect(await partsDue(pc)).toEqual(['exit overdue']);
	await client.funderData.complete({ caseId, part: 'exit', changes: { exitOn: closedOn, exitEmployment: 'erwerbstaetig' } });
	expect(await partsDue(pc)).toEqual([]);
	const from = addMonths(closedOn, 6);
	while (today(pc) < from) later(pc, 1);
	expect(await client.funderData.due()).toMatchObject([{ part: 'follow_up', state: 'due', from, until: addDays(from, 28) }]);
	await client.funderData.complete({ caseId, part: 'follow_up', changes: { followUpOn: today(pc), followUpEmployment: null } });
	expect(await partsDue(pc)).toEqual([]);
});

it('takes entry data only into an open file; exit and follow-up also after closing', async () => {
	const pc = await foundedBackend({ seed: 2 });
	const { client } = pc;
	const { caseId } = await fundedCase(pc);
	const close = () => client.cases.close({ id: caseId, ...CLOSING, closedOn: today(pc) });
	await close();
	const closed = { code: 'CLOSED', defined: true };
	expect(await refusalOf(client.funderData.save({ caseId, changes: ENTRY }))).toMatchObject(closed);
	expect(await refusalOf(client.funderData.complete({ caseId, part: 'entry', changes: ENTRY }))).toMatchObject(closed);
	await client.cases.reopen({ id: caseId, reason: 'kommt wieder' });
	await client.funderData.complete({ caseId, part: 'entry', changes: ENTRY });
	await close();
	const correction = { caseId, part: 'entry', changes: { rural: 'yes' }, reason: 'falsch' } as const;
	expect(await refusalOf(client.funderData.correct(correction))).toMatchObject(closed);
	await client.funderData.save({ caseId, changes: { exitOn: today(pc) } });
	await client.funderData.complete({ caseId, part: 'exit', changes: { exitQualification: 'yes' } });
	await client.funderData.correct({ caseId, part: 'exit', changes: { exitQualification: 'no' }, reason: 'Nachweis fehlt' });
	expect(await refusalOf(client.funderData.reenter({ caseId, on: today(pc) }))).toMatchObject(closed);
	await client.funderData.complete({ caseId, part: 'follow_up', changes: { followUpOn: today(pc) } });
	expect((await client.funderData.get({ caseId })).participation).toMatchObject({ rural: 'no', exitQualification: 'no' });
});

it('has one record for a person and programme: a second file goes on with it, and who comes back keeps the entry', async () => {
	const pc = await foundedBackend({ seed: 3 });
	const { client } = pc;
	const { caseId, personId, programmeId, owner } = await fundedCase(pc);
	await client.cases.addContact({ ...note({ duration: 300 }), caseId, privateNote: null });
	await client.funderData.complete({ caseId, part: 'entry', changes: ENTRY });
	const left = { exitOn: today(pc), exitEmployment: 'arbeitslos' } as const;
	expect((await refusalOf(client.funderData.reenter({ caseId, on: today(pc) }))).code).toBe('NOT_LEFT');
	await client.funderData.complete({ caseId, part: 'exit', changes: left });
	await client.cases.close({ id: caseId, ...CLOSING, closedOn: today(pc) });
	later(pc, 40);
	const { id: second } = await open(client, owner, personId, programmeId);
	await client.cases.addContact({ ...note({ duration: 200 }), caseId: second, privateNote: null });
	expect(await client.funderData.get({ caseId: second })).toMatchObject({
		contactMinutes: 500,
		closedOn: null,
		participation: left,
	});
	expect((await refusalOf(client.funderData.reenter({ caseId: second, on: addDays(left.exitOn, -1) }))).code).toBe('NOT_LEFT');
	expect((await refusalOf(client.funderData.reenter({ caseId: second, on: addDays(today(pc), 1) }))).code).toBe('NOT_LEFT');
	await client.funderData.reenter({ caseId: second, on: today(pc) });
	const record = await client.funderData.get({ caseId: second });
	expect(record.participation).toMatchObject({
		...ENTRY,
		reenteredOn: today(pc),
		exitOn: null,
		exitEmployment: null,
		exitDoneOn: null,
	});
	expect(record.events[0]).toMatchObject({ what: 'reentered', answers: { exitEmployment: 'arbeitslos' } });
	expect(await client.funderData.get({ caseId })).toMatchObject({ participation: record.participation });
	// One reminder for both files, of the newer.
	await client.cases.close({ id: second, ...CLOSING, closedOn: today(pc) });
	expect(await client.funderData.due()).toMatchObject([{ part: 'exit', caseId: second }]);
});

it('is empty without a programme, and refuses what belongs to none', async () => {
	const { client } = await foundedBackend({ seed: 4 });
	const [me] = await client.members.list();
	const { id: personId } = await client.people.create(person());
	const { id: caseId } = await client.cases.open({ ...caseOf(me?.id as MemberId), personId });
	await client.cases.addContact({ ...note({ duration: 900 }), caseId, privateNote: null });
	expect(await client.funderData.get({ caseId })).toMatchObject({ programme: null, dues: [] });
	expect(await client.funderData.due()).toEqual([]);
	expect((await refusalOf(client.funderData.save({ caseId, changes: ENTRY }))).code).toBe('NO_PROGRAMME');
	const nowhere = '00000000-0000-7000-8000-000000000000' as CaseId;
	expect((await refusalOf(client.funderData.get({ caseId: nowhere }))).code).toBe('NOT_FOUND');
	expect((await refusalOf(client.funderData.save({ caseId: nowhere, changes: ENTRY }))).code).toBe('NOT_FOUND');
});

it('loses nothing when two PCs complete the same part while apart, and shows where they differ', async () => {
	const place = office();
	const one = await place.pc('Büro');
	await newSite(one);
	const { caseId } = await fundedCase(one);
	await one.client.share.connect({ folder: place.share });
	await sync(one);
	const two = await place.pc('Büro oben');
	await joinSite(two, place.share);
	await sync(two);
	const both = async () => {
		for (const pc of [one, two, one]) await sync(pc);
	};
	await one.client.funderData.complete({ caseId, part: 'entry', changes: { ...ENTRY, rural: 'no' } });
	place.clock.advance(1000);
	const { sex: _, ...other } = ENTRY;
	await two.client.funderData.complete({ caseId, part: 'entry', changes: { ...other, rural: 'yes', joblessHousehold: 'yes' } });
	await both();
	const [here, there] = [await one.client.funderData.get({ caseId }), await two.client.funderData.get({ caseId })];
	expect(there).toEqual(here);
	expect(here.participation).toMatchObject({ sex: 'w', joblessHousehold: 'yes', rural: 'yes', bornAbroad: 'yes' });
	expect(here.differences).toMatchObject([
		{ part: 'entry', field: 'rural', current: 'yes', versions: [{ value: 'no' }, { value: 'yes' }] },
	]);
	expect(here.events.filter(({ what }) => what === 'completed')).toHaveLength(2);
	await two.client.funderData.correct({ caseId, part: 'entry', changes: { rural: 'no' }, reason: 'nachgefragt' });
	await both();
	expect(await one.client.funderData.get({ caseId })).toMatchObject({ participation: { rural: 'no' }, differences: [] });

	// What one of them only kept for now, while the other completed, does not slip into frozen data unseen.
	await one.client.funderData.complete({ caseId, part: 'exit', changes: { exitOn: today(one), exitEmployment: 'arbeitslos' } });
	place.clock.advance(1000);
	await two.client.funderData.save({ caseId, changes: { exitEmployment: 'erwerbstaetig', exitInEducation: 'yes' } });
	await both();
	const { differences } = await one.client.funderData.get({ caseId });
	expect(differences.map(({ field, current }) => [field, current])).toEqual([
		['exitEmployment', 'erwerbstaetig'],
		['exitInEducation', 'yes'],
	]);
});

it('goes along when two records of one person become one, and the entry that was completed first speaks for both', async () => {
	const pc = await foundedBackend({ seed: 5 });
	const { client } = pc;
	const { caseId, personId, programmeId, owner } = await fundedCase(pc);
	const again = async () => {
		const { id } = await client.people.create(person());
		return { id, file: (await open(client, owner, id, programmeId)).id };
	};
	const [first, second] = [await again(), await again()];
	await client.funderData.complete({ caseId: first.file, part: 'entry', changes: { ...ENTRY, rural: 'yes' } });
	await client.people.merge({ keepId: personId, awayId: first.id, fromAway: [] });
	const entryOf = async (id: typeof caseId) => (await client.funderData.get({ caseId: id })).participation?.rural;
	expect([await entryOf(caseId), await entryOf(first.file)]).toEqual(['yes', 'yes']);

	later(pc, 1);
	await client.funderData.complete({ caseId: second.file, part: 'entry', changes: ENTRY });
	expect(await entryOf(second.file)).toBe('no');
	await client.people.merge({ keepId: personId, awayId: second.id, fromAway: [] });
	expect(await entryOf(second.file)).toBe('yes');
	expect(await partsDue(pc)).toEqual([]);
	await client.people.separate({ id: second.id });
	expect([await entryOf(caseId), await entryOf(second.file)]).toEqual(['yes', 'no']);
});
