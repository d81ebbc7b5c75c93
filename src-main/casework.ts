import type { AccessKind } from '#shared/features/access-log/model.ts';
import type { Member } from '#shared/features/members/model.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Procedures } from './access.ts';
import { caseAccessKind, caseKind, contactKind, todoKind } from './features/cases/records.ts';
import { casesRouter } from './features/cases/router.ts';
import { createCaseService } from './features/cases/service.ts';
import { funderEventKind, participationKind } from './features/funder-data/records.ts';
import { funderDataRouter } from './features/funder-data/router.ts';
import { createFunderDataService } from './features/funder-data/service.ts';
import { programmeKind, termsKind } from './features/funder-programmes/records.ts';
import { funderProgrammesRouter } from './features/funder-programmes/router.ts';
import { createProgrammeService } from './features/funder-programmes/service.ts';
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

export const CASEWORK_MERGE_KINDS = [caseKind, contactKind, todoKind, programmeKind, termsKind, participationKind];
export const CASEWORK_APPEND_KINDS = [caseAccessKind, funderEventKind];

export function createCasework({ ids, clock, memberName, personExists, note }: CaseworkDeps) {
	const programmes = createProgrammeService({ ids });
	const cases = createCaseService({
		...{ ids, clock, personExists, nameOf: memberName, note },
		programmeNames: programmes.names,
	});
	const funderData = createFunderDataService({
		...{ ids, clock, memberName },
		...{ findCase: cases.find, writableCase: cases.writable, programme: programmes.find },
		ownCases: (session) => cases.inProgrammes(session, { ownerId: session.member }),
		casesOf: (session, personIds) => cases.inProgrammes(session, { personIds }),
	});
	return {
		cases,
		routers: (procedures: Procedures) => ({
			cases: casesRouter(procedures, cases, () => clock.now()),
			funderProgrammes: funderProgrammesRouter(procedures, programmes),
			funderData: funderDataRouter(procedures, funderData),
		}),
	};
}
