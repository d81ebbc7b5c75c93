import type { RepairPower, RepairRow, RepairStage } from '#shared/features/repairs/model.ts';
import type { RepairBarrier, RepairResult } from '#shared/features/repairs/open-repair.ts';
import { writeCsv } from '#shared/kernel/csv.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';

const STAGES: Record<RepairStage, string> = {
	waiting: 'wartet',
	in_work: 'in Arbeit',
	needs_parts: 'wartet auf Teile',
	testing: 'in Prüfung',
	done: 'fertig',
};
const RESULTS: Record<RepairResult, string> = {
	Fixed: 'repariert',
	Repairable: 'noch reparierbar',
	'End of life': 'nicht mehr zu reparieren',
	Unknown: 'ohne Ergebnis',
};
const BARRIERS: Record<RepairBarrier, string> = {
	'Spare parts not available': 'Ersatzteile gibt es nicht',
	'Spare parts too expensive': 'Ersatzteile sind zu teuer',
	'No way to open product': 'lässt sich nicht öffnen',
	'Repair information not available': 'Anleitung fehlt',
	'Lack of equipment': 'Werkzeug fehlt',
	'Item too worn out': 'zu abgenutzt',
};
const POWERS: Record<RepairPower, string> = { mains: 'Netzstecker', battery: 'Akku, Batterie', none: 'ohne Strom' };
const TESTS = { pass: 'bestanden', fail: 'nicht bestanden', not_applicable: 'nicht nötig' };

const euros = (cents: number | null) => (cents === null ? '' : (cents / 100).toFixed(2).replace('.', ','));

const COLUMNS: readonly (readonly [string, (repair: RepairRow) => string])[] = [
	['Tag', ({ day }) => formatLocalDate(day)],
	['Nummer', ({ number }) => number],
	['Gegenstand', ({ item }) => item],
	['Marke', ({ brand }) => brand ?? ''],
	['Antrieb', ({ power }) => POWERS[power]],
	['Fehler', ({ problem }) => problem],
	['Besuch', ({ visitor }) => visitor ?? ''],
	['Helfende', ({ helpers }) => helpers.map(({ name }) => name).join(', ')],
	['Stand', ({ stage }) => STAGES[stage]],
	['Ergebnis', ({ result }) => (result === null ? '' : RESULTS[result])],
	['Hindernis', ({ barrier }) => (barrier === null ? '' : BARRIERS[barrier])],
	['Elektroprüfung', ({ electricalTest }) => (electricalTest === null ? '' : TESTS[electricalTest.result])],
	['Selbsthilfe', ({ isSelfHelp }) => (isSelfHelp ? 'ja' : '')],
	['Spende', ({ donationCents }) => euros(donationCents)],
];

/** Repairs as a spreadsheet, in the order of the list. */
export function repairsAsCsv(repairs: readonly RepairRow[]): string {
	return writeCsv(
		COLUMNS.map(([heading]) => heading),
		repairs.map((repair) => COLUMNS.map(([, cell]) => cell(repair))),
	);
}
