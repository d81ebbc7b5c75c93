import type { ItemState } from '#shared/features/inventory/model.ts';
import { addDays, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import type { HistoryStep } from '../../records/history.ts';

/**
 * Days on which an item could not be lent for its state or its electrical test, told from its history: from `from` on,
 * usable again on `until`; null: it still is not.
 */
export function unusableDays(
	history: readonly Pick<HistoryStep, 'at' | 'fields'>[],
	today: LocalDate,
): { from: LocalDate; until: LocalDate | null }[] {
	let state: ItemState = 'active';
	let testedUntil: LocalDate | null = null;
	const days: { from: LocalDate; until: LocalDate | null }[] = [];
	for (const [index, { at, fields }] of history.entries()) {
		for (const { field, after } of fields) {
			if (field === 'state') state = after as ItemState;
			if (field === 'testedUntil') testedUntil = after as LocalDate | null;
		}
		const since = localDateOf(at);
		const next = history[index + 1];
		const until = next ? localDateOf(next.at) : null;
		const ended: LocalDate | null = testedUntil === null ? null : addDays(testedUntil, 1);
		const from = state !== 'active' ? since : ended === null ? null : ended > since ? ended : since;
		if (from !== null && from <= today && (until === null || from < until)) days.push({ from, until });
	}
	return days;
}
