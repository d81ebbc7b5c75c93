import { z } from 'zod';
import { LocalDate } from '#shared/kernel/local-date.ts';

/**
 * How often something takes place, as RFC 5545 writes it (`FREQ=WEEKLY;INTERVAL=2;BYDAY=TU`), limited to what happens at
 * most once a day: a session's times stand beside the rule, so days on which clocks change are days like all others.
 */

const WEEKDAY = '(?:MO|TU|WE|TH|FR|SA|SU)';
const list = (one: string) => new RegExp(`^${one}(?:,${one})*$`);
const PARTS: Readonly<Record<string, RegExp>> = {
	FREQ: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/,
	INTERVAL: /^[1-9]\d?$/,
	COUNT: /^[1-9]\d{0,2}$/,
	/** The last day it may take place on, itself included. */
	UNTIL: /^\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/,
	/** `MO`; `2TU`: the second Tuesday; `-1FR`: the last Friday. */
	BYDAY: list(`(?:[+-]?[1-5])?${WEEKDAY}`),
	BYMONTHDAY: list('-?(?:[1-9]|[12]\\d|3[01])'),
	BYMONTH: list('(?:[1-9]|1[0-2])'),
	BYSETPOS: list('-?[1-5]'),
	WKST: /^MO$/,
};

const partsOf = (rule: string): Map<string, string> =>
	new Map(rule.split(';').map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]));

function isRule(rule: string): boolean {
	const parts = partsOf(rule);
	if (parts.size !== rule.split(';').length || !parts.has('FREQ')) return false;
	if (parts.has('COUNT') && parts.has('UNTIL')) return false;
	for (const [name, value] of parts) if (!PARTS[name]?.test(value)) return false;
	const until = parts.get('UNTIL')?.replace(/^(....)(..)(..)$/, '$1-$2-$3');
	if (until !== undefined && !LocalDate.safeParse(until).success) return false;
	// RFC 5545 3.3.10: numbers before weekdays only count within months and years; a week has no day of the month.
	const freq = parts.get('FREQ');
	if (/\d/.test(parts.get('BYDAY') ?? '') && freq !== 'MONTHLY' && freq !== 'YEARLY') return false;
	if (parts.has('BYMONTHDAY') && freq === 'WEEKLY') return false;
	return !parts.has('BYSETPOS') || parts.has('BYDAY') || parts.has('BYMONTHDAY') || parts.has('BYMONTH');
}

export const RecurrenceRule = z.string().max(200).refine(isRule).brand<'RecurrenceRule'>();
export type RecurrenceRule = z.infer<typeof RecurrenceRule>;

/** A part's value; null where the rule has none. */
export const rulePart = (rule: RecurrenceRule, name: string): string | null => partsOf(rule).get(name) ?? null;

/** The rule with these parts instead; null takes one away. */
export function withParts(rule: RecurrenceRule, changes: Readonly<Record<string, string | null>>): RecurrenceRule {
	const parts = partsOf(rule);
	for (const [name, value] of Object.entries(changes)) {
		if (value === null) parts.delete(name);
		else parts.set(name, value);
	}
	return RecurrenceRule.parse([...parts].map(([name, value]) => `${name}=${value}`).join(';'));
}

/** `20261231`, as UNTIL is written. */
export const ruleDate = (day: LocalDate): string => day.replaceAll('-', '');
