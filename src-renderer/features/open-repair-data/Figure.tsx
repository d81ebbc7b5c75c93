import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Section } from '#renderer/ui/Section.tsx';
import classes from './Figures.module.css';
import { texts } from './figure-texts.ts';

/** One of a bar's parts; its pattern tells it from the others without colour. */
export interface Part {
	readonly key: string;
	readonly label: string;
	readonly color: string;
	/** What it is drawn with besides its colour; so many there are. */
	readonly pattern: number;
}

export interface FigureRow {
	readonly name: string;
	readonly values: Readonly<Record<string, number>>;
}

interface Props {
	title: string;
	description: string;
	/** Heading of the first column. */
	rowHeading: string;
	parts: readonly Part[];
	rows: readonly FigureRow[];
	/** So many are drawn; the table has all. */
	drawn?: number;
	/** Names beside the bars, or below them. */
	lying?: boolean;
	/** The table's own columns, where it says more than the chart. */
	columns?: readonly { readonly key: string; readonly label: string }[];
}

const ROW_HEIGHT = 34;

/** A chart with a table of the same numbers: the chart is for the eye, the table for reading and for screen readers. */
export function Figure({ title, description, rowHeading, parts, rows, drawn = rows.length, lying = false, columns }: Props) {
	const t = useTexts(texts);
	const shown = rows.slice(0, drawn).map(({ name, values }) => ({ name, ...values }));
	const told = columns ?? parts;
	const hasTotal = columns === undefined && parts.length > 1;
	return (
		<Section title={title} description={description}>
			{parts.length > 1 && (
				<ul className={classes.legend} aria-hidden>
					{parts.map((part) => (
						<li key={part.key}>
							<svg width={16} height={16} aria-hidden>
								<rect width={16} height={16} fill={`url(#${idOf(part)})`} />
							</svg>
							{part.label}
						</li>
					))}
				</ul>
			)}
			<div className={classes.chart} aria-hidden>
				<BarChart
					h={lying ? shown.length * ROW_HEIGHT + 40 : 300}
					data={shown}
					dataKey="name"
					type="stacked"
					orientation={lying ? 'vertical' : 'horizontal'}
					series={parts.map(({ key, label, color }) => ({ name: key, label, color }))}
					barProps={({ name }) => ({
						fill: `url(#${idOf(parts.find(({ key }) => key === name))})`,
						isAnimationActive: false,
					})}
					barChartProps={{ accessibilityLayer: false }}
					withTooltip={false}
					gridAxis={lying ? 'y' : 'x'}
					yAxisProps={lying ? { width: 230, interval: 0 } : { width: 60, allowDecimals: false }}
					xAxisProps={lying ? { allowDecimals: false } : {}}
					valueFormatter={formatNumber}
					maxBarWidth={40}
				>
					<defs>
						{parts.map((part) => (
							<Pattern key={part.key} part={part} />
						))}
					</defs>
				</BarChart>
			</div>
			<details className={classes.details}>
				<summary>{t.table}</summary>
				{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
				<section className={classes.scroller} tabIndex={0} aria-label={title}>
					<table className={classes.table}>
						<thead>
							<tr>
								<th scope="col">{rowHeading}</th>
								{told.map(({ key, label }) => (
									<th key={key} scope="col" data-numeric>
										{label}
									</th>
								))}
								{hasTotal && (
									<th scope="col" data-numeric>
										{t.total}
									</th>
								)}
							</tr>
						</thead>
						<tbody>
							{rows.map(({ name, values }) => (
								<tr key={name}>
									<th scope="row">{name}</th>
									{told.map(({ key }) => (
										<td key={key} data-numeric>
											{formatNumber(values[key] ?? 0)}
										</td>
									))}
									{hasTotal && <td data-numeric>{formatNumber(parts.reduce((sum, { key }) => sum + (values[key] ?? 0), 0))}</td>}
								</tr>
							))}
						</tbody>
					</table>
				</section>
			</details>
		</Section>
	);
}

const idOf = (part: Part | undefined): string => `muster-${part?.pattern ?? 0}-${part?.color.replace(/[^a-z0-9]/giu, '') ?? ''}`;

/** Lines of the page's colour across the part's own. */
function Pattern({ part }: { part: Part }) {
	const turned = [0, 45, 135, 90, 0, 45, 0][part.pattern % 7];
	const width = [0, 2, 2, 3, 3, 5, 4][part.pattern % 7] ?? 0;
	return (
		<pattern id={idOf(part)} width={8} height={8} patternUnits="userSpaceOnUse" patternTransform={`rotate(${turned})`}>
			<rect width={8} height={8} style={{ fill: part.color }} />
			<rect width={8} height={width} style={{ fill: 'var(--kontor-surface)' }} />
		</pattern>
	);
}
