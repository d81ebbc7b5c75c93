import { collator } from '#renderer/i18n/format.ts';
import type { Language } from '#renderer/i18n/language.ts';

/** Names of countries and languages in the language of the screen, from the system's own tables (CLDR). */

/** ISO 3166-1 alpha-2, and Kosovo's user-assigned code. */
const COUNTRIES =
	'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW'.split(
		' ',
	);

/** ISO 639: what is spoken in a neighbourhood office; a code from elsewhere is shown all the same. */
const LANGUAGES =
	'af am ar as az be bg bn bo bs ca ceb ckb cs cy da de dv el en es et eu fa ff fi fil fr ga gl gu ha he hi hr ht hu hy id ig is it ja jv ka kk km kmr kn ko ku ky la lb ln lo lt lv mg mk ml mn mr ms mt my nb ne nl om or pa pl ps pt ro rom ru rw sd si sk sl so sq sr st su sv sw syr ta te tg th ti tk tl tr tt ug uk ur uz vi wo xh yi yo zgh zh zu'.split(
		' ',
	);

export interface NamedCode {
	value: string;
	label: string;
}

const nameOfCode = (type: 'region' | 'language', code: string, screen: Language): string =>
	new Intl.DisplayNames(screen, { type, fallback: 'code' }).of(code) ?? code;

export const countryName = (code: string, screen: Language) => nameOfCode('region', code, screen);
export const languageName = (code: string, screen: Language) => nameOfCode('language', code, screen);

export const countries = (screen: Language): NamedCode[] => sorted(COUNTRIES, 'region', screen);
export const languages = (screen: Language): NamedCode[] => sorted(LANGUAGES, 'language', screen);

function sorted(codes: readonly string[], type: 'region' | 'language', screen: Language): NamedCode[] {
	const names = new Intl.DisplayNames(screen, { type, fallback: 'code' });
	return codes
		.map((value) => ({ value, label: names.of(value) ?? value }))
		.filter(({ value, label }) => label !== value)
		.sort((a, b) => collator.compare(a.label, b.label));
}
