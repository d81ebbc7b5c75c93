import type { AgeBand, KioskLanguage, KioskSex } from '#shared/features/kiosk/model.ts';
import type { SignInFigures } from '#shared/features/sign-ins/model.ts';
import { type CsvCell, writeCsv } from '#shared/kernel/csv.ts';

const AGES: Record<AgeBand, string> = {
	under_14: 'unter 14',
	'14_17': '14 bis 17',
	'18_26': '18 bis 26',
	'27_54': '27 bis 54',
	'55_64': '55 bis 64',
	'65_plus': '65 und älter',
	keine_angabe: 'keine Angabe',
};
const SEXES: Record<KioskSex, string> = { w: 'weiblich', m: 'männlich', d: 'divers', keine_angabe: 'keine Angabe' };
const LANGUAGES: Record<KioskLanguage, string> = {
	...{ de: 'Deutsch', simple: 'Einfache Sprache', tr: 'Türkisch', ar: 'Arabisch', uk: 'Ukrainisch', ru: 'Russisch' },
	...{ pl: 'Polnisch', ro: 'Rumänisch', el: 'Griechisch', it: 'Italienisch', en: 'Englisch' },
};
const NOT_ASKED = 'nicht gefragt';
/** What is too small to be told. */
const FEW = 'unter 3';

/** One line for each figure. No names. */
export function figuresAsCsv(figures: readonly SignInFigures[]): string {
	const lines = figures.flatMap(({ month, offerName, offerId, total, ageBands, sexes, languages }): CsvCell[][] => {
		const offer = offerId === null ? 'nur im Haus' : (offerName ?? 'nicht mehr vorhanden');
		const line = (what: string, which: string, count: number | null): CsvCell[] => [month, offer, what, which, count ?? FEW];
		return [
			line('Anmeldungen', 'alle', total),
			...ageBands.map(({ of, count }) => line('Alter', of === null ? NOT_ASKED : AGES[of], count)),
			...sexes.map(({ of, count }) => line('Geschlecht', of === null ? NOT_ASKED : SEXES[of], count)),
			...languages.map(({ of, count }) => line('Sprache', LANGUAGES[of], count)),
		];
	});
	return writeCsv(['Monat', 'Angebot', 'Merkmal', 'Wert', 'Anzahl'], lines);
}
