import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { formatMonth } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { SignInFigures } from '#shared/features/sign-ins/model.ts';
import { texts } from './texts.ts';

/** What the table says in numbers, as bars: sign-ins by month. */
export function MonthBars({ figures }: { figures: readonly SignInFigures[] }) {
	const t = useTexts(texts);
	const sums = new Map<string, number>();
	for (const { month, total } of figures) sums.set(month, (sums.get(month) ?? 0) + total);
	const data = [...sums].map(([month, total]) => ({ month: `${formatMonth(month)} ${month.slice(2, 4)}`, total }));
	return (
		<div aria-hidden>
			<BarChart
				h={260}
				data={data}
				dataKey="month"
				series={[{ name: 'total', label: t.total, color: 'petrol.6' }]}
				withBarValueLabel
				barProps={{ maxBarSize: 56, isAnimationActive: false }}
				tickLine="none"
			/>
		</div>
	);
}
