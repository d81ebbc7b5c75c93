import { Button, Menu, SegmentedControl } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { VirtualRows } from '#renderer/ui/list/VirtualRows.tsx';
import classes from './Import.module.css';
import { texts } from './texts.ts';

interface Props<Row, Filter extends string, Decision extends string> {
	rows: readonly Row[];
	/** Kinds of rows, in the order of the screen. */
	filters: Readonly<Record<Filter, string>>;
	rowsOf(rows: readonly Row[], filter: Filter): readonly Row[];
	filter: Filter;
	onFilter(filter: Filter): void;
	/** What can be decided for all rows shown; `suggested` goes back to the suggestions. */
	decisions: Readonly<Record<Decision, string>>;
	suggested: string;
	/** null: back to the suggestions. */
	onChooseAll(rows: readonly Row[], decision: Decision | null): void;
	children(row: Row): ReactNode;
}

/** All rows of the file with what will happen to them; only those in view are drawn. */
export function ImportRows<Row extends { line: number }, Filter extends string, Decision extends string>(
	props: Props<Row, Filter, Decision>,
) {
	const t = useTexts(texts);
	const { rows, filter } = props;
	const scroller = useRef<HTMLElement>(null);
	const shown = props.rowsOf(rows, filter);
	const filters = (Object.keys(props.filters) as Filter[]).map((value) => ({
		value,
		label: `${props.filters[value]} (${formatNumber(props.rowsOf(rows, value).length)})`,
	}));
	return (
		<>
			<div className={classes.rowTools}>
				<SegmentedControl
					aria-label={t.filterLabel}
					data={filters}
					value={filter}
					onChange={(value) => {
						props.onFilter(value as Filter);
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
						{(Object.keys(props.decisions) as Decision[]).map((decision) => (
							<Menu.Item key={decision} onClick={() => props.onChooseAll(shown, decision)}>
								{props.decisions[decision]}
							</Menu.Item>
						))}
						<Menu.Divider />
						<Menu.Item onClick={() => props.onChooseAll(shown, null)}>{props.suggested}</Menu.Item>
					</Menu.Dropdown>
				</Menu>
			</div>
			<VirtualRows
				rows={shown}
				label={t.rowsRegion}
				estimated={72}
				overscan={8}
				keyOf={({ line }) => line}
				classNames={{ box: classes.rows, list: classes.rowList, row: classes.row }}
				scroller={scroller}
				above={shown.length === 0 && <p className={classes.nothing}>{t.nothingHere}</p>}
			>
				{props.children}
			</VirtualRows>
		</>
	);
}
