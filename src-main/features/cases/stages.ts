import { CaseStage, NOTHING_YET, type StageFacts, stageOf } from '#shared/features/cases/stage.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import type { Reader } from '../../database/handles.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { lastReopenings } from './closing-queries.ts';
import { allStatuses, lastContacts, type StoredCaseRow, writesOf } from './queries.ts';

/** How far case files are, from what lies in them and in what hangs on them. */
export interface Stages {
	/** In the order of `files`. */
	of(session: Session, files: readonly Staged[]): CaseStage[];
	/** All files that are there, in no order. Reckoned once for as long as nobody writes: a list asks for it with every window. */
	filesIn(session: Session, stage: CaseStage): readonly CaseId[];
}

export interface StageDeps {
	/** What of goals and situations the stage follows from; a case without any is not in it. */
	stageFacts(session: Session, ids: readonly CaseId[] | 'all'): ReadonlyMap<CaseId, Partial<StageFacts>>;
}

type Staged = Pick<StoredCaseRow, 'id' | 'status' | 'lastContactAt'>;

/** SQLite takes no more than some ten thousand parameters in one statement. */
const MOST_AT_ONCE = 1000;

export function createStages({ stageFacts }: StageDeps): Stages {
	const known = new WeakMap<Reader, { readonly writes: number | undefined; readonly stages: Map<CaseStage, CaseId[]> }>();

	function stagesOf(
		files: readonly Staged[],
		facts: ReadonlyMap<CaseId, Partial<StageFacts>>,
		reopened: ReadonlyMap<CaseId, number>,
	): CaseStage[] {
		return files.map(({ id, status, lastContactAt }) => {
			const isClosed = status === 'closed';
			return stageOf({ ...NOTHING_YET, ...facts.get(id), isClosed, lastContactAt, reopenedAt: reopened.get(id) ?? null });
		});
	}

	function everyFile(session: Session, reader: Reader): Map<CaseStage, CaseId[]> {
		const facts = stageFacts(session, 'all');
		const reopened = lastReopenings(reader);
		const files: Staged[] = allStatuses(reader).map((file) => ({ ...file, lastContactAt: null }));
		const stages = stagesOf(files, facts, reopened);
		// A contact only tells planning from support: notes are many and long, so they are asked for nobody else.
		const planned = files.filter((_, at) => stages[at] === 'planning');
		const contacts = lastContacts(
			reader,
			planned.map(({ id }) => id),
		);
		const met = new Map(planned.map((file) => [file.id, { ...file, lastContactAt: contacts.get(file.id) ?? null }]));
		const all = files.map((file) => met.get(file.id) ?? file);
		const found = new Map<CaseStage, CaseId[]>(CaseStage.options.map((stage) => [stage, []]));
		for (const [at, stage] of stagesOf(all, facts, reopened).entries()) found.get(stage)?.push((all[at] as Staged).id);
		return found;
	}

	return {
		of(session, files) {
			const reopened = lastReopenings(openVaultOf(session, 'counselling').reader);
			return chunks(files, MOST_AT_ONCE).flatMap((some) =>
				stagesOf(
					some,
					stageFacts(
						session,
						some.map(({ id }) => id),
					),
					reopened,
				),
			);
		},
		filesIn(session, stage) {
			const { reader } = openVaultOf(session, 'counselling');
			const writes = writesOf(reader);
			let found = known.get(reader);
			if (found === undefined || found.writes !== writes) {
				found = { writes, stages: everyFile(session, reader) };
				known.set(reader, found);
			}
			return found.stages.get(stage) ?? [];
		},
	};
}

const chunks = <T>(all: readonly T[], size: number): T[][] =>
	Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
