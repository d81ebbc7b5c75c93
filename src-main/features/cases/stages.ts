import { type CaseStage, NOTHING_YET, type StageFacts, stageOf } from '#shared/features/cases/stage.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { lastReopenings } from './closing-queries.ts';
import type { StoredCaseRow } from './queries.ts';

/** How far each of some case files is, from what lies in them and in what hangs on them. */

export interface StageDeps {
	/** What of goals and situations the stage follows from; a case without any is not in it. */
	stageFacts(session: Session, ids: readonly CaseId[]): ReadonlyMap<CaseId, Partial<StageFacts>>;
}

type Staged = Pick<StoredCaseRow, 'id' | 'status' | 'lastContactAt'>;

/** SQLite takes no more than some ten thousand parameters in one statement. */
const MOST_AT_ONCE = 1000;

/** In the order of `files`. */
export function stagesOf({ stageFacts }: StageDeps, session: Session, files: readonly Staged[]): CaseStage[] {
	const reopened = lastReopenings(openVaultOf(session, 'counselling').reader);
	return chunks(files, MOST_AT_ONCE).flatMap((some) => {
		const ids = some.map(({ id }) => id);
		const facts = stageFacts(session, ids);
		return some.map(({ id, status, lastContactAt }) => {
			const isClosed = status === 'closed';
			return stageOf({ ...NOTHING_YET, ...facts.get(id), isClosed, lastContactAt, reopenedAt: reopened.get(id) ?? null });
		});
	});
}

const chunks = <T>(all: readonly T[], size: number): T[][] =>
	Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
