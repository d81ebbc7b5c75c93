import { isUndecided } from '#shared/features/appointments/model.ts';
import type { CaseFile } from '#shared/features/cases/model.ts';
import type { Member } from '#shared/features/members/model.ts';
import type { Session as OfferSession } from '#shared/features/offers/model.ts';
import { sessionOccupants } from '#shared/features/offers/occupants.ts';
import type { Planned } from '#shared/features/schedule/doubles.ts';
import type { PlannedSession } from '#shared/features/schedule/model.ts';
import type { Opening } from '#shared/features/site/opening.ts';
import type { OpeningHours } from '#shared/features/site/opening-hours.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { BusinessId, CaseId, PersonId, RoomId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Procedures } from './access.ts';
import { createChoices, isCounsellor } from './features/appointments/choices.ts';
import { createDayPrint } from './features/appointments/day-print.ts';
import { createFacts, type Room } from './features/appointments/facts.ts';
import { appointmentKind } from './features/appointments/records.ts';
import { appointmentsRouter } from './features/appointments/router.ts';
import { sampleAppointmentWriter } from './features/appointments/sample-appointments.ts';
import { createAppointmentService } from './features/appointments/service.ts';
import { createSlotFinder } from './features/appointments/slots.ts';
import { createSeriesDays } from './features/offers/occurrences.ts';
import { createCalendarService } from './features/schedule/calendars.ts';
import { absenceKind, busyKind } from './features/schedule/records.ts';
import { scheduleRouter } from './features/schedule/router.ts';
import { sampleAbsenceWriter } from './features/schedule/sample-absences.ts';
import { createScheduleService } from './features/schedule/service.ts';
import { writeShadows } from './features/schedule/shadows.ts';
import type { SampleWriters } from './features/site/sample-service.ts';
import { waitingKind } from './features/waiting-list/records.ts';
import { waitingListRouter } from './features/waiting-list/router.ts';
import { sampleWaitingWriter } from './features/waiting-list/sample-waiting.ts';
import { createWaitingListService } from './features/waiting-list/service.ts';
import type { Session } from './vaults/session.ts';

/** Puts appointments and the schedule together, which ask each other. Composition only. */
export interface CounsellingDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	opening(session: Session): Opening;
	members(session: Session): readonly Member[];
	memberName(session: Session, id: string): string;
	personNames(session: Session, ids: readonly PersonId[]): ReadonlyMap<PersonId, string>;
	businessNames(session: Session, ids: readonly BusinessId[]): ReadonlyMap<BusinessId, string>;
	/** Undefined when there is none. */
	caseFile(session: Session, id: CaseId): Pick<CaseFile, 'personId' | 'businessId' | 'status'> | undefined;
	rooms(session: Session): readonly Room[];
	/** Of all offers, also cancelled ones and those on closed days. */
	sessions(session: Session, from: LocalDate, until: LocalDate): readonly OfferSession[];
	/** Of offers, what takes place, with who leads it. */
	plannedSessions(session: Session, from: LocalDate, until: LocalDate): readonly (Planned & PlannedSession)[];
	hours(session: Session): OpeningHours;
	/** To the access log. */
	note(session: Session, kind: 'day_printed' | 'calendar_saved', details: { count: number }): void;
}

export const SCHEDULE_MERGE_KINDS = [appointmentKind, waitingKind, busyKind, absenceKind];

export function createCounselling(deps: CounsellingDeps) {
	const { ids, clock, opening, hours, rooms, sessions, members, memberName, personNames, caseFile, plannedSessions } = deps;
	const { businessNames } = deps;
	const schedule = createScheduleService({
		ids,
		clock,
		nameOf: memberName,
		isMember: (session, id) => members(session).some((member) => member.id === id && member.removedAt === null),
		roomNames: (session) => new Map(rooms(session).map(({ id, name }): [RoomId, string] => [id, name])),
		appointments: (session, from, until) => appointments.openWithin(session, from, until),
		plannedSessions,
	});
	const facts = createFacts({
		...{ opening, rooms, memberName, personNames, businessNames },
		sessions: (session, from, until) => sessionOccupants(sessions(session, from, until)),
		away: schedule.away,
		shadows: schedule.shadows,
	});
	const appointments = createAppointmentService({
		...{ ids, clock, facts, rooms, memberName, personNames, businessNames, caseFile, plannedSessions },
		isCounsellor: (session, id) => members(session).some((member) => member.id === id && isCounsellor(member)),
		writeShadows,
	});
	const slots = createSlotFinder({ clock, facts, rooms, away: schedule.away });
	const waitingList = createWaitingListService({
		...{ ids, clock, personNames, memberName },
		counsellors: (session) =>
			members(session)
				.filter(isCounsellor)
				.map(({ id }) => id),
		roomName: (session, id) => rooms(session).find((room) => room.id === id)?.name ?? '–',
		appointments: appointments.list,
		firstFree: slots.firstFree,
		stillFree: slots.stillFree,
	});
	const calendars = createCalendarService({
		clock,
		sessions,
		busy: schedule.busy,
		hours,
		appointments: appointments.openWithin,
		note: deps.note,
		daysOfRule: createSeriesDays().between,
	});
	return {
		/** Of counselling, no more than what is taken. */
		busy: schedule.busy,
		/** Appointments of a person that nobody has decided yet. */
		hasOpen: (session: Session, id: PersonId) => appointments.ofPerson(session, id).some(({ state }) => isUndecided(state)),
		/** The same of a business. */
		hasOpenOf: (session: Session, id: BusinessId) => appointments.ofBusiness(session, id).some(({ state }) => isUndecided(state)),
		away: schedule.away,
		/** Takes appointments out of a file that nobody has decided. */
		release: (session: Session, id: CaseId) => appointments.release(session, id),
		/** Somebody is in: a crash may have come between an appointment and its shadow. */
		began(session: Session) {
			if (session.vault('counselling')) appointments.repairShadows(session, 'all');
		},
		/** After changes of other devices have arrived. */
		settle(session: Session) {
			if (!session.vault('counselling')) return;
			// Planned elsewhere, for a file that was closed here.
			appointments.release(session, 'closed');
			appointments.repairShadows(session, 'recent');
		},
		routers: (procedures: Procedures) => ({
			appointments: appointmentsRouter(procedures, {
				appointments,
				choices: createChoices({ members, rooms }),
				slots,
				noteDayPrint: createDayPrint({ openWithin: appointments.openWithin, note: deps.note }),
			}),
			schedule: scheduleRouter(procedures, schedule, calendars),
			waitingList: waitingListRouter(procedures, waitingList),
		}),
	};
}

/** Part of the composition root: appointments and absences of the sample office. */
export function sampleScheduleWriter(ids: Ids): SampleWriters['writeSchedule'] {
	const writeAppointments = sampleAppointmentWriter(ids, writeShadows);
	const writeAbsences = sampleAbsenceWriter(ids);
	const writeWaiting = sampleWaitingWriter(ids);
	return (session, { appointments, waiting, absences }, { cases, members, rooms }) => {
		writeAppointments(session, appointments, { cases, members, rooms });
		writeWaiting(session, waiting, { cases, members });
		writeAbsences(session, absences, members);
	};
}
