import type { ReactNode } from 'react';

/** A column of a list: its heading, its cells, and what the backend sorts by when the heading is pressed. */
export interface Column<Row, SortBy extends string> {
	key: string;
	title: string;
	/** Track of the grid, e.g. `minmax(160px, 2fr)`. */
	width: string;
	cell(row: Row): ReactNode;
	sortBy?: SortBy;
	/** Numbers stand right. */
	numeric?: boolean;
	/** Cannot be hidden: the row would be nameless. */
	fixed?: boolean;
	/** Not shown until somebody chooses it. */
	hidden?: boolean;
}

export interface Sort<SortBy extends string> {
	by: SortBy;
	descending: boolean;
}

/** The columns to show: as chosen on this PC, or those not hidden by default; in the list's own order. */
export function shownColumns<Row, SortBy extends string>(
	columns: readonly Column<Row, SortBy>[],
	chosen: readonly string[] | null,
): Column<Row, SortBy>[] {
	return columns.filter((column) => column.fixed || (chosen ? chosen.includes(column.key) : !column.hidden));
}

/** Pressing the heading of the sorted column turns the order round; another one starts ascending. */
export function sortAfterPress<SortBy extends string>(sort: Sort<SortBy>, by: SortBy): Sort<SortBy> {
	return { by, descending: sort.by === by ? !sort.descending : false };
}
