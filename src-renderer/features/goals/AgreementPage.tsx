import { Anchor, Button, Skeleton } from '@mantine/core';
import { IconPrinter, IconTargetArrow } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useClient } from '#renderer/features/cases/useClient.ts';
import { useOpenCase } from '#renderer/features/cases/useOpenCase.ts';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { nameOnPaper, signerOnPaper } from '#renderer/print/client-on-paper.ts';
import { GoalAgreementSheet } from '#renderer/print/GoalAgreementSheet.tsx';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { texts } from './texts.ts';

/** What was agreed, as it will be on paper: the goals that nobody has drawn the balance of. `CaseFrame` notes the print. */
export function AgreementPage() {
	const t = useTexts(texts);
	const { profile } = useSession();
	const { caseFile, ownerName } = useOpenCase();
	const found = useQuery(api.goals.ofCase.queryOptions({ input: { caseId: caseFile.id } }));
	const client = useClient(caseFile);
	const goals = found.data?.goals.filter(({ balance }) => balance === null);
	const isOver = found.data !== undefined && found.data.goals.length > 0 && goals?.length === 0;
	const isReady = found.data !== undefined && client.data !== undefined && !isOver;
	return (
		<Section
			variant="plain"
			title={t.agreement}
			description={
				<>
					<p style={{ margin: 0 }}>{t.agreementIntro}</p>
					<Anchor renderRoot={(props) => <Link to="/fallakten/$id/ziele" params={{ id: caseFile.id }} {...props} />}>
						{t.backToGoals}
					</Anchor>
				</>
			}
			actions={
				<Button leftSection={<IconPrinter size="1.25rem" aria-hidden />} disabled={!isReady} onClick={() => window.print()}>
					{t.print}
				</Button>
			}
		>
			<ErrorNotice error={found.error ?? client.error} />
			{isOver ? (
				<EmptyState icon={<IconTargetArrow />} title={t.agreementOver}>
					{t.agreementOverWords}
				</EmptyState>
			) : goals && client.data ? (
				<div style={{ maxWidth: '52rem' }}>
					<PrintSheet label={t.agreementPreview}>
						<GoalAgreementSheet
							profile={profile}
							clientName={nameOnPaper(client.data)}
							signer={signerOnPaper(client.data)}
							counsellor={ownerName}
							goals={goals}
							day={localDateOf(Date.now())}
						/>
					</PrintSheet>
				</div>
			) : (
				<Skeleton height={420} />
			)}
		</Section>
	);
}
