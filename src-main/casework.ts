import type { AccessKind } from '#shared/features/access-log/model.ts';
import type { BorrowerRow } from '#shared/features/borrowers/model.ts';
import type { Recipient } from '#shared/features/consents/model.ts';
import type { Member } from '#shared/features/members/model.ts';
import type { Person } from '#shared/features/people/model.ts';
import type { Clock, Ids, Random } from '#shared/kernel/environment.ts';
import type { BorrowerId, BusinessId, CaseId, GoalId, MemberId, PersonId } from '#shared/kernel/ids.ts';
import type { Procedures } from './access.ts';
import { applicationKind } from './features/applications/records.ts';
import { applicationsRouter } from './features/applications/router.ts';
import { createApplicationService } from './features/applications/service.ts';
import { isCounsellor } from './features/appointments/choices.ts';
import { appointmentKind } from './features/appointments/records.ts';
import { businessContactKind, businessKind, businessSiteKind } from './features/businesses/records.ts';
import { businessesRouter } from './features/businesses/router.ts';
import { createBusinessService } from './features/businesses/service.ts';
import { createClosingService } from './features/cases/closing-service.ts';
import { caseAccessKind, caseClosingKind, caseKind, caseReopeningKind, contactKind, todoKind } from './features/cases/records.ts';
import { casesRouter } from './features/cases/router.ts';
import { createCaseService } from './features/cases/service.ts';
import { consentKind, releaseKind } from './features/consents/records.ts';
import { consentsRouter } from './features/consents/router.ts';
import { createConsentService } from './features/consents/service.ts';
import { documentKind } from './features/documents/records.ts';
import { documentsRouter } from './features/documents/router.ts';
import { createDocumentService } from './features/documents/service.ts';
import { funderEventKind, participationKind } from './features/funder-data/records.ts';
import { funderDataRouter } from './features/funder-data/router.ts';
import { createFunderDataService } from './features/funder-data/service.ts';
import { programmeKind, termsKind } from './features/funder-programmes/records.ts';
import { funderProgrammesRouter } from './features/funder-programmes/router.ts';
import { createProgrammeService } from './features/funder-programmes/service.ts';
import { goalActionKind, goalKind, situationKind } from './features/goals/records.ts';
import { goalsRouter } from './features/goals/router.ts';
import { createGoalService } from './features/goals/service.ts';
import { letterKind, templateKind } from './features/letters/records.ts';
import { lettersRouter } from './features/letters/router.ts';
import { createLetterService } from './features/letters/service.ts';
import { partnerKind } from './features/partners/records.ts';
import { partnersRouter } from './features/partners/router.ts';
import { createPartnerService } from './features/partners/service.ts';
import { personHolder, personListHolder } from './features/people/holders.ts';
import { personDistinctKind, personMergeKind, personMovedKind } from './features/people/merge-records.ts';
import { createMergeService } from './features/people/merge-service.ts';
import { exclusionKind } from './features/privacy/records.ts';
import { referralKind } from './features/referrals/records.ts';
import { referralsRouter } from './features/referrals/router.ts';
import { createReferralService } from './features/referrals/service.ts';
import { waitingKind } from './features/waiting-list/records.ts';
import type { BlobFiles } from './vaults/blob-files.ts';
import type { Session } from './vaults/session.ts';

/** Puts together the case files and what hangs on them. Composition only. */
export interface CaseworkDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	readonly random: Random;
	readonly blobFiles: BlobFiles;
	/** Asks the share for a blob now. */
	fetchBlob(name: string): Promise<void>;
	members(session: Session): readonly Member[];
	/** Of a member or device. */
	memberName(session: Session, id: string): string;
	person(session: Session, id: PersonId): Person | undefined;
	/** Of people who are there. */
	personNames(session: Session, ids: readonly PersonId[]): ReadonlyMap<PersonId, string>;
	/** Appointments of a person that nobody has decided yet. */
	hasOpenAppointments(session: Session, id: PersonId): boolean;
	hasOpenAppointmentsOf(session: Session, id: BusinessId): boolean;
	/** Undefined when there is none, or the lending desk is not open to this session. */
	borrowerRow(session: Session, id: BorrowerId): BorrowerRow | undefined;
	/** To the administrators' access log, which never hears of which file. */
	note(session: Session, kind: AccessKind, details?: { count: number }): void;
	/** Takes appointments out of a file that nobody has decided. */
	releaseAppointments(session: Session, id: CaseId): void;
}

export const CASEWORK_MERGE_KINDS = [
	...[businessKind, businessSiteKind, businessContactKind],
	...[caseKind, contactKind, todoKind, situationKind, goalKind, goalActionKind, documentKind],
	...[partnerKind, consentKind, releaseKind, referralKind, templateKind, letterKind, applicationKind],
	...[programmeKind, termsKind, participationKind],
	...[personMergeKind, personMovedKind, personDistinctKind],
];
export const CASEWORK_APPEND_KINDS = [caseAccessKind, caseClosingKind, caseReopeningKind, funderEventKind];

const CASE_HOLDER = personHolder(caseKind, 'personId');
/** Everything in the counselling vault that names people: it moves when two records of one person become one. */
export const PERSON_HOLDERS = [
	CASE_HOLDER,
	personListHolder(appointmentKind, 'personIds'),
	personHolder(waitingKind, 'personId'),
	personHolder(consentKind, 'personId'),
	personHolder(participationKind, 'personId'),
	personHolder(businessContactKind, 'personId'),
	personHolder(exclusionKind, 'personId'),
];

