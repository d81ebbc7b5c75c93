/**
 * Pairs every row with a candidate of its own that fits, starting from the pairs in `first`; null when not all can be
 * paired, and when looking at `budget` candidates did not settle it. Augmenting paths (Kuhn): a row without a partner takes that of
 * another row if that one finds a new one.
 */
export function pairAll<Row, Item>(
	rows: readonly Row[],
	first: ReadonlyMap<Row, Item>,
	candidatesOf: (row: Row) => Iterable<Item>,
	fits: (row: Row, item: Item) => boolean,
	budget: number,
): Map<Row, Item> | null {
	const itemOf = new Map(first);
	const rowOf = new Map([...first].map(([row, item]) => [item, row]));
	let left = budget;

	/** Follows what was tried from one unpaired row to the next candidate, without recursion: lists are long. */
	function augment(start: Row): boolean {
		const cameFrom = new Map<Item, Row>();
		const open = [start];
		for (let row = open.shift(); row !== undefined; row = open.shift()) {
			for (const item of candidatesOf(row)) {
				if (--left < 0) return false;
				if (cameFrom.has(item) || !fits(row, item)) continue;
				cameFrom.set(item, row);
				const other = rowOf.get(item);
				if (other !== undefined) open.push(other);
				else {
					take(item, cameFrom);
					return true;
				}
			}
		}
		return false;
	}

	function take(free: Item, cameFrom: ReadonlyMap<Item, Row>): void {
		for (let item: Item | undefined = free; item !== undefined; ) {
			const row = cameFrom.get(item) as Row;
			const given: Item | undefined = itemOf.get(row);
			itemOf.set(row, item);
			rowOf.set(item, row);
			item = given;
		}
	}

	return rows.every((row) => itemOf.has(row) || augment(row)) ? itemOf : null;
}
