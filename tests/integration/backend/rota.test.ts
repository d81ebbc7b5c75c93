import { expect, it } from 'vitest';
import type { Duty, DutyKind } from '#shared/features/rota/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { add, OWN, START } from '#tests/support/newcomer.ts';
import { createOffer, rule, TUESDAYS } from '#tests/support/offer-plan.ts';
import { joinSite, newSite, office, refusalOf, signIn, sync } from '#tests/support/office.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** Who opens, closes and helps, over real encrypted files. The clock stands on Monday, 9 March 2026, 9:30 in the morning. */

const day = (text: string) => text as LocalDate;
const [MONDAY, TUESDAY] = [day('2026-03-09'), day('2026-03-10')];
const duty = (memberId: MemberId, on: LocalDate, kind: DutyKind = 'open'): Duty => ({ day: on, kind, memberId });
const put = ({ client }: TestBackend, ...come: Duty[]) => client.rota.change({ come, leave: [] });
const take = ({ client }: TestBackend, ...leave: Duty[]) => client.rota.change({ come: [], leave });
const plan = async ({ client }: TestBackend, from = MONDAY): Promise<string[]> =>
	(await client.rota.duties({ from, until: addDays(from, 6) })).map(({ day: on, kind, memberId }) => `${on} ${kind} ${memberId}`);
const helpersOn = async ({ client }: TestBackend, on: LocalDate) =>
	(await client.offers.sessions({ from: on, until: on, offerId: null }))[0]?.helpers;

/** For the first time, so with a passphrase of their own from now on. */
async function arrive({ client }: TestBackend, name: string): Promise<void> {
	await client.members.signIn({ signInName: name, passphrase: START });
	await client.members.changePassphrase({ current: START, next: OWN });
}

async function house() {
	const pc = await office().pc('Tresen');
	const { member: anna } = await newSite(pc);
	const vera = await add(pc, 'Vera', ['volunteer']);
	return { pc, anna, vera };
}

it('coordination puts down anybody; a volunteer only themselves; each of it is taken back', async () => {
	const { pc, anna, vera } = await house();
	const both = await put(pc, duty(anna, TUESDAY), duty(vera, TUESDAY), duty(vera, TUESDAY, 'close'));
	expect(both).toMatchObject({ come: { length: 3 }, leave: [] });
	expect(await put(pc, duty(anna, TUESDAY))).toEqual({ come: [], leave: [] });
	expect((await plan(pc)).sort()).toEqual(
		[`${TUESDAY} close ${vera}`, `${TUESDAY} open ${anna}`, `${TUESDAY} open ${vera}`].sort(),
	);
	await pc.client.rota.change({ come: both.leave, leave: both.come });
	expect(await plan(pc)).toEqual([]);
	await put(pc, duty(anna, TUESDAY));
	await arrive(pc, 'vera');
	await put(pc, duty(vera, TUESDAY));
	expect(await plan(pc)).toEqual([`${TUESDAY} open ${anna}`, `${TUESDAY} open ${vera}`]);
	await take(pc, duty(vera, TUESDAY));
	for (const refused of [
		put(pc, duty(anna, TUESDAY, 'close')),
		take(pc, duty(anna, TUESDAY)),
		pc.client.rota.copyWeek({ monday: MONDAY }),
	])
		expect((await refusalOf(refused)).code).toBe('NO_ACCESS');
	expect(await plan(pc)).toEqual([`${TUESDAY} open ${anna}`]);
});

it('there is no duty on a day the house is closed, none in the past, and none for somebody who is not there', async () => {
	const { pc, anna } = await house();
	const hours = await pc.client.site.openingHours();
	const closures = [{ from: day('2026-03-11'), until: day('2026-03-11'), name: 'Umbau' }];
	await pc.client.site.saveOpeningHours({ ...hours, closures });
	const nobody = '01890000-0000-7000-8000-000000000000' as MemberId;
	for (const [one, code] of [
		[duty(anna, day('2026-03-11')), 'HOUSE_CLOSED'],
		[duty(anna, day('2026-03-15')), 'HOUSE_CLOSED'],
		[duty(anna, day('2026-03-06')), 'PAST'],
		[duty(nobody, TUESDAY), 'NOT_FOUND'],
	] as const)
		expect((await refusalOf(put(pc, duty(anna, TUESDAY), one))).code).toBe(code);
	expect(await plan(pc)).toEqual([]);
	// Closed after somebody was put down: they can still be taken out.
	await put(pc, duty(anna, TUESDAY));
	await pc.client.site.saveOpeningHours({ ...hours, closures: [{ from: TUESDAY, until: TUESDAY, name: 'Umbau' }] });
	await take(pc, duty(anna, TUESDAY));
	expect(await plan(pc)).toEqual([]);
});

it('takes over last week without whoever is away, and all of it is taken back at once', async () => {
	const { pc, anna, vera } = await house();
	const next = addDays(MONDAY, 7);
	await put(pc, duty(anna, MONDAY), duty(vera, TUESDAY), duty(anna, TUESDAY, 'close'), duty(vera, day('2026-03-12')));
	await put(pc, duty(anna, addDays(TUESDAY, 7)));
	await pc.client.schedule.addAbsence({ memberId: vera, from: day('2026-03-19'), until: day('2026-03-19'), note: null });
	const { come } = await pc.client.rota.copyWeek({ monday: next });
	expect(come).toHaveLength(2);
	expect((await plan(pc, next)).sort()).toEqual(
		[`2026-03-16 open ${anna}`, `2026-03-17 close ${anna}`, `2026-03-17 open ${anna}`].sort(),
	);
	expect((await pc.client.rota.copyWeek({ monday: next })).come).toEqual([]);
	await take(pc, ...come);
	expect(await plan(pc, next)).toEqual([`2026-03-17 open ${anna}`]);
});

