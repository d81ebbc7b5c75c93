import type { AccessKind } from '#shared/features/access-log/model.ts';
import type { Member } from '#shared/features/members/model.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Procedures } from './access.ts';
import { caseAccessKind, caseKind, contactKind, todoKind } from './features/cases/records.ts';
import { casesRouter } from './features/cases/router.ts';
import { createCaseService } from './features/cases/service.ts';
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

export const CASEWORK_MERGE_KINDS = [caseKind, contactKind, todoKind];
export const CASEWORK_APPEND_KINDS = [caseAccessKind];

export function createCasework({ ids, clock, memberName, personExists, note }: CaseworkDeps) {
	const cases = createCaseService({ ids, clock, personExists, nameOf: memberName, note });
	return {
		cases,
		routers: (procedures: Procedures) => ({
			cases: casesRouter(procedures, cases, () => clock.now()),
		}),
	};
}
