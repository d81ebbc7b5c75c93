import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { texts } from './texts.ts';

export function NotFoundPage() {
	const t = useTexts(texts);
	return (
		<Page>
			<PageHeader title={t.notFoundTitle} />
			<EmptyState
				icon={<IconMapQuestion />}
				title={t.notFoundTitle}
				action={<Button renderRoot={(props) => <Link to="/" {...props} />}>{t.toToday}</Button>}
			>
				{t.notFoundBody}
			</EmptyState>
		</Page>
	);
}
