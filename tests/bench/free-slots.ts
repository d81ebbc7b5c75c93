import { freeSlots } from '#shared/features/schedule/free-slots.ts';
import type { Occupant } from '#shared/features/schedule/occupancy.ts';
import { openingOf } from '#shared/features/site/opening.ts';
import { USUAL_HOURS } from '#shared/features/site/opening-hours.ts';
import type { MemberId, RoomId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { wallTimeAt } from '#shared/kernel/wall-time.ts';
import { percentile, timesOf } from './measure.ts';
import { type Line, ms } from './report.ts';

/** The next time at which ten counsellors are all free, in weeks so full that there is none. */
export async function freeSlotSearch(): Promise<Line[]> {
	const first = '2026-03-09' as LocalDate;
	const memberIds = Array.from({ length: 10 }, (_, at) => `member-${at}` as MemberId);
	const roomIds = Array.from({ length: 6 }, (_, at) => `room-${at}` as RoomId);
	const occupants: Occupant[] = [];
	for (let ahead = 0; ahead < 56; ahead++) {
		for (let begins = 9 * 60; begins < 18 * 60; begins += 45) {
			for (const [at, memberId] of memberIds.entries()) {
				if ((begins / 45 + ahead + at) % 4 === 0) continue;
				occupants.push({
					...{ key: `${ahead} ${begins} ${memberId}`, day: addDays(first, ahead), memberIds: [memberId], personIds: [] },
					...{ from: wallTimeAt(begins), until: wallTimeAt(begins + 45), roomId: roomIds[at % roomIds.length] ?? null },
				});
			}
		}
	}
	const opening = openingOf(USUAL_HOURS);
	const search = { memberIds, roomIds, minutes: 60, from: first, notBefore: null, days: 56, apart: false, most: 10 } as const;
	const house = (day: LocalDate) => ({ hours: opening.hoursOn(day), closedFor: opening.closedFor(day) });
	const times = await timesOf(50, () => void freeSlots({ ...search, needed: 'all' }, { occupants, away: [], house }));
	const p95 = percentile(times, 95);
	return [
		{
			what: `next free slot: 8 weeks × 10 counsellors × 6 rooms, ${occupants.length} taken`,
			measured: `p50 ${ms(percentile(times, 50))}, p95 ${ms(p95)}`,
			...{ compared: '', ratio: '' },
			target: '≤ 50 ms',
			met: p95 <= 50,
		},
	];
}
