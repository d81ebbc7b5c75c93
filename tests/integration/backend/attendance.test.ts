import { expect, it } from 'vitest';
import type { AttendanceId, OfferId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { createOffer, TUESDAYS } from '#tests/support/offer-plan.ts';
import { newSite, office, refusalOf } from '#tests/support/office.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** Attendance over real encrypted files. The clock stands on Monday, 9 March 2026; the offer is on Tuesdays. */

const NOBODY = '01890000-0000-7000-8000-000000000000';
const day = (text: string) => text as LocalDate;
const LAST = day('2026-03-03');

async function house(): Promise<TestBackend & { offerId: OfferId }> {
	const pc = await office().pc('Tresen');
	await newSite(pc);
	return { ...pc, offerId: await createOffer(pc, { ...TUESDAYS, firstOn: day('2025-12-02'), capacity: 8 }) };
}
type House = Awaited<ReturnType<typeof house>>;

const mark = ({ client, offerId }: House, ruleDay: string, names: string[], anonymous = 0) =>
	client.attendance.mark({
		...{ offerId, ruleDay: day(ruleDay), via: 'roll_call', anonymous },
		names: names.map((name) => ({ name, line: null })),
	});
const seen = async ({ client, offerId }: House, ruleDay: string) => {
	const { present, known } = await client.attendance.ofSession({ offerId, ruleDay: day(ruleDay) });
	return { present: present.map(({ name }) => name), known };
};

it('writes heads with and without a name, and takes each of it back', async () => {
	const pc = await house();
	const first = await mark(pc, LAST, ['Fatma Fabel', ' Jürgen  Jux '], 2);
	expect(first.already).toEqual([]);
	expect(first.ids).toHaveLength(4);
	// The same name in another spelling, and one of the same name as somebody else.
	const second = await mark(pc, LAST, ['fatma fabel', 'Juergen Jux', 'Fatma Fabel (2)', 'FATMA FABEL (2)']);
	expect(second.already).toEqual(['fatma fabel', 'Juergen Jux', 'FATMA FABEL (2)']);
	expect((await seen(pc, LAST)).present.filter((name) => name !== null)).toEqual(
		expect.arrayContaining(['Fatma Fabel', 'Jürgen  Jux', 'Fatma Fabel (2)']),
	);
	expect((await seen(pc, LAST)).present).toHaveLength(5);
	await pc.client.attendance.unmark({ ids: first.ids });
	expect((await seen(pc, LAST)).present).toEqual(['Fatma Fabel (2)']);
	await pc.client.attendance.restore({ ids: first.ids });
	expect((await seen(pc, LAST)).present).toHaveLength(5);
	// Taken back and ticked off again, as it is written now.
	await pc.client.attendance.unmark({ ids: first.ids });
	expect(await mark(pc, LAST, ['Fatma FABEL'])).toEqual({ ids: [first.ids[0]], already: [] });
	expect((await seen(pc, LAST)).present).toContain('Fatma FABEL');
	const refused = await refusalOf(pc.client.attendance.unmark({ ids: [...second.ids, NOBODY as AttendanceId] }));
	expect(refused.code).toBe('NOT_FOUND');
	expect((await seen(pc, LAST)).present).toContain('Fatma Fabel (2)');
});

it('keeps the lines of a sheet in order', async () => {
	const pc = await house();
	const names = ['Zoe', 'Anton', 'Mehmet', 'Berta'].map((name, at) => ({ name, line: at * 2 + 1 }));
	await pc.client.attendance.mark({ offerId: pc.offerId, ruleDay: LAST, via: 'sheet', names, anonymous: 0 });
	const { present } = await pc.client.attendance.ofSession({ offerId: pc.offerId, ruleDay: LAST });
	expect(present.map(({ name, line, via }) => [name, line, via])).toEqual([
		['Zoe', 1, 'sheet'],
		['Anton', 3, 'sheet'],
		['Mehmet', 5, 'sheet'],
		['Berta', 7, 'sheet'],
	]);
});

it('refuses what cannot be, and writes nothing of it', async () => {
	const pc = await house();
	const { client, offerId } = pc;
	const codeOf = async (call: Promise<unknown>) => (await refusalOf(call)).code;
	expect(await codeOf(mark(pc, LAST, ['Anton', '   ']))).toBe('BAD_REQUEST');
	expect(await codeOf(mark(pc, LAST, ['Anton', 'x'.repeat(81)]))).toBe('BAD_REQUEST');
	expect(await codeOf(mark(pc, LAST, ['Anton'], 500))).toBe('BAD_REQUEST');
	expect(await codeOf(mark(pc, LAST, [], -1))).toBe('BAD_REQUEST');
	// Not before the day itself, also where the day is another one than planned.
	expect(await codeOf(mark(pc, '2026-03-10', ['Anton']))).toBe('NOT_YET');
	await client.offers.changeSession({ offerId, ruleDay: day('2026-03-10'), changes: { day: day('2026-03-09') } });
	expect(await codeOf(mark(pc, '2026-03-10', ['Anton']))).toBe('none');
	await client.offers.changeSession({ offerId, ruleDay: LAST, changes: { day: day('2026-03-12') } });
	expect(await codeOf(mark(pc, LAST, ['Anton']))).toBe('NOT_YET');
	await client.offers.changeSession({ offerId, ruleDay: LAST, changes: { day: null, isCancelled: true } });
	expect(await codeOf(mark(pc, LAST, ['Anton']))).toBe('NOT_ON');
	await client.offers.changeSession({ offerId, ruleDay: LAST, changes: { isCancelled: false } });
	// A day that is none of its own.
	expect(await codeOf(mark(pc, '2026-03-04', ['Anton']))).toBe('NOT_FOUND');
	expect(await codeOf(client.attendance.ofSession({ offerId, ruleDay: day('2026-03-04') }))).toBe('NOT_FOUND');
	expect((await seen(pc, LAST)).present).toEqual([]);
	const { ids } = await mark(pc, LAST, ['Berta'], 1);
	await client.offers.remove({ id: offerId });
	for (const call of [
		mark(pc, LAST, ['Anton']),
		client.attendance.ofOffer({ offerId }),
		client.attendance.exportCsv({ offerId }),
	])
		expect(await codeOf(call)).toBe('NOT_FOUND');
	// What was seen stays, for when the offer comes back.
	await client.offers.restore({ id: offerId });
	expect((await client.attendance.ofSession({ offerId, ruleDay: LAST })).present.map(({ id }) => id).sort()).toEqual(ids.sort());
});

it('knows who usually comes to this offer, and nobody of another one', async () => {
	const pc = await house();
	const other = { ...pc, offerId: await createOffer(pc, { ...TUESDAYS, name: 'Chor' }) };
	await mark(other, LAST, ['Quirin Quatsch']);
	await mark(pc, '2026-02-10', ['Anton', 'Berta']);
	await mark(pc, '2026-02-17', ['berta', 'Cem'], 3);
	await mark(pc, '2026-02-24', ['Berta', 'Cem', 'Dilek']);
	expect((await seen(pc, LAST)).known).toEqual(['Berta', 'Cem', 'Anton', 'Dilek']);
	await mark(pc, LAST, ['CEM']);
	expect(await seen(pc, LAST)).toEqual({ present: ['CEM'], known: ['Berta', 'Anton', 'Dilek'] });
	// For a sheet that is to be printed for a session to come.
	expect((await seen(pc, '2026-03-10')).known.slice(0, 2)).toEqual(['Berta', 'CEM']);
	// Where the offer goes on as another one, the same people come.
	const { id } = await pc.client.offers.split({ offerId: pc.offerId, ruleDay: day('2026-03-10'), changes: { name: 'Nähen 2' } });
	expect((await seen({ ...pc, offerId: id }, '2026-03-10')).known.slice(0, 2)).toEqual(['Berta', 'CEM']);
});

it('counts the latest sessions, moved ones and those of a plan that is no longer so', async () => {
	const pc = await house();
	const { client, offerId } = pc;
	await mark(pc, '2026-02-17', ['Anton', 'Berta'], 3);
	await mark(pc, '2026-02-24', [], 4);
	await client.offers.changeSession({ offerId, ruleDay: day('2026-02-24'), changes: { day: day('2026-02-26') } });
	await client.offers.changeSession({ offerId, ruleDay: day('2026-02-10'), changes: { isCancelled: true } });
	const rows = async () =>
		(await client.attendance.ofOffer({ offerId })).map(({ day, heads, anonymous, isMoved }) => [day, heads, anonymous, isMoved]);
	expect((await rows()).slice(0, 4)).toEqual([
		['2026-03-03', 0, 0, false],
		['2026-02-26', 4, 4, true],
		['2026-02-17', 5, 3, false],
		['2026-02-03', 0, 0, false],
	]);
	expect((await client.attendance.ofOffer({ offerId }))[2]).toMatchObject({
		capacity: 8,
		times: { from: '14:00', until: '16:00' },
	});
	expect((await client.attendance.exportCsv({ offerId })).text.split('\r\n')).toEqual([
		'\uFEFFTag;Von;Bis;Plätze;Anwesend;Davon ohne Namen',
		'17.02.2026;14:00;16:00;8;5;3',
		'26.02.2026;14:00;16:00;8;4;4',
		'03.03.2026;14:00;16:00;8;0;0',
		'',
	]);
	// All sessions go to Wednesdays, the past ones too: who was there on a Tuesday was there.
	await client.offers.update({
		id: offerId,
		changes: { firstOn: day('2025-12-03'), rule: 'FREQ=WEEKLY;BYDAY=WE' as typeof TUESDAYS.rule },
	});
	expect((await rows()).slice(0, 4)).toEqual([
		['2026-03-04', 0, 0, false],
		['2026-02-26', 0, 0, true],
		['2026-02-24', 4, 4, false],
		['2026-02-18', 0, 0, false],
	]);
	expect((await client.attendance.ofOffer({ offerId }))[2]).toMatchObject({ times: null, capacity: null });
	const most = await createOffer(pc, { ...TUESDAYS, firstOn: day('2024-01-02') });
	expect(await client.attendance.ofOffer({ offerId: most })).toHaveLength(26);
});

it('gives the sessions of a day with their heads', async () => {
	const pc = await house();
	await mark(pc, LAST, ['Anton'], 2);
	await createOffer(pc, { ...TUESDAYS, name: 'Chor', from: '09:00', until: '10:00' } as never);
	const ofDay = async (on: LocalDate) =>
		(await pc.client.attendance.ofDay({ day: on })).map(({ name, from, heads }) => [name, from, heads]);
	expect(await ofDay(LAST)).toEqual([
		['Chor', '09:00', 0],
		['Nähwerkstatt', '14:00', 3],
	]);
	expect(await ofDay(addDays(LAST, 1))).toEqual([]);
	await pc.client.offers.changeSession({ offerId: pc.offerId, ruleDay: LAST, changes: { isCancelled: true } });
	expect(await ofDay(LAST)).toEqual([['Chor', '09:00', 0]]);
});
