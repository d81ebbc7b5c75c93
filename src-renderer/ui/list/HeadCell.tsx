// biome-ignore-all lint/a11y/useSemanticElements: belongs to the grid of DataList
// biome-ignore-all lint/a11y/useFocusableInteractive: its button is focusable
import { IconArrowDown, IconArrowUp, IconSquare, IconSquareMinus } from '@tabler/icons-react';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Column, Sort } from './columns.ts';
import classes from './DataList.module.css';
import { texts } from './texts.ts';

/** A heading; pressing it sorts by its column where the backend can. */
export function HeadCell<Row, SortBy extends string>({
	column,
	sort,
	onPress,
}: {
	column: Column<Row, SortBy>;
	sort: Sort<SortBy>;
	onPress(by: SortBy): void;
}) {
	const by = column.sortBy;
	const sorted = by !== undefined && sort.by === by;
	const Arrow = sort.descending ? IconArrowDown : IconArrowUp;
	const className = column.numeric ? `${classes.heading} ${classes.numeric}` : classes.heading;
	const order = sorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
	return (
		<div role="columnheader" className={className} {...(by !== undefined && { 'aria-sort': order })}>
			{by === undefined ? (
				column.title
			) : (
				<button type="button" className={classes.sort} onClick={() => onPress(by)}>
					{column.title}
					{sorted && <Arrow size={14} aria-hidden />}
				</button>
			)}
		</div>
	);
}

/** Above the ticks of a list: ticks every row, or takes all ticks away. */
export function TickAllCell({ some, onPress }: { some: boolean; onPress(): void }) {
	const t = useTexts(texts);
	const Icon = some ? IconSquareMinus : IconSquare;
	const label = some ? t.tickNone : t.tickAll;
	return (
		<div role="columnheader" className={classes.tick}>
			<button type="button" className={classes.sort} aria-label={label} title={label} onClick={onPress}>
				<Icon size={22} aria-hidden />
			</button>
		</div>
	);
}
