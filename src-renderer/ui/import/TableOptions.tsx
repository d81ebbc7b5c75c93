import { Button, Collapse, Select, Table } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { Encoding, Separator } from '#shared/import-model.ts';
import classes from './Import.module.css';
import { texts } from './texts.ts';

interface Props<Target extends string> {
	preview: {
		encoding: Encoding;
		separator: Separator;
		columns: readonly { heading: string; examples: readonly string[]; target: Target | 'ignore' }[];
	};
	/** Words for what a column can become. */
	targets: Readonly<Record<Target | 'ignore', string>>;
	disabled: boolean;
	/** The table is read again; without a mapping the columns are guessed anew. */
	onChange(options: { encoding: Encoding; separator: Separator; mapping: (Target | 'ignore')[] | null }): void;
}

/** How the file is read: encoding, separator, and what each column means. All guessed, all changeable. */
export function TableOptions<Target extends string>({ preview, targets, disabled, onChange }: Props<Target>) {
	const t = useTexts(texts);
	const tableId = useId();
	const [opened, setOpened] = useState(false);
	const { encoding, separator, columns } = preview;
	const mapping = columns.map((column) => column.target);
	const options = (Object.keys(targets) as (Target | 'ignore')[]).map((value) => ({
		value: value as string,
		label: targets[value],
	}));
	const ignored = mapping.filter((target) => target === 'ignore').length;
	return (
		<>
			<div className={classes.options}>
				<Select
					label={t.encoding}
					description={t.encodingHint}
					inputWrapperOrder={['label', 'input', 'description', 'error']}
					data={Encoding.options.map((value) => ({ value, label: t.encodings[value] }))}
					value={encoding}
					allowDeselect={false}
					disabled={disabled}
					onChange={(value) => onChange({ encoding: Encoding.parse(value), separator, mapping: null })}
				/>
				<Select
					label={t.separator}
					data={Separator.options.map((value) => ({ value, label: t.separators[value] }))}
					value={separator}
					allowDeselect={false}
					disabled={disabled}
					onChange={(value) => onChange({ encoding, separator: Separator.parse(value), mapping: null })}
				/>
			</div>
			<div className={classes.columnsLine}>
				<span>{t.columnsFound(columns.length, ignored)}</span>
				<Button
					variant="subtle"
					size="compact-md"
					aria-expanded={opened}
					aria-controls={tableId}
					rightSection={opened ? <IconChevronUp size={16} aria-hidden /> : <IconChevronDown size={16} aria-hidden />}
					onClick={() => setOpened(!opened)}
				>
					{opened ? t.hideColumns : t.showColumns}
				</Button>
			</div>
			<Collapse expanded={opened} id={tableId}>
				<Table.ScrollContainer minWidth={560}>
					<Table verticalSpacing="xs" aria-label={t.columns}>
						<Table.Thead>
							<Table.Tr>
								<Table.Th>{t.inFile}</Table.Th>
								<Table.Th>{t.examples}</Table.Th>
								<Table.Th>{t.becomes}</Table.Th>
							</Table.Tr>
						</Table.Thead>
						<Table.Tbody>
							{columns.map((column, index) => (
								// biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same heading
								<Table.Tr key={index}>
									<Table.Td fw={600}>{column.heading || t.noHeading}</Table.Td>
									<Table.Td c="dimmed" className={classes.examples}>
										{column.examples.join(' · ')}
									</Table.Td>
									<Table.Td w="16rem">
										<Select
											{...scrollingOptions}
											size="sm"
											aria-label={t.targetOf(column.heading)}
											data={options}
											value={column.target}
											allowDeselect={false}
											disabled={disabled}
											onChange={(value) => onChange({ encoding, separator, mapping: mapping.with(index, value as Target) })}
										/>
									</Table.Td>
								</Table.Tr>
							))}
						</Table.Tbody>
					</Table>
				</Table.ScrollContainer>
			</Collapse>
		</>
	);
}
