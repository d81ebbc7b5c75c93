import { Fragment, useRef, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { barsOn, type Range } from '#shared/features/subject-access/blacken.ts';
import type { Mark } from '#shared/features/subject-access/model.ts';
import type { Row, RowValue } from './rows-of.ts';
import classes from './SubjectAccess.module.css';
import { texts } from './texts.ts';

export interface SubjectRowProps {
	row: Row;
	/** Of this record. */
	marks: readonly Mark[];
	onBlacken(row: Row, range: Range | null): void;
	onLift(row: Row): void;
}

/** A label, what stands there, and its bars. Text selected with the mouse can be blackened at once. */
export function SubjectRow({ row, marks, onBlacken, onLift }: SubjectRowProps) {
	const t = useTexts(texts);
	const passage = useRef<HTMLElement>(null);
	const [selected, setSelected] = useState<Range | null>(null);
	const only = row.values.length === 1 ? row.values[0] : undefined;
	const look = () => setSelected(only?.isFree && passage.current ? selectionIn(passage.current) : null);
	const paths = new Set(row.values.map(({ leaf }) => leaf.path));
	const isMarked = marks.some(({ path }) => paths.has(path));
	return (
		<div className={classes.row}>
			<dt>{row.label}</dt>
			{/* Only what is selected with the mouse is looked at; the button beside it does the same with keys. */}
			<dd ref={passage} onMouseUp={look}>
				{row.values.map((value, at) => (
					<Fragment key={value.leaf.path}>
						{at > 0 && ', '}
						<WithBars value={value} marks={marks.filter(({ path }) => path === value.leaf.path)} />
					</Fragment>
				))}
			</dd>
			<dd className={classes.acts}>
				{isMarked && (
					<button type="button" className={classes.act} aria-label={t.liftOf(row.label)} onClick={() => onLift(row)}>
						{t.lift}
					</button>
				)}
				<button
					type="button"
					className={classes.act}
					data-selected={selected !== null || undefined}
					aria-label={selected ? t.blackenSelection : t.blackenOf(row.label)}
					onClick={() => {
						onBlacken(row, selected);
						setSelected(null);
					}}
				>
					{selected ? t.blackenSelection : t.blacken}
				</button>
			</dd>
		</div>
	);
}

function WithBars({ value: { leaf, shown, isFree }, marks }: { value: RowValue; marks: readonly Mark[] }) {
	const t = useTexts(texts);
	if (marks.length === 0) return shown;
	if (!isFree) {
		return (
			<mark className={classes.bar} title={t.reason[marks[0]?.reason ?? 'other']}>
				{shown}
			</mark>
		);
	}
	const text = String(leaf.value);
	const bars = barsOn(text, marks);
	return (
		<>
			{bars.map(({ from, to, reason }, at) => (
				<Fragment key={from}>
					{text.slice(bars[at - 1]?.to ?? 0, from)}
					<mark className={classes.bar} title={t.reason[reason]}>
						{text.slice(from, to)}
					</mark>
				</Fragment>
			))}
			{text.slice(bars.at(-1)?.to ?? 0)}
		</>
	);
}

/** Where in the passage the selection lies; null where there is none, or it reaches out of it. */
function selectionIn(passage: HTMLElement): Range | null {
	const selection = document.getSelection();
	const range = selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
	if (!range || !passage.contains(range.startContainer) || !passage.contains(range.endContainer)) return null;
	const before = document.createRange();
	before.selectNodeContents(passage);
	before.setEnd(range.startContainer, range.startOffset);
	const from = before.toString().length;
	const to = from + range.toString().length;
	return to > from ? { from, to } : null;
}
