import { type Closing, type ClosingFields, standing } from '#shared/features/cases/closing.ts';
import { closingState } from '#shared/features/cases/closing-state.ts';
import type { CaseFile } from '#shared/features/cases/model.ts';
import type { Goal, LifeArea, Situation } from '#shared/features/goals/model.ts';
import { withoutExit } from '#shared/features/goals/progress.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { CaseId, ClosingId, GoalId, ReopeningId } from '#shared/kernel/ids.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Fields, Scalar } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { closingsOf, figuresOf, reopeningsOf, unsettledFiles, writtenSince } from './closing-queries.ts';
import { getCase } from './queries.ts';
import { caseClosingKind, caseKind, caseReopeningKind } from './records.ts';

/** Closing a file with what came of it, and reopening it with a reason. */
export interface ClosingService {
	/** What is still in the file then is frozen with it; appointments nobody has decided leave it. */
	close(session: Session, id: CaseId, fields: ClosingFields): Result<ClosingId, ClosingRefusal>;
	reopen(session: Session, id: CaseId, reason: string): Result<void, 'not_found' | 'not_closed'>;
	/** Newest first. `changedSince`: what another PC wrote into the file without knowing that it is closed. */
	closings(session: Session, id: CaseId): { closings: Closing[]; changedSince: ChangedSince | null };
	/** After changes of other devices have arrived: the status follows from closings and reopenings. */
	settle(session: Session): void;
}

export type ClosingRefusal =
	| { readonly refused: 'not_found' | 'closed' }
	/** day: before it was opened, or in the future. */
	| { readonly refused: 'invalid'; readonly what: 'day' }
	| { readonly refused: 'incomplete'; readonly goals: GoalId[]; readonly areas: LifeArea[] };

export interface ChangedSince {
	readonly contacts: number;
	readonly todos: number;
	readonly goals: number;
}

export interface ClosingDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	nameOf(session: Session, id: string): string;
	writable(session: Session, id: CaseId): Result<CaseFile, 'not_found' | 'closed'>;
	goalsOf(session: Session, id: CaseId): { goals: Goal[]; situation: Situation[] };
	/** Goals, steps and situations written after a moment. */
	goalsChangedSince(session: Session, id: CaseId, at: number): number;
	/** Takes appointments out of the file that nobody has decided. */
	releaseAppointments(session: Session, id: CaseId): void;
}

export function createClosingService(deps: ClosingDeps): ClosingService {
	const { ids, clock, nameOf } = deps;
	const vaultOf = (session: Session) => openVaultOf(session, 'counselling');
	const today = () => localDateOf(clock.now());

	return {
		close(session, id, fields) {
			const { store, reader } = vaultOf(session);
			return store.atomically(() => {
				const file = deps.writable(session, id);
				if (!file.ok) return err({ refused: file.error });
				if (fields.closedOn < file.value.openedOn || fields.closedOn > today()) return err({ refused: 'invalid', what: 'day' });
				const { goals, situation } = deps.goalsOf(session, id);
				const unsaid = goals.filter(({ balance }) => balance === null).map((goal) => goal.id);
				const areas = withoutExit(situation);
				const isWhole = unsaid.length === 0 && areas.length === 0;
				if (!isWhole && fields.missingBecause === null) return err({ refused: 'incomplete', goals: unsaid, areas });
				deps.releaseAppointments(session, id);
				const closingId = ids.next() as ClosingId;
				const missingBecause = isWhole ? null : fields.missingBecause;
				const state = closingState(goals, situation, figuresOf(reader, id)) as unknown as Scalar;
				store.append(caseClosingKind, closingId, { ...fields, missingBecause, caseId: id, state }, session.member);
				store.update(caseKind, id, { status: 'closed' } satisfies Fields, session.member);
				return ok(closingId);
			});
		},
		reopen(session, id, reason) {
			const { store, reader } = vaultOf(session);
			return store.atomically(() => {
				const file = getCase(reader, id)?.caseFile;
				if (!file) return err('not_found');
				if (file.status !== 'closed') return err('not_closed');
				const closingIds = standing(closingsOf(reader, id), reopeningsOf(reader, id)).map((one) => one.id);
				const reopening = { caseId: id, reopenedOn: today(), reason, closingIds };
				store.append(caseReopeningKind, ids.next() as ReopeningId, reopening, session.member);
				store.update(caseKind, id, { status: 'reopened' }, session.member);
				return ok(undefined);
			});
		},
		closings(session, id) {
			const { reader } = vaultOf(session);
			const stored = closingsOf(reader, id);
			const reopenings = reopeningsOf(reader, id);
			const [last] = stored;
			const isClosed = getCase(reader, id)?.caseFile.status === 'closed';
			return {
				closings: stored.map(({ member, ...closing }) => {
					const back = reopenings.find(({ closingIds }) => closingIds.includes(closing.id));
					return {
						...closing,
						memberName: nameOf(session, member),
						reopened: back
							? { at: back.at, on: back.reopenedOn, memberName: nameOf(session, back.member), reason: back.reason }
							: null,
					};
				}),
				changedSince:
					isClosed && last ? { ...writtenSince(reader, id, last.at), goals: deps.goalsChangedSince(session, id, last.at) } : null,
			};
		},
		settle(session) {
			const { store, reader } = vaultOf(session);
			for (const { id, status } of unsettledFiles(reader)) store.update(caseKind, id, { status }, session.member);
		},
	};
}
