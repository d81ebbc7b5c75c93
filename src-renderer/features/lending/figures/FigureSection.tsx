import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { saveTextFile } from '#renderer/ui/list/saveTextFile.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { type CsvCell, writeCsv } from '#shared/kernel/csv.ts';
import { texts } from './texts.ts';

interface FigureSectionProps {
	title: string;
	description?: string;
	year: number;
	headings: readonly string[];
	/** What the CSV file holds; nothing is offered without rows. */
	rows: readonly (readonly CsvCell[])[];
	children: ReactNode;
}

/** Figures of one subject, to look at and to take along as a table. */
export function FigureSection({ title, description, year, headings, rows, children }: FigureSectionProps) {
	const t = useTexts(texts);
	const save = () =>
		saveTextFile(
			{ fileName: `${title.replaceAll(' ', '-')}_${year}.csv`, text: writeCsv(headings, rows) },
			'text/csv;charset=utf-8',
		);
	return (
		<Section
			title={title}
			description={description}
			actions={
				rows.length > 0 && (
					<Button
						size="compact-md"
						variant="subtle"
						leftSection={<IconDownload size={16} aria-hidden />}
						aria-label={t.csvOf(title)}
						onClick={save}
					>
						{t.csv}
					</Button>
				)
			}
		>
			{children}
		</Section>
	);
}
