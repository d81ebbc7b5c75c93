import { LocalDate } from '#shared/kernel/local-date.ts';

/** What a day without a year means. */
export type Yearless = 'refused' | 'nearest' | 'past';
export type DateText = { readonly date: LocalDate | null } | { readonly problem: 'unreadable' | 'impossible' };

/**
 * What people type for a day: `09.03.2025`, `9.3.25`, `09032025`, `2025-03-09`. A year of two digits lies between 90 years
 * ago and 10 years ahead. `9.3.` is the nearest such day, or the last that has been; where a year has to be said, unreadable.
 */
export function parseDateText(text: string, yearless: Yearless = 'refused', today: Date = new Date()): DateText {
	const trimmed = text.trim();
	if (trimmed === '') return { date: null };
	const short = /^(\d{1,2})[.,/ ]+(\d{1,2})[.,/ ]*$/.exec(trimmed);
	if (short && yearless !== 'refused') return withoutYear(Number(short[1]), Number(short[2]), yearless, today);
	const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
	const german = /^(\d{1,2})[.,/ ]+(\d{1,2})[.,/ ]+(\d{4}|\d{2})$/.exec(trimmed) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(trimmed);
	const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : german ? [german[3], german[2], german[1]] : [];
	if (year === undefined || month === undefined || day === undefined) return { problem: 'unreadable' };
	const fullYear = year.length === 2 ? withCentury(Number(year), today.getFullYear()) : Number(year);
	const parsed = LocalDate.safeParse(`${fullYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
	return parsed.success && fullYear >= 1850 ? { date: parsed.data } : { problem: 'impossible' };
}

function withoutYear(day: number, month: number, yearless: Yearless, today: Date): DateText {
	const distance = (date: Date) => Math.abs(date.getTime() - today.getTime());
	// Back over a whole round of leap years: the 29th of February is not in every one.
	const [found] = Array.from({ length: 10 }, (_, back) => new Date(today.getFullYear() + 1 - back, month - 1, day))
		.filter((date) => date.getMonth() === month - 1 && (yearless === 'nearest' || date <= today))
		.sort((a, b) => distance(a) - distance(b));
	if (!found) return { problem: 'impossible' };
	const [y, m, d] = [found.getFullYear(), month, day].map((part) => String(part).padStart(2, '0'));
	return { date: LocalDate.parse(`${y}-${m}-${d}`) };
}

function withCentury(year: number, thisYear: number): number {
	const century = Math.floor(thisYear / 100) * 100;
	return century + year > thisYear + 10 ? century - 100 + year : century + year;
}
