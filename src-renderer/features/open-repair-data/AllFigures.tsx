import { categoryName } from '#renderer/features/repairs/category-name.ts';
import { texts as repairTexts } from '#renderer/features/repairs/texts.ts';
import { formatMonth, formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { AGE_SPANS, type RepairFigures, type ResultCounts } from '#shared/features/open-repair-data/figures.ts';
import type { RepairCategory } from '#shared/features/repairs/model.ts';
import { Figure } from './Figure.tsx';
import classes from './Figures.module.css';
import { partsOf } from './figure-parts.ts';
import { texts } from './figure-texts.ts';
import { RepairTotals } from './RepairTotals.tsx';
import { words } from './words.ts';

const MOST_DRAWN = 15;

/** The numbers that one reports, and a chart with its table for each question. */
export function AllFigures({ figures }: { figures: RepairFigures }) {
	const t = useTexts(texts);
	const w = useTexts(words);
	const { result, barrier } = useTexts(repairTexts);
	const results = partsOf(result);
	const nameOf = (category: RepairCategory | null): string => (category === null ? w.noCategory : categoryName(category));
	const asRow = (name: string, counts: ResultCounts) => ({ name, values: counts });
	const ages = figures.ages.map((counts, at) => {
		const span = AGE_SPANS[at];
		return asRow(span ? (span.to === null ? t.older(span.from) : t.years(span.from, span.to)) : t.ageUnknown, counts);
	});
	return (
		<>
			<RepairTotals figures={figures} />
			{figures.providers.length > 0 && <p className={classes.quiet}>{t.providers(figures.providers.join(', '))}</p>}
			<Figure
				title={t.categoriesTitle}
				description={figures.categories.length > MOST_DRAWN ? t.categoriesMost(MOST_DRAWN, figures.categories.length) : ''}
				rowHeading={t.kind}
				parts={results}
				rows={figures.categories.map(({ category, counts }) => asRow(nameOf(category), counts))}
				drawn={MOST_DRAWN}
				lying
			/>
			<Figure title={t.agesTitle} description={t.agesWords} rowHeading={t.age} parts={results} rows={ages} />
			{figures.teams.length > 0 && (
				<Figure
					title={t.teamsTitle}
					description={t.teamsWords}
					rowHeading={t.team}
					parts={results}
					rows={figures.teams.map(({ names, counts }) => asRow(names.join(', '), counts))}
					drawn={MOST_DRAWN}
					lying
				/>
			)}
			{figures.saved.length > 0 && (
				<Figure
					title={t.savedTitle}
					description={[t.savedWords, figures.withoutAverage > 0 ? t.withoutAverage(formatNumber(figures.withoutAverage)) : '']
						.join(' ')
						.trim()}
					rowHeading={t.kind}
					parts={partsOf({ co2: t.savedCo2 }).map((part) => ({ ...part, color: 'var(--mantine-color-petrol-5)' }))}
					columns={[
						{ key: 'items', label: t.savedItems },
						{ key: 'kilograms', label: t.savedKilograms },
						{ key: 'co2', label: t.savedCo2 },
					]}
					rows={figures.saved.map(({ category, items, kilograms, co2 }) => ({
						name: nameOf(category),
						values: { items, kilograms: Math.round(kilograms), co2: Math.round(co2) },
					}))}
					drawn={MOST_DRAWN}
					lying
				/>
			)}
			{figures.barriers.length > 0 && (
				<Figure
					title={t.barriersTitle}
					description={t.barriersWords}
					rowHeading={t.period}
					parts={partsOf({ ...barrier, unsaid: w.unsaid })}
					rows={figures.barriers.map(({ period, counts, unsaid }) => ({
						name: period.length > 4 ? formatMonth(period) : period,
						values: { ...counts, unsaid },
					}))}
				/>
			)}
		</>
	);
}
