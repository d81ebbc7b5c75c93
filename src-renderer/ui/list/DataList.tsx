// biome-ignore-all lint/a11y/useSemanticElements: a real table cannot be windowed and still tell each row's place
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, which names its active row
import { Button, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
	type KeyboardEvent,
	type ReactNode,
	useCallback,
	useEffect,
	useId,
	useLayoutEffect,
	useMemo,
	useRef,
	useState,
} from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { changePreferences, usePreferences } from '#renderer/rpc/preferences.ts';
import { showToast } from '#renderer/ui/undo-toast.tsx';
import { type Column, type Sort, shownColumns, sortAfterPress } from './columns.ts';
import classes from './DataList.module.css';
import { DataRow } from './DataRow.tsx';
import { focusOnSlash } from './focusOnSlash.ts';
import { HeadCell, TickAllCell } from './HeadCell.tsx';
import { ListToolbar } from './ListToolbar.tsx';
import { rowAfterKey } from './listKeys.ts';
import { useStickyState } from './listMemory.ts';
import { saveTextFile } from './saveTextFile.ts';
import { texts } from './texts.ts';
import { useRem } from './useRem.ts';
import { useListHead, useRowAt, type Window, type WindowQuery } from './windowedRows.ts';

/**
 * The list every feature shows its records in: filter, sorting, columns, CSV, keyboard. Rows come from the backend in
 * windows as they scroll into view. It knows no feature and never holds all rows.
 */

/** rem, as in the style sheet. */
const ROW_REM = 2.75;
const HEAD_REM = 2.5;
const TICK_WIDTH = '1.75rem';

/** What is asked of the backend besides the window; the page adds its own filters in `windowOf`. */
export interface ListRequest<SortBy extends string> {
	text: string;
	sort: Sort<SortBy>;
}

interface Selection<Row, SortBy extends string> {
	/** Row keys. */
	keys: ReadonlySet<string>;
	onToggle(row: Row): void;
	/** Every row of what is shown, also those never fetched. */
	onAll(request: ListRequest<SortBy>): void;
	onNone(): void;
}

interface Props<Row, SortBy extends string> {
	/** Unique among all lists; under it filter, sorting and columns are remembered. */
	name: string;
	/** What is listed, for screen readers: `Personen`. */
	label: string;
	columns: readonly Column<Row, SortBy>[];
	initialSort: Sort<SortBy>;
	windowOf(request: ListRequest<SortBy>, window: Window): WindowQuery<Row>;
	exportCsv?(request: ListRequest<SortBy>): Promise<{ fileName: string; text: string }>;
	rowKey(row: Row): string;
	onOpen(row: Row): void;
	/** Rows can be ticked, to do something with several of them at once. The page holds which ones are. */
	selection?: Selection<Row, SortBy>;
	/** `1.204 Personen`. */
	count(total: number): string;
	filterHint?: string;
	/** The page's own filters, and whether one of them is set. */
	filters?: ReactNode;
	filtered?: boolean;
	onResetFilters?(): void;
	/** Shown when there is nothing at all and no filter is set. */
	empty: ReactNode;
}

