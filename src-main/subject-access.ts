import type { BusinessId, FunderProgrammeId, ItemId, OfferId, PartnerId, RoomId } from '#shared/kernel/ids.ts';
import type { Procedures } from './access.ts';
import { APPLICATIONS_SUBJECT } from './features/applications/subject.ts';
import { APPOINTMENTS_SUBJECT } from './features/appointments/subject.ts';
import { ATTENDANCE_SUBJECT } from './features/attendance/subject.ts';
import { BORROWERS_SUBJECT } from './features/borrowers/subject.ts';
import { BUSINESSES_SUBJECT } from './features/businesses/subject.ts';
import { CASES_SUBJECT } from './features/cases/subject.ts';
import { CONSENTS_SUBJECT } from './features/consents/subject.ts';
import { DOCUMENTS_SUBJECT } from './features/documents/subject.ts';
import { FUNDER_SUBJECT } from './features/funder-data/subject.ts';
import { GOALS_SUBJECT } from './features/goals/subject.ts';
import { LENDING_SUBJECT } from './features/lending/subject.ts';
import { LETTERS_SUBJECT } from './features/letters/subject.ts';
import { MAINTENANCE_SUBJECT } from './features/maintenance/subject.ts';
import { PEOPLE_SUBJECT } from './features/people/subject.ts';
import { PRIVACY_SUBJECT } from './features/privacy/subject.ts';
import { REFERRALS_SUBJECT } from './features/referrals/subject.ts';
import { REPAIRS_SUBJECT } from './features/repairs/subject.ts';
import { RESERVATIONS_SUBJECT } from './features/reservations/subject.ts';
import { SIGN_INS_SUBJECT } from './features/sign-ins/subject.ts';
import { subjectAccessRouter } from './features/subject-access/router.ts';
import { createSubjectAccessService, type SubjectAccessDeps } from './features/subject-access/service.ts';
import { WAITING_SUBJECT } from './features/waiting-list/subject.ts';
import type { Session } from './vaults/session.ts';

/** Puts together what each feature knows about a person. Composition only. */

/** What a part is about was found by one before it. */
export const SUBJECT_PARTS = [
	...[
		...PEOPLE_SUBJECT,
		...PRIVACY_SUBJECT,
		...BUSINESSES_SUBJECT,
		...CONSENTS_SUBJECT.slice(0, 1),
		...CASES_SUBJECT,
		...CONSENTS_SUBJECT.slice(1),
	],
	...[...GOALS_SUBJECT, ...APPOINTMENTS_SUBJECT, ...WAITING_SUBJECT, ...REFERRALS_SUBJECT, ...LETTERS_SUBJECT],
	...[...APPLICATIONS_SUBJECT, ...DOCUMENTS_SUBJECT, ...FUNDER_SUBJECT, ...BORROWERS_SUBJECT, ...LENDING_SUBJECT],
	...[...RESERVATIONS_SUBJECT, ...MAINTENANCE_SUBJECT, ...REPAIRS_SUBJECT, ...ATTENDANCE_SUBJECT, ...SIGN_INS_SUBJECT],
];

/** Tables of records that are about nobody the house counsels or lends to, and why. */
export const ABOUT_NOBODY: Readonly<Record<string, string>> = {
	erasure: 'that somebody was erased, and nothing of whom',
	borrower_erasure: 'that somebody was erased, and nothing of whom',
	retention_rules: 'of the house',
	access_event: 'sealed to the administrators, and never says of whom',
	business: 'of businesses',
	business_site: 'of businesses',
	backup_report: 'of backups',
	busy: 'when colleagues and rooms are taken, without a word of whom by',
	device_status: 'of devices',
	absence: 'of colleagues',
	duty: 'of colleagues',
	session_helper: 'of colleagues',
	session_change: 'of the programme',
	offer: 'of the programme',
	room: 'of the house',
	opening_hours: 'of the house',
	site_profile: 'of the house',
	partner: 'of organisations',
	funder_programme: 'of programmes',
	funder_terms: 'of programmes',
	template: 'of the office',
	item: 'of items',
	item_photo: 'of items',
	item_manual: 'of items',
	lending_rules: 'of the house',
	open_repair_settings: 'of the house',
	imported_repair: 'published by others, without a word of whom',
	repair_helper: 'of colleagues',
	waiver_text: 'of the house',
	sign_in_rules: 'of the house',
	stocktake: 'of items',
	stocktake_scan: 'of items',
	stocktake_action: 'of items',
};

interface Deps extends Omit<SubjectAccessDeps, 'parts' | 'namesOf'> {
	roomNames(session: Session): ReadonlyMap<RoomId, string>;
	programmeNames(session: Session): ReadonlyMap<FunderProgrammeId, string>;
	partnerName(session: Session, id: PartnerId): string | undefined;
	/** Undefined where it is not there any more. */
	businessName(session: Session, id: BusinessId): string | undefined;
	offerName(session: Session, id: OfferId): string | undefined;
	/** Empty where the workshop is not open. */
	itemNames(session: Session, ids: readonly ItemId[]): { id: ItemId; number: string; name: string }[];
}

export function createSubjectAccess(deps: Deps) {
	const one = (ids: readonly string[], name: (id: string) => string | undefined) =>
		new Map(ids.map((id): [string, string] => [id, name(id) ?? '']));
	const service = createSubjectAccessService({
		...deps,
		parts: SUBJECT_PARTS,
		namesOf(session, kind, ids) {
			switch (kind) {
				case 'room': {
					const names = deps.roomNames(session);
					return one(ids, (id) => names.get(id as RoomId));
				}
				case 'programme': {
					const names = deps.programmeNames(session);
					return one(ids, (id) => names.get(id as FunderProgrammeId));
				}
				case 'business':
					return one(ids, (id) => deps.businessName(session, id as BusinessId));
				case 'partner':
					return one(ids, (id) => deps.partnerName(session, id as PartnerId));
				case 'offer':
					return one(ids, (id) => deps.offerName(session, id as OfferId));
				case 'item':
					return new Map(
						deps.itemNames(session, ids as readonly ItemId[]).map(({ id, number, name }) => [id, `${name} (${number})`]),
					);
			}
		},
	});
	return { routers: (procedures: Procedures) => ({ subjectAccess: subjectAccessRouter(procedures, service) }) };
}
