import { Button } from '@mantine/core';
import { IconCalendarClock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { isThereFor } from '#renderer/shell/places.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { PrivacyTabs } from './PrivacyTabs.tsx';
import { texts } from './texts.ts';

const RULES = '/einstellungen/fristen';

/** What the pages about people and about cards have in common. */
export function PrivacyFrame({ intro, children }: { intro: string; children: ReactNode }) {
	const t = useTexts(texts);
	const session = useSession();
	return (
		<Page>
			<PrivacyTabs />
			<PageHeader
				title={t.title}
				subtitle={intro}
				actions={
					isThereFor(RULES, session) && (
						<Button
							variant="default"
							leftSection={<IconCalendarClock size={18} aria-hidden />}
							renderRoot={(props) => <Link to={RULES} {...props} />}
						>
							{t.rules}
						</Button>
					)
				}
			/>
			{children}
		</Page>
	);
}

export function NoneDue() {
	const t = useTexts(texts);
	return (
		<EmptyState icon={<IconCalendarClock />} title={t.noneDue}>
			{t.noneDueWords}
		</EmptyState>
	);
}
