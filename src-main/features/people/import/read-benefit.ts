import type { z } from 'zod';
import type { Benefit, EmploymentStatus } from '#shared/features/people/model.ts';
import { fold } from '#shared/kernel/fold.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { isRefusal } from '../../../import/cell.ts';
import { fullYear, monthNumber, readDate } from '../../../import/read-date.ts';

/** The column "Leistungsbezug" in practice tells three things: a benefit, the employment status, and since when. */

export interface BenefitReading {
	benefit: z.infer<typeof Benefit>;
	employment: z.infer<typeof EmploymentStatus>;
	unemployedSince: LocalDate | null;
	problem: 'unemployed_since_guessed' | 'value_unknown' | 'date_in_future' | null;
	/** The cell says more than these fields can hold. */
	keep: boolean;
}

/** Patterns on the folded text (no umlauts, no punctuation); the first that fits wins, so the special comes first. */
const BENEFITS: readonly (readonly [RegExp, NonNullable<z.infer<typeof Benefit>>])[] = [
	[/\b(?:kein(?:e|en|er)?|ohne) (?:leistung(?:en)?|bezug|bezuge|leistungsbezug)\b|^(?:kein|keine|keiner|nein)$/u, 'none'],
	[
		/\balg ?(?:ii|2)\b|\barbeitslosengeld ?(?:ii|2)\b|\bhartz ?(?:iv|4)?\b|\bburgergeld\b|\bgrundsicherungsgeld\b|\bsgb ?(?:ii|2)\b/u,
		'buergergeld',
	],
	[/\balg ?(?:i|1)?\b|\barbeitslosengeld(?: ?(?:i|1))?\b|\bsgb ?(?:iii|3)\b/u, 'alg1'],
	[/\basylblg\b|\basylbewerberleistung\w*\b/u, 'asylum'],
	[/\bgrundsicherung(?: im alter)?\b|\bsozialhilfe\b|\bsgb ?(?:xii|12)\b/u, 'basic_security'],
	[/\bwohngeld\b/u, 'housing_benefit'],
	[/\b(?:\w*rente|pension)\b/u, 'pension'],
	[/\bkinderzuschlag\b|\bbafog\b|\bkrankengeld\b|\belterngeld\b|\bunterhaltsvorschuss\b|\bubergangsgeld\b/u, 'other'],
];
const EMPLOYMENTS: readonly (readonly [RegExp, NonNullable<z.infer<typeof EmploymentStatus>>])[] = [
	[/\bnicht erwerbstatig\b|\bhaus(?:frau|mann)\b|\belternzeit\b|\berwerbsunfahig\b/u, 'inactive'],
	[/\b(?:arbeits|erwerbs)los(?: gemeldet)?\b|\barbeits?suchend\b|\barbeitssuchend\b/u, 'unemployed'],
	[/\bmini ?job(?:ber|berin)?\b|\bgeringfugig(?: beschaftigt)?\b|\b(?:450|520|538|556|603) euro(?: job)?\b/u, 'minijob'],
	[/\bselbst(?:st)?andig\b|\bfreiberuf\w*\b/u, 'self_employed'],
	[/\bausbildung\b|\bazubi\b|\bumschulung\b|\bstud(?:ent|entin|ium|iert)\b|\bschuler(?:in)?\b/u, 'in_education'],
	[/\brentner(?:in)?\b|\bin rente\b|\baltersrente\b/u, 'retired'],
	[
		/\b(?:in )?arbeit\b|\berwerbstatig\b|\bberufstatig\b|\b(?:vollzeit|teilzeit)(?:stelle)?\b|\bbeschaftigt\b|\bangestellt\b/u,
		'employed',
	],
];
const SINCE = /\b(?:seit|ab)\s+(?:(\d{1,2})\s*[./-]\s*)?(?:(\d{1,2})\s*[./-]\s*)?(\d{4}|\d{2})\b/u;
const SINCE_WORD = /\bseit\s+(?:anfang |mitte |ende )?(\p{L}{3,9})\.?\s+(\d{4})\b/iu;

/**
 * `arbeitslos seit 3/2024` → unemployed since 2024-03-01, with the warning that the day was guessed (the first of the
 * month or year). `in Arbeit (Minijob)` → minijob. A benefit says nothing about employment and is not made to.
 */
export function readBenefit(cell: string, today: LocalDate): BenefitReading {
	if (isRefusal(cell)) return { benefit: 'keine_angabe', employment: null, unemployedSince: null, problem: null, keep: false };
	let rest = fold(cell.replace(SINCE, ' ').replace(SINCE_WORD, ' '));
	const read = { benefit: null as BenefitReading['benefit'], employment: null as BenefitReading['employment'] };
	for (const [pattern, employment] of EMPLOYMENTS) {
		if (!pattern.test(rest)) continue;
		// `in Arbeit (Minijob)`: the more special word wins, the other is no news.
		read.employment ??= employment;
		if (employment !== 'retired') rest = rest.replace(pattern, ' ');
	}
	for (const [pattern, benefit] of BENEFITS) {
		if (!pattern.test(rest)) continue;
		if (read.benefit !== null) break;
		read.benefit = benefit;
		rest = rest.replace(pattern, ' ');
	}
	rest = rest.replace(/\b(?:bezieht|bekommt|erhalt|und|mit|plus|in|rentner(?:in)?|bezug|leistungen)\b/gu, ' ').trim();
	const since = sinceOf(cell, today);
	const isSince = read.employment === 'unemployed' && since.date !== null;
	const nothing = read.benefit === null && read.employment === null;
	const denied = /\b(?:nicht|kein|keine)\b/u.test(rest);
	if (nothing || denied) return { benefit: null, employment: null, unemployedSince: null, problem: 'value_unknown', keep: true };
	return {
		...read,
		unemployedSince: isSince ? since.date : null,
		problem: since.isFuture ? 'date_in_future' : isSince && since.isGuessed ? 'unemployed_since_guessed' : null,
		keep: rest !== '' || since.isFuture || (since.date !== null && !isSince) || read.benefit === 'other',
	};
}

function sinceOf(cell: string, today: LocalDate): { date: LocalDate | null; isGuessed: boolean; isFuture: boolean } {
	const none = { date: null, isGuessed: false, isFuture: false };
	const numbers = SINCE.exec(cell);
	const word = SINCE_WORD.exec(cell);
	if (numbers?.[1] !== undefined && numbers[2] !== undefined) {
		const exact = readDate(`${numbers[1]}.${numbers[2]}.${numbers[3]}`, today);
		return { date: exact.value, isGuessed: false, isFuture: exact.problem === 'date_in_future' };
	}
	const month = numbers?.[1] ?? numbers?.[2] ?? (word === null ? '1' : String(monthNumber(word[1] ?? '') ?? ''));
	const year = numbers?.[3] ?? word?.[2];
	if (year === undefined) return none;
	const rest = `${month.padStart(2, '0')}-01`;
	const date = LocalDate.safeParse(`${fullYear(year, rest, today)}-${rest}`);
	if (!date.success) return none;
	return date.data > today ? { ...none, isFuture: true } : { date: date.data, isGuessed: true, isFuture: false };
}
