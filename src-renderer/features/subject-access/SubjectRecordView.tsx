import { memo } from 'react';
import { formatDay, formatInstant } from '#renderer/i18n/format.ts';
import { useLanguage } from '#renderer/i18n/language.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Range } from '#shared/features/subject-access/blacken.ts';
import { historyPrefix } from '#shared/features/subject-access/leaves.ts';
import type { Mark, SubjectRecord } from '#shared/features/subject-access/model.ts';
import { fieldWords } from './field-words.ts';
import { currentWords, type Row, rowsOf } from './rows-of.ts';
import classes from './SubjectAccess.module.css';
import { SubjectRow } from './SubjectRow.tsx';
import { texts } from './texts.ts';

export interface SubjectRecordViewProps {
	record: SubjectRecord;
	names: Readonly<Record<string, string>>;
	/** Of this record. */
	marks: readonly Mark[];
	onBlacken(record: SubjectRecord, row: Row, range: Range | null): void;
	onLift(record: SubjectRecord, row: Row): void;
}

/** One record with what has become of it. Of very many, only the one that changes is drawn again. */
export const SubjectRecordView = memo(
	({ record, names, marks, onBlacken, onLift }: SubjectRecordViewProps) => {
		const t = useTexts(texts);
		const words = useTexts(fieldWords);
		const language = useLanguage();
		const { table, history } = record;
		const rows = (fields: SubjectRecord['fields'], prefix = '') => (
			<dl className={classes.rows}>
				{rowsOf(table, fields, prefix, names, words, language).map((row) => (
					<SubjectRow
						key={row.values[0]?.leaf.path}
						row={row}
						marks={marks}
						onBlacken={(one, range) => onBlacken(record, one, range)}
						onLift={(one) => onLift(record, one)}
					/>
				))}
			</dl>
		);
		return (
			<article>
				<h3 className={classes.recordHead}>
					{words.table[table] ?? table}
					<span>{headWords(record, t)}</span>
				</h3>
				{rows(record.fields)}
				{history.length > 1 && (
					<details className={classes.history}>
						<summary>{t.history(history.length)}</summary>
						{history.map((change, at) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: changes have no other name, and none is ever moved
							<div key={at} className={classes.change}>
								<h4>{t.changed(formatInstant(change.at), change.by)}</h4>
								{rows(change.fields, historyPrefix(at))}
								{change.current.length > 0 && (
									<p className={classes.quiet}>{t.current(currentWords(table, change.current, words))}</p>
								)}
							</div>
						))}
					</details>
				)}
			</article>
		);
	},
	(before, now) =>
		before.record === now.record &&
		before.names === now.names &&
		before.onBlacken === now.onBlacken &&
		before.onLift === now.onLift &&
		before.marks.length === now.marks.length &&
		before.marks.every((mark, at) => mark === now.marks[at]),
);

/** `Akte F-00012 · vom 09.03.2026 · Miriam Berger, Gerät „Büro“` */
function headWords({ fileNumber, createdAt, removedAt, by, device }: SubjectRecord, t: (typeof texts)['de']): string {
	return [
		fileNumber !== null && t.file(fileNumber),
		t.writtenOn(formatDay(createdAt)),
		by !== null && t.writtenBy(by, device ?? ''),
		removedAt !== null && t.deleted(formatDay(removedAt)),
	]
		.filter(Boolean)
		.join(' · ');
}
