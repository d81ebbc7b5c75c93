import { Button, Collapse, Select, Table } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { Encoding, type ImportPreview, ImportTarget, Separator } from '#shared/features/people/import-model.ts';
import classes from './Import.module.css';
import { texts } from './texts.ts';

interface Props {
	preview: ImportPreview;
	disabled: boolean;
	/** The table is read again; without a mapping the columns are guessed anew. */
	onChange(options: { encoding: Encoding; separator: Separator; mapping: ImportTarget[] | null }): void;
}

/** How the file is read: encoding, separator, and what each column means. All guessed, all changeable. */
export function TableOptions({ preview, disabled, onChange }: Props) {
	const t = useTexts(texts);
	const tableId = useId();
	const [opened, setOpened] = useState(false);
	const { encoding, separator, columns } = preview;
	const mapping = columns.map((column) => column.target);
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
											data={ImportTarget.options.map((value) => ({ value, label: t.target[value] }))}
											value={column.target}
											allowDeselect={false}
											disabled={disabled}
											onChange={(value) =>
												onChange({ encoding, separator, mapping: mapping.with(index, ImportTarget.parse(value)) })
											}
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
