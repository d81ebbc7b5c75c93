import type { AccessKind } from '#shared/features/access-log/model.ts';
import type { Member } from '#shared/features/members/model.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Procedures } from './access.ts';
import { applicationKind } from './features/applications/records.ts';
import { applicationsRouter } from './features/applications/router.ts';
import { sampleApplicationWriter } from './features/applications/sample-applications.ts';
import { createApplicationService } from './features/applications/service.ts';
import { isCounsellor } from './features/appointments/choices.ts';
import { caseAccessKind, caseKind, contactKind, todoKind } from './features/cases/records.ts';
import { casesRouter } from './features/cases/router.ts';
import { createCaseService } from './features/cases/service.ts';
import { letterKind, templateKind } from './features/letters/records.ts';
import { lettersRouter } from './features/letters/router.ts';
import { sampleLetterWriter } from './features/letters/sample-letters.ts';
import { createLetterService } from './features/letters/service.ts';
import type { SampleWriters } from './features/site/sample-service.ts';
import type { Session } from './vaults/session.ts';

/** Puts together the case files and what hangs on them. Composition only. */
export interface CaseworkDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	members(session: Session): readonly Member[];
	/** Of a member or device. */
	memberName(session: Session, id: string): string;
	personExists(session: Session, id: PersonId): boolean;
	/** To the administrators' access log, which never hears of which file. */
	note(session: Session, kind: AccessKind, details?: { count: number }): void;
}

export const CASEWORK_MERGE_KINDS = [caseKind, contactKind, todoKind, templateKind, letterKind, applicationKind];
export const CASEWORK_APPEND_KINDS = [caseAccessKind];

export function createCasework({ ids, clock, members, memberName, personExists, note }: CaseworkDeps) {
	const cases = createCaseService({
		...{ ids, clock, personExists, nameOf: memberName, note },
		isCounsellor: (session, id) => members(session).some((member) => member.id === id && isCounsellor(member)),
	});
	const letters = createLetterService({ ids, clock, nameOf: memberName, writable: cases.writable });
	const applications = createApplicationService({
		...{ ids, clock, writable: cases.writable },
		myCases: (session) =>
			cases.list(session, {
				...{ text: '', status: 'current', ownerId: session.member, orDeputy: true, offset: 0, limit: 100_000 },
				sort: { by: 'number', descending: false },
			}).rows,
	});
	const writeLetters = sampleLetterWriter(ids, letters.adoptStarters);
	const writeApplications = sampleApplicationWriter(ids);
	const writeSample: SampleWriters['writeCasework'] = (session, sample, written) => {
		writeLetters(session, sample.letters, written);
		writeApplications(session, sample.applications, written.cases);
	};
	return {
		cases,
		writeSample,
		routers: (procedures: Procedures) => ({
			cases: casesRouter(procedures, cases, () => clock.now()),
			letters: lettersRouter(procedures, letters),
			applications: applicationsRouter(procedures, applications),
		}),
	};
}
