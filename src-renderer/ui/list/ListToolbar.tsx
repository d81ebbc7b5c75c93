import { ActionIcon, Button, Checkbox, Group, Popover, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { IconColumns3, IconDownload, IconSearch, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useId } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Column } from './columns.ts';
import classes from './DataList.module.css';
import { texts } from './texts.ts';

interface Props<Row, SortBy extends string> {
	filterRef: RefObject<HTMLInputElement | null>;
	text: string;
	onText(text: string): void;
	onFilterKey(event: KeyboardEvent<HTMLInputElement>): void;
	filterHint: string | undefined;
	filters: ReactNode;
	count: string;
	/** Which keys do what in the list below. */
	keys: string;
	columns: readonly Column<Row, SortBy>[];
	shown: readonly Column<Row, SortBy>[];
	onColumns(keys: string[]): void;
	onExport: (() => void) | undefined;
	exporting: boolean;
}

/** Above a list: text filter, the page's own filters, how many rows, columns, export. */
export function ListToolbar<Row, SortBy extends string>(props: Props<Row, SortBy>) {
	const t = useTexts(texts);
	const keysId = useId();
	return (
		<Group className={classes.toolbar} gap="sm" wrap="wrap">
			<TextInput
				ref={props.filterRef}
				className={classes.filter}
				type="text"
				role="searchbox"
				aria-label={t.filter}
				aria-describedby={keysId}
				placeholder={props.filterHint ?? t.filterHint}
				value={props.text}
				maxLength={200}
				onChange={(event) => props.onText(event.currentTarget.value)}
				onKeyDown={props.onFilterKey}
				leftSection={<IconSearch size={16} aria-hidden />}
				rightSection={
					props.text ? (
						<ActionIcon variant="subtle" color="gray" size="sm" aria-label={t.clearFilter} onClick={() => props.onText('')}>
							<IconX size={14} aria-hidden />
						</ActionIcon>
					) : (
						<kbd className={classes.key} aria-hidden>
							/
						</kbd>
					)
				}
			/>
			<span id={keysId} hidden>
				{props.keys}
			</span>
			{props.filters}
			<Group gap="xs" ml="auto" wrap="nowrap">
				<Text size="sm" c="dimmed" role="status" className={classes.count}>
					{props.count}
				</Text>
				<Popover position="bottom-end" shadow="md" trapFocus returnFocus>
					<Popover.Target>
						<Tooltip label={t.columns}>
							<ActionIcon variant="default" size="lg" aria-label={t.columns}>
								<IconColumns3 size={18} aria-hidden />
							</ActionIcon>
						</Tooltip>
					</Popover.Target>
					<Popover.Dropdown aria-label={t.columns}>
						<Stack gap="xs">
							{props.columns.map((column) => (
								<Checkbox
									key={column.key}
									label={column.title}
									disabled={column.fixed ?? false}
									checked={props.shown.includes(column)}
									onChange={(event) => {
										const keys = props.shown.map((each) => each.key);
										props.onColumns(
											event.currentTarget.checked ? [...keys, column.key] : keys.filter((key) => key !== column.key),
										);
									}}
								/>
							))}
						</Stack>
					</Popover.Dropdown>
				</Popover>
				{props.onExport && (
					<Button
						variant="default"
						aria-label={t.exportCsv}
						title={t.exportCsv}
						leftSection={<IconDownload size={18} aria-hidden />}
						onClick={props.onExport}
						loading={props.exporting}
					>
						CSV
					</Button>
				)}
			</Group>
		</Group>
	);
}