export function createCasework(deps: CaseworkDeps) {
	const { ids, clock, random, members, memberName, person, note, releaseAppointments } = deps;
	const personExists = (session: Session, id: PersonId) => person(session, id) !== undefined;
	const businesses = createBusinessService({
		...{ ids, note, personNames: deps.personNames, hasAppointments: deps.hasOpenAppointmentsOf },
		hasCases: (session, id) => cases.ofBusinesses(session, [id]).length > 0,
	});
	const businessExists = (session: Session, id: BusinessId) => businesses.rows(session, [id]).length > 0;
	const programmes = createProgrammeService({ ids });
	const cases = createCaseService({
		...{ ids, clock, personExists, businessExists, nameOf: memberName, note },
		businessesFound: businesses.found,
		programmeNames: programmes.names,
		isCounsellor: (session, id) => members(session).some((member) => member.id === id && isCounsellor(member)),
		stageFacts: (session, caseIds) => goals.stageFacts(session, caseIds),
	});
	const casesOf = (session: Session, ownerId: MemberId, orDeputy: boolean) =>
		cases.list(session, {
			...{ text: '', status: 'current', ownerId, orDeputy, offset: 0, limit: 100_000 },
			sort: { by: 'client', descending: false },
		}).rows;
	const goals = createGoalService({
		...{ ids, clock, memberName, writable: cases.writable },
		openFiles: (session, caseIds) =>
			new Map(cases.rows(session, caseIds).flatMap((row) => (row.status === 'closed' ? [] : [[row.id, row]]))),
		isMember: (session, id) => members(session).some((member) => member.id === id && member.removedAt === null),
	});
	const closing = createClosingService({
		...{ ids, clock, nameOf: memberName, writable: cases.writable, releaseAppointments },
		goalsOf: goals.ofCase,
		goalsChangedSince: goals.changedSince,
	});
	const documents = createDocumentService({
		...{ ids, clock, random, files: deps.blobFiles, nameOf: memberName },
		writable: cases.writable,
		noteAccess: cases.noteAccess,
	});
	const letters = createLetterService({ ids, clock, nameOf: memberName, writable: cases.writable });
	const applications = createApplicationService({
		...{ ids, clock, writable: cases.writable },
		myCases: (session) => casesOf(session, session.member, true),
	});
	const partners = createPartnerService({ ids });
	const partner = (session: Session, recipient: Recipient) =>
		'partnerId' in recipient ? partners.find(session, recipient.partnerId) : undefined;
	const recipientName = (session: Session, recipient: Recipient) =>
		'partnerId' in recipient ? partner(session, recipient)?.name : recipient.name;
	const consents = createConsentService({ ids, clock, personExists, businessExists, recipientName, writable: cases.writable });
	const referrals = createReferralService({
		...{ ids, clock, memberName, person, business: businesses.get, partner, recipientName },
		...{ writable: cases.writable, caseFile: cases.find, notePassed: cases.notePassed, releases: consents.releases },
		casesOf: (session, ownerId) => casesOf(session, ownerId, false),
	});
	const funderData = createFunderDataService({
		...{ ids, clock, memberName },
		...{ findCase: cases.find, writableCase: cases.writable, programme: programmes.find },
		ownCases: (session) => cases.inProgrammes(session, { ownerId: session.member }),
		casesOf: (session, personIds) => cases.inProgrammes(session, { personIds }),
	});
	const merging = createMergeService({
		...{ ids, holders: PERSON_HOLDERS, cases: CASE_HOLDER, nameOf: memberName, borrowerRow: deps.borrowerRow },
		isNeeded: (session, id) => cases.ofPeople(session, [id]).length > 0 || deps.hasOpenAppointments(session, id),
	});
	return {
		businesses,
		cases,
		merging,
		programmes,
		partners,
		documents,
		letters,
		/** Closed files with all that is in them, and finished letters: nothing brings them back to an earlier state. */
		isFrozen(session: Session, table: string, id: string, states: readonly Readonly<Record<string, unknown>>[]): boolean {
			if (!session.vault('counselling')) return false;
			const caseIds = states.flatMap((fields) => [
				...(table === 'case_file' ? [id] : []),
				...(typeof fields.caseId === 'string' ? [fields.caseId] : []),
				...(typeof fields.goalId === 'string' ? [goals.caseOf(session, fields.goalId as GoalId) ?? ''] : []),
			]);
			const isClosed = (caseId: string) => {
				const file = cases.writable(session, caseId as CaseId);
				return !file.ok && file.error === 'closed';
			};
			return states.some(({ final }) => typeof final === 'object' && final !== null) || caseIds.some(isClosed);
		},
		/** After changes of other devices have arrived. */
		settle(session: Session) {
			merging.settle(session);
			cases.settleNumbers(session);
			closing.settle(session);
		},
		routers: (procedures: Procedures) => ({
			businesses: businessesRouter(procedures, businesses, () => clock.now()),
			cases: casesRouter(procedures, { cases, closing }, () => clock.now()),
			goals: goalsRouter(procedures, goals),
			documents: documentsRouter(procedures, documents, deps.fetchBlob),
			letters: lettersRouter(procedures, letters),
			applications: applicationsRouter(procedures, applications),
			partners: partnersRouter(procedures, partners),
			consents: consentsRouter(procedures, consents),
			referrals: referralsRouter(procedures, referrals),
			funderProgrammes: funderProgrammesRouter(procedures, programmes),
			funderData: funderDataRouter(procedures, funderData),
		}),
	};
}
