import type { Damage, DamageKind, DamageStage } from '#shared/features/maintenance/model.ts';
import { writeCsv } from '#shared/kernel/csv.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';

const STAGES: Record<DamageStage, string> = {
	found: 'gefunden',
	parts: 'Teile bestellt',
	repairing: 'in Reparatur',
	fixed: 'behoben',
	retired: 'aufgegeben',
};
const KINDS: Record<DamageKind, string> = { broken: 'defekt', accessory: 'Zubehör fehlt', wear: 'Verschleiß' };

const day = (date: string | null) => (date ? formatLocalDate(date) : '');
const euros = (cents: number | null) => (cents === null ? '' : (cents / 100).toFixed(2).replace('.', ','));

const COLUMNS: readonly (readonly [string, (damage: Damage) => string])[] = [
	['Gefunden am', ({ foundOn }) => day(foundOn)],
	['Inventarnummer', ({ itemNumber }) => itemNumber],
	['Gegenstand', ({ itemName }) => itemName],
	['Art', ({ kind }) => KINDS[kind]],
	['Beschreibung', ({ description }) => description],
	['Fehlendes Zubehör', ({ accessories }) => accessories.join('; ')],
	['Nicht benutzbar', ({ unusable }) => (unusable ? 'ja' : '')],
	['Stand', ({ stage }) => STAGES[stage]],
	['Erledigt am', ({ closedOn }) => day(closedOn)],
	['Ausleihe', ({ loanNumber }) => loanNumber ?? ''],
	['Entleiher/in', ({ borrower }) => borrower?.name ?? ''],
	['Kosten', ({ costCents }) => euros(costCents)],
	['Forderung', ({ chargedCents }) => euros(chargedCents)],
	['Bezahlt am', ({ paidOn }) => day(paidOn)],
	['Notizen', ({ notes }) => notes ?? ''],
];

/** Cases as a spreadsheet, in the order of the list. */
export function damagesAsCsv(damages: readonly Damage[]): string {
	return writeCsv(
		COLUMNS.map(([heading]) => heading),
		damages.map((damage) => COLUMNS.map(([, cell]) => cell(damage))),
	);
}
