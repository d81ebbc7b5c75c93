import fc from 'fast-check';
import { expect, it } from 'vitest';
import { copiedWeek } from '#main/features/rota/copied-week.ts';
import type { Session } from '#shared/features/offers/model.ts';
import { type Duty, DutyKind } from '#shared/features/rota/model.ts';
import { openShifts, rotaDays, shiftsOf } from '#shared/features/rota/plan.ts';
import { openingOf } from '#shared/features/site/opening.ts';
import { USUAL_HOURS } from '#shared/features/site/opening-hours.ts';
import type { MemberId, OfferId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate, weekFrom } from '#shared/kernel/local-date.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { PLAN } from '#tests/support/offer-plan.ts';

/** Who is missing in a week, and what copying a week does. Weeks from Monday, 30 March 2026 on: Good Friday is in the first. */

const MONDAY = '2026-03-30' as LocalDate;
const DAYS = [...weekFrom(MONDAY), ...weekFrom(addDays(MONDAY, 7))];
const MEMBERS = ['a', 'b', 'c', 'd'] as MemberId[];
const opening = openingOf({
	...USUAL_HOURS,
	closures: [{ from: '2026-04-08' as LocalDate, until: '2026-04-09' as LocalDate, name: 'Putztage' }],
});
const SESSION = { ...PLAN, offerId: 'x' as OfferId, roomName: null, note: null, isMoved: false, from: '08:00' as WallTime };
const PARAMETERS = { numRuns: campaign(300, 20_000), seed: printedSeed('rota') };

const day = fc.constantFrom(...DAYS);
const member = fc.constantFrom(...MEMBERS);
const people = fc.uniqueArray(member, { maxLength: 4 });
const duty: fc.Arbitrary<Duty> = fc.record({ day, kind: fc.constantFrom(...DutyKind.options), memberId: member });
const duties = fc.uniqueArray(duty, { maxLength: 30, selector: (one) => `${one.day} ${one.kind} ${one.memberId}` });
const away = fc.array(
	fc
		.record({ memberId: member, from: day, days: fc.nat({ max: 5 }) })
		.map(({ memberId, from, days }) => ({ memberId, from, until: addDays(from, days) })),
	{ maxLength: 4 },
);
const session: fc.Arbitrary<Session> = fc
	.record({
		on: day,
		leaders: people,
		helpers: people,
		helpersWanted: fc.nat({ max: 5 }),
		state: fc.constantFrom('on', 'cancelled', 'closed'),
		until: fc.constantFrom('10:00' as WallTime, '16:00' as WallTime),
	})
	.map(({ on, ...fields }) => ({ ...SESSION, ruleDay: on, day: on, ...fields }));

it('counts exactly the people who are missing in what is still to come', () => {
	fc.assert(
		fc.property(fc.array(session, { maxLength: 12 }), duties, away, day, (sessions, planned, absences, today) => {
			const now = { day: today, time: '12:00' };
			let expected = 0;
			const isAway = (id: MemberId, on: LocalDate) =>
				absences.some(({ memberId, from, until }) => memberId === id && from <= on && on <= until);
			for (const { state, day: on, until, helpers, helpersWanted } of sessions) {
				if (state !== 'on' || on < today || (on === today && until === '10:00')) continue;
				let there = 0;
				for (const id of helpers) if (!isAway(id, on)) there += 1;
				if (helpersWanted > there) expected += helpersWanted - there;
			}
			for (const on of DAYS) {
				const isWeekend = DAYS.indexOf(on) % 7 > 4;
				// Good Friday, Easter Monday and the days that the house is cleaned.
				if (isWeekend || ['2026-04-03', '2026-04-06', '2026-04-08', '2026-04-09'].includes(on)) continue;
				for (const kind of DutyKind.options) {
					if (on < today || (on === today && kind === 'open')) continue;
					if (!planned.some((one) => one.day === on && one.kind === kind && !isAway(one.memberId, on))) expected += 1;
				}
			}
			const days = rotaDays({ sessions, duties: planned, away: absences, opening, now }, DAYS);
			expect(openShifts(days)).toBe(expected);
			for (const shift of days.flatMap(shiftsOf)) for (const id of shift.awayIds) expect(isAway(id, shift.day)).toBe(true);
		}),
		PARAMETERS,
	);
});

it('copying last week fills only what nobody has, on open days, with people who are there', () => {
	const nameOf = ({ day: on, kind, memberId }: Duty) => `${on} ${kind} ${memberId}`;
	fc.assert(
		fc.property(duties, away, (planned, absences) => {
			const monday = addDays(MONDAY, 7);
			const isThere = (id: MemberId, on: LocalDate) =>
				!absences.some(({ memberId, from, until }) => memberId === id && from <= on && on <= until);
			const copied = copiedWeek({ monday, duties: planned, isOpen: opening.isOpen, isThere });
			for (const one of copied) {
				expect(planned.filter(({ day: on, kind }) => on === one.day && kind === one.kind)).toEqual([]);
				expect(opening.isOpen(one.day) && isThere(one.memberId, one.day)).toBe(true);
				expect(planned.map(nameOf)).toContain(nameOf({ ...one, day: addDays(one.day, -7) }));
			}
			// Nothing is left out that could have been taken over.
			const after = [...planned, ...copied];
			for (const one of planned.filter(({ day: on }) => on < monday)) {
				const to = { ...one, day: addDays(one.day, 7) };
				const had = planned.some(({ day: on, kind }) => on === to.day && kind === to.kind);
				if (!had && opening.isOpen(to.day) && isThere(to.memberId, to.day)) expect(after.map(nameOf)).toContain(nameOf(to));
			}
			expect(copiedWeek({ monday, duties: after, isOpen: opening.isOpen, isThere }).map(nameOf)).toEqual([]);
		}),
		PARAMETERS,
	);
});
