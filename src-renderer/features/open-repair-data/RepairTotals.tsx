import { formatDecimal, formatNumber, formatPercent } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { type RepairFigures, totalOf } from '#shared/features/open-repair-data/figures.ts';
import classes from './Figures.module.css';
import { texts } from './figure-texts.ts';
import { fixedShareOf, savedOf } from './saved.ts';

/** The numbers that one reports. */
export function RepairTotals({ figures }: { figures: RepairFigures }) {
	const t = useTexts(texts);
	const saved = savedOf(figures);
	const mass = (kilograms: number): string =>
		kilograms >= 1000 ? t.tonnes(formatDecimal(kilograms / 1000)) : t.kilograms(formatNumber(Math.round(kilograms)));
	return (
		<ul className={classes.totals}>
			<Total value={formatNumber(totalOf(figures.counts))} name={t.items} />
			<Total value={formatPercent(fixedShareOf(figures.counts))} name={t.fixed} detail={t.fixedWords} />
			<Total value={mass(saved.kilograms)} name={t.weight} detail={t.weightWords} />
			<Total value={mass(saved.co2)} name={t.co2} detail={t.co2Words} />
		</ul>
	);
}

function Total({ value, name, detail }: { value: string; name: string; detail?: string }) {
	return (
		<li>
			<strong className={classes.value}>{value}</strong>
			<span className={classes.name}>{name}</span>
			{detail && <span className={classes.quiet}>{detail}</span>}
		</li>
	);
}
