import { Alert, Button } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useOpenCase } from '#renderer/features/cases/useOpenCase.ts';
import { FormPaper } from '#renderer/features/consents/FormPaper.tsx';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { ReferralSheet } from '#renderer/print/ReferralSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { refusalCode, refusalData } from '#renderer/rpc/refusal.ts';
import type { MissingRelease } from '#shared/features/referrals/model.ts';
import type { ReferralId } from '#shared/kernel/ids.ts';
import { GateNotice } from './GateNotice.tsx';
import { OverrideDialog } from './OverrideDialog.tsx';
import { recipientAddress } from './recipient-address.ts';
import { texts } from './texts.ts';
import { toldRows, whoOnSheet } from './told-words.ts';

/** The sheet that goes along with a referral. The backend gives it only with a valid release, or a reason that is kept. */
export function ReferralSheetPage() {
	const t = useTexts(texts);
	const { profile, member } = useSession();
	const { caseFile } = useOpenCase();
	const { verweisung } = useParams({ from: '/fallakten/$id/weitergabe/bogen/$verweisung' });
	const id = verweisung as ReferralId;
	const sheet = useQuery({ ...api.referrals.sheet.queryOptions({ input: { id } }), retry: false, staleTime: 0 });
	const [isAsking, setAsking] = useState(false);
	const missing = refusalCode(sheet.error) === 'NO_RELEASE' ? refusalData<MissingRelease>(sheet.error) : null;
	// What was let through before must not stay on the screen when it no longer is.
	const data = sheet.error === null ? sheet.data : undefined;
	const address = data && recipientAddress(data.referral, data.partner);
	return (
		<FormPaper
			caseId={caseFile.id}
			title={t.sheetTitle}
			intro={t.sheetIntro}
			error={missing === null ? sheet.error : null}
			paper={
				data &&
				address && (
					<ReferralSheet
						profile={profile}
						referral={data.referral}
						who={whoOnSheet(data.client)}
						rows={toldRows(data.client)}
						address={address.lines}
						signer={member.name}
					/>
				)
			}
		>
			{missing !== null && (
				<GateNotice missing={missing}>
					{caseFile.status !== 'closed' && (
						<div>
							<Button mt="xs" size="sm" variant="default" onClick={() => setAsking(true)}>
								{t.overrideTitle}
							</Button>
						</div>
					)}
				</GateNotice>
			)}
			{address && !address.isComplete && (
				<Alert color="clay" icon={<IconMailOff aria-hidden />}>
					{t.noAddress}
				</Alert>
			)}
			{isAsking && missing !== null && (
				<OverrideDialog id={id} missing={missing} isAfterwards={false} onClose={() => setAsking(false)} />
			)}
		</FormPaper>
	);
}
