import type { Item, ItemState } from '#shared/features/inventory/model.ts';
import { writeCsv } from '#shared/kernel/csv.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';

/** The inventory as a spreadsheet; its columns are those that the import knows. */
export function itemsAsCsv(items: readonly Item[], numberOf: (id: ItemId) => string | undefined): string {
	const partNumbers = ({ parts }: Item) => parts.flatMap((id) => numberOf(id) ?? []).join(', ');
	const columns: readonly (readonly [string, (item: Item) => string])[] = [...COLUMNS, ['Teile des Sets', partNumbers]];
	return writeCsv(
		columns.map(([heading]) => heading),
		items.map((item) => columns.map(([, cell]) => cell(item))),
	);
}

const STATES: Record<ItemState, string> = {
	active: 'in Gebrauch',
	maintenance: 'in Wartung',
	missing: 'vermisst',
	retired: 'ausgemustert',
};

const day = (date: string | null) => (date ? formatLocalDate(date) : '');
const euros = (cents: number | null) => (cents === null ? '' : (cents / 100).toFixed(2).replace('.', ','));

const COLUMNS: readonly (readonly [string, (item: Item) => string])[] = [
	['Inventarnummer', ({ number }) => number],
	['Bezeichnung', ({ name }) => name],
	['Hersteller', ({ maker }) => maker ?? ''],
	['Typ', ({ type }) => type ?? ''],
	['Kategorie', ({ category }) => category ?? ''],
	['Seriennummer', ({ serial }) => serial ?? ''],
	['Lagerort', ({ location }) => location ?? ''],
	['Zustand', ({ condition }) => condition ?? ''],
	['Status', ({ state }) => STATES[state]],
	['Grund', ({ stateReason }) => stateReason ?? ''],
	['Anschaffung', ({ boughtOn }) => day(boughtOn)],
	['Preis', ({ priceCents }) => euros(priceCents)],
	['Pfand', ({ depositCents }) => euros(depositCents)],
	['Leihfrist in Tagen', ({ loanDays }) => (loanDays === null ? '' : String(loanDays))],
	['Nur im Haus', ({ inHouseOnly }) => (inHouseOnly ? 'ja' : '')],
	['Prüfung gültig bis', ({ testedUntil }) => day(testedUntil)],
	['Zubehör', ({ accessories }) => accessories.join('; ')],
	['Bemerkung', ({ remarks }) => remarks ?? ''],
];
