import type { AccessKind } from '#shared/features/access-log/model.ts';
import type { Member } from '#shared/features/members/model.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { CaseId, GoalId, PersonId } from '#shared/kernel/ids.ts';
import type { Procedures } from './access.ts';
import { createClosingService } from './features/cases/closing-service.ts';
import { caseAccessKind, caseClosingKind, caseKind, caseReopeningKind, contactKind, todoKind } from './features/cases/records.ts';
import { casesRouter } from './features/cases/router.ts';
import { sampleCaseWriter, sampleClosingWriter } from './features/cases/sample-cases.ts';
import { createCaseService } from './features/cases/service.ts';
import { goalActionKind, goalKind, situationKind } from './features/goals/records.ts';
import { goalsRouter } from './features/goals/router.ts';
import { sampleGoalWriter } from './features/goals/sample-goals.ts';
import { createGoalService } from './features/goals/service.ts';
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
	/** Takes appointments out of a file that nobody has decided. */
	releaseAppointments(session: Session, id: CaseId): void;
}

export const CASEWORK_MERGE_KINDS = [caseKind, contactKind, todoKind, situationKind, goalKind, goalActionKind];
export const CASEWORK_APPEND_KINDS = [caseAccessKind, caseClosingKind, caseReopeningKind];

export function createCasework(deps: CaseworkDeps) {
	const { ids, clock, members, memberName, personExists, note, releaseAppointments } = deps;
	const cases = createCaseService({
		...{ ids, clock, personExists, nameOf: memberName, note },
		stageFacts: (session, caseIds) => goals.stageFacts(session, caseIds),
	});
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
	return {
		cases,
		/** After changes of other devices have arrived. */
		settle(session: Session) {
			cases.settleNumbers(session);
			closing.settle(session);
		},
		routers: (procedures: Procedures) => ({
			cases: casesRouter(procedures, { cases, closing }, () => clock.now()),
			goals: goalsRouter(procedures, goals),
		}),
	};
}

/** Part of the composition root: case files of the sample office, with what hangs on them. */
export function sampleCaseworkWriter({ ids, clock }: { ids: Ids; clock: Clock }): SampleWriters['writeCase'] {
	const writeCase = sampleCaseWriter(ids);
	const writeGoals = sampleGoalWriter({ ids, clock });
	const writeClosing = sampleClosingWriter(ids);
	return (session, item, personId, authors) => {
		const caseId = writeCase(session, item, personId, authors);
		const { goals, situation, closing, reopening } = item.aims;
		const members = authors.map(({ id }) => id);
		const author = members[item.ownerIndex] ?? session.member;
		const goalIds = writeGoals(session, caseId, { goals, situation }, { author, members });
		const written = goals.map((goal, at) => ({ ...goal, id: goalIds[at] as GoalId }));
		if (closing)
			writeClosing(session, caseId, { closing, reopening, goals: written, situation, contacts: item.contacts }, author);
		return caseId;
	};
}
