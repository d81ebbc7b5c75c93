import { expect, it } from 'vitest';
import { createSeriesDays } from '#main/features/offers/occurrences.ts';
import { sampleOffice } from '#main/features/site/sample/sample-office.ts';
import { isFreed } from '#shared/features/appointments/model.ts';
import { AttendeeName, MOST_AT_ONCE, nameKey } from '#shared/features/attendance/model.ts';
import { OfferFields, SessionChange, UNCHANGED } from '#shared/features/offers/model.ts';
import { RoomFields } from '#shared/features/rooms/model.ts';
import { doublesAmong, offersThatMeet, type Planned } from '#shared/features/schedule/doubles.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';

it.each(['2026-11-25', '2024-02-29', '2027-01-01', '2026-03-29'] as LocalDate[])(
	'the programme on %s is one that can be planned',
	(today) => {
		const { programme, members } = sampleOffice(7, today);
		const { rooms, offers, attendance } = programme;
		const days = createSeriesDays();
		for (const room of rooms) expect(RoomFields.parse(room)).toEqual(room);
		expect(offers.length).toBeGreaterThan(7);
		for (const { fields, leaderIndexes, roomIndex, changes } of offers) {
			expect(OfferFields.parse({ ...fields, leaders: [], roomId: null })).toMatchObject(fields);
			expect(leaderIndexes.every((index) => index < members.length) && leaderIndexes.length > 0).toBe(true);
			expect(roomIndex === null || roomIndex < rooms.length).toBe(true);
			expect([fields.name, days.includes(fields, fields.firstOn)]).toEqual([fields.name, true]);
			expect(days.first(fields, today)).not.toBeNull();
			expect(days.between(fields, addDays(today, -90), addDays(today, -1)).length).toBeGreaterThan(0);
			for (const { ruleDay, change } of changes) {
				expect(SessionChange.parse({ ...UNCHANGED, ...change })).toMatchObject(change);
				expect([fields.name, days.includes(fields, ruleDay)]).toEqual([fields.name, true]);
			}
		}
		for (const { offerName, sessions } of attendance) {
			expect(offers.map(({ fields }) => fields.name)).toContain(offerName);
			expect(sessions.length).toBeGreaterThanOrEqual(8);
			for (const { names, anonymous } of sessions) {
				expect(names.map((name) => AttendeeName.parse(name))).toEqual(names);
				expect(new Set(names.map(nameKey)).size).toBe(names.length);
				expect(names.length + anonymous).toBeLessThanOrEqual(MOST_AT_ONCE);
			}
		}
	},
);

it.each(['2026-11-25', '2024-02-29', '2027-01-01', '2026-03-29'] as LocalDate[])(
	'on %s nobody in the office leads or counsels twice at once, nor is in one room with somebody else',
	(today) => {
		const { programme, schedule } = sampleOffice(7, today);
		const days = createSeriesDays();
		const until = addDays(today, 92);
		const sessions = programme.offers.flatMap(({ fields, leaderIndexes, roomIndex }) =>
			days.between(fields, today, until).map((day) => ({
				...{
					what: 'session' as const,
					id: fields.name,
					key: `${fields.name} ${day}`,
					day,
					from: fields.from,
					until: fields.until,
				},
				...{
					roomId: roomIndex === null ? null : `room ${roomIndex}`,
					memberIds: leaderIndexes.map(String),
					personIds: [],
					despite: [],
				},
			})),
		) as unknown as Planned[];
		const appointments = schedule.appointments
			.filter(({ state }) => !isFreed(state))
			.map(({ day, from, until: ends, counsellorIndex, roomIndex }, at) => ({
				...{ what: 'appointment', id: String(at), key: String(at), day, from, until: ends, personIds: [], despite: [] },
				...{ roomId: roomIndex === null ? null : `counselling ${roomIndex}`, memberIds: [String(counsellorIndex)] },
			})) as unknown as Planned[];
		expect(offersThatMeet(sessions)).toEqual([]);
		expect(doublesAmong([...appointments, ...sessions])).toEqual([]);
	},
);
