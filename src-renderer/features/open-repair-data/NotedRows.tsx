import { Button } from '@mantine/core';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import classes from '#renderer/ui/import/Import.module.css';
import { IssueNote, Notes, shortened } from '#renderer/ui/import/Notes.tsx';
import { texts as importTexts } from '#renderer/ui/import/texts.ts';
import { saveTextFile } from '#renderer/ui/list/saveTextFile.ts';
import { VirtualRows } from '#renderer/ui/list/VirtualRows.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { MILD_ISSUES, MOST_NOTED, type NotedRow, type RowIssue } from '#shared/features/open-repair-data/model.ts';
import { writeCsv } from '#shared/kernel/csv.ts';
import { texts } from './import-texts.ts';

/** Every row that is left out or taken otherwise than it stands, and why; only those in view are drawn. */
export function NotedRows({ rows }: { rows: readonly NotedRow[] }) {
	const t = useTexts(texts);
	const common = useTexts(importTexts);
	const said = ({ code, cell }: RowIssue): string => t.issue[code](shortened(cell));
	const save = () => {
		const { line, reference, what, why } = t.listHeadings;
		const cells = rows.map((row) => [
			row.line,
			row.reference,
			row.isLeftOut ? t.leftOut : t.taken,
			row.issues.map((issue) => [issue.column, said(issue)].filter(Boolean).join(': ')).join(' '),
		]);
		saveTextFile({ fileName: t.listName, text: writeCsv([line, reference, what, why], cells) }, 'text/csv');
	};
	return (
		<Section
			title={t.notedTitle}
			description={rows.length >= MOST_NOTED ? t.notedMore(formatNumber(MOST_NOTED)) : undefined}
			actions={
				<Button size="compact-md" variant="subtle" onClick={save}>
					{t.saveList}
				</Button>
			}
		>
			<VirtualRows
				rows={rows}
				label={t.notedRegion}
				estimated={56}
				overscan={8}
				classNames={{ box: classes.rows, list: classes.rowList, row: classes.row }}
			>
				{(row) => (
					<>
						<span className={classes.line}>{common.line(row.line)}</span>
						<div className={classes.subject}>
							<strong>{row.reference}</strong>
						</div>
						<Notes>
							{row.issues.map((issue) => (
								<IssueNote
									key={`${issue.code} ${issue.column}`}
									severity={MILD_ISSUES.has(issue.code) ? 'warning' : 'error'}
									column={issue.column ?? ''}
								>
									{said(issue)}
								</IssueNote>
							))}
						</Notes>
						<span className={classes.quiet}>{row.isLeftOut ? t.leftOut : t.taken}</span>
					</>
				)}
			</VirtualRows>
		</Section>
	);
}
