import { LocalDate } from '#shared/kernel/local-date.ts';

export type DateText = { readonly date: LocalDate | null } | { readonly problem: 'unreadable' | 'impossible' };

/**
 * What people type for a day: `09.03.2025`, `9.3.25`, `09032025`, `2025-03-09`. A year of two digits lies between 90 years
 * ago and 10 years ahead.
 */
export function parseDateText(text: string, today: Date = new Date()): DateText {
	const trimmed = text.trim();
	if (trimmed === '') return { date: null };
	const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
	const german = /^(\d{1,2})[.,/ ]+(\d{1,2})[.,/ ]+(\d{4}|\d{2})$/.exec(trimmed) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(trimmed);
	const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : german ? [german[3], german[2], german[1]] : [];
	if (year === undefined || month === undefined || day === undefined) return { problem: 'unreadable' };
	const fullYear = year.length === 2 ? withCentury(Number(year), today.getFullYear()) : Number(year);
	const parsed = LocalDate.safeParse(`${fullYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
	return parsed.success && fullYear >= 1850 ? { date: parsed.data } : { problem: 'impossible' };
}

function withCentury(year: number, thisYear: number): number {
	const century = Math.floor(thisYear / 100) * 100;
	return century + year > thisYear + 10 ? century - 100 + year : century + year;
}
