import { rhythmWords, timesWords } from '#renderer/features/offers/offer-words.ts';
import { fieldTexts } from '#renderer/features/people/fieldTexts.ts';
import { codeWord } from '#renderer/features/people/words.ts';
import { weekdays } from '#renderer/i18n/days.ts';
import { formatInstant } from '#renderer/i18n/format.ts';
import type { Language } from '#renderer/i18n/language.ts';
import { formatMoney } from '#renderer/i18n/money.ts';
import { formatPhone } from '#renderer/i18n/phone.ts';
import { formatLocalDate, LocalDate } from '#shared/kernel/local-date.ts';
import { recordTexts } from './record-texts.ts';
import type { RecordWords } from './record-words.ts';
import { texts } from './texts.ts';

export interface ValueContext {
	readonly table: string;
	readonly field: string;
	readonly words: RecordWords | undefined;
	/** Of what values name by id. */
	readonly names: Readonly<Record<string, string>>;
	readonly language: Language;
}

/** A value as its own page would say it. Never code, never an id; what is empty says so. */
export function valueWords(value: unknown, context: ValueContext): string {
	const { table, field, words, names, language } = context;
	const t = texts[language];
	// Where a single session says nothing, its offer does.
	if (value === null && table === 'session_change') return recordTexts[language].asOffer;
	if (value === null || value === undefined || value === '') return t.nothing;
	if (Array.isArray(value) && value.length === 0) return t.nothing;
	if (field === 'week' && Array.isArray(value)) return weekWords(value, language);
	if (field === 'weekdays' && Array.isArray(value)) return value.map((at) => weekdays()[Number(at)] ?? '').join(', ');
	if (table === 'person') {
		const word = codeWord(field, value, fieldTexts[language], language);
		if (word !== undefined) return word;
	}
	if (Array.isArray(value)) return value.map((one) => valueWords(one, context)).join(', ');
	if (typeof value === 'boolean') return value ? t.yes : t.no;
	if (typeof value === 'number')
		return field === 'at' ? formatInstant(value) : field.endsWith('Cents') ? formatMoney(value) : String(value);
	if (typeof value === 'string') {
		const word = words?.codes[field]?.[value];
		if (word !== undefined) return word;
		if (value === 'keine_angabe') return t.refused;
		if (LocalDate.safeParse(value).success) return formatLocalDate(value as LocalDate);
		if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)) return names[value] ?? t.unknownThing;
		return /^\+[1-9]\d{5,14}$/.test(value) ? formatPhone(value) : value;
	}
	return objectWords(value as Readonly<Record<string, unknown>>, context);
}

/** `Mo 09:00–18:00, Sa geschlossen` */
function weekWords(week: readonly unknown[], language: Language): string {
	const names = weekdays();
	return week
		.map((day, at) => {
			const span = day as { from: string; until: string } | null;
			return `${names[at]} ${span ? `${span.from}–${span.until}` : recordTexts[language].closedDay}`;
		})
		.join(', ');
}

function objectWords(value: Readonly<Record<string, unknown>>, context: ValueContext): string {
	if (context.field === 'series') return rhythmWords(value as unknown as Parameters<typeof rhythmWords>[0]);
	if (context.field === 'times') return timesWords(value as unknown as Parameters<typeof timesWords>[0]);
	const shown = Object.entries(value).filter(([key, one]) => key !== 'at' && one !== null && one !== '');
	return shown.map(([, one]) => valueWords(one, context)).join(', ');
}
