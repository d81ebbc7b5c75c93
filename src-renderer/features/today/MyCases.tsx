import { Anchor, Button, Group, Skeleton } from '@mantine/core';
import { IconFolders } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '#renderer/features/members/session.ts';
import { formatRelative } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { myCasesList } from './my-cases-list.ts';
import classes from './TodayPage.module.css';
import { texts } from './texts.ts';

/** The case files I lead or deputise, the ones with the newest contact first. */
export function MyCases() {
	const t = useTexts(texts);
	const { member } = useSession();
	const cases = useQuery(api.cases.list.queryOptions({ input: myCasesList(member.id) }));
	const due = useQuery(api.funderData.due.queryOptions());
	const isDue = (caseId: string) => due.data?.some((one) => one.caseId === caseId);
	return (
		<Section
			title={t.cases}
			actions={
				<Anchor renderRoot={(props) => <Link to="/fallakten" {...props} />} size="sm">
					{t.casesAll}
				</Anchor>
			}
		>
			<ErrorNotice error={cases.error} onRetry={() => void cases.refetch()} />
			{cases.isPending && <Skeleton height={160} />}
			{cases.data?.rows.length === 0 && (
				<EmptyState
					icon={<IconFolders />}
					title={t.casesEmpty}
					action={
						<Group justify="center">
							<Button renderRoot={(props) => <Link to="/personen/neu" {...props} />}>{t.casesEmptyAction}</Button>
							<Button variant="default" renderRoot={(props) => <Link to="/personen/import" {...props} />}>
								{t.casesImportAction}
							</Button>
						</Group>
					}
				>
					{t.casesEmptyBody}
				</EmptyState>
			)}
			{cases.data !== undefined && cases.data.rows.length > 0 && (
				<ul className={classes.rows}>
					{cases.data.rows.map((row) => (
						<li key={row.id} className={classes.row}>
							<Link to="/fallakten/$id" params={{ id: row.id }} className={classes.case ?? ''}>
								<span className={classes.caseHead}>
									<strong>{row.clientName}</strong>
									<span className={classes.number}>{row.number}</span>
								</span>
								{row.concern !== null && <span>{row.concern}</span>}
								<span className={classes.detail}>
									<span>{row.lastContactAt === null ? t.noContact : t.lastContact(formatRelative(row.lastContactAt))}</span>
									{row.ownerId !== member.id && <span>{t.deputyFor(row.ownerName)}</span>}
									{row.status === 'paused' && <span>{t.paused}</span>}
								</span>
								{isDue(row.id) && <span className={classes.flag}>{t.questionnaire}</span>}
							</Link>
						</li>
					))}
				</ul>
			)}
		</Section>
	);
}
