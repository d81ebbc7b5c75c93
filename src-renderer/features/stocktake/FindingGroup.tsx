import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { consequencesOf, isOpen } from '#shared/features/stocktake/findings.ts';
import type { Consequence, FindingRow, StocktakeFinding } from '#shared/features/stocktake/model.ts';
import type { StocktakeId } from '#shared/kernel/ids.ts';
import { findingTexts } from './finding-texts.ts';
import classes from './Stocktake.module.css';
import { settle, takeBack } from './settle.ts';

/** More at once would make the page slow. */
const STEP = 60;

interface Props {
	id: StocktakeId;
	finding: StocktakeFinding;
	rows: readonly FindingRow[];
	/** Nothing can be decided any more. */
	finished: boolean;
}

const keyOf = ({ itemId, number }: FindingRow) => itemId ?? number;

/** Findings of one kind, each with what can follow from it; after one click the next one has the focus. */
export function FindingGroup({ id, finding, rows, finished }: Props) {
	const t = useTexts(findingTexts);
	const [shown, setShown] = useState(STEP);
	/** What was decided or taken back, and where it stood. */
	const [changed, setChanged] = useState<{ readonly row: FindingRow; readonly at: number } | null>(null);
	const list = useRef<HTMLUListElement>(null);
	useEffect(() => {
		// The findings are read again some time after that.
		if (changed === null || rows.some((row) => keyOf(row) === keyOf(changed.row) && isOpen(row) === isOpen(changed.row))) return;
		const lines = [...(list.current?.children ?? [])].slice(changed.at);
		const next = lines.find((line) => line.matches('[data-open]')) ?? lines[0];
		next?.querySelector<HTMLElement>('button')?.focus();
		setChanged(null);
	}, [changed, rows]);

	const open = rows.filter(isOpen);
	const bulk = finished || open.length < 2 ? undefined : commonConsequence(open);
	const run = async (action: Consequence, of: readonly FindingRow[], at: number) => {
		const [row] = of;
		if ((await settle(id, action, of)) && row) setChanged({ row, at });
	};
	return (
		<Section
			title={t.groupTitle(t.finding[finding], rows.length)}
			description={t.what[finding]}
			actions={
				bulk && (
					<Button size="sm" variant="default" onClick={() => void run(bulk, open, 0)}>
						{t.all[bulk](open.length)}
					</Button>
				)
			}
		>
			<ul ref={list} className={classes.findings}>
				{rows.slice(0, shown).map((row, index) => (
					<li key={keyOf(row)} className={classes.finding} data-open={isOpen(row) || undefined}>
						<Facts row={row} />
						<div className={classes.choices}>
							{!finished &&
								isOpen(row) &&
								consequencesOf(row).map((action) => (
									<Button
										key={action}
										size="compact-md"
										variant="default"
										aria-label={`${t.action[action]}: ${row.number}`}
										onClick={() => void run(action, [row], index)}
									>
										{t.action[action]}
									</Button>
								))}
							{!finished && row.finding === 'unknown' && row.settled === null && (
								<Button
									size="compact-md"
									variant="default"
									aria-label={`${t.create}: ${row.number}`}
									renderRoot={(props) => <Link to="/inventar/neu" search={{ nummer: row.number }} {...props} />}
								>
									{t.create}
								</Button>
							)}
							{row.settled !== null && <span className={classes.settled}>{t.settled[row.settled]}</span>}
							{!finished && row.settled !== null && row.actionId !== null && (
								<Button
									size="compact-md"
									variant="subtle"
									aria-label={`${t.undo}: ${row.number}`}
									onClick={() => row.actionId && void takeBack(id, [row.actionId]).then(() => setChanged({ row, at: index }))}
								>
									{t.undo}
								</Button>
							)}
						</div>
					</li>
				))}
			</ul>
			{rows.length > shown && (
				<Button variant="default" onClick={() => setShown(shown + STEP * 5)}>
					{t.more(Math.min(STEP * 5, rows.length - shown))}
				</Button>
			)}
		</Section>
	);
}

function Facts({ row }: { row: FindingRow }) {
	const t = useTexts(findingTexts);
	const { finding, itemId, number, name, location, shelves, loan, gone } = row;
	const details = [
		itemId === null || finding === 'missing' ? null : location === null ? t.noHome : t.home(location),
		finding === 'missing' ? (location ?? t.noHome) : null,
		shelves.length > 0 ? t.countedAt(shelves.join(', ')) : null,
		loan === null ? null : t.loan(loan),
		gone === null ? null : t.gone[gone],
	].filter((detail) => detail !== null);
	return (
		<div className={classes.words}>
			<span>
				<span className={classes.number}>{number}</span>
				{itemId !== null && (
					<Link to="/inventar/$id" params={{ id: itemId }} className={classes.item ?? ''}>
						{name}
					</Link>
				)}
			</span>
			<span className={classes.quiet}>{details.join(' · ')}</span>
		</div>
	);
}

/** What can follow from all of them, the usual one first. What is scrapped comes back one by one, or not at all. */
function commonConsequence(rows: readonly FindingRow[]): Consequence | undefined {
	const [first] = rows;
	const choices = rows.map((row) => consequencesOf(row).filter((action) => action !== 'made_active' || row.gone === 'missing'));
	return first && consequencesOf(first).find((action) => choices.every((possible) => possible.includes(action)));
}
