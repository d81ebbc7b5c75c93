import { BorrowerLink } from '#renderer/features/lending/BorrowerLink.tsx';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Section } from '#renderer/ui/Section.tsx';
import type { Repair } from '#shared/features/repairs/model.ts';
import { categoryName } from '../category-name.ts';
import classes from '../Repair.module.css';
import { texts } from '../texts.ts';
import { Agreement } from './Agreement.tsx';
import { pageTexts } from './texts.ts';

/** What was brought, by whom, and that they agreed. */
export function Facts({ repair }: { repair: Repair }) {
	const t = useTexts(pageTexts);
	const words = useTexts(texts);
	const { borrowerId, visitor, category, brand, yearOfManufacture, isSelfHelp } = repair;
	return (
		<Section title={t.facts}>
			<p className={classes.problem}>{repair.problem}</p>
			<dl className={classes.facts}>
				<dt>{t.visitor}</dt>
				<dd>{borrowerId === null ? (visitor ?? words.anonymous) : <BorrowerLink id={borrowerId} name={visitor ?? '?'} />}</dd>
				<dt>{words.field.category}</dt>
				<dd>{[category !== null && categoryName(category), words.power[repair.power]].filter(Boolean).join(' · ')}</dd>
				{(brand !== null || yearOfManufacture !== null) && (
					<>
						<dt>{words.field.brand}</dt>
						<dd>{[brand, yearOfManufacture].filter(Boolean).join(', ')}</dd>
					</>
				)}
				{isSelfHelp && (
					<>
						<dt>{words.field.isSelfHelp}</dt>
						<dd>✓</dd>
					</>
				)}
				<dt>{t.waiver}</dt>
				<dd>
					<Agreement repair={repair} />
				</dd>
			</dl>
		</Section>
	);
}
