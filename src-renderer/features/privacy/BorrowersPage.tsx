import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { DueRow } from './DueRow.tsx';
import { ErasedList } from './ErasedList.tsx';
import classes from './Privacy.module.css';
import { NoneDue, PrivacyFrame } from './PrivacyFrame.tsx';
import { texts } from './texts.ts';

/** The same for cards of the workshop. */
export function BorrowersPage() {
	const t = useTexts(texts);
	const due = useQuery(api.privacy.dueBorrowers.queryOptions());
	const erased = useQuery(api.privacy.erasedBorrowers.queryOptions());
	const copies = useQuery(api.privacy.copiesOfBorrowers.queryOptions());
	return (
		<PrivacyFrame intro={t.introBorrowers}>
			<Section title={t.due} description={t.dueHint}>
				<ErrorNotice error={due.error} onRetry={() => void due.refetch()} />
				{due.isPending && <Skeleton height={120} />}
				{due.data?.length === 0 && <NoneDue />}
				<ul className={classes.rows}>
					{due.data?.map((one) => (
						<DueRow key={one.borrowerId} due={one}>
							<Button
								size="compact-md"
								variant="default"
								aria-label={t.lookOf(one.name)}
								renderRoot={(props) => <Link to="/datenschutz/entleihende/$id" params={{ id: one.borrowerId }} {...props} />}
							>
								{t.look}
							</Button>
						</DueRow>
					))}
				</ul>
			</Section>
			<ErrorNotice error={erased.error ?? copies.error} onRetry={() => void erased.refetch()} />
			<ErasedList erased={erased.data} copies={copies.data} />
		</PrivacyFrame>
	);
}