export function DataList<Row, SortBy extends string>(props: Props<Row, SortBy>) {
	const t = useTexts(texts);
	const gridId = useId();
	const filterRef = useRef<HTMLInputElement>(null);
	const gridRef = useRef<HTMLDivElement>(null);
	const [text, setText] = useStickyState(`${props.name}.text`, '');
	const [sort, setSort] = useStickyState(`${props.name}.sort`, props.initialSort);
	const [active, setActive] = useStickyState(`${props.name}.active`, 0);
	const chosen = usePreferences().columns[props.name] ?? null;
	const [exporting, setExporting] = useState(false);
	const [filterText] = useDebouncedValue(text, 80);

	const request: ListRequest<SortBy> = { text: filterText.trim(), sort };
	const head = useListHead((window) => props.windowOf(request, window));
	const total = head.total ?? 0;
	const activeRow = Math.max(0, Math.min(active, total - 1));

	const rem = useRem();
	const [rowHeight, headHeight] = [ROW_REM * rem, HEAD_REM * rem];
	const virtualizer = useVirtualizer({
		count: total,
		getScrollElement: () => gridRef.current,
		estimateSize: () => rowHeight,
		overscan: 12,
		useFlushSync: false,
		scrollMargin: headHeight,
		scrollPaddingStart: headHeight,
		initialOffset: activeRow > 8 ? (activeRow - 4) * rowHeight : 0,
	});
	// It keeps the sizes that it has asked for once.
	// biome-ignore lint/correctness/useExhaustiveDependencies: when the height of rows changes
	useLayoutEffect(() => virtualizer.measure(), [rowHeight]);
	const items = virtualizer.getVirtualItems();
	const first = items[0]?.index ?? 0;
	const last = items.at(-1)?.index ?? 0;
	const rowAt = useRowAt(head, first, last);

	useEffect(() => focusOnSlash(filterRef), []);

	const shown = useMemo(() => shownColumns(props.columns, chosen), [props.columns, chosen]);
	const { selection } = props;
	const template = [...(selection ? [TICK_WIDTH] : []), ...shown.map((column) => column.width)].join(' ');
	const rowId = (index: number) => `${gridId}-${index}`;

	const moveTo = (index: number) => {
		setActive(index);
		virtualizer.scrollToIndex(index);
	};
	const openNow = (index: number) => {
		const row = rowAt(index);
		if (row === undefined || head.stale) return;
		setActive(index);
		props.onOpen(row);
	};
	const latestOpen = useRef(openNow);
	latestOpen.current = openNow;
	/** Stays the same, so that scrolling draws only rows that are new. */
	const open = useCallback((index: number) => latestOpen.current(index), []);
	const toggleNow = (index: number) => {
		const row = rowAt(index);
		if (row === undefined || head.stale) return;
		setActive(index);
		selection?.onToggle(row);
	};
	const latestToggle = useRef(toggleNow);
	latestToggle.current = toggleNow;
	const toggle = useCallback((index: number) => latestToggle.current(index), []);
	const changeText = (next: string) => {
		setText(next);
		setActive(0);
		gridRef.current?.scrollTo({ top: 0 });
	};
	const press = (by: SortBy) => {
		setSort((before) => sortAfterPress(before, by));
		setActive(0);
		gridRef.current?.scrollTo({ top: 0 });
	};

	const onGridKey = (event: KeyboardEvent<HTMLDivElement>) => {
		if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return;
		if (event.key === 'Enter' || event.key === ' ') {
			event.preventDefault();
			if (event.key === ' ' && selection) toggle(activeRow);
			else open(activeRow);
			return;
		}
		const page = Math.floor(((gridRef.current?.clientHeight ?? 0) - headHeight) / rowHeight);
		const next = rowAfterKey(event.key, activeRow, total, page);
		if (next === null) return;
		event.preventDefault();
		moveTo(next);
	};
	const onFilterKey = (event: KeyboardEvent<HTMLInputElement>) => {
		if (event.key === 'Escape' && text !== '') {
			event.preventDefault();
			event.stopPropagation();
			changeText('');
		} else if (event.key === 'ArrowDown' && total > 0) {
			event.preventDefault();
			gridRef.current?.focus();
		} else if (event.key === 'Enter' && total > 0) {
			event.preventDefault();
			// Opening blindly could open the wrong person: only a single, settled hit opens at once.
			if (total === 1 && !head.stale && text === filterText) open(0);
			else gridRef.current?.focus();
		}
	};
	const exportRows = async () => {
		if (!props.exportCsv) return;
		setExporting(true);
		try {
			saveTextFile(await props.exportCsv(request), 'text/csv;charset=utf-8');
		} catch {
			showToast({ color: 'red', message: t.exportFailed });
		} finally {
			setExporting(false);
		}
	};

	const filtered = request.text !== '' || (props.filtered ?? false);
	if (head.total === 0 && !filtered && !head.stale && text === '') return props.empty;
	return (
		<div className={classes.list}>
			<ListToolbar
				filterRef={filterRef}
				text={text}
				onText={changeText}
				onFilterKey={onFilterKey}
				filterHint={props.filterHint}
				filters={props.filters}
				count={head.total === null ? '' : props.count(total)}
				keys={selection ? t.keysSelecting : t.keys}
				columns={props.columns}
				shown={shown}
				onColumns={(keys) => changePreferences({ columns: { [props.name]: keys } })}
				onExport={props.exportCsv && (() => void exportRows())}
				exporting={exporting}
			/>
			<div
				ref={gridRef}
				role="grid"
				aria-label={props.label}
				aria-rowcount={head.total === null ? -1 : total + 1}
				aria-colcount={shown.length + (selection ? 1 : 0)}
				{...(selection && { 'aria-multiselectable': true })}
				aria-busy={head.total === null || head.stale}
				aria-activedescendant={total > 0 && activeRow >= first && activeRow <= last ? rowId(activeRow) : undefined}
				tabIndex={0}
				className={classes.grid}
				onKeyDown={onGridKey}
			>
				<div className={classes.table} role="presentation">
					<div role="rowgroup" className={classes.head}>
						<div
							role="row"
							aria-rowindex={1}
							className={classes.row}
							style={{ gridTemplateColumns: template, height: headHeight - 1 }}
						>
							{selection && (
								<TickAllCell
									some={selection.keys.size > 0}
									onPress={() => (selection.keys.size > 0 ? selection.onNone() : selection.onAll(request))}
								/>
							)}
							{shown.map((column) => (
								<HeadCell key={column.key} column={column} sort={sort} onPress={press} />
							))}
						</div>
					</div>
					<div
						role="rowgroup"
						className={head.stale ? `${classes.body} ${classes.stale}` : classes.body}
						style={{ height: total * rowHeight }}
					>
						{items.map((item) => {
							const row = rowAt(item.index);
							return (
								<DataRow
									key={row === undefined ? item.index : props.rowKey(row)}
									id={rowId(item.index)}
									row={row}
									index={item.index}
									top={item.start - headHeight}
									active={item.index === activeRow}
									columns={shown}
									template={template}
									onOpen={open}
									{...(selection && { ticked: row !== undefined && selection.keys.has(props.rowKey(row)), onTick: toggle })}
								/>
							);
						})}
					</div>
				</div>
				{head.error !== null && (
					<Message text={t.failed}>
						<Button variant="default" onClick={head.retry}>
							{t.retry}
						</Button>
					</Message>
				)}
				{head.total === 0 && filtered && head.error === null && (
					<Message text={t.noHits}>
						<Button
							variant="default"
							onClick={() => {
								changeText('');
								props.onResetFilters?.();
								filterRef.current?.focus();
							}}
						>
							{t.resetFilter}
						</Button>
					</Message>
				)}
			</div>
		</div>
	);
}

function Message({ text, children }: { text: string; children: ReactNode }) {
	return (
		<Stack className={classes.message} align="center" gap="sm">
			<Text>{text}</Text>
			{children}
		</Stack>
	);
}
