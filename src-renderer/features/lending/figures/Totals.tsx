import { Link } from '@tanstack/react-router';
import { formatNumber } from '#renderer/i18n/format.ts';
import { formatMoney } from '#renderer/i18n/money.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Figures } from '#shared/features/lending/model.ts';
import { useLoanFilter } from '../loan-filter.ts';
import classes from './Figures.module.css';
import { lostValue, totalsOf } from './figure-rows.ts';
import { texts } from './texts.ts';

/** The numbers one reports; those with a list behind them lead there. */
export function Totals({ figures }: { figures: Figures }) {
	const t = useTexts(texts);
	const [, setFilter] = useLoanFilter();
	const totals = totalsOf(figures.months);
	return (
		<ul className={classes.totals}>
			<Total
				value={formatNumber(totals.loans)}
				name={t.loans}
				words={t.loansSplit(formatNumber(totals.takeHome), formatNumber(totals.inHouse))}
				to="/ausleihe/ausleihen"
				onFollow={() => setFilter('all')}
			/>
			<Total
				value={formatNumber(totals.overdue)}
				name={t.overdue}
				words={t.overdueWords}
				to="/ausleihe/ausleihen"
				onFollow={() => setFilter('overdue')}
			/>
			<Total value={formatNumber(figures.borrowers)} name={t.borrowers} words={t.borrowersWords} to="/ausleihe/entleiher" />
			<Total
				value={formatNumber(figures.losses.length)}
				name={t.losses}
				words={t.lossesWords(formatMoney(lostValue(figures.losses).cents))}
			/>
		</ul>
	);
}

interface TotalProps {
	value: string;
	name: string;
	words: string;
	/** The list behind it. */
	to?: '/ausleihe/ausleihen' | '/ausleihe/entleiher';
	onFollow?(): void;
}

function Total({ value, name, words, to, onFollow }: TotalProps) {
	const content = (
		<>
			<strong className={classes.value}>{value}</strong>
			<span className={classes.name}>{name}</span>
			<span className={classes.quiet}>{words}</span>
		</>
	);
	return (
		<li>
			{to ? (
				<Link to={to} className={classes.total ?? ''} onClick={onFollow}>
					{content}
				</Link>
			) : (
				<div className={classes.total}>{content}</div>
			)}
		</li>
	);
}
