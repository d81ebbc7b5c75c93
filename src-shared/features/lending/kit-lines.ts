import type { ItemId } from '#shared/kernel/ids.ts';

/** What is needed to tell which lines of a loan went out in one kit. */
interface LineOfKit {
	readonly loanId: string;
	readonly itemId: ItemId;
	readonly kitId: ItemId | null;
}

/** A line that stands for itself, with the lines that went out in it. */
export interface KitLine<L> {
	readonly line: L;
	readonly parts: readonly L[];
}

/**
 * Lines in their order, those of a kit's parts under the kit. A part whose kit is not among the lines (it came back
 * before the part did) stands for itself.
 */
export function bundleKits<L extends LineOfKit>(lines: readonly L[]): KitLine<L>[] {
	const keyOf = (loanId: string, itemId: string) => `${loanId} ${itemId}`;
	const whole = new Set(lines.filter(({ kitId }) => kitId === null).map(({ loanId, itemId }) => keyOf(loanId, itemId)));
	const isPart = ({ loanId, kitId }: L) => kitId !== null && whole.has(keyOf(loanId, kitId));
	return lines
		.filter((line) => !isPart(line))
		.map((line) => ({
			line,
			parts:
				line.kitId === null
					? lines.filter((part) => part.loanId === line.loanId && part.kitId === line.itemId && isPart(part))
					: [],
		}));
}
