import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useRef } from 'react';

interface Props<Row> {
	rows: readonly Row[];
	/** Of the region that scrolls. */
	label: string;
	/** How high a row is before it was measured, px. */
	estimated: number;
	/** How many rows beyond those in view are drawn. */
	overscan: number;
	/** Default: its place. */
	keyOf?: (row: Row) => string | number;
	classNames: { readonly box: string | undefined; readonly list: string | undefined; readonly row: string | undefined };
	/** For whoever scrolls it. */
	scroller?: RefObject<HTMLElement | null>;
	/** Above the rows. */
	above?: ReactNode;
	children(row: Row): ReactNode;
}

/** Rows of any height, of which only those in view are drawn. */
export function VirtualRows<Row>({ rows, label, estimated, overscan, keyOf, classNames, above, ...props }: Props<Row>) {
	const own = useRef<HTMLElement>(null);
	const scroller = props.scroller ?? own;
	const virtualizer = useVirtualizer({
		count: rows.length,
		getScrollElement: () => scroller.current,
		estimateSize: () => estimated,
		getItemKey(index) {
			const row = rows[index];
			return row === undefined || keyOf === undefined ? index : keyOf(row);
		},
		overscan,
	});
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
		<section ref={scroller} className={classNames.box} tabIndex={0} aria-label={label}>
			{above}
			<ul className={classNames.list} style={{ height: virtualizer.getTotalSize() }}>
				{virtualizer.getVirtualItems().map((item) => {
					const row = rows[item.index];
					return (
						row !== undefined && (
							<li
								key={item.key}
								ref={virtualizer.measureElement}
								data-index={item.index}
								aria-setsize={rows.length}
								aria-posinset={item.index + 1}
								className={classNames.row}
								style={{ transform: `translateY(${item.start}px)` }}
							>
								{props.children(row)}
							</li>
						)
					);
				})}
			</ul>
		</section>
	);
}
