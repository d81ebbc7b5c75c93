import { Alert, Anchor, Skeleton } from '@mantine/core';
import { IconUserExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '#renderer/features/members/session.ts';
import { useDraft } from '#renderer/features/records/useDraft.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { DRAFT, SettingsForm } from './settings/SettingsForm.tsx';
import { texts } from './settings/texts.ts';

/** The rules that the desk works by: opening hours, periods, limits, and what is printed. */
export function LendingSettingsPage() {
	const t = useTexts(texts);
	const { member, acting } = useSession();
	return (
		<Page>
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to="/einstellungen" {...props} />}>{t.back}</Anchor>}
				title={t.title}
				subtitle={t.intro}
			/>
			{acting.id === member.id ? (
				<Loaded />
			) : (
				<Alert color="clay" icon={<IconUserExclamation aria-hidden />} role="status">
					{t.turn(acting.name, member.name)}
				</Alert>
			)}
		</Page>
	);
}

function Loaded() {
	const hours = useQuery(api.site.openingHours.queryOptions());
	const rules = useQuery(api.lending.rules.queryOptions());
	const draft = useDraft(DRAFT);
	const refetch = () => void Promise.all([hours.refetch(), rules.refetch()]);
	if (hours.data && rules.data && draft.loaded) {
		return <SettingsForm hours={hours.data} rules={rules.data} draft={draft} />;
	}
	const error = hours.error ?? rules.error;
	return error ? <ErrorNotice error={error} onRetry={refetch} /> : <Skeleton height={320} />;
}
