import { Anchor, Button, Skeleton } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import { useSession } from '#renderer/features/members/session.ts';
import { today, weekNumberOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { PrintSheet } from '#renderer/print/PrintSheet.tsx';
import { RotaSheet } from '#renderer/print/RotaSheet.tsx';
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
	const { days, week, error, retry } = useRota(monday);
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
			<ErrorNotice error={error} onRetry={retry} />
			{!days && !error && <Skeleton height={600} />}
			{days && (
				<PrintSheet label={t.preview}>
					<RotaSheet
						profile={profile}
						monday={monday}
						days={days}
						names={new Map(week.members.map(({ id, name }) => [id, name]))}
					/>
				</PrintSheet>
			)}
		</Page>
	);
}
