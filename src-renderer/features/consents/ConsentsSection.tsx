import { Badge, Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { languageName } from '#renderer/features/people/placeNames.ts';
import { useLanguage } from '#renderer/i18n/language.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Client } from '#shared/features/cases/client.ts';
import { type Consent, ConsentPurpose, PURPOSES_OF_BUSINESS } from '#shared/features/consents/model.ts';
import type { BusinessId, PersonId } from '#shared/kernel/ids.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { AgreementHistory } from './AgreementHistory.tsx';
import { AgreementMenu } from './AgreementMenu.tsx';
import classes from './Consents.module.css';
import { EvidenceDialog } from './EvidenceDialog.tsx';
import { GiveConsent } from './GiveConsent.tsx';
import { takeOut } from './take-out.ts';
import { texts } from './texts.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';

/** What a client has agreed to, refused, withdrawn or was never asked, purpose by purpose. `actions`: beside the title. */
export function ConsentsSection({ client: of, actions }: { client: Client; actions?: ReactNode }) {
	const t = useTexts(texts);
	const consents = useConsents(of);
	const [giving, setGiving] = useState(false);
	return (
		<Section
			title={t.consents}
			description={of.businessId === null ? t.consentsWords : t.businessConsentsWords}
			actions={
				<>
					{actions}
					<Button size="sm" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setGiving(true)}>
						{t.give}
					</Button>
				</>
			}
		>
			<ErrorNotice error={consents.error} onRetry={() => void consents.refetch()} />
			{consents.isPending && <Skeleton height={160} />}
			{consents.data && (
				<ul className={classes.rows}>
					{(of.businessId === null ? ConsentPurpose.options : PURPOSES_OF_BUSINESS).map((purpose) => (
						<li key={purpose} className={classes.row}>
							{/* The newest decision is the one that holds. */}
							<PurposeRow purpose={purpose} consent={consents.data.find((one) => one.purpose === purpose)} />
						</li>
					))}
				</ul>
			)}
			{giving && <GiveConsent client={of} onClose={() => setGiving(false)} />}
		</Section>
	);
}

function useConsents({ personId, businessId }: Client) {
	const ofPerson = useQuery({
		...api.consents.ofPerson.queryOptions({ input: { personId: personId as PersonId } }),
		enabled: personId !== null,
	});
	const ofBusiness = useQuery({
		...api.consents.ofBusiness.queryOptions({ input: { businessId: businessId as BusinessId } }),
		enabled: businessId !== null,
	});
	return businessId === null ? ofPerson : ofBusiness;
}

const COLORS = { given: 'moss', refused: 'gray', withdrawn: 'brick' } as const;

function PurposeRow({ purpose, consent }: { purpose: ConsentPurpose; consent: Consent | undefined }) {
	const t = useTexts(texts);
	const screen = useLanguage();
	const [dialog, setDialog] = useState<'withdraw' | 'evidence' | 'history' | null>(null);
	const name = t.purpose[purpose];
	if (!consent) {
		return (
			<span className={classes.words}>
				<span className={classes.name}>{name}</span>
				<span className={classes.quiet}>{t.notAsked}</span>
			</span>
		);
	}
	const { id, decision, decidedOn, withdrawnOn, form, language, evidence, textVersion } = consent;
	const state = withdrawnOn === null ? decision : 'withdrawn';
	const facts = [
		`${t.state[decision]} ${t.on(formatLocalDate(decidedOn))}`,
		withdrawnOn !== null && `${t.state.withdrawn} ${t.on(formatLocalDate(withdrawnOn))}`,
		t.forms[form],
		language !== 'de' && `${t.language} ${languageName(language, screen)}`,
		`${t.textVersion} ${textVersion}`,
		evidence,
	];
	return (
		<>
			<span className={classes.words}>
				<span className={classes.head}>
					<span className={classes.name}>{name}</span>
					<Badge color={COLORS[state]} variant="light" tt="none">
						{t.state[state]}
					</Badge>
				</span>
				<span className={classes.quiet}>{facts.filter(Boolean).join(' · ')}</span>
			</span>
			<span className={classes.buttons}>
				{state === 'given' && (
					<Button size="sm" variant="default" aria-label={t.withdrawOf(name)} onClick={() => setDialog('withdraw')}>
						{t.withdraw}
					</Button>
				)}
				<AgreementMenu
					name={name}
					onHistory={() => setDialog('history')}
					onEvidence={() => setDialog('evidence')}
					onRemove={() =>
						void takeOut(
							t.removed(name),
							() => client.consents.remove({ id }),
							() => client.consents.restore({ id }),
						)
					}
				/>
			</span>
			{dialog === 'withdraw' && (
				<WithdrawDialog what={name} withdraw={(on) => client.consents.withdraw({ id, on })} onClose={() => setDialog(null)} />
			)}
			<AgreementHistory of={{ table: 'consent', id }} opened={dialog === 'history'} onClose={() => setDialog(null)} />
			{dialog === 'evidence' && (
				<EvidenceDialog
					evidence={evidence}
					save={(text) => client.consents.setEvidence({ id, evidence: text })}
					onClose={() => setDialog(null)}
				/>
			)}
		</>
	);
}
