import type { LoanRow } from '#shared/features/lending/model.ts';
import { writeCsv } from '#shared/kernel/csv.ts';
import { formatLocalDate, localDateOf } from '#shared/kernel/local-date.ts';

/** Loans as German Excel opens them. */
export function loansAsCsv(rows: readonly LoanRow[]): string {
	return writeCsv(
		[
			'Nummer',
			'Entleiher/in',
			'Art',
			'Ausgegeben',
			'Fällig',
			'Gegenstände',
			'Anzahl',
			'Noch draußen',
			'Überfällig',
			'Pfand (Euro)',
		],
		rows.map((row) => [
			row.number,
			row.borrowerName,
			row.kind === 'in_house' ? 'vor Ort' : 'nach Hause',
			formatLocalDate(localDateOf(row.issuedAt)),
			formatLocalDate(row.dueOn),
			row.items.join(', '),
			row.lines,
			row.openLines,
			row.isOverdue ? 'ja' : '',
			row.depositHeldCents / 100,
		]),
	);
}
