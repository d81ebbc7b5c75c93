import type { Member } from '#shared/features/members/model.ts';
import type { Busy } from '#shared/features/schedule/model.ts';
import type { Away } from '#shared/features/schedule/occupancy.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Procedures } from './access.ts';
import { attendanceKind } from './features/attendance/records.ts';
import { attendanceRouter } from './features/attendance/router.ts';
import { createAttendanceService } from './features/attendance/service.ts';
import { offerKind, sessionChangeKind, sessionHelperKind } from './features/offers/records.ts';
import { offersRouter } from './features/offers/router.ts';
import { createOfferService } from './features/offers/service.ts';
import { roomKind } from './features/rooms/records.ts';
import { roomsRouter } from './features/rooms/router.ts';
import { createRoomService } from './features/rooms/service.ts';
import { dutyKind } from './features/rota/records.ts';
import { rotaRouter } from './features/rota/router.ts';
import { createRotaService } from './features/rota/service.ts';
import type { OpeningHoursService } from './features/site/opening-hours.ts';
import type { Session } from './vaults/session.ts';

/** Puts the programme of the house together: rooms, offers, who came, and who opens and helps. Composition only. */
export interface ProgrammeDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	readonly opening: OpeningHoursService['opening'];
	members(session: Session): readonly Member[];
	memberName(session: Session, id: MemberId): string;
	/** Of counselling, no more than what is taken. */
	busy(session: Session, from: LocalDate, until: LocalDate): readonly Busy[];
	away(session: Session, from: LocalDate, until: LocalDate): readonly Away[];
}

export const PROGRAMME_MERGE_KINDS = [roomKind, offerKind, sessionChangeKind, sessionHelperKind, attendanceKind, dutyKind];

export function createProgramme({ ids, clock, opening, members, memberName, busy, away }: ProgrammeDeps) {
	const rooms = createRoomService({ ids });
	const offers = createOfferService({
		...{ ids, clock, opening, memberName, busy },
		roomExists: (session, id) => rooms.get(session, id) !== undefined,
		roomNames: rooms.names,
		memberExists: (session, id) => members(session).some((member) => member.id === id),
	});
	const attendance = createAttendanceService({
		...{ ids, clock, sessionOn: offers.sessionOn, sessions: offers.sessions },
		offerExists: (session, id) => offers.get(session, id) !== undefined,
		partsOf: offers.partsOf,
	});
	const rota = createRotaService({
		...{ clock, opening, away },
		isMember: (session, id) => members(session).some((member) => member.id === id && member.removedAt === null),
	});
	return {
		rooms,
		offers,
		attendance,
		routers: (procedures: Procedures) => ({
			rooms: roomsRouter(procedures, rooms),
			offers: offersRouter(procedures, offers),
			attendance: attendanceRouter(procedures, attendance, () => clock.now()),
			rota: rotaRouter(procedures, rota),
		}),
	};
}
