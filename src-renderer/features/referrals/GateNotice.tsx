import { Alert } from '@mantine/core';
import { IconShieldCheck, IconShieldExclamation } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { texts as consentTexts } from '#renderer/features/consents/texts.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { MissingRelease } from '#shared/features/referrals/model.ts';

/** Whether what is to be passed on is released, in words; read out when it changes. */
export function GateNotice({ missing, children }: { missing: MissingRelease | null; children?: ReactNode }) {
	const t = useTexts(consentTexts);
	return (
		<div aria-live="polite">
			<Alert
				color={missing === null ? 'moss' : 'clay'}
				variant="light"
				p="sm"
				icon={missing === null ? <IconShieldCheck aria-hidden /> : <IconShieldExclamation aria-hidden />}
			>
				{missing === null ? t.covered : <MissingWords missing={missing} />}
				{children}
			</Alert>
		</div>
	);
}

export function MissingWords({ missing: { why, topics } }: { missing: MissingRelease }) {
	const t = useTexts(consentTexts);
	const names = topics.map((topic) => t.topic[topic]).join(', ');
	return `${t.missing[why]}${names === '' ? '' : ` ${t.missingTopics(names)}`}`;
}
