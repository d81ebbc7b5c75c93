import { RRuleTemporal } from 'rrule-temporal';
import { type RecurrenceRule, ruleDate, rulePart } from '#shared/features/offers/recurrence.ts';
import { type LocalDate, laterOf } from '#shared/kernel/local-date.ts';

/**
 * The days of a series. Days are reckoned as midnights in UTC, where every day has 24 hours: clocks that change in
 * Europe/Berlin can neither drop a day nor double one. Reads no clock and no database.
 */
export interface Series {
	readonly firstOn: LocalDate;
	/** Null: once. */
	readonly rule: RecurrenceRule | null;
}

export interface SeriesDays {
	/** In order, both ends included. A first day that the rule does not hit is not one of them. */
	between(series: Series, from: LocalDate, until: LocalDate): LocalDate[];
	includes(series: Series, day: LocalDate): boolean;
	/** The first day on or after `from`; null when there is none any more. */
	first(series: Series, from: LocalDate): LocalDate | null;
}

/** Days outside are not reckoned with. */
export const EARLIEST = '1970-01-01' as LocalDate;
export const LATEST = '2199-12-31' as LocalDate;
const LAST_YEAR = 2199;

/** Years of series that are remembered: 200 offers for some years back and ahead. */
const MOST_YEARS = 4000;

/** Remembers the years it was asked for, since pages ask for the same weeks again and again. */
export function createSeriesDays(): SeriesDays {
	const known = new Map<string, readonly LocalDate[]>();
	function yearOf(series: Series, year: string): readonly LocalDate[] {
		const key = `${year} ${series.firstOn} ${series.rule ?? ''}`;
		const found = known.get(key);
		if (found) return found;
		if (known.size >= MOST_YEARS) known.clear();
		const days = expand(series, `${year}-01-01` as LocalDate, `${year}-12-31` as LocalDate);
		known.set(key, days);
		return days;
	}
	return {
		between(series, from, until) {
			const first = laterOf(from, series.firstOn);
			const days: LocalDate[] = [];
			for (let year = Number(first.slice(0, 4)); year <= Math.min(Number(until.slice(0, 4)), LAST_YEAR); year++) {
				for (const day of yearOf(series, String(year))) if (first <= day && day <= until) days.push(day);
			}
			return days;
		},
		includes: (series, day) => day >= series.firstOn && day <= LATEST && yearOf(series, day.slice(0, 4)).includes(day),
		first({ firstOn, rule }, from) {
			const begin = laterOf(from, firstOn);
			if (rule === null) return begin === firstOn ? firstOn : null;
			const found = finding(() => compiled(firstOn, rule).next(new Date(begin), true), null);
			return found === null || dayOf(found) > LATEST ? null : dayOf(found);
		},
	};
}

function expand({ firstOn, rule }: Series, from: LocalDate, until: LocalDate): LocalDate[] {
	const first = laterOf(from, firstOn);
	if (first > until) return [];
	if (rule === null) return first === firstOn ? [firstOn] : [];
	return finding(() => compiled(firstOn, rule).between(new Date(first), new Date(until), true).map(dayOf), []);
}

/** Offers share their days, and writing a date down takes longer than finding it. */
const written = new Map<number, LocalDate>();

function dayOf({ epochMilliseconds }: { readonly epochMilliseconds: number }): LocalDate {
	const known = written.get(epochMilliseconds);
	if (known !== undefined) return known;
	const day = new Date(epochMilliseconds).toISOString().slice(0, 10) as LocalDate;
	written.set(epochMilliseconds, day);
	return day;
}

function compiled(firstOn: LocalDate, rule: RecurrenceRule): RRuleTemporal {
	const until = rulePart(rule, 'UNTIL');
	// Every rule ends, if only for the library: one that never occurs would be looked for until the end of all calendars.
	const last = until === null || until > ruleDate(LATEST) ? ruleDate(LATEST) : until;
	const dated = until === null ? `${rule};UNTIL=${last}T000000Z` : rule.replace(`UNTIL=${until}`, `UNTIL=${last}T000000Z`);
	return new RRuleTemporal({ rruleString: `DTSTART:${ruleDate(firstOn)}T000000Z\nRRULE:${dated}`, cache: false });
}

/** The library gives up on a rule that never occurs by throwing. */
function finding<T>(work: () => T, nothing: T): T {
	try {
		return work();
	} catch (error) {
		if (error instanceof Error && /^Maximum .* exceeded/.test(error.message)) return nothing;
		throw error;
	}
}
