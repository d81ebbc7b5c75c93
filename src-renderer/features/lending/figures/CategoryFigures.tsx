import { Link } from '@tanstack/react-router';
import { formatNumber, formatPercent } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import type { Figures } from '#shared/features/lending/model.ts';
import { BarCell } from './BarCell.tsx';
import { FigureSection } from './FigureSection.tsx';
import classes from './Figures.module.css';
import { texts } from './texts.ts';

/** The same by category; each leads to its items. */
export function CategoryFigures({ categories, year }: { categories: Figures['categories']; year: number }) {
	const t = useTexts(texts);
	const [, setCategory] = useStickyState<string | null>('inventory.category', null);
	if (categories.length === 0) return null;
	const sorted = categories.toSorted((a, b) => b.loans - a.loans || b.use - a.use);
	const most = sorted[0]?.loans ?? 0;
	return (
		<FigureSection
			title={t.categories}
			year={year}
			headings={[t.column.category, t.column.items, t.column.loans, `${t.column.use} %`]}
			rows={sorted.map(({ category, items, loans, use }) => [category, items, loans, Math.round(use * 1000) / 10])}
		>
			<table className={classes.table}>
				<thead>
					<tr>
						<th scope="col">{t.column.category}</th>
						<th scope="col">{t.column.items}</th>
						<th scope="col">{t.column.loans}</th>
						<th scope="col">{t.column.use}</th>
					</tr>
				</thead>
				<tbody>
					{sorted.map(({ category, items, loans, use }) => (
						<tr key={category}>
							<th scope="row">
								{category === null ? (
									t.noCategory
								) : (
									<Link to="/inventar" onClick={() => setCategory(category)}>
										{category}
									</Link>
								)}
							</th>
							<td>{t.itemCount(formatNumber(items), items === 1)}</td>
							<BarCell value={loans} most={most} words={formatNumber(loans)} />
							<BarCell value={use} most={1} words={formatPercent(use)} />
						</tr>
					))}
				</tbody>
			</table>
		</FigureSection>
	);
}
