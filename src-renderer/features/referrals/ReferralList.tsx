import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import classes from '#renderer/features/consents/Consents.module.css';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { CaseId } from '#shared/kernel/ids.ts';
import { ReferralDialog } from './ReferralDialog.tsx';
import { ReferralRow } from './ReferralRow.tsx';
import { texts } from './texts.ts';

/** To whom the client of a case was referred, open ones first. */
export function ReferralList({ caseId, frozen }: { caseId: CaseId; frozen: boolean }) {
	const t = useTexts(texts);
	const referrals = useQuery(api.referrals.ofCase.queryOptions({ input: { caseId } }));
	const [adding, setAdding] = useState(false);
	return (
		<Section
			title={t.referrals}
			actions={
				!frozen && (
					<Button size="sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
						{t.add}
					</Button>
				)
			}
		>
			<ErrorNotice error={referrals.error} onRetry={() => void referrals.refetch()} />
			{referrals.isPending && <Skeleton height={120} />}
			{referrals.data?.length === 0 && <p className={classes.quiet}>{t.empty}</p>}
			{referrals.data && referrals.data.length > 0 && (
				<ul className={classes.rows}>
					{referrals.data.map((referral) => (
						<li key={referral.id} className={classes.row}>
							<ReferralRow referral={referral} frozen={frozen} />
						</li>
					))}
				</ul>
			)}
			{adding && <ReferralDialog caseId={caseId} referral={null} onClose={() => setAdding(false)} />}
		</Section>
	);
}
