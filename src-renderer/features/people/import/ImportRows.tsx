import { Button, Menu, SegmentedControl } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { ImportDecision, ImportRow } from '#shared/features/people/import-model.ts';
import { type Choice, type Choices, choiceOf, type RowFilter, rowsOf } from './decisions.ts';
import classes from './Import.module.css';
import { RowView } from './RowView.tsx';
import { texts } from './texts.ts';

interface Props {
	rows: readonly ImportRow[];
	choices: Choices;
	filter: RowFilter;
	onFilter(filter: RowFilter): void;
	onChoose(row: ImportRow, choice: Choice): void;
	/** null: back to the suggestions. */
	onChooseAll(rows: readonly ImportRow[], decision: ImportDecision | null): void;
}

/** All rows of the file with what will happen to them; only those in view are drawn. */
export function ImportRows({ rows, choices, filter, onFilter, onChoose, onChooseAll }: Props) {
	const t = useTexts(texts);
	const scroller = useRef<HTMLElement>(null);
	const shown = rowsOf(rows, filter);
	const virtualizer = useVirtualizer({
		count: shown.length,
		getScrollElement: () => scroller.current,
		estimateSize: () => 72,
		getItemKey: (index) => shown[index]?.line ?? index,
		overscan: 8,
	});
	const filters = (Object.keys(t.filter) as RowFilter[]).map((value) => ({
		value,
		label: `${t.filter[value]} (${formatNumber(rowsOf(rows, value).length)})`,
	}));
	return (
		<>
			<div className={classes.rowTools}>
				<SegmentedControl
					aria-label={t.filterLabel}
					data={filters}
					value={filter}
					onChange={(value) => {
						onFilter(value as RowFilter);
						scroller.current?.scrollTo({ top: 0 });
					}}
				/>
				<Menu position="bottom-end">
					<Menu.Target>
						<Button variant="default" size="sm" rightSection={<IconChevronDown size={16} aria-hidden />}>
							{t.forShown}
						</Button>
					</Menu.Target>
					<Menu.Dropdown>
						<Menu.Item onClick={() => onChooseAll(shown, 'create')}>{t.allCreate}</Menu.Item>
						<Menu.Item onClick={() => onChooseAll(shown, 'fill')}>{t.allFill}</Menu.Item>
						<Menu.Item onClick={() => onChooseAll(shown, 'skip')}>{t.allSkip}</Menu.Item>
						<Menu.Divider />
						<Menu.Item onClick={() => onChooseAll(shown, null)}>{t.allSuggested}</Menu.Item>
					</Menu.Dropdown>
				</Menu>
			</div>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
			<section ref={scroller} className={classes.rows} tabIndex={0} aria-label={t.rowsRegion}>
				{shown.length === 0 && <p className={classes.nothing}>{t.nothingHere}</p>}
				<ul className={classes.rowList} style={{ height: virtualizer.getTotalSize() }}>
					{virtualizer.getVirtualItems().map((item) => {
						const row = shown[item.index];
						return (
							row && (
								<li
									key={item.key}
									ref={virtualizer.measureElement}
									data-index={item.index}
									aria-setsize={shown.length}
									aria-posinset={item.index + 1}
									className={classes.row}
									style={{ transform: `translateY(${item.start}px)` }}
								>
									<RowView row={row} choice={choiceOf(row, choices)} onChoose={onChoose} />
								</li>
							)
						);
					})}
				</ul>
			</section>
		</>
	);
}
