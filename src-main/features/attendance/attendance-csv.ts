import type { Attended } from '#shared/features/attendance/model.ts';
import { type CsvCell, writeCsv } from '#shared/kernel/csv.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';

const COLUMNS: readonly (readonly [string, (session: Attended) => CsvCell])[] = [
	['Tag', ({ day }) => formatLocalDate(day)],
	['Von', ({ times }) => times?.from ?? null],
	['Bis', ({ times }) => times?.until ?? null],
	['Plätze', ({ capacity }) => capacity],
	['Anwesend', ({ heads }) => heads],
	['Davon ohne Namen', ({ anonymous }) => anonymous],
];

/** Figures as a spreadsheet, in the order given. No names. */
export function attendanceAsCsv(sessions: readonly Attended[]): string {
	return writeCsv(
		COLUMNS.map(([heading]) => heading),
		sessions.map((session) => COLUMNS.map(([, cell]) => cell(session))),
	);
}
