import { Select } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { memo } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import classes from '#renderer/ui/import/Import.module.css';
import { IssueNote, Notes, shortened } from '#renderer/ui/import/Notes.tsx';
import { texts as importTexts } from '#renderer/ui/import/texts.ts';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import type { ImportIssue, ImportRow } from '#shared/features/people/import-model.ts';
import { nameOf } from '#shared/features/people/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { type Choice, isError } from './decisions.ts';
import { texts } from './texts.ts';

interface Props {
	row: ImportRow;
	choice: Choice;
	onChoose(row: ImportRow, choice: Choice): void;
}

/** One row of the file: who it is, what to know about it, and what will happen with it. */
export const RowView = memo(function RowView({ row, choice, onChoose }: Props) {
	const t = useTexts(texts);
	const common = useTexts(importTexts);
	const { person } = row;
	const place = [person?.postcode, person?.city].filter(Boolean).join(' ');
	return (
		<>
			<span className={classes.line}>{common.line(row.line)}</span>
			<div className={classes.subject}>
				<strong>{(person && nameOf(person)) || t.unreadable}</strong>
				<span className={classes.quiet}>
					{[person?.birthDate && t.born(formatLocalDate(person.birthDate)), person?.street, place].filter(Boolean).join(' · ')}
				</span>
			</div>
			<Notes>
				{row.matches.map((match) => (
					<li key={`${match.personId}-${match.line}`}>
						<IconUsers size={16} aria-hidden />
						<span>{t.match[match.strength](match.line !== null ? t.inFileMatch(match.line, match.label) : match.label)}</span>
					</li>
				))}
				{row.issues.map((issue) => (
					<IssueNote key={`${issue.code}-${issue.column}-${issue.cell}`} severity={issue.severity} column={issue.column}>
						{t.issue[issue.code](shortened(issue.cell))}
						{isInRemarks(row, issue) && ` ${t.toRemarks}`}
					</IssueNote>
				))}
			</Notes>
			<Decision row={row} choice={choice} onChoose={onChoose} />
		</>
	);
});

function Decision({ row, choice, onChoose }: Props) {
	const t = useTexts(texts);
	const common = useTexts(importTexts);
	if (isError(row)) return <span className={classes.quiet}>{common.leftOut}</span>;
	if (row.known) return <span className={classes.quiet}>{common.known}</span>;
	const first = row.matches[0];
	const fills = row.matches
		.filter((match, index) => match.personId !== null || index === 0)
		.map((match) => ({
			value: `fill:${match.personId ?? ''}`,
			label: t.fillWhom(match.line !== null ? t.inFileMatch(match.line, match.label) : match.label),
		}));
	const value = choice.decision === 'fill' ? `fill:${choice.personId ?? first?.personId ?? ''}` : choice.decision;
	return (
		<Select
			{...scrollingOptions}
			size="sm"
			aria-label={common.decisionOf(row.line)}
			data={[{ value: 'create', label: t.decision.create }, ...fills, { value: 'skip', label: t.decision.skip }]}
			value={value}
			allowDeselect={false}
			comboboxProps={{ width: 'max-content', position: 'bottom-end' }}
			onChange={(next) => {
				if (next === null) return;
				const [decision, personId] = next.split(':');
				onChoose(row, { decision: decision as Choice['decision'], personId: personId ? (personId as PersonId) : null });
			}}
		/>
	);
}

const isInRemarks = (row: ImportRow, issue: ImportIssue) =>
	issue.severity === 'warning' && issue.cell.trim() !== '' && (row.person?.remarks?.includes(issue.cell.trim()) ?? false);
