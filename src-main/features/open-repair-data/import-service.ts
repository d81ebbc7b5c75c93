import {
	type FilePreview,
	type FileProblem,
	type ImportReport,
	MOST_NOTED,
	type OpenRepair,
} from '#shared/features/open-repair-data/model.ts';
import type { Clock } from '#shared/kernel/environment.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { importedOf } from './queries.ts';
import { type FileRow, readOpenRepairFile } from './read-file.ts';
import { importedId, importedRepairKind } from './records.ts';

export interface ImportProgress {
	readonly step: 'reading' | 'writing' | 'done';
	readonly done: number;
	readonly total: number;
	readonly report: ImportReport | null;
}

/** Files of open repair data: looked at first, then read whole or not at all. What is here already is never changed. */
export interface OpenRepairImports {
	preview(session: Session, content: string): Promise<Result<FilePreview, FileProblem>>;
	run(
		session: Session,
		content: string,
		report: (progress: ImportProgress) => void,
		isCancelled: () => boolean,
	): Promise<Result<void, FileProblem>>;
}

export function createOpenRepairImports({ clock }: { clock: Clock }): OpenRepairImports {
	async function read(session: Session, content: string, report: (done: number, total: number) => void) {
		const today = localDateOf(clock.now());
		const rows = await readOpenRepairFile(Buffer.from(content, 'base64'), { today, report });
		return rows.ok ? ok(compared(session, rows.value)) : rows;
	}

	return {
		async preview(session, content) {
			const read_ = await read(session, content, () => {});
			if (!read_.ok) return read_;
			const { rows, fresh, known, differing, leftOut } = read_.value;
			const repairs = rows.flatMap(({ repair }) => repair ?? []);
			const days = repairs.map(({ day }) => day).sort();
			const noted = rows.filter(({ issues }) => issues.length > 0);
			return ok({
				...{ rows: rows.length, fresh: fresh.length, known, differing, leftOut },
				providers: [...new Set(repairs.map(({ provider }) => provider))],
				from: days[0] ?? null,
				until: days.at(-1) ?? null,
				noted: [...noted.filter(({ repair }) => repair === null), ...noted.filter(({ repair }) => repair !== null)]
					.slice(0, MOST_NOTED)
					.map(({ line, reference, issues, repair }) => ({ line, reference, issues: [...issues], isLeftOut: repair === null })),
			});
		},
		async run(session, content, report, isCancelled) {
			const read_ = await read(session, content, (done, total) => report({ step: 'reading', done, total, report: null }));
			if (!read_.ok) return read_;
			const { fresh, known, differing, leftOut } = read_.value;
			const total = fresh.length;
			report({ step: 'writing', done: 0, total, report: null });
			// The screen hears of it before the writing, which nothing interrupts.
			await new Promise<void>((resolve) => setImmediate(resolve));
			if (isCancelled()) return ok(undefined);
			const { store } = openVaultOf(session, 'workshop');
			store.atomically(() => {
				for (const [id, repair] of fresh) store.append(importedRepairKind, id, repair, session.acting);
			});
			report({ step: 'done', done: total, total, report: { imported: total, known, differing, leftOut } });
			return ok(undefined);
		},
	};
}

/** What of a file is here already. */
function compared(session: Session, rows: readonly FileRow[]) {
	const { reader } = openVaultOf(session, 'workshop');
	const here = importedOf(reader, [...new Set(rows.flatMap(({ repair }) => repair?.provider ?? []))]);
	const fresh: [string, OpenRepair][] = [];
	let known = 0;
	let differing = 0;
	let leftOut = 0;
	for (const { repair } of rows) {
		if (repair === null) {
			leftOut += 1;
			continue;
		}
		const id = importedId(repair);
		const there = here.get(id);
		if (there === undefined) fresh.push([id, repair]);
		else if (isSame(there, repair)) known += 1;
		else differing += 1;
	}
	return { rows, fresh, known, differing, leftOut };
}

const isSame = (a: OpenRepair, b: OpenRepair): boolean =>
	(Object.keys(b) as (keyof OpenRepair)[]).every((field) => a[field] === b[field]);
