// biome-ignore-all lint/a11y/useSemanticElements: belongs to the grid of DataList
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, which names its active row
import { IconSquare, IconSquareCheckFilled } from '@tabler/icons-react';
import { memo } from 'react';
import type { Column } from './columns.ts';
import classes from './DataList.module.css';

interface Props<Row, SortBy extends string> {
	id: string;
	/** undefined while it is on its way. */
	row: Row | undefined;
	index: number;
	/** px below the heading. */
	top: number;
	active: boolean;
	columns: readonly Column<Row, SortBy>[];
	/** The grid's tracks. */
	template: string;
	onOpen(index: number): void;
	/** Only in lists whose rows can be ticked. */
	ticked?: boolean;
	onTick?(index: number): void;
}

function PlainRow<Row, SortBy extends string>(props: Props<Row, SortBy>) {
	const { id, row, index, top, active, columns, template, onOpen, ticked, onTick } = props;
	const Tick = ticked ? IconSquareCheckFilled : IconSquare;
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keyboard for its active row
		<div
			id={id}
			role="row"
			tabIndex={-1}
			aria-rowindex={index + 2}
			aria-selected={ticked ?? active}
			data-active={active || undefined}
			className={`${classes.row} ${classes.dataRow}`}
			style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
			onClick={() => onOpen(index)}
		>
			{ticked !== undefined && (
				// biome-ignore lint/a11y/useKeyWithClickEvents: Space does the same, see DataList
				<div
					role="gridcell"
					className={classes.tick}
					data-ticked={ticked || undefined}
					onClick={(event) => {
						event.stopPropagation();
						onTick?.(index);
					}}
				>
					<Tick size={22} aria-hidden />
				</div>
			)}
			{columns.map((column) => (
				<div key={column.key} role="gridcell" className={column.numeric ? `${classes.cell} ${classes.numeric}` : classes.cell}>
					{row === undefined ? <span className={classes.placeholder} /> : column.cell(row)}
				</div>
			))}
		</div>
	);
}

/** A row of the list, or its placeholder. */
export const DataRow = memo(PlainRow) as typeof PlainRow;
