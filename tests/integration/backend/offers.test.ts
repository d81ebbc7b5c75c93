import { expect, it } from 'vitest';
import type { HelperChange, OfferFields, SessionChange } from '#shared/features/offers/model.ts';
import type { RecurrenceRule } from '#shared/features/offers/recurrence.ts';
import type { MemberId, OfferId, RoomId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { createOffer, rule, stateOf, TUESDAYS, week } from '#tests/support/offer-plan.ts';
import { newSite, office, refusalOf } from '#tests/support/office.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** Offers and their sessions over real encrypted files. The clock stands on Monday, 9 March 2026. */

const NOBODY = '01890000-0000-7000-8000-000000000000';
const day = (text: string) => text as LocalDate;

async function house(): Promise<TestBackend & { member: MemberId; hall: RoomId }> {
	const pc = await office().pc('Tresen');
	const { member } = await newSite(pc);
	const { id: hall } = await pc.client.rooms.create({ name: 'Saal', capacity: 40, note: null, forCounselling: false });
	return { ...pc, member, hall };
}

const NO_CHANGE: HelperChange = { come: [], leave: [] };
const change = (
	{ client }: TestBackend,
	offerId: OfferId,
	ruleDay: string,
	changes: Partial<SessionChange>,
	helpers = NO_CHANGE,
) => client.offers.changeSession({ offerId, ruleDay: day(ruleDay), changes, helpers });

it('gives the sessions of a rule, names what is closed, and knows the next one', async () => {
	const pc = await house();
	const id = await createOffer(pc, { ...TUESDAYS, leaders: [pc.member], roomId: pc.hall });
	await createOffer(pc, { name: 'Äpfel ernten', firstOn: day('2026-04-03'), rule: null, skipsClosedDays: false });
	const hours = await pc.client.site.openingHours();
	const closures = [{ from: day('2026-03-17'), until: day('2026-03-18'), name: 'Umbau' }];
	await pc.client.site.saveOpeningHours({ ...hours, closures });
	expect(await week(pc, '2026-03-01', '2026-04-07')).toEqual([
		'2026-03-03 14:00–16:00 Nähwerkstatt',
		'2026-03-10 14:00–16:00 Nähwerkstatt',
		'2026-03-17 14:00–16:00 Nähwerkstatt (closed: Umbau)',
		'2026-03-24 14:00–16:00 Nähwerkstatt',
		'2026-03-31 14:00–16:00 Nähwerkstatt',
		'2026-04-03 14:00–16:00 Äpfel ernten',
		'2026-04-07 14:00–16:00 Nähwerkstatt',
	]);
	const list = await pc.client.offers.list();
	expect(list.map(({ name, next, roomName }) => [name, next?.day, roomName])).toEqual([
		['Äpfel ernten', '2026-04-03', null],
		['Nähwerkstatt', '2026-03-10', 'Saal'],
	]);
	expect((await pc.client.offers.get({ id })).rule).toBe('FREQ=WEEKLY;BYDAY=TU');
	const [first] = await pc.client.offers.sessions({ from: day('2026-03-03'), until: day('2026-03-03'), offerId: id });
	expect(first).toMatchObject({ roomId: pc.hall, roomName: 'Saal', leaders: [pc.member], helpers: [], isMoved: false });
	const { name: _, ...plan } = { ...TUESDAYS, skipsClosedDays: true };
	const preview = await pc.client.offers.preview({ ...plan, roomId: null, leaders: [], offerId: null, sessions: 3 });
	expect(preview.days).toEqual([
		{ day: '2026-03-10', closedFor: null, isSkipped: false },
		{ day: '2026-03-17', closedFor: 'Umbau', isSkipped: true },
		{ day: '2026-03-24', closedFor: null, isSkipped: false },
		{ day: '2026-03-31', closedFor: null, isSkipped: false },
	]);
});

it('moves, cancels and staffs one session, and takes each of it back', async () => {
	const pc = await house();
	const id = await createOffer(pc, TUESDAYS);
	const before = await week(pc, '2026-03-01', '2026-04-07');
	const moved = await change(pc, id, '2026-03-10', {
		...{ day: day('2026-03-12'), times: { from: '09:00', until: '11:00' } as SessionChange['times'], note: ' wegen Wahl ' },
	});
	await change(pc, id, '2026-03-24', { isCancelled: true, note: 'Leitung krank' });
	expect(await week(pc, '2026-03-01', '2026-03-25')).toEqual([
		'2026-03-03 14:00–16:00 Nähwerkstatt',
		'2026-03-12 09:00–11:00 Nähwerkstatt (moved) wegen Wahl',
		'2026-03-17 14:00–16:00 Nähwerkstatt',
		'2026-03-24 14:00–16:00 Nähwerkstatt (cancelled) Leitung krank',
	]);
	// Seen from the week it went to, and not from the one it left.
	expect(await week(pc, '2026-03-12', '2026-03-12')).toHaveLength(1);
	expect(await week(pc, '2026-03-10', '2026-03-10')).toEqual([]);
	await change(pc, id, '2026-03-03', { leaders: [pc.member], roomId: pc.hall }, { come: [pc.member], leave: [] });
	const [first] = await pc.client.offers.sessions({ from: day('2026-03-03'), until: day('2026-03-03'), offerId: null });
	expect(first).toMatchObject({ leaders: [pc.member], helpers: [pc.member], roomName: 'Saal' });
	expect(await change(pc, id, '2026-03-10', moved.before)).toMatchObject({ before: { day: '2026-03-12', note: 'wegen Wahl' } });
	await change(pc, id, '2026-03-24', { isCancelled: false, note: null });
	expect(await week(pc, '2026-03-01', '2026-04-07')).toEqual(before);

	for (const [ruleDay, changes, code] of [
		['2026-03-11', { isCancelled: true }, 'NOT_FOUND'],
		['2026-03-10', { day: day('2200-01-01') }, 'IMPOSSIBLE_TIME'],
		['2026-03-10', { day: day('1969-12-31') }, 'IMPOSSIBLE_TIME'],
		['2026-03-10', { times: { from: '11:00', until: '11:00' } as SessionChange['times'] }, 'IMPOSSIBLE_TIME'],
		['2026-03-10', { roomId: NOBODY as RoomId }, 'NOT_FOUND'],
		['2026-03-10', { leaders: [NOBODY as MemberId] }, 'NOT_FOUND'],
	] as const)
		expect((await refusalOf(change(pc, id, ruleDay, changes as Partial<SessionChange>))).code).toBe(code);
	expect(await week(pc, '2026-03-01', '2026-04-07')).toEqual(before);
});

it('splits an offer where the rest is to be different; what was changed of single sessions goes along, and undo joins them', async () => {
	const pc = await house();
	const id = await createOffer(pc, { ...TUESDAYS, rule: rule('FREQ=WEEKLY;COUNT=6;BYDAY=TU') });
	await change(pc, id, '2026-03-10', { isCancelled: true, note: 'Ferien' });
	await change(pc, id, '2026-03-31', { isCancelled: true, note: 'Putztag' });
	const before = await week(pc, '2026-03-01', '2026-06-30');
	expect(before).toHaveLength(6);
	const later = await pc.client.offers.split({
		...{ offerId: id, ruleDay: day('2026-03-17') },
		changes: { firstOn: day('2026-03-19'), rule: rule('FREQ=WEEKLY;COUNT=6;BYDAY=TH'), name: 'Nähen am Donnerstag' },
	});
	expect(later.id).not.toBe(id);
	expect(await week(pc, '2026-03-01', '2026-06-30')).toEqual([
		'2026-03-03 14:00–16:00 Nähwerkstatt',
		'2026-03-10 14:00–16:00 Nähwerkstatt (cancelled) Ferien',
		'2026-03-19 14:00–16:00 Nähen am Donnerstag',
		'2026-03-26 14:00–16:00 Nähen am Donnerstag',
		'2026-04-02 14:00–16:00 Nähen am Donnerstag (cancelled) Putztag',
		'2026-04-09 14:00–16:00 Nähen am Donnerstag',
	]);
	expect((await pc.client.offers.get({ id })).rule).toBe('FREQ=WEEKLY;BYDAY=TU;UNTIL=20260316');
	await pc.client.offers.rejoin({ id, laterId: later.id, rule: later.rule as RecurrenceRule });
	expect(await week(pc, '2026-03-01', '2026-06-30')).toEqual(before);
	// Once more at the same session: the same offer comes back, as it is wanted now.
	const again = await pc.client.offers.split({ offerId: id, ruleDay: day('2026-03-17'), changes: { name: 'Nähen 2' } });
	expect(again.id).toBe(later.id);
	expect((await week(pc, '2026-03-12', '2026-03-25')).map((line) => line.slice(0, 10))).toEqual(['2026-03-17', '2026-03-24']);
	await pc.client.offers.rejoin({ id, laterId: again.id, rule: again.rule as RecurrenceRule });
	expect(await week(pc, '2026-03-01', '2026-06-30')).toEqual(before);

	// From the middle on without another rule: as many are left as there were.
	const rest = await pc.client.offers.split({
		...{ offerId: id, ruleDay: day('2026-03-24') },
		changes: { name: 'Nähen' },
	});
	expect((await pc.client.offers.get({ id: rest.id })).rule).toBe('FREQ=WEEKLY;COUNT=3;BYDAY=TU');
	// Of the first session it is the whole offer.
	const whole = await pc.client.offers.split({ offerId: rest.id, ruleDay: day('2026-03-24'), changes: { name: 'Nähkurs' } });
	expect(whole.id).toBe(rest.id);
	expect(await week(pc, '2026-03-18', '2026-06-30')).toEqual([
		'2026-03-24 14:00–16:00 Nähkurs',
		'2026-03-31 14:00–16:00 Nähkurs (cancelled) Putztag',
		'2026-04-07 14:00–16:00 Nähkurs',
	]);
});

it('moves all sessions with what was changed of them, and back', async () => {
	const pc = await house();
	const id = await createOffer(pc, TUESDAYS);
	await change(pc, id, '2026-03-17', { note: 'mit Gast' });
	const before = await pc.client.offers.get({ id });
	const shown = await week(pc, '2026-03-01', '2026-04-07');
	await pc.client.offers.update({ id, changes: { firstOn: day('2026-03-05'), rule: rule('FREQ=WEEKLY;BYDAY=TH') } });
	expect(await week(pc, '2026-03-16', '2026-03-27')).toEqual([
		'2026-03-19 14:00–16:00 Nähwerkstatt mit Gast',
		'2026-03-26 14:00–16:00 Nähwerkstatt',
	]);
	await pc.client.offers.update({ id, changes: { firstOn: before.firstOn, rule: before.rule } });
	expect(await week(pc, '2026-03-01', '2026-04-07')).toEqual(shown);
	await pc.client.offers.remove({ id });
	expect(await week(pc, '2026-03-01', '2026-04-07')).toEqual([]);
	expect((await refusalOf(pc.client.offers.get({ id }))).code).toBe('NOT_FOUND');
	await pc.client.offers.restore({ id });
	expect(await week(pc, '2026-03-01', '2026-04-07')).toEqual(shown);
});

it('refuses plans that cannot be, and nothing of them is written', async () => {
	const pc = await house();
	const refused = async (fields: Partial<OfferFields>) => {
		const { code, data } = await refusalOf(createOffer(pc, { ...TUESDAYS, ...fields }));
		return data && code === 'OFF_RULE' ? `${code} ${(data as { next: string | null }).next}` : code;
	};
	for (const [fields, expected] of [
		[{ until: '14:00' }, 'IMPOSSIBLE_TIME'],
		[{ until: '13:59' }, 'IMPOSSIBLE_TIME'],
		[{ firstOn: '1969-12-30' }, 'IMPOSSIBLE_TIME'],
		[{ firstOn: '2200-01-07' }, 'IMPOSSIBLE_TIME'],
		[{ firstOn: '2026-03-04' }, 'OFF_RULE 2026-03-10'],
		[{ rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31' }, 'OFF_RULE null'],
		[{ rule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20260302' }, 'OFF_RULE null'],
		[{ rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29' }, 'OFF_RULE 2028-02-29'],
		[{ rule: 'FREQ=MONTHLY;BYMONTHDAY=31' }, 'OFF_RULE 2026-03-31'],
		[{ rule: 'FREQ=WEEKLY;COUNT=3;UNTIL=20270101' }, 'BAD_REQUEST'],
		[{ rule: 'FREQ=HOURLY' }, 'BAD_REQUEST'],
		[{ from: '00:00', until: '24:00' }, 'BAD_REQUEST'],
		[{ firstOn: '2026-02-30' }, 'BAD_REQUEST'],
		[{ roomId: NOBODY }, 'NOT_FOUND'],
		[{ leaders: [NOBODY] }, 'NOT_FOUND'],
	] as const)
		expect([fields, await refused(fields as unknown as Partial<OfferFields>)]).toEqual([fields, expected]);
	expect(await pc.client.offers.list()).toEqual([]);
	// A whole day but for its last minute, and the far ends of the calendar.
	const wide = await createOffer(pc, {
		...({ ...TUESDAYS, from: '00:00', until: '23:59', rule: rule('FREQ=DAILY') } as Partial<OfferFields>),
		firstOn: day('1970-01-01'),
	});
	expect(await pc.client.offers.sessions({ from: day('2199-12-30'), until: day('2199-12-31'), offerId: wide })).toHaveLength(2);
	expect(
		(await refusalOf(pc.client.offers.sessions({ from: day('2026-01-01'), until: day('2027-03-01'), offerId: null }))).code,
	).toBe('BAD_REQUEST');
	expect(await stateOf(pc, wide, '2026-12-25')).toBe('closed');
});

it('rooms have one name each, whatever its spelling; a removed one still names what is planned there', async () => {
	const pc = await house();
	const garden = { name: 'Gärten', capacity: null, note: null, forCounselling: false };
	const { id } = await pc.client.rooms.create(garden);
	expect((await refusalOf(pc.client.rooms.create({ ...garden, name: ' GAERTEN ' }))).code).toBe('NAME_TAKEN');
	expect((await refusalOf(pc.client.rooms.update({ id, changes: { name: 'saal' } }))).code).toBe('NAME_TAKEN');
	await pc.client.rooms.update({ id, changes: { name: 'Garten', capacity: 12 } });
	expect((await pc.client.rooms.list()).map(({ name, capacity }) => [name, capacity])).toEqual([
		['Garten', 12],
		['Saal', 40],
	]);
	const offer = await createOffer(pc, { ...TUESDAYS, roomId: pc.hall });
	await pc.client.rooms.remove({ id: pc.hall });
	expect((await pc.client.offers.get({ id: offer })).roomName).toBe('Saal');
	// Its name can be corrected all the same; nothing new is planned there.
	await pc.client.offers.update({ id: offer, changes: { name: 'Nähen', roomId: pc.hall } });
	expect((await refusalOf(createOffer(pc, { ...TUESDAYS, roomId: pc.hall }))).code).toBe('NOT_FOUND');
	const { id: other } = await pc.client.rooms.create({ ...garden, name: 'Saal' });
	expect((await refusalOf(pc.client.rooms.restore({ id: pc.hall }))).code).toBe('NAME_TAKEN');
	await pc.client.rooms.remove({ id: other });
	await pc.client.rooms.restore({ id: pc.hall });
	expect((await pc.client.rooms.list()).map(({ name }) => name)).toEqual(['Garten', 'Saal']);
	expect((await refusalOf(pc.client.rooms.remove({ id: other }))).code).toBe('NOT_FOUND');
});
