import type { ItemTarget } from '#shared/features/inventory/import-model.ts';
import { guessTargets, mostOf } from '../../../import/guess-mapping.ts';
import { headingLookup } from '../../../import/headings.ts';
import type { Table } from '../../../import/read-table.ts';

/** Headings by what they mean, German and English, as found in tool lists. */
const HEADINGS: Partial<Record<ItemTarget, string>> = {
	number:
		'Inv.-Nr., Inv.Nr., Inv-Nr, InvNr, Inventarnummer, Inventar-Nr., Inventar Nr., Inventarnr., Inventar, Geräte-Nr., Gerätenummer, Werkzeugnummer, Werkzeug-Nr., Nr., Nummer, inventory number, inventory no., asset tag, no., number',
	name: 'Bezeichnung, Gerät, Werkzeug, Gegenstand, Artikel, Name, Benennung, Was, item, name, tool, description',
	maker: 'Hersteller, Marke, Fabrikat, Firma, manufacturer, maker, brand, make',
	type: 'Typ, Modell, Type, Typbezeichnung, Modellbezeichnung, model',
	category: 'Gruppe, Kategorie, Warengruppe, Art, Rubrik, Bereich, category, group',
	serial:
		'Seriennummer, Serien-Nr., Serien Nr., Seriennr., SN, S/N, Fabriknummer, Rahmennummer, Rahmen-Nr., serial, serial number',
	location: 'Lagerort, Ort, Standort, Platz, Raum, Regal, Lagerplatz, Lager, location, place, shelf',
	condition: 'Zustand, condition',
	boughtOn:
		'Anschaffung, Anschaffungsdatum, Anschaffungstag, angeschafft, angeschafft am, Kaufdatum, gekauft, gekauft am, Zugang, Kauf, purchase date, bought, bought on, purchased',
	price: 'Preis, Kaufpreis, Anschaffungspreis, Neupreis, Wert, Anschaffungswert, Betrag, price, value, cost',
	deposit: 'Pfand, Kaution, deposit',
	testedUntil:
		'Prüfung gültig bis, Prüfung, nächste Prüfung, geprüft bis, Prüfdatum, Prüftermin, DGUV, DGUV V3, DGUV V3 bis, DGUV V3 gültig bis, E-Check, E-Check bis, Elektroprüfung, TÜV, tested until, next test',
	accessories: 'Zubehör, Zubehörteile, dabei, gehört dazu, Lieferumfang, accessories',
	remarks:
		'Bemerkung, Bemerkungen, Anmerkung, Anmerkungen, Notiz, Notizen, Kommentar, Sonstiges, Hinweis, Hinweise, Info, remarks, notes, comment',
	ignore: 'lfd. Nr., laufende Nummer, ID, Status, Grund, Leihfrist in Tagen, Nur im Haus, Teile des Sets',
};

const lookup = headingLookup(HEADINGS, ['ignore', 'name', 'type', 'location', 'category']);
const SHARED: ReadonlySet<ItemTarget> = new Set(['ignore', 'remarks', 'accessories']);

/** One target for each column of a tool list. */
export function guessMapping(table: Table): ItemTarget[] {
	return guessTargets(table, { ofHeadings: (headings) => headings.map(lookup), ofCells: targetOfCells, shared: SHARED });
}

function targetOfCells(cells: readonly string[]): ItemTarget | null {
	const most = (test: (cell: string) => boolean): boolean => mostOf(cells, test);
	if (new Set(cells).size > cells.length / 2 && most((cell) => /^[A-Z]{1,6}[-./ ]?\d{2,6}$/iu.test(cell))) return 'number';
	if (most((cell) => /^(0?[1-9]|1[0-2])\/(\d{4}|\d{2})$/u.test(cell))) return 'testedUntil';
	if (most((cell) => /^\d{1,2}\.\d{1,2}\.(\d{4}|\d{2})$/u.test(cell))) return 'boughtOn';
	return most((cell) => /^[\d.]+,\d{2}( ?€)?$/u.test(cell)) ? 'price' : null;
}
