import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { recordsOf } from '#shared/features/subject-access/blacken.ts';
import { leavesOf } from '#shared/features/subject-access/leaves.ts';
import type { Extract, Mark } from '#shared/features/subject-access/model.ts';
import { fieldWords } from './field-words.ts';
import classes from './SubjectAccess.module.css';
import { texts } from './texts.ts';
import { labelOf } from './value-words.ts';

export interface StaleMarksProps {
	extract: Extract;
	stale: readonly Mark[];
	onAgain(mark: Mark): void;
	onDrop(mark: Mark): void;
}

/** Bars whose text is another one by now: nothing goes out before somebody has looked at each of them. */
export function StaleMarks({ extract, stale, onAgain, onDrop }: StaleMarksProps) {
	const t = useTexts(texts);
	const words = useTexts(fieldWords);
	if (stale.length === 0) return null;
	const records = new Map(recordsOf(extract).map((record) => [record.id, record]));
	return (
		<Alert color="clay" icon={<IconAlertTriangle aria-hidden />} title={t.stale(stale.length)} role="alert">
			{t.staleWords}
			{stale.map((mark) => {
				const record = records.get(mark.recordId);
				const isThere = record !== undefined && leavesOf(record).some(({ path }) => path === mark.path);
				return (
					<div key={JSON.stringify(mark)} className={classes.stale}>
						<p>
							{record && <strong>{`${words.table[record.table]}, ${labelOf(record.table, mark.path, words)}: `}</strong>}
							{t.staleWas(mark.quote)} {!isThere && t.gone}
						</p>
						{isThere && (
							<Button size="compact-md" variant="default" onClick={() => onAgain(mark)}>
								{t.again}
							</Button>
						)}
						<Button size="compact-md" variant="default" onClick={() => onDrop(mark)}>
							{t.drop}
						</Button>
					</div>
				);
			})}
		</Alert>
	);
}
