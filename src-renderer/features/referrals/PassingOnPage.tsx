import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useOpenCase } from '#renderer/features/cases/useOpenCase.ts';
import { ConsentsSection } from '#renderer/features/consents/ConsentsSection.tsx';
import { ReleaseList } from '#renderer/features/consents/ReleaseList.tsx';
import { texts } from '#renderer/features/consents/texts.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { clientOf } from '#shared/features/cases/client.ts';
import { ReferralList } from './ReferralList.tsx';

/** What of a case may be told to whom, and was: referrals, releases from confidentiality, consents of the person. */
export function PassingOnPage() {
	const t = useTexts(texts);
	const { caseFile } = useOpenCase();
	const client = clientOf(caseFile);
	const frozen = caseFile.status === 'closed';
	return (
		<>
			<ReferralList caseId={caseFile.id} frozen={frozen} />
			<ReleaseList caseId={caseFile.id} frozen={frozen} />
			{client && (
				<ConsentsSection
					client={client}
					actions={
						<Button
							size="sm"
							variant="default"
							leftSection={<IconPrinter size={16} aria-hidden />}
							renderRoot={(props) => <Link to="/fallakten/$id/weitergabe/einwilligung" params={{ id: caseFile.id }} {...props} />}
						>
							{t.printForm}
						</Button>
					}
				/>
			)}
		</>
	);
}
