import { openingOf } from '#shared/features/site/opening.ts';
import { USUAL_HOURS } from '#shared/features/site/opening-hours.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import { addDays, localDateOf } from '#shared/kernel/local-date.ts';
import { sampleAttendanceWriter } from './features/attendance/sample-attendance.ts';
import { createSeriesDays } from './features/offers/occurrences.ts';
import { sampleOfferWriter } from './features/offers/sample-offers.ts';
import { sampleRoomWriter } from './features/rooms/sample-rooms.ts';
import { writeSampleDuties } from './features/rota/sample-duties.ts';
import type { SampleWriters } from './features/site/sample-service.ts';

/** Part of the composition root: rooms, offers, attendance and duties of the sample office are each written by their own feature. */
export function sampleProgrammeWriter({ ids, clock }: { ids: Ids; clock: Clock }): SampleWriters['writeProgramme'] {
	const writeRooms = sampleRoomWriter(ids);
	const writeOffers = sampleOfferWriter(ids);
	const writeAttendance = sampleAttendanceWriter(ids);
	return (session, { rooms, offers, attendance, duties }, members, author) => {
		const roomIds = writeRooms(session, rooms, author);
		const offerIds = writeOffers(session, offers, { rooms: roomIds, members }, author);
		const { closedFor } = openingOf(USUAL_HOURS);
		const yesterday = addDays(localDateOf(clock.now()), -1);
		const days = createSeriesDays();
		for (const [at, { fields }] of offers.entries()) {
			const offerId = offerIds[at];
			const sessions = attendance.find(({ offerName }) => offerName === fields.name)?.sessions ?? [];
			const past = days.between(fields, fields.firstOn, yesterday).filter((day) => closedFor(day) === null);
			writeAttendance(
				session,
				past.reverse().flatMap((ruleDay, ago) => (offerId && sessions[ago] ? [{ offerId, ruleDay, ...sessions[ago] }] : [])),
				author,
			);
		}
		writeSampleDuties(session, duties, members);
		return roomIds.filter((_, index) => rooms[index]?.forCounselling);
	};
}
