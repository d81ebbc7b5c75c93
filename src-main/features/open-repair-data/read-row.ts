import {
	COLUMNS,
	type Column,
	MILD_ISSUES,
	type OpenRepair,
	OpenRepair as Row,
	type RowIssue,
} from '#shared/features/open-repair-data/model.ts';
import { RepairBarrier, RepairResult } from '#shared/features/repairs/open-repair.ts';
import { PRODUCT_CATEGORIES, productCategory } from '#shared/features/repairs/product-categories.ts';
import { fold } from '#shared/kernel/fold.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';

/** A row's cells as open repair data, or why they are none. What is published is read, the standard's spelling is kept. */

const CATEGORY_NUMBERS = new Map(PRODUCT_CATEGORIES.map(({ id, name }) => [fold(name), id]));
/** By the standard's spelling, and folded. */
const RESULTS = new Map<string, RepairResult>(
	RepairResult.options.flatMap((result): [string, RepairResult][] => [
		[result, result],
		[fold(result), result],
	]),
);
/** An empty or zero value is recorded as unknown, says the standard. */
for (const nothing of ['', '0']) RESULTS.set(nothing, 'Unknown');
const BARRIERS = new Map<string, RepairBarrier>(
	RepairBarrier.options.flatMap((barrier, at): [string, RepairBarrier][] => [
		[barrier, barrier],
		[fold(barrier), barrier],
		[String(at + 1), barrier],
	]),
);
/** As the table schema of 2025-07 and the text of the standard have it. */
for (const [said, barrier] of [
	['Too worn out', 'Item too worn out'],
	['Product too worn out', 'Item too worn out'],
	['No way to open the product', 'No way to open product'],
] as const) {
	BARRIERS.set(fold(said), barrier);
}

const NOTHING_KNOWN = new Set(['', 'unknown']);
const SHOWN_OF_A_CELL = 120;
const CONTROL = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/u;

export interface ReadRow {
	/** Null: left out. */
	readonly repair: OpenRepair | null;
	readonly issues: readonly RowIssue[];
}

/** `cells` in the order of `COLUMNS`. */
export function readRow(cells: Readonly<Record<Column, string>>, today: LocalDate): ReadRow {
	const issues: RowIssue[] = [];
	const note = (code: RowIssue['code'], column: Column): null => {
		issues.push({ code, column, cell: cells[column].slice(0, SHOWN_OF_A_CELL) });
		return null;
	};
	const trimmed = (column: Column): string => cells[column].normalize('NFC').trim();
	const unreadable = COLUMNS.find((column) => CONTROL.test(cells[column]));
	if (unreadable) {
		note('not_text', unreadable);
		return { repair: null, issues };
	}

	const reference = /^[a-z]+[-_]\d{1,20}$/u.test(trimmed('id')) ? trimmed('id') : note('id_unusable', 'id');
	const provider = trimmed('data_provider') || note('provider_missing', 'data_provider');
	const country = /^[A-Z]{3}$/u.test(trimmed('country')) ? trimmed('country') : note('country_unusable', 'country');
	const category = categoryOf(trimmed('product_category_id'), trimmed('product_category'), note);
	const result = spelled(RESULTS, 'repair_status') ?? note('status_unknown', 'repair_status');
	const day = dayOf();
	const problem = trimmed('problem');
	const repair = {
		...{ reference, provider, country, category, result, day, problem },
		partnerCategory: trimmed('partner_product_category'),
		brand: NOTHING_KNOWN.has(trimmed('brand').toLowerCase()) ? null : trimmed('brand'),
		yearOfManufacture: yearOf(),
		age: ageOf(),
		barrier: barrierOf(),
		group: trimmed('group_identifier'),
	};
	if (issues.some(({ code }) => !MILD_ISSUES.has(code))) return { repair: null, issues };
	const whole = Row.safeParse(repair);
	if (whole.success) return { repair: whole.data, issues };
	note('too_long', COLUMN_OF[String(whole.error.issues[0]?.path[0])] ?? 'problem');
	return { repair: null, issues };

	function spelled<T extends string>(words: ReadonlyMap<string, T>, column: Column): T | undefined {
		const said = trimmed(column);
		const found = words.get(said) ?? words.get(fold(said));
		if (found !== undefined && found !== said) note('spelling', column);
		return found;
	}

	function dayOf(): LocalDate | null {
		const read = LocalDate.safeParse(trimmed('event_date'));
		if (!read.success) return note('date_unreadable', 'event_date');
		return read.data > today ? note('date_in_future', 'event_date') : read.data;
	}

	function yearOf(): number | null {
		const said = trimmed('year_of_manufacture');
		if (NOTHING_KNOWN.has(said.toLowerCase())) return null;
		const year = /^\d{4}$/u.test(said) ? Number(said) : 0;
		return year >= 1000 && (day === null || year <= Number(day.slice(0, 4)))
			? year
			: note('year_unusable', 'year_of_manufacture');
	}

	function ageOf(): number | null {
		const said = trimmed('product_age');
		if (NOTHING_KNOWN.has(said.toLowerCase())) return null;
		return /^\d{1,3}(?:\.\d{1,4})?$/u.test(said) ? Number(said) : note('age_unusable', 'product_age');
	}

	function barrierOf(): RepairBarrier | null {
		const column = 'repair_barrier_if_end_of_life';
		if (trimmed(column) === '') return null;
		if (result !== null && result !== 'End of life') return note('barrier_without_end', column);
		return spelled(BARRIERS, column) ?? note('barrier_unknown', column);
	}
}

/** The number decides; a name of another category contradicts it, and one spelt otherwise does not. */
function categoryOf(number: string, name: string, note: (code: RowIssue['code'], column: Column) => null): number | null {
	const numbered = /^\d{1,2}$/u.test(number) && Number(number) >= 1 && Number(number) <= 40 ? Number(number) : undefined;
	if (numbered !== undefined && name === productCategory(numbered).name) return numbered;
	const named = CATEGORY_NUMBERS.get(fold(name));
	if (numbered === undefined) {
		if (named === undefined || number !== '')
			return note('category_unknown', number === '' ? 'product_category' : 'product_category_id');
		return named;
	}
	if (named !== undefined && named !== numbered) return note('category_contradicts', 'product_category');
	note('spelling', 'product_category');
	return numbered;
}

const COLUMN_OF: Readonly<Record<string, Column>> = {
	reference: 'id',
	provider: 'data_provider',
	partnerCategory: 'partner_product_category',
	brand: 'brand',
	group: 'group_identifier',
	problem: 'problem',
};
