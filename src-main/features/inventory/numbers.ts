import { InventoryNumber } from '#shared/features/inventory/model.ts';

/** Which inventory number comes next. Whatever an office has begun with is continued: `WZ-0218` after `WZ-0217`. */

const FIRST_PREFIX = 'INV-';
const FIRST_WIDTH = 4;

/** The most common beginning of numbers, and how many digits follow it. */
interface Series {
	readonly prefix: string;
	readonly width: number;
	readonly highest: number;
}

/**
 * Gives free numbers one after the other. `inUse` decides how they look; `taken` are further ones that must not be
 * given: of removed items, whose labels may still stick somewhere, or of rows that are yet to come.
 */
export function freeNumbers(inUse: readonly string[], taken: Iterable<string> = []): () => string {
	const all = new Set([...inUse, ...taken]);
	const { prefix, width, highest } = seriesOf(inUse, all);
	let value = highest;
	return () => {
		let number: string;
		do {
			value += 1;
			number = `${prefix}${String(value).padStart(width, '0')}`;
		} while (all.has(number));
		all.add(number);
		return number;
	};
}

function seriesOf(inUse: readonly string[], all: ReadonlySet<string>): Series {
	const uses = new Map<string, number>();
	for (const number of inUse) {
		const { prefix } = partsOf(number) ?? {};
		if (prefix !== undefined) uses.set(prefix, (uses.get(prefix) ?? 0) + 1);
	}
	const [prefix] = [...uses].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [FIRST_PREFIX, 0]);
	const same = [...all].flatMap((number) => {
		const parts = partsOf(number);
		return parts?.prefix === prefix ? [parts] : [];
	});
	const last = same.reduce((best, parts) => (parts.value > best.value ? parts : best), { value: 0, width: FIRST_WIDTH });
	// Too long for a label: a new series.
	if (!InventoryNumber.safeParse(`${prefix}${'0'.repeat(last.width + 1)}`).success) return seriesOf([], all);
	return { prefix, width: last.width, highest: last.value };
}

function partsOf(number: string): { prefix: string; value: number; width: number } | null {
	const [, prefix, digits] = /^(.*?)(\d{1,9})$/.exec(number) ?? [];
	return prefix === undefined || digits === undefined ? null : { prefix, value: Number(digits), width: digits.length };
}
