import { Link } from '@tanstack/react-router';
import { formatDay } from '#renderer/i18n/format.ts';
import { formatMoney, moneyText } from '#renderer/i18n/money.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Figures } from '#shared/features/lending/model.ts';
import { FigureSection } from './FigureSection.tsx';
import classes from './Figures.module.css';
import { lostValue } from './figure-rows.ts';
import { texts } from './texts.ts';

/** What became missing or was retired in the year, and what it had cost. */
export function Losses({ losses, year }: { losses: Figures['losses']; year: number }) {
	const t = useTexts(texts);
	const { cents, unpriced } = lostValue(losses);
	return (
		<FigureSection
			title={t.lossList}
			description={t.lossListWords}
			year={year}
			headings={[t.column.number, t.column.item, t.column.state, t.column.since, t.column.price]}
			rows={losses.map(({ number, name, state, at, priceCents }) => [
				number,
				name,
				t.state[state],
				formatDay(at),
				priceCents === null ? null : moneyText(priceCents),
			])}
		>
			{losses.length === 0 ? (
				<span className={classes.quiet}>{t.noLosses}</span>
			) : (
				<table className={classes.table}>
					<thead>
						<tr>
							<th scope="col">{t.column.number}</th>
							<th scope="col">{t.column.item}</th>
							<th scope="col">{t.column.state}</th>
							<th scope="col">{t.column.since}</th>
							<th scope="col" data-numeric>
								{t.column.price}
							</th>
						</tr>
					</thead>
					<tbody>
						{losses.map(({ itemId, number, name, state, at, priceCents }) => (
							<tr key={itemId}>
								<td className={classes.number}>{number}</td>
								<th scope="row">
									<Link to="/inventar/$id" params={{ id: itemId }}>
										{name}
									</Link>
								</th>
								<td>{t.state[state]}</td>
								<td className={classes.number}>{formatDay(at)}</td>
								<td data-numeric>{priceCents === null ? '–' : formatMoney(priceCents)}</td>
							</tr>
						))}
					</tbody>
					<tfoot>
						<tr>
							<td colSpan={4}>{unpriced > 0 && t.unpriced(unpriced)}</td>
							<td data-numeric>{formatMoney(cents)}</td>
						</tr>
					</tfoot>
				</table>
			)}
		</FigureSection>
	);
}
