import type { AccessKind } from '#shared/features/access-log/model.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { BorrowerId, FunderProgrammeId, PersonId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Procedures } from './access.ts';
import { leaveToOthers } from './features/appointments/parting.ts';
import { lastDaysOfPeople } from './features/appointments/queries.ts';
import { anonymise } from './features/attendance/anonymising.ts';
import { keptBorrowers } from './features/borrowers/queries.ts';
import { keptFiles } from './features/cases/closing-queries.ts';
import { participationsOfAll } from './features/funder-data/queries.ts';
import { clearReasons, lastLent } from './features/lending/anonymising.ts';
import { hasNamesake, keptPeople } from './features/people/queries.ts';
import { createBorrowerErasing } from './features/privacy/borrowers.ts';
import { createDue } from './features/privacy/due.ts';
import { createErased } from './features/privacy/erased.ts';
import { borrowerErasureKind, erasureKind, exclusionKind, retentionRulesKind } from './features/privacy/records.ts';
import { privacyRouter } from './features/privacy/router.ts';
import { createPrivacyService } from './features/privacy/service.ts';
import { eraseShadows } from './features/schedule/shadows.ts';
import { kindName } from './records/kind.ts';
import type { ShareContext } from './share/context.ts';
import { SUBJECT_PARTS } from './subject-access.ts';
import { openVaultOf, type Session } from './vaults/session.ts';

/** Puts erasing together: every feature says what of it is about somebody. Composition only. */
export interface PrivacyCompositionDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	nameOf(session: Session, id: string): string;
	/** With all whose records became part of theirs, removed or not. */
	people(session: Session, id: PersonId): readonly { id: PersonId; names: readonly string[]; borrowerId: string | null }[];
	programmes(session: Session): readonly { id: FunderProgrammeId; name: string; keepUntil: LocalDate | null }[];
	hasOpenAppointments(session: Session, id: PersonId): boolean;
	lentTo(session: Session, ids: readonly string[]): ReadonlyMap<BorrowerId, { readonly out: number }>;
	settle(session: Session): void;
	removeBlobs(session: Session): void;
	/** Throws TargetError when there is no share. */
	share(): ShareContext;
	note(session: Session, kind: AccessKind, details?: { count: number }): void;
}

export const PRIVACY_MERGE_KINDS = [retentionRulesKind, exclusionKind];
export const PRIVACY_APPEND_KINDS = [erasureKind, borrowerErasureKind];

/** Of the workshop, what stays when a borrower goes, because the house counts it: none of it says who that was. */
export const STAYING_AT_THE_WORKSHOP: readonly string[] = [
	...['loan', 'loan_line', 'deposit_entry', 'damage', 'repair_loan', 'sign_in'],
];

/** Of the workshop only what has nothing but a name of theirs: the rest is a borrower's. */
export const PERSON_PARTS = SUBJECT_PARTS.filter(({ kind, isNamed }) => kind.vault !== 'workshop' || isNamed !== undefined);
export const BORROWER_PARTS = SUBJECT_PARTS.filter(
	({ kind }) => kind.vault === 'workshop' && !STAYING_AT_THE_WORKSHOP.includes(kindName(kind)),
);

export function createPrivacy(deps: PrivacyCompositionDeps) {
	const { ids, clock, nameOf, note } = deps;
	const counselling = (session: Session) => openVaultOf(session, 'counselling').reader;
	const due = createDue({
		clock,
		nameOf,
		people: (session, id) => keptPeople(counselling(session), id),
		files: (session, people) => keptFiles(counselling(session), people),
		lastDays: (session) => lastDaysOfPeople(counselling(session)),
		participations: (session) => participationsOfAll(counselling(session)),
		programmes: (session) =>
			new Map(
				deps.programmes(session).flatMap(({ id, name, keepUntil }) => (keepUntil === null ? [] : [[id, { name, keepUntil }]])),
			),
		hasOpenAppointments: deps.hasOpenAppointments,
		lentTo(session, id) {
			const cards = deps.people(session, id).flatMap(({ borrowerId }) => borrowerId ?? []);
			if (cards.length === 0) return 0;
			return [...deps.lentTo(session, cards).values()].reduce((sum, { out }) => sum + out, 0);
		},
	});
	const privacy = createPrivacyService({
		...{ clock, ids, due, parts: PERSON_PARTS, people: deps.people, note, eraseShadows },
		hasNamesake: (session, people) => hasNamesake(counselling(session), people),
		leaveToOthers,
		anonymise: (session, heads) => anonymise(session, heads, session.member),
		settle: deps.settle,
		removeBlobs: deps.removeBlobs,
	});
	const borrowers = createBorrowerErasing({
		...{ clock, ids, note, parts: BORROWER_PARTS, lentTo: deps.lentTo, clearLoans: clearReasons },
		borrowers(session, id) {
			const { reader } = openVaultOf(session, 'workshop');
			return keptBorrowers(reader, lastLent(reader, id), id);
		},
	});
	const erased = createErased({ nameOf, share: deps.share });
	return {
		/** After changes of other devices have arrived. */
		settle: privacy.settle,
		routers: (procedures: Procedures) => ({ privacy: privacyRouter(procedures, { privacy, due, erased, borrowers }) }),
	};
}
