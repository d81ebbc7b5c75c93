import { useQuery } from '@tanstack/react-query';
import { formatMoney } from '#renderer/i18n/money.ts';
import { formatPhone } from '#renderer/i18n/phone.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { Section } from '#renderer/ui/Section.tsx';
import type { Borrower } from '#shared/features/borrowers/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import classes from './Borrowers.module.css';
import { fieldTexts, texts } from './texts.ts';

/** How to reach somebody, on what terms they borrow, and what they owe or are owed. */
export function BorrowerFacts({ borrower }: { borrower: Borrower }) {
	const t = useTexts(texts);
	const field = useTexts(fieldTexts);
	const accounts = useQuery(api.lending.accounts.queryOptions());
	const account = accounts.data?.find((entry) => entry.borrower.id === borrower.id);
	const { street, postcode, city, phone, email, idSeenOn, houseRulesOn, mostItems, remarks } = borrower;
	const address = [street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join('\n');
	const hasContact = address !== '' || phone !== null || email !== null;
	return (
		<div className={classes.column}>
			<Section title={t.contact}>
				{hasContact ? (
					<dl className={classes.facts}>
						{phone && <Fact name={field.phone}>{formatPhone(phone)}</Fact>}
						{email && <Fact name={field.email}>{email}</Fact>}
						{address && <Fact name={t.address}>{address}</Fact>}
					</dl>
				) : (
					<p className={classes.quiet}>{t.noContact}</p>
				)}
			</Section>
			<Section title={t.terms}>
				<dl className={classes.facts}>
					<Fact name={field.idSeenOn}>{idSeenOn === null ? t.notYet : formatLocalDate(idSeenOn)}</Fact>
					<Fact name={field.houseRulesOn}>{houseRulesOn === null ? t.notYet : formatLocalDate(houseRulesOn)}</Fact>
					<Fact name={field.mostItems}>{mostItems ?? t.asEverybody}</Fact>
					{account && account.depositHeldCents !== 0 && <Fact name={t.depositHeld}>{formatMoney(account.depositHeldCents)}</Fact>}
					{account && account.chargedCents !== 0 && <Fact name={t.toPay}>{formatMoney(account.chargedCents)}</Fact>}
					{remarks && <Fact name={field.remarks}>{remarks}</Fact>}
				</dl>
			</Section>
		</div>
	);
}

function Fact({ name, children }: { name: string; children: string | number }) {
	return (
		<div>
			<dt>{name}</dt>
			<dd>{children}</dd>
		</div>
	);
}
