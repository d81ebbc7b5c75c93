import { Anchor, Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formatMinutes, formatRelative } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Client } from '#shared/features/cases/client.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { CaseStatusBadge } from './CaseStatusBadge.tsx';
import classes from './ClientCases.module.css';
import { texts } from './texts.ts';
import { useCasesOf } from './useClient.ts';

/** The case files of one person or business, on that page. */
export function ClientCases({ client, title, empty }: { client: Client; title: string; empty: string }) {
	const t = useTexts(texts);
	const cases = useCasesOf(client);
	return (
		<Section title={title}>
			<ErrorNotice error={cases.error} onRetry={() => void cases.refetch()} />
			{cases.isPending && <Skeleton height={56} />}
			{cases.data?.length === 0 && <span className={classes.quiet}>{empty}</span>}
			{cases.data && cases.data.length > 0 && (
				<ul className={classes.cases}>
					{cases.data.map((row) => (
						<li key={row.id} className={classes.case}>
							<div className={classes.words}>
								<Anchor renderRoot={(props) => <Link to="/fallakten/$id" params={{ id: row.id }} {...props} />} fw={600}>
									{row.concern ?? row.number}
								</Anchor>
								<span className={classes.quiet}>
									{[
										row.concern && row.number,
										`${t.openedOn} ${formatLocalDate(row.openedOn)}`,
										row.ownerName,
										row.lastContactAt === null ? t.noContact : t.lastContact(formatRelative(row.lastContactAt)),
										row.contactMinutes > 0 && formatMinutes(row.contactMinutes),
									]
										.filter(Boolean)
										.join(' · ')}
								</span>
							</div>
							<CaseStatusBadge status={row.status} />
						</li>
					))}
				</ul>
			)}
		</Section>
	);
}
