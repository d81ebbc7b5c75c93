import type { AccessKind } from '#shared/features/access-log/model.ts';
import type { BorrowerRow } from '#shared/features/borrowers/model.ts';
import type { Member } from '#shared/features/members/model.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { BorrowerId, PersonId } from '#shared/kernel/ids.ts';
import type { Procedures } from './access.ts';
import { appointmentKind } from './features/appointments/records.ts';
import { caseAccessKind, caseKind, contactKind, todoKind } from './features/cases/records.ts';
import { casesRouter } from './features/cases/router.ts';
import { createCaseService } from './features/cases/service.ts';
import { personHolder, personListHolder } from './features/people/holders.ts';
import { personDistinctKind, personMergeKind, personMovedKind } from './features/people/merge-records.ts';
import { createMergeService } from './features/people/merge-service.ts';
import { waitingKind } from './features/waiting-list/records.ts';
import type { Session } from './vaults/session.ts';

/** Puts together the case files and what hangs on them. Composition only. */
export interface CaseworkDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	members(session: Session): readonly Member[];
	/** Of a member or device. */
	memberName(session: Session, id: string): string;
	personExists(session: Session, id: PersonId): boolean;
	/** Appointments of a person that nobody has decided yet. */
	hasOpenAppointments(session: Session, id: PersonId): boolean;
	/** Undefined when there is none, or the lending desk is not open to this session. */
	borrowerRow(session: Session, id: BorrowerId): BorrowerRow | undefined;
	/** To the administrators' access log, which never hears of which file. */
	note(session: Session, kind: AccessKind, details?: { count: number }): void;
}

export const CASEWORK_MERGE_KINDS = [
	...[caseKind, contactKind, todoKind],
	...[personMergeKind, personMovedKind, personDistinctKind],
];
export const CASEWORK_APPEND_KINDS = [caseAccessKind];

const CASE_HOLDER = personHolder(caseKind, 'personId');
/** Everything in the counselling vault that names people: it moves when two records of one person become one. */
export const PERSON_HOLDERS = [
	CASE_HOLDER,
	personListHolder(appointmentKind, 'personIds'),
	personHolder(waitingKind, 'personId'),
];

export function createCasework(deps: CaseworkDeps) {
	const { ids, clock, memberName, personExists, note } = deps;
	const cases = createCaseService({ ids, clock, personExists, nameOf: memberName, note });
	const merging = createMergeService({
		...{ ids, holders: PERSON_HOLDERS, cases: CASE_HOLDER, nameOf: memberName, borrowerRow: deps.borrowerRow },
		isNeeded: (session, id) => cases.ofPeople(session, [id]).length > 0 || deps.hasOpenAppointments(session, id),
	});
	return {
		cases,
		merging,
		routers: (procedures: Procedures) => ({
			cases: casesRouter(procedures, cases, () => clock.now()),
		}),
	};
}
