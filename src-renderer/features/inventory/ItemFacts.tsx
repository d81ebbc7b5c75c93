import { formatDay } from '#renderer/i18n/format.ts';
import { formatMoney } from '#renderer/i18n/money.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Section } from '#renderer/ui/Section.tsx';
import type { Item } from '#shared/features/inventory/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { fieldTexts } from './field-texts.ts';
import classes from './ItemPage.module.css';
import { texts } from './texts.ts';

/** What is known about an item; fields nobody filled in take no room. */
export function ItemFacts({ item }: { item: Item }) {
	const t = useTexts(texts);
	const { field } = useTexts(fieldTexts);
	const facts: [string, string][] = [];
	const add = (name: string, value: string | null | false) => value && facts.push([name, value]);
	for (const key of ['maker', 'type', 'category', 'serial', 'location', 'condition'] as const) add(field[key], item[key]);
	add(field.boughtOn, item.boughtOn && formatLocalDate(item.boughtOn));
	add(field.priceCents, item.priceCents !== null && formatMoney(item.priceCents));
	add(field.depositCents, item.depositCents !== null && formatMoney(item.depositCents));
	add(field.loanDays, item.loanDays !== null && t.loanDays(item.loanDays));
	add(field.inHouseOnly, item.inHouseOnly && t.yes);
	add(field.remarks, item.remarks);
	return (
		<Section title={t.facts}>
			{facts.length === 0 ? (
				<p className={classes.quiet}>{t.noFacts}</p>
			) : (
				<dl className={classes.facts}>
					{facts.map(([name, value]) => (
						<div key={name} style={{ display: 'contents' }}>
							<dt>{name}</dt>
							<dd>{value}</dd>
						</div>
					))}
				</dl>
			)}
			<p className={classes.quiet}>{t.created(formatDay(item.createdAt))}</p>
		</Section>
	);
}