it('everybody says for themselves that they help, as long as the session takes place', async () => {
	const { pc, anna, vera } = await house();
	const offerId = await createOffer(pc, { ...TUESDAYS, leaders: [anna], helpersWanted: 2 });
	const change = (ruleDay: LocalDate, changes: object) => pc.client.offers.changeSession({ offerId, ruleDay, changes });
	const help = (ruleDay: LocalDate, helps = true) => pc.client.offers.help({ offerId, ruleDay, helps });
	await change(day('2026-03-17'), { day: day('2026-03-18') });
	await change(day('2026-03-24'), { isCancelled: true });
	await arrive(pc, 'vera');
	await help(TUESDAY);
	await help(TUESDAY);
	expect(await helpersOn(pc, TUESDAY)).toEqual([vera]);
	await help(TUESDAY, false);
	expect(await helpersOn(pc, TUESDAY)).toEqual([]);
	// Moved to another day, it is still the same session.
	await help(day('2026-03-17'));
	expect(await helpersOn(pc, day('2026-03-18'))).toEqual([vera]);
	expect((await refusalOf(help(day('2026-03-11')))).code).toBe('NOT_FOUND');
	expect(await refusalOf(help(day('2026-03-24')))).toMatchObject({ code: 'NOT_COMING', data: { why: 'cancelled' } });
	expect(await refusalOf(help(day('2026-03-03')))).toMatchObject({ code: 'NOT_COMING', data: { why: 'past' } });
	pc.clock.advance(8 * 60 * 60 * 1000 + 24 * 60 * 60 * 1000);
	expect(await refusalOf(help(TUESDAY))).toMatchObject({ code: 'NOT_COMING', data: { why: 'past' } });
	await signIn(pc);
	const hours = await pc.client.site.openingHours();
	await pc.client.site.saveOpeningHours({
		...hours,
		closures: [{ from: day('2026-03-31'), until: day('2026-03-31'), name: 'Umbau' }],
	});
	expect(await refusalOf(help(day('2026-03-31')))).toMatchObject({ code: 'NOT_COMING', data: { why: 'closed' } });
});

it('helpers go along when all sessions move', async () => {
	const { pc, anna, vera } = await house();
	const offerId = await createOffer(pc, { ...TUESDAYS, helpersWanted: 2 });
	const staff = (ruleDay: LocalDate, come: MemberId[], leave: MemberId[] = []) =>
		pc.client.offers.changeSession({ offerId, ruleDay, changes: {}, helpers: { come, leave } });
	await staff(TUESDAY, [anna, vera]);
	await staff(day('2026-03-17'), [vera]);
	expect((await staff(TUESDAY, [vera], [anna, anna])).helpers).toEqual({ come: [], leave: [anna] });
	await pc.client.offers.update({ id: offerId, changes: { firstOn: day('2026-03-05'), rule: rule('FREQ=WEEKLY;BYDAY=TH') } });
	expect([await helpersOn(pc, day('2026-03-12')), await helpersOn(pc, day('2026-03-19'))]).toEqual([[vera], [vera]]);
	await pc.client.offers.update({ id: offerId, changes: { firstOn: TUESDAYS.firstOn, rule: TUESDAYS.rule } });
	expect([await helpersOn(pc, TUESDAY), await helpersOn(pc, day('2026-03-17'))]).toEqual([[vera], [vera]]);
	// From the second on it is another offer, and they are there.
	await pc.client.offers.split({ offerId, ruleDay: day('2026-03-17'), changes: { name: 'Nähen' } });
	expect([await helpersOn(pc, TUESDAY), await helpersOn(pc, day('2026-03-17'))]).toEqual([[vera], [vera]]);
});

it('two who volunteer at two PCs while those are apart are both kept, in sessions and on duty', async () => {
	const place = office();
	const left = await place.pc('Tresen');
	const { member: anna } = await newSite(left);
	const vera = await add(left, 'Vera', ['volunteer']);
	const offerId = await createOffer(left, { ...TUESDAYS, helpersWanted: 2 });
	await left.client.share.connect({ folder: place.share });
	await sync(left);
	const right = await place.pc('Büro');
	await joinSite(right, place.share);
	for (const pc of [left, right, left, right]) await sync(pc);
	await arrive(right, 'vera');
	// Neither knows of the other.
	await left.client.offers.help({ offerId, ruleDay: TUESDAY, helps: true });
	await put(left, duty(anna, TUESDAY));
	left.clock.advance(1000);
	await right.client.offers.help({ offerId, ruleDay: TUESDAY, helps: true });
	await put(right, duty(vera, TUESDAY));
	for (const pc of [left, right, left, right]) await sync(pc);
	for (const pc of [left, right]) {
		expect((await helpersOn(pc, TUESDAY))?.toSorted()).toEqual([anna, vera].sort());
		expect((await plan(pc)).sort()).toEqual([`${TUESDAY} open ${anna}`, `${TUESDAY} open ${vera}`].sort());
	}
	// Whoever was only looked at by the one is not put out by the other.
	await left.client.offers.changeSession({ offerId, ruleDay: TUESDAY, changes: {}, helpers: { come: [], leave: [anna] } });
	await right.client.offers.help({ offerId, ruleDay: TUESDAY, helps: false });
	await right.client.offers.help({ offerId, ruleDay: TUESDAY, helps: true });
	for (const pc of [left, right, left, right]) await sync(pc);
	for (const pc of [left, right]) expect(await helpersOn(pc, TUESDAY)).toEqual([vera]);
});
