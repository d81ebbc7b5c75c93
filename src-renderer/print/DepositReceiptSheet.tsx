import { formatDay } from '#renderer/i18n/format.ts';
import { paperMoney } from '#renderer/i18n/money.ts';
import type { DepositEntry, Loan } from '#shared/features/lending/model.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import classes from './DepositReceiptSheet.module.css';
import { PaperHead } from './PaperHead.tsx';

export interface DepositReceiptSheetProps {
	loan: Loan;
	entry: DepositEntry;
	profile: SiteProfile;
}

const TITLES = {
	paid: 'Quittung über Pfand',
	returned: 'Quittung über zurückgezahltes Pfand',
	kept: 'Beleg über einbehaltenes Pfand',
	corrected: 'Beleg über eine Berichtigung',
};
const SENTENCES = {
	paid: 'Das Pfand wurde in bar erhalten. Es wird zurückgezahlt, wenn alles vollständig und unbeschädigt zurück ist.',
	returned: 'Das Pfand wurde in bar zurückgezahlt.',
	kept: 'Das Pfand wird für einen Schaden oder Verlust einbehalten.',
	corrected: 'Die Rückzahlung war an zwei PCs eingetragen, ausgezahlt wurde sie einmal.',
};

/** Twice on one page: one half for the borrower, one for the office. Always German, black on white. */
export function DepositReceiptSheet(props: DepositReceiptSheetProps) {
	return (
		<article className={classes.sheet} lang="de">
			<Half {...props} copy="Für Sie" />
			<Half {...props} copy="Für unsere Unterlagen" />
		</article>
	);
}

function Half({ loan, entry, profile, copy }: DepositReceiptSheetProps & { copy: string }) {
	const items = loan.lineList.filter(({ kitId, outcome }) => kitId === null && outcome !== 'double');
	return (
		<section className={classes.half}>
			<PaperHead profile={profile} title={TITLES[entry.what]} facts={`Nummer ${entry.receipt} · ${formatDay(entry.at)}`} />
			<dl className={classes.facts}>
				<dt>Betrag</dt>
				<dd className={classes.amount}>{paperMoney(Math.abs(entry.cents))}</dd>
				<dt>{entry.what === 'paid' ? 'Von' : 'An'}</dt>
				<dd>{loan.borrowerName}</dd>
				<dt>Für</dt>
				<dd>
					Ausleihe {loan.number}: {items.map(({ itemNumber, itemName }) => `${itemName} (${itemNumber})`).join(', ')}
				</dd>
			</dl>
			<p>{SENTENCES[entry.what]}</p>
			<div className={classes.signatures}>
				<span>Entleiher/in</span>
				<span>Für den Verleih: {entry.memberName}</span>
			</div>
			<p className={classes.copy}>{copy}</p>
		</section>
	);
}
