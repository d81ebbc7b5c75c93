import { Alert } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { fieldWords } from '#renderer/features/subject-access/field-words.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Section } from '#renderer/ui/Section.tsx';
import type { ErasurePreview } from '#shared/features/privacy/model.ts';
import { formatLocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { keepWords } from './keep-words.ts';
import classes from './Privacy.module.css';
import { texts } from './texts.ts';

/** What goes, what stays, and what stands against it. */
export function ErasureFacts({ of, preview }: { of: 'person' | 'borrower'; preview: ErasurePreview }) {
	const t = useTexts(texts);
	const { table } = useTexts(fieldWords);
	const { keeps, counts, shared, heads, isBorrower, dueOn } = preview;
	const stays = [
		...(shared > 0 ? [t.shared(shared)] : []),
		...(heads === null ? [t.namesake] : heads > 0 ? [t.heads(heads)] : []),
		...(isBorrower ? [t.isBorrower] : []),
		...(of === 'borrower' ? [t.loansStay] : []),
	];
	return (
		<>
			{keeps.length > 0 && (
				<Alert color="clay" role="status" icon={<IconHandStop aria-hidden />} title={t.keepsTitle}>
					<ul className={classes.list}>
						{keeps.map((keep) => (
							<li key={JSON.stringify(keep)}>{keepWords(keep, t)}</li>
						))}
					</ul>
				</Alert>
			)}
			<Section title={t.goes} description={t.goesHint(counts.reduce((sum, { count }) => sum + count, 0))}>
				<dl className={classes.counts}>
					{counts.map((one) => (
						<div key={one.table} className={classes.count}>
							<dt>{table[one.table] ?? one.table}</dt>
							<dd>{one.count}</dd>
						</div>
					))}
				</dl>
				{keeps.length === 0 && dueOn !== null && dueOn > localDateOf(Date.now()) && (
					<p className={classes.quiet}>{t.notDue(formatLocalDate(dueOn))}</p>
				)}
			</Section>
			<Section title={t.stays}>
				{stays.length === 0 ? (
					<p className={classes.quiet}>{t.nothingStays}</p>
				) : (
					<ul className={classes.list}>
						{stays.map((words) => (
							<li key={words}>{words}</li>
						))}
					</ul>
				)}
			</Section>
		</>
	);
}
