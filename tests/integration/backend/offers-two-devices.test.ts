import { expect, it } from 'vitest';
import type { SessionChange } from '#shared/features/offers/model.ts';
import { EMPTY_ROOM } from '#shared/features/rooms/model.ts';
import type { MemberId, OfferId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { createOffer, PLAN, rule, TUESDAYS, week } from '#tests/support/offer-plan.ts';
import { joinSite, newSite, office, refusalOf, sync } from '#tests/support/office.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** What two PCs plan while apart. */

const day = (text: string) => text as LocalDate;
const change = ({ client }: TestBackend, offerId: OfferId, ruleDay: string, changes: Partial<SessionChange>) =>
	client.offers.changeSession({ offerId, ruleDay: day(ruleDay), changes });
const times = (from: string, until: string) => ({ from, until }) as SessionChange['times'];

async function twoPcs() {
	const place = office();
	const left = await place.pc('Tresen');
	const { member } = await newSite(left);
	await left.client.share.connect({ folder: place.share });
	await sync(left);
	const right = await place.pc('Büro');
	await joinSite(right, place.share);
	const meet = async () => {
		for (const pc of [left, right, left, right]) await sync(pc);
	};
	const both = async (from: string, until: string) => {
		const [here, there] = [await week(left, from, until), await week(right, from, until)];
		expect(there).toEqual(here);
		return here;
	};
	return { left, right, member: member as MemberId, meet, both };
}

it('changes of the same session meet in one; different ones touch nothing else', async () => {
	const { left, right, member, meet, both } = await twoPcs();
	const id = await createOffer(left, TUESDAYS);
	await meet();
	// Neither knows that the other has changed this session too: both create the record of it.
	await change(left, id, '2026-03-17', { note: 'mit Gast', day: day('2026-03-18') });
	left.clock.advance(1000);
	await right.client.offers.help({ offerId: id, ruleDay: day('2026-03-17'), helps: true });
	await change(right, id, '2026-03-24', { isCancelled: true, note: 'Leitung krank' });
	await meet();
	expect(await both('2026-03-09', '2026-03-31')).toEqual([
		'2026-03-10 14:00–16:00 Nähwerkstatt',
		'2026-03-18 14:00–16:00 Nähwerkstatt (moved) mit Gast',
		'2026-03-24 14:00–16:00 Nähwerkstatt (cancelled) Leitung krank',
		'2026-03-31 14:00–16:00 Nähwerkstatt',
	]);
	const asked = { from: day('2026-03-18'), until: day('2026-03-18'), offerId: id };
	for (const { client } of [left, right]) expect((await client.offers.sessions(asked))[0]).toMatchObject({ helpers: [member] });

	// Both move it, each elsewhere: one of the two answers, the same on both.
	await change(left, id, '2026-03-17', { day: day('2026-03-19'), times: times('09:00', '10:00') });
	await change(right, id, '2026-03-17', { times: times('18:00', '20:00') });
	await meet();
	const [moved] = (await both('2026-03-16', '2026-03-20')).slice(0, 1);
	expect(['2026-03-19 09:00–10:00', '2026-03-19 18:00–20:00']).toContain(moved?.slice(0, 22));
}, 120_000);

it('days and times of an offer hold as a whole, whoever changed which part of them', async () => {
	const { left, right, meet, both } = await twoPcs();
	const id = await createOffer(left, TUESDAYS);
	await meet();
	await left.client.offers.update({ id, changes: { from: '15:30', until: '17:00', name: 'Nähen' } as never });
	await right.client.offers.update({ id, changes: { from: '09:00', until: '11:00' } as never });
	await right.client.offers.update({ id, changes: { firstOn: day('2026-03-05'), rule: rule('FREQ=WEEKLY;BYDAY=TH') } });
	await left.client.offers.update({ id, changes: { firstOn: day('2026-03-04'), rule: rule('FREQ=WEEKLY;BYDAY=WE') } });
	await meet();
	const [first] = await both('2026-03-16', '2026-03-20');
	const days = ['2026-03-18', '2026-03-19'];
	expect(days.flatMap((on) => [`${on} 15:30–17:00 Nähen`, `${on} 09:00–11:00 Nähen`])).toContain(first);

	// Split on one PC while the other cancels a session that then belongs to the later offer.
	await left.client.offers.update({
		id,
		changes: { firstOn: day('2026-03-03'), rule: TUESDAYS.rule, from: '14:00', until: '16:00' } as never,
	});
	await meet();
	await left.client.offers.split({ offerId: id, ruleDay: day('2026-03-31'), changes: { name: 'Nähen 2' } });
	// The other PC splits it at the same session.
	await right.client.offers.split({ offerId: id, ruleDay: day('2026-03-31'), changes: { name: 'Nähen 2', capacity: 6 } });
	await change(right, id, '2026-03-24', { isCancelled: true });
	await meet();
	expect(await both('2026-03-16', '2026-04-05')).toEqual([
		'2026-03-17 14:00–16:00 Nähen',
		'2026-03-24 14:00–16:00 Nähen (cancelled)',
		'2026-03-31 14:00–16:00 Nähen 2',
	]);
}, 120_000);

it('two PCs that split one offer at different sessions get its parts one after the other, and no session twice', async () => {
	const random = seededRandom(printedSeed('splits'));
	for (let round = 0; round < campaign(1, 4); round++) {
		const { left, right, meet } = await twoPcs();
		const id = await createOffer(left, { ...TUESDAYS, skipsClosedDays: false });
		await meet();
		const ruleDays = (await left.client.offers.sessions({ from: day('2026-03-03'), until: day('2026-08-31'), offerId: id })).map(
			(one) => one.ruleDay,
		);
		const parts = new Map<string, string[]>();
		let last = '';
		for (const [at, pc] of [left, right, left, right].entries()) {
			// Each splits what it knows: the part that has this session on that PC.
			const at_ = random.pick(ruleDays.slice(1));
			const [found] = await pc.client.offers.sessions({ from: at_, until: at_, offerId: null });
			if (!found) throw new Error('the session is missing');
			const name = `Teil ${at}`;
			await pc.client.offers.split({ offerId: found.offerId, ruleDay: found.ruleDay, changes: { name } });
			// At the same session, while apart: it is one part, and of the two names either stands.
			parts.set(at_, at % 2 === 1 && at_ === last ? [...(parts.get(at_) ?? []), name] : [name]);
			last = at_;
			left.clock.advance(1000);
			if (at === 1) await meet();
		}
		await meet();
		const names: string[][] = [];
		for (const { client } of [left, right]) {
			const sessions = await client.offers.sessions({ from: day('2026-03-03'), until: day('2026-08-31'), offerId: null });
			expect(sessions.map((one) => one.day)).toEqual(ruleDays);
			// From each split on it is that part, until the next one begins.
			let name = PLAN.name;
			for (const one of sessions) {
				const begins = parts.get(one.day);
				if (begins) expect(begins, one.day).toContain(one.name);
				else expect(one.name, one.day).toBe(name);
				name = one.name;
			}
			names.push(sessions.map((one) => one.name));
		}
		expect(names[0]).toEqual(names[1]);
	}
}, 240_000);

it('offers that two PCs gave one room while apart are a decision, until somebody says that it was agreed', async () => {
	const { left, right, member, meet } = await twoPcs();
	const { id: hall } = await left.client.rooms.create({ ...EMPTY_ROOM, name: 'Saal' });
	const known = await createOffer(left, { ...TUESDAYS, name: 'Café', roomId: hall });
	await meet();
	// Whoever plans in the same room on the same PC sees it before, and has thereby decided.
	const plan = { ...TUESDAYS, skipsClosedDays: true, roomId: hall, leaders: [], offerId: null, sessions: 3 };
	expect((await left.client.offers.preview(plan)).overlaps).toEqual([
		{ name: 'Café', day: '2026-03-10', from: '14:00', until: '16:00', roomName: 'Saal', leaderNames: [] },
	]);
	expect((await left.client.offers.preview({ ...plan, offerId: known })).overlaps).toEqual([]);
	const here = await createOffer(left, { ...TUESDAYS, name: 'Chor', roomId: hall, leaders: [member] });
	const there = await createOffer(right, {
		...TUESDAYS,
		name: 'Tanz',
		leaders: [member],
		from: '15:00',
		until: '17:00',
	} as never);
	for (const { client } of [left, right]) expect(await client.offers.doubles()).toEqual([]);
	await meet();
	const meetings = async ({ client }: TestBackend) =>
		(await client.offers.doubles()).map(({ offers, times }) => [...offers.map(({ name }) => name), offers[0].day, times]);
	for (const pc of [left, right]) expect(await meetings(pc)).toEqual([['Chor', 'Tanz', '2026-03-10', 14]]);
	// What has nothing to do with it decides nothing.
	await left.client.offers.update({ id: here, changes: { name: 'Singkreis' } });
	await change(left, here, '2026-03-17', { note: 'mit Gast' });
	expect(await meetings(left)).toEqual([['Singkreis', 'Tanz', '2026-03-10', 14]]);
	await right.client.offers.keepDouble({ ids: [there, here] });
	const again = await refusalOf(right.client.offers.keepDouble({ ids: [here, there] }));
	expect(again.code).toBe('OUTDATED');
	await meet();
	for (const pc of [left, right]) expect(await meetings(pc)).toEqual([]);
}, 120_000);
