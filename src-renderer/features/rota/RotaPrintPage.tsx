import { Anchor, Button, Skeleton } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useSession } from '#renderer/features/members/session.ts';
import { today, weekNumberOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import { RotaSheet } from '#renderer/print/RotaSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { LocalDate, mondayOf } from '#shared/kernel/local-date.ts';
import { printTexts } from './print-texts.ts';
import { useRota } from './use-rota.ts';

/** The rota of a week on paper, for the board in the office. */
export function RotaPrintPage() {
	const t = useTexts(printTexts);
	const { profile } = useSession();
	const { ab } = useSearch({ from: '/dienstplan/drucken' });
	const asked = LocalDate.safeParse(ab);
	const monday = mondayOf(asked.success ? asked.data : today());
	const { days, error, retry } = useRota(monday, 7);
	const members = useQuery(api.members.list.queryOptions());
	return (
		<Page>
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to="/dienstplan" {...props} />}>{t.back}</Anchor>}
				title={t.title(weekNumberOf(monday))}
				subtitle={t.subtitle}
				actions={
					<Button leftSection={<IconPrinter size="1.25rem" aria-hidden />} onClick={() => window.print()}>
						{t.print}
					</Button>
				}
			/>
			<ErrorNotice
				error={error ?? members.error}
				onRetry={() => {
					retry();
					void members.refetch();
				}}
			/>
			{!days && !error && <Skeleton height={600} />}
			{days && members.data && (
				<PrintSheet label={t.preview}>
					<RotaSheet
						profile={profile}
						monday={monday}
						days={days}
						names={new Map(members.data.map(({ id, name }) => [id, name]))}
					/>
				</PrintSheet>
			)}
		</Page>
	);
}
