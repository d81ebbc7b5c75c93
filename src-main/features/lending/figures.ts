import type { Figures } from '#shared/features/lending/model.ts';
import type { Opening } from '#shared/features/site/opening.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { LendingDeps } from './deps.ts';
import { type Span, spansBetween } from './line-queries.ts';
import { type YearDays, yearDays } from './year-days.ts';

/**
 * Figures of one year, counted from the lines each time. Use is the share of the year's opening days (until today) on
 * which an item was out; parts count by themselves, a kit as the item it is.
 */
export function figuresOf(deps: LendingDeps, session: Session, year: number): Figures {
	const { reader } = openVaultOf(session, 'workshop');
	const days = yearDays(year, localDateOf(deps.clock.now()));
	const spans = spansBetween(reader, days.start, days.end);
	const all = deps.allItems(session);
	const items = itemFigures(deps, session, spans, days, all);
	return {
		months: monthsOf(year, spans, days),
		items,
		categories: categoriesOf(items, all),
		borrowers: borrowersOf(spans, days),
		losses: deps.losses(session, year),
	};
}

function borrowersOf(spans: readonly Span[], { start }: YearDays): number {
	const borrowers = new Set<string>();
	for (const { isUnit, issuedAt, borrowerId } of spans) if (isUnit && issuedAt >= start) borrowers.add(borrowerId);
	return borrowers.size;
}

/** A kit is one, however many parts it has. */
function monthsOf(year: number, spans: readonly Span[], days: YearDays): Figures['months'] {
	const months = Array.from({ length: 12 }, (_, month) => ({
		month: `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}`,
		...{ takeHome: 0, inHouse: 0, returned: 0, overdue: 0 },
	}));
	const monthOfDay = days.days.map((day) => months[Number(day.slice(5, 7)) - 1]);
	for (const { isUnit, kind, issuedAt, dueOn, returnedAt } of spans) {
		if (!isUnit) continue;
		const issued = monthOfDay[days.at(issuedAt)];
		if (issued) issued[kind === 'in_house' ? 'inHouse' : 'takeHome'] += 1;
		const back = returnedAt === null ? days.days.length - 1 : days.at(returnedAt);
		const returned = monthOfDay[back];
		if (returned && returnedAt !== null) returned.returned += 1;
		const due = days.of(dueOn);
		const late = monthOfDay[due];
		if (late && back > due) late.overdue += 1;
	}
	return months;
}

function itemFigures(
	deps: LendingDeps,
	session: Session,
	spans: readonly Span[],
	days: YearDays,
	all: KnownItems,
): Figures['items'] {
	const byItem = Map.groupBy(spans, ({ itemId }) => itemId);
	const known = new Map(all.map((item) => [item.id, item]));
	const removed = [...byItem.keys()].filter((id) => !known.has(id));
	const names = new Map(deps.itemNames(session, removed).map((item) => [item.id, item]));
	const open = openDaysBefore(deps.opening(session), days);
	const openDays = open.at(-1) ?? 0;
	return [...byItem]
		.map(([itemId, ofItem]) => {
			const item = known.get(itemId);
			const { number = '?', name = '?' } = item ?? names.get(itemId) ?? {};
			const loans = ofItem.reduce((sum, { issuedAt }) => sum + Number(issuedAt >= days.start), 0);
			const use = openDays === 0 ? 0 : openDaysOut(ofItem, days, open) / openDays;
			return { itemId, number, name, category: item?.category ?? null, loans, use };
		})
		.sort((a, b) => b.loans - a.loans || b.use - a.use);
}

/** How many opening days come before each day, and at the end, how many there are. */
function openDaysBefore({ isOpen }: Opening, { days }: YearDays): number[] {
	const before = [0];
	for (const day of days) before.push((before.at(-1) ?? 0) + Number(isOpen(day)));
	return before;
}

/** On how many opening days something of these was out. */
function openDaysOut(spans: readonly Span[], days: YearDays, open: readonly number[]): number {
	let [counted, until] = [0, 0];
	for (const { issuedAt, returnedAt } of spans.toSorted((a, b) => a.issuedAt - b.issuedAt)) {
		const from = Math.max(days.at(issuedAt), until);
		const past = Math.min(returnedAt === null ? Number.POSITIVE_INFINITY : days.at(returnedAt) + 1, days.days.length);
		if (past <= from) continue;
		counted += (open[past] ?? 0) - (open[from] ?? 0);
		until = past;
	}
	return counted;
}

type KnownItems = ReturnType<LendingDeps['allItems']>;

function categoriesOf(perItem: Figures['items'], all: KnownItems): Figures['categories'] {
	const counted = new Map(perItem.map((item) => [item.itemId, item]));
	const categories = new Map<string | null, Figures['categories'][number]>();
	for (const { id, category } of all) {
		const sums = categories.get(category) ?? { category, items: 0, loans: 0, use: 0 };
		const { loans = 0, use = 0 } = counted.get(id) ?? {};
		categories.set(category, { category, items: sums.items + 1, loans: sums.loans + loans, use: sums.use + use });
	}
	return [...categories.values()].map((sums) => ({ ...sums, use: sums.use / sums.items })).sort((a, b) => b.loans - a.loans);
}
