import type { Reservation, ReservationState } from '#shared/features/reservations/model.ts';
import { writeCsv } from '#shared/kernel/csv.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';

const STATES: Record<ReservationState, string> = { open: 'offen', collected: 'abgeholt', cancelled: 'abgesagt' };

const COLUMNS: readonly (readonly [string, (one: Reservation) => string])[] = [
	['Von', ({ fromOn }) => formatLocalDate(fromOn)],
	['Bis', ({ untilOn }) => formatLocalDate(untilOn)],
	['Inventarnummer', ({ itemNumber }) => itemNumber],
	['Gegenstand', ({ itemName }) => itemName],
	['Entleiher/in', ({ borrowerName }) => borrowerName],
	['Stand', ({ state }) => STATES[state]],
	['Notiz', ({ note }) => note ?? ''],
	['Grund', ({ reason }) => reason ?? ''],
	['Absage', ({ cancelNote }) => cancelNote ?? ''],
];

/** Reservations as a spreadsheet, in the order of the list. */
export function reservationsAsCsv(reservations: readonly Reservation[]): string {
	return writeCsv(
		COLUMNS.map(([heading]) => heading),
		reservations.map((one) => COLUMNS.map(([, cell]) => cell(one))),
	);
}
