import fc from 'fast-check';
import { expect, it } from 'vitest';
import { conflictFinder } from '#renderer/features/schedule/calendar/conflicts.ts';
import type { AppointmentConflict } from '#shared/features/appointments/model.ts';
import { openingOf } from '#shared/features/site/opening.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { wallTimeAt } from '#shared/kernel/wall-time.ts';
import { book, booked, TUESDAY, time, WEEK } from '#tests/support/appointment-book.ts';
import { campaign } from '#tests/support/campaign.ts';
import { createOffer, rule } from '#tests/support/offer-plan.ts';

/** While something is dragged the calendar says itself what stands against it: it has to say what the backend would. */

it('the calendar names the same conflicts as the backend, wherever something is dragged to', async () => {
	const at = await book();
	const { client, anna, fatma, olena } = at;
	const { id: talks } = await client.rooms.create({ name: 'Beratung', capacity: null, note: null, forCounselling: true });
	const { id: hall } = await client.rooms.create({ name: 'Saal', capacity: null, note: null, forCounselling: false });
	await createOffer(at, { roomId: hall, leaders: [anna], from: time('14:00'), until: time('16:00') });
	await createOffer(at, { name: 'Chor', roomId: talks, firstOn: addDays(TUESDAY, 2), rule: rule('FREQ=WEEKLY;BYDAY=TH') });
	await booked(at, { roomId: talks });
	await booked(at, {
		roomId: null,
		personIds: [olena, fatma],
		day: addDays(TUESDAY, 1),
		from: time('12:00'),
		until: time('13:00'),
	});
	const excused = await booked(at, { roomId: talks, personIds: [olena], from: time('11:00'), until: time('12:00') });
	await client.appointments.setState({ id: excused, state: 'excused' });
	await client.schedule.addAbsence({ memberId: anna, from: addDays(TUESDAY, 2), until: addDays(TUESDAY, 3), note: null });
	const list = await client.appointments.list(WEEK);
	const find = conflictFinder({
		sessions: await client.offers.sessions({ ...WEEK, offerId: null }),
		busy: await client.schedule.busy(WEEK),
		appointments: list,
		absences: await client.schedule.absences(WEEK),
		opening: openingOf(await client.site.openingHours()),
		rooms: await client.rooms.list(),
		members: await client.members.list(),
	});
	const place = fc.record({
		ahead: fc.integer({ min: 0, max: 6 }),
		from: fc.integer({ min: 7 * 4, max: 18 * 4 }).map((quarters) => quarters * 15),
		minutes: fc.integer({ min: 1, max: 12 }).map((quarters) => quarters * 15),
		roomId: fc.constantFrom(null, talks, hall),
		moved: fc.option(fc.constantFrom(...list)),
		personIds: fc.constantFrom([fatma], [olena], [olena, fatma]),
	});
	const seen = new Set<string>();
	await fc.assert(
		fc.asyncProperty(place, async ({ ahead, from, minutes, roomId, moved, personIds }) => {
			const times = { day: addDays(WEEK.from, ahead), from: wallTimeAt(from), until: wallTimeAt(from + minutes) };
			const wanted = { ...times, roomId, personIds: [...(moved?.personIds ?? personIds)] };
			const asked = { ...wanted, counsellorIds: [anna], repeat: null, except: moved?.id ?? null };
			const { conflicts } = await client.appointments.check(asked);
			const found = find({ ...wanted, key: moved?.id ?? '', memberIds: [anna] });
			expect(sorted(found)).toEqual(sorted(conflicts));
			for (const { why } of found) seen.add(why);
		}),
		{ numRuns: campaign(300, 3000) },
	);
	expect([...seen].sort()).toEqual(['away', 'closed', 'hours', 'member', 'person', 'room']);
}, 240_000);

const sorted = (conflicts: readonly AppointmentConflict[]) => conflicts.map((one) => JSON.stringify(inOrder(one))).sort();
const inOrder = ({ day, why, name, from, until, awayUntil, other }: AppointmentConflict) => [
	...[day, why, name, from, until, awayUntil, other],
];
