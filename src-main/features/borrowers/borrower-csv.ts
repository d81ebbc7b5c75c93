import type { Borrower } from '#shared/features/borrowers/model.ts';
import { formatPhoneInternational } from '#shared/features/people/phone.ts';
import { type CsvCell, writeCsv } from '#shared/kernel/csv.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';

interface Row extends Borrower {
	readonly out: number;
	readonly overdue: number;
}

const day = (date: string | null) => (date === null ? null : formatLocalDate(date));

const COLUMNS: readonly (readonly [string, (row: Row) => CsvCell])[] = [
	['Kartennummer', ({ number }) => number],
	['Nachname', ({ lastName }) => lastName],
	['Vorname', ({ firstName }) => firstName],
	['Straße', ({ street }) => street],
	['PLZ', ({ postcode }) => postcode],
	['Ort', ({ city }) => city],
	['Telefon', ({ phone }) => phone && formatPhoneInternational(phone)],
	['E-Mail', ({ email }) => email],
	['Ausweis gesehen am', ({ idSeenOn }) => day(idSeenOn)],
	['Hausordnung angenommen am', ({ houseRulesOn }) => day(houseRulesOn)],
	['Höchstens', ({ mostItems }) => mostItems],
	['Gesperrt', ({ blockedReason }) => blockedReason],
	['Hat gerade', ({ out }) => out],
	['Davon überfällig', ({ overdue }) => overdue],
	['Bemerkungen', ({ remarks }) => remarks],
];

/** Borrowers as German Excel opens them. */
export function borrowersAsCsv(rows: readonly Row[]): string {
	return writeCsv(
		COLUMNS.map(([heading]) => heading),
		rows.map((row) => COLUMNS.map(([, cell]) => cell(row))),
	);
}
