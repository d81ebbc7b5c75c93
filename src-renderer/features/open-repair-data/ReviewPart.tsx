import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { VirtualRows } from '#renderer/ui/list/VirtualRows.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Reviewed, ReviewRow } from '#shared/features/open-repair-data/contract.ts';
import { personalParts } from '#shared/features/open-repair-data/strip-personal.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { texts } from './export-texts.ts';
import classes from './Review.module.css';

/** A repair's texts as they will stand in the file. */
export interface LeftTexts {
	readonly item: string;
	readonly problem: string;
}

interface Props {
	rows: readonly ReviewRow[];
	/** Of the rows that somebody has corrected. */
	corrections: ReadonlyMap<string, LeftTexts>;
	onCorrect(row: ReviewRow, left: LeftTexts): void;
}

export const proposedOf = ({ item, problem }: ReviewRow): LeftTexts => ({ item: item.proposed, problem: problem.proposed });

const isStripped = ({ item, problem }: ReviewRow): boolean => item.personal.length + problem.personal.length > 0;

/** Each text as it was entered, with what was stripped struck through, beside the one that leaves, which can be corrected. */
export function ReviewPart({ rows, corrections, onCorrect }: Props) {
	const t = useTexts(texts);
	const [onlyStripped, setOnlyStripped] = useState(false);
	const stripped = rows.filter(isStripped);
	// What was stripped comes first: that is where to look first.
	const shown = onlyStripped ? stripped : [...stripped, ...rows.filter((row) => !isStripped(row))];
	return (
		<Section title={t.textsTitle} description={t.textsWords}>
			<div className={classes.tools}>
				<span>{t.stripped(formatNumber(stripped.length), formatNumber(rows.length))}</span>
				<Checkbox label={t.only} checked={onlyStripped} onChange={(event) => setOnlyStripped(event.currentTarget.checked)} />
			</div>
			{shown.length === 0 && <p className={classes.quiet}>{t.nothingShown}</p>}
			{shown.length > 0 && (
				<VirtualRows
					rows={shown}
					label={t.textsTitle}
					estimated={190}
					overscan={4}
					keyOf={({ id }) => id}
					classNames={{ box: classes.rows, list: classes.list, row: classes.row }}
				>
					{(row) => <ReviewedRow row={row} left={corrections.get(row.id) ?? proposedOf(row)} onCorrect={onCorrect} />}
				</VirtualRows>
			)}
		</Section>
	);
}

function ReviewedRow({ row, left, onCorrect }: { row: ReviewRow; left: LeftTexts; onCorrect: Props['onCorrect'] }) {
	const t = useTexts(texts);
	const day = formatLocalDate(row.day);
	const hint = (text: string): string | undefined => (personalParts(text, []).length > 0 ? t.still : undefined);
	return (
		<>
			<div className={classes.said}>
				<span className={classes.quiet}>{t.repair(row.queue, day)}</span>
				<strong>
					<Marked text={row.item} />
				</strong>
				<p>
					<Marked text={row.problem} />
				</p>
			</div>
			<div className={classes.left}>
				<Textarea
					size="sm"
					autosize
					minRows={1}
					maxLength={300}
					aria-label={t.itemOf(row.queue, day)}
					value={left.item}
					error={hint(left.item)}
					onChange={(event) => onCorrect(row, { ...left, item: event.currentTarget.value })}
				/>
				<Textarea
					size="sm"
					autosize
					minRows={2}
					maxLength={8000}
					aria-label={t.problemOf(row.queue, day)}
					value={left.problem}
					error={hint(left.problem)}
					onChange={(event) => onCorrect(row, { ...left, problem: event.currentTarget.value })}
				/>
			</div>
		</>
	);
}

/** A text with what was stripped struck through, and said what it was taken for. */
function Marked({ text: { said, personal } }: { text: Reviewed }) {
	const t = useTexts(texts);
	let at = 0;
	const parts = personal.map(({ from, to, kind }) => {
		const before = said.slice(at, from);
		at = to;
		return (
			<span key={from}>
				{before}
				<del title={t.kind[kind]}>{said.slice(from, to)}</del>
			</span>
		);
	});
	return (
		<>
			{parts}
			{said.slice(at)}
		</>
	);
}
