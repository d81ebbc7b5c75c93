import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatNumber, formatPercent } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Figures } from '#shared/features/lending/model.ts';
import { BarCell } from './BarCell.tsx';
import { FigureSection } from './FigureSection.tsx';
import classes from './Figures.module.css';
import { texts } from './texts.ts';

const SHOWN = 12;

/** What is asked for most, and how much of the year it was out. */
export function ItemFigures({ items, year }: { items: Figures['items']; year: number }) {
	const t = useTexts(texts);
	const [all, setAll] = useState(false);
	if (items.length === 0) return null;
	const sorted = items.toSorted((a, b) => b.loans - a.loans || b.use - a.use);
	const most = sorted[0]?.loans ?? 0;
	return (
		<FigureSection
			title={t.items}
			description={t.itemsWords}
			year={year}
			headings={[t.column.number, t.column.item, t.column.category, t.column.loans, `${t.column.use} %`]}
			rows={sorted.map(({ number, name, category, loans, use }) => [number, name, category, loans, Math.round(use * 1000) / 10])}
		>
			<table className={classes.table}>
				<thead>
					<tr>
						<th scope="col">{t.column.number}</th>
						<th scope="col">{t.column.item}</th>
						<th scope="col">{t.column.loans}</th>
						<th scope="col">{t.column.use}</th>
					</tr>
				</thead>
				<tbody>
					{sorted.slice(0, all ? undefined : SHOWN).map((item) => (
						<tr key={item.itemId}>
							<td className={classes.number}>{item.number}</td>
							<th scope="row">
								<Link to="/inventar/$id" params={{ id: item.itemId }}>
									{item.name}
								</Link>
							</th>
							<BarCell value={item.loans} most={most} words={formatNumber(item.loans)} />
							<BarCell value={item.use} most={1} words={formatPercent(item.use)} />
						</tr>
					))}
				</tbody>
			</table>
			{sorted.length > SHOWN && (
				<Group>
					<Button size="sm" variant="default" onClick={() => setAll((before) => !before)}>
						{all ? t.fewer : t.more(formatNumber(sorted.length))}
					</Button>
				</Group>
			)}
		</FigureSection>
	);
}
