import { Button } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { showUndo } from '#renderer/ui/undo-toast.tsx';
import { type Range, recordsOf, staleMarks } from '#shared/features/subject-access/blacken.ts';
import { leavesOf } from '#shared/features/subject-access/leaves.ts';
import type { Extract, Mark, SubjectDraft, SubjectRecord } from '#shared/features/subject-access/model.ts';
import { EnclosureRow } from './EnclosureRow.tsx';
import { fieldWords } from './field-words.ts';
import { MarkDialog } from './MarkDialog.tsx';
import type { Row } from './rows-of.ts';
import { StaleMarks } from './StaleMarks.tsx';
import classes from './SubjectAccess.module.css';
import { SubjectRecordView } from './SubjectRecordView.tsx';
import { texts } from './texts.ts';
import { isFreeText, labelOf, shownValue } from './value-words.ts';
import { WithholdDialog } from './WithholdDialog.tsx';

/** So many records of a section are drawn before somebody asks for more. */
const AT_ONCE = 30;

interface Marking {
	readonly recordId: string;
	readonly row: Row;
	readonly range: Range | null;
	/** The stale mark that a new one stands for. */
	readonly instead?: Mark;
}

export interface SubjectSectionsProps {
	extract: Extract;
	draft: SubjectDraft;
	onChange(draft: SubjectDraft): boolean;
}

export function SubjectSections({ extract, draft, onChange }: SubjectSectionsProps) {
	const t = useTexts(texts);
	const words = useTexts(fieldWords);
	const [marking, setMarking] = useState<Marking | null>(null);
	const [withholding, setWithholding] = useState<SubjectRecord | null>(null);
	const { marks, withheld } = draft;
	const stale = useMemo(() => staleMarks(extract, marks), [extract, marks]);
	const byRecord = useMemo(() => {
		const fresh = new Set(marks);
		for (const one of stale) fresh.delete(one);
		return Map.groupBy(fresh, ({ recordId }) => recordId);
	}, [marks, stale]);
	const setMarks = (next: readonly Mark[]) => onChange({ ...draft, marks: [...next] });
	const blacken = useCallback(
		(record: SubjectRecord, row: Row, range: Range | null) => setMarking({ recordId: record.id, row, range }),
		[],
	);
	const lift = useCallback(
		({ id }: SubjectRecord, row: Row) => {
			const paths = new Set(row.values.map(({ leaf }) => leaf.path));
			if (!onChange({ ...draft, marks: marks.filter(({ recordId, path }) => recordId !== id || !paths.has(path)) })) return;
			showUndo(t.lifted, () => void onChange(draft));
		},
		[draft, marks, onChange, t],
	);
	const again = (mark: Mark) => {
		const record = recordsOf(extract).find(({ id }) => id === mark.recordId);
		const leaf = record && leavesOf(record).find(({ path }) => path === mark.path);
		if (!record || !leaf) return;
		const { table } = record;
		const found = typeof leaf.value === 'string' && mark.range !== null ? leaf.value.indexOf(mark.quote) : -1;
		const value = {
			leaf,
			shown: shownValue(table, leaf.path, leaf.value, extract.names, 'de') ?? '',
			isFree: isFreeText(table, leaf.path, leaf.value, extract.names),
		};
		setMarking({
			recordId: record.id,
			row: { label: labelOf(table, leaf.path, words), values: [value] },
			range: found === -1 ? null : { from: found, to: found + mark.quote.length },
			instead: mark,
		});
	};
	return (
		<>
			<StaleMarks
				extract={extract}
				stale={stale}
				onAgain={again}
				onDrop={(mark) => setMarks(marks.filter((one) => one !== mark))}
			/>
			<div className={classes.columns}>
				<nav className={classes.index} aria-label={t.sections}>
					<p className={classes.quiet} role="status">
						{marks.length === 0 ? t.nothingMarked : t.marked(marks.length)}
					</p>
					<ul>
						{extract.sections.map(({ section, records }) => (
							<li key={section}>
								{/* The hash is the page's: it goes there by itself. */}
								<a
									href={`#${section}`}
									onClick={(event) => {
										event.preventDefault();
										document.getElementById(`auskunft-${section}`)?.scrollIntoView();
									}}
								>
									{words.section[section]}
									<span className={classes.number}>{formatNumber(records.length)}</span>
								</a>
							</li>
						))}
					</ul>
					{marks.length > 0 && (
						<Button
							mt="sm"
							size="compact-md"
							variant="default"
							onClick={() => {
								if (setMarks([])) showUndo(t.discarded, () => void onChange(draft));
							}}
						>
							{t.discard}
						</Button>
					)}
				</nav>
				<div className={classes.sections}>
					<div>
						<p className={classes.quiet}>{t.intro}</p>
						<p className={classes.quiet}>{t.historyGoes}</p>
						<p className={classes.quiet}>{t.privateNotes}</p>
						{extract.missing.map((vault) => (
							<p key={vault}>{t.missing[vault]}</p>
						))}
					</div>
					{extract.sections.map(({ section, records }) => (
						<div key={section} id={`auskunft-${section}`}>
							<Section title={words.section[section]} description={t.count(records.length)}>
								<Some records={records}>
									{(record) => (
										<div key={record.id} className={classes.item}>
											<SubjectRecordView
												record={record}
												names={extract.names}
												marks={byRecord.get(record.id) ?? []}
												onBlacken={blacken}
												onLift={lift}
											/>
											{section === 'documents' && record.removedAt === null && (
												<EnclosureRow
													record={record}
													withheld={withheld.find(({ documentId }) => documentId === record.id)}
													onWithhold={() => setWithholding(record)}
													onEnclose={() =>
														onChange({ ...draft, withheld: withheld.filter(({ documentId }) => documentId !== record.id) })
													}
												/>
											)}
										</div>
									)}
								</Some>
							</Section>
						</div>
					))}
				</div>
			</div>
			{marking && (
				<MarkDialog
					extract={extract}
					{...marking}
					marks={marks}
					onMark={(made) => setMarks([...marks.filter((one) => one !== marking.instead), ...made])}
					onClose={() => setMarking(null)}
				/>
			)}
			{withholding && (
				<WithholdDialog
					record={withholding}
					onWithhold={(reason) => onChange({ ...draft, withheld: [...withheld, { documentId: withholding.id, reason }] })}
					onClose={() => setWithholding(null)}
				/>
			)}
		</>
	);
}

/** The first ones, and more when somebody wants them. */
function Some({ records, children }: { records: readonly SubjectRecord[]; children(record: SubjectRecord): React.ReactNode }) {
	const t = useTexts(texts);
	const [most, setMost] = useState(AT_ONCE);
	const rest = records.length - most;
	return (
		<>
			{records.slice(0, most).map(children)}
			{rest > 0 && (
				<Button variant="default" mt="md" onClick={() => setMost(most + AT_ONCE)}>
					{t.more(Math.min(rest, AT_ONCE))}
				</Button>
			)}
		</>
	);
}
