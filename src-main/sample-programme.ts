import { openingOf } from '#shared/features/site/opening.ts';
import { USUAL_HOURS } from '#shared/features/site/opening-hours.ts';
import { instantOf } from '#shared/kernel/berlin-time.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { KioskId, OfferId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import type { WallTime } from '#shared/kernel/wall-time.ts';
import { sampleAttendanceWriter } from './features/attendance/sample-attendance.ts';
import { createSeriesDays } from './features/offers/occurrences.ts';
import { sampleOfferWriter } from './features/offers/sample-offers.ts';
import { sampleRoomWriter } from './features/rooms/sample-rooms.ts';
import { writeSampleDuties } from './features/rota/sample-duties.ts';
import { type SampleSignIn, writeSampleSignIns } from './features/sign-ins/sample-sign-ins.ts';
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
		const signIns: SampleSignIn[] = [];
		for (const [at, { fields }] of offers.entries()) {
			const offerId = offerIds[at];
			const sessions = attendance.find(({ offerName }) => offerName === fields.name)?.sessions ?? [];
			const past = days.between(fields, fields.firstOn, yesterday).filter((day) => closedFor(day) === null);
			const latest = past.toReversed();
			// They stand in its attendance already, so these are no heads more.
			if (offerId && AT_THE_KIOSK.includes(fields.name))
				signIns.push(...signedIn(latest.slice(0, 8), sessions, { offerId, from: fields.from }));
			writeAttendance(
				session,
				past.reverse().flatMap((ruleDay, ago) => (offerId && sessions[ago] ? [{ offerId, ruleDay, ...sessions[ago] }] : [])),
				author,
			);
		}
		writeSampleSignIns(session, ids.next() as KioskId, [...signIns, ...today(clock.now())]);
		writeSampleDuties(session, duties, members);
		return roomIds.filter((_, index) => rooms[index]?.forCounselling);
	};
}

/** Offers whose people signed in at the kiosk. */
const AT_THE_KIOSK = ['Deutschcafé', 'Computerkurs'];
const MINUTE_MS = 60_000;

/** Something of everything, over and over. */
const turn = <T>(items: readonly T[], at: number): T => items[at % items.length] as T;
const about = (at: number): Pick<SampleSignIn, 'language' | 'ageBand' | 'sex'> => ({
	language: turn(['tr', 'ar', 'uk', 'de', 'tr', 'simple', 'pl'] as const, at),
	ageBand: turn(['27_54', '27_54', null, '18_26', '55_64', 'keine_angabe'] as const, at),
	sex: turn(['w', 'm', 'w', null, 'w'] as const, at),
});

function signedIn(
	days: readonly LocalDate[],
	sessions: readonly { readonly names: readonly string[] }[],
	{ offerId, from }: { readonly offerId: OfferId; readonly from: WallTime },
): SampleSignIn[] {
	return days.flatMap((ruleDay, ago) =>
		(sessions[ago]?.names ?? []).map((name, at) => ({
			at: instantOf(ruleDay, from) + at * MINUTE_MS,
			session: { offerId, ruleDay },
			name,
			...about(at + ago),
		})),
	);
}

/** People who are just in the house now. */
function today(now: number): SampleSignIn[] {
	const names = ['Fatma Fabel', null, 'Олена Вигадана', 'Gustav Gaukler', null, 'Hülya Hirngespinst'];
	return names.map((name, at) => ({ at: now - (40 - 6 * at) * MINUTE_MS, session: null, name, ...about(at) }));
}
