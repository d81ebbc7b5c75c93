import type { FindingRow, StocktakeAction, StocktakeFinding } from '#shared/features/stocktake/model.ts';
import { writeCsv } from '#shared/kernel/csv.ts';
import { formatLocalDate, localDateOf } from '#shared/kernel/local-date.ts';

const FINDINGS: Record<StocktakeFinding, string> = {
	found: 'gefunden',
	misplaced: 'am falschen Ort',
	missing: 'fehlt',
	on_loan: 'verliehen',
	returned: 'zurück, aber noch als verliehen eingetragen',
	unknown: 'unbekannte Nummer',
	twice: 'an zwei Orten gezählt',
	unexpected: 'nicht erwartet',
};

const ACTIONS: Record<StocktakeAction, string> = {
	moved: 'Ort im Inventar geändert',
	moved_back: 'zurückgestellt',
	marked_missing: 'als vermisst eingetragen',
	taken_back: 'Rückgabe nachgetragen',
	made_active: 'wieder da',
	created: 'im Inventar angelegt',
	ignored: 'zur Kenntnis genommen',
	undone: '',
};

const COLUMNS: readonly (readonly [string, (row: FindingRow) => string])[] = [
	['Inventarnummer', ({ number }) => number],
	['Bezeichnung', ({ name }) => name],
	['Ergebnis', ({ finding }) => FINDINGS[finding]],
	['Lagerort', ({ location }) => location ?? ''],
	['Gezählt an', ({ shelves }) => shelves.join(', ')],
	['Gezählt am', ({ countedAt }) => (countedAt === null ? '' : formatLocalDate(localDateOf(countedAt)))],
	['Ausleihe', ({ loan }) => loan ?? ''],
	['Erledigt', ({ settled }) => (settled === null ? '' : ACTIONS[settled])],
];

/** The protocol as a spreadsheet, what was found as well as what was not. */
export function protocolAsCsv(rows: readonly FindingRow[]): string {
	return writeCsv(
		COLUMNS.map(([heading]) => heading),
		rows.map((row) => COLUMNS.map(([, cell]) => cell(row))),
	);
}
