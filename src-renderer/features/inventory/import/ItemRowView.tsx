import { Select } from '@mantine/core';
import { IconTool } from '@tabler/icons-react';
import { memo } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import classes from '#renderer/ui/import/Import.module.css';
import { IssueNote, Notes, shortened } from '#renderer/ui/import/Notes.tsx';
import { texts as importTexts } from '#renderer/ui/import/texts.ts';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import type { ItemDecision, ItemImportRow, ItemIssue } from '#shared/features/inventory/import-model.ts';
import { ItemStateMark } from '../ItemStateMark.tsx';
import { decisionsFor, isError } from './decisions.ts';
import { texts } from './texts.ts';

interface Props {
	row: ItemImportRow;
	decision: ItemDecision;
	onChoose(row: ItemImportRow, decision: ItemDecision): void;
}

/** One row of the file: what it is, what to know about it, and what will happen with it. */
export const ItemRowView = memo(function ItemRowView({ row, decision, onChoose }: Props) {
	const t = useTexts(texts);
	const common = useTexts(importTexts);
	const { item } = row;
	const facts = item && [[item.maker, item.type].filter(Boolean).join(' '), item.category, item.location, item.condition];
	return (
		<>
			<span className={classes.line}>{common.line(row.line)}</span>
			<div className={classes.subject}>
				<strong>{item ? [row.number, item.name].filter(Boolean).join(' · ') : t.unreadable}</strong>
				<span className={classes.quiet}>{facts?.filter(Boolean).join(' · ')}</span>
				{item && item.state !== 'active' && <ItemStateMark item={item} />}
			</div>
			<Notes>
				{row.existing && !row.known && (
					<li>
						<IconTool size={16} aria-hidden />
						<span>{t.existing(row.existing.label)}</span>
					</li>
				)}
				{row.issues.map((issue) => (
					<IssueNote key={`${issue.code}-${issue.column}-${issue.cell}`} severity={issue.severity} column={issue.column}>
						{t.issue[issue.code](shortened(issue.cell))}
						{isInRemarks(row, issue) && ` ${t.toRemarks}`}
					</IssueNote>
				))}
			</Notes>
			{isError(row) ? (
				<span className={classes.quiet}>{common.leftOut}</span>
			) : row.known ? (
				<span className={classes.quiet}>{common.known}</span>
			) : (
				<Select
					{...scrollingOptions}
					size="sm"
					aria-label={common.decisionOf(row.line)}
					data={decisionsFor(row).map((value) => ({
						value,
						label: value === 'fill' ? t.fillWhat(row.existing?.label ?? '') : t.decision[value],
					}))}
					value={decision}
					allowDeselect={false}
					comboboxProps={{ width: 'max-content', position: 'bottom-end' }}
					onChange={(next) => next !== null && onChoose(row, next as ItemDecision)}
				/>
			)}
		</>
	);
});

const isInRemarks = (row: ItemImportRow, issue: ItemIssue) =>
	issue.severity === 'warning' && issue.cell.trim() !== '' && (row.item?.remarks?.includes(issue.cell.trim()) ?? false);
