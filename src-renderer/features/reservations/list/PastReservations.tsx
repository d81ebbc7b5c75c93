import { Button, Group, Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { texts } from '../texts.ts';
import { HoldRows } from './HoldRows.tsx';
import { ReservationRows } from './ReservationRows.tsx';
import classes from './Rows.module.css';

const FIRST = 25;
const MOST = 500;

/** What is over: fetched only when somebody wants to see it. */
export function PastReservations({ text }: { text: string }) {
	const t = useTexts(texts);
	const [isShown, setShown] = useState(false);
	const [limit, setLimit] = useState(FIRST);
	const past = useQuery({
		...api.reservations.list.queryOptions({
			input: { text, filter: 'past', borrowerId: null, itemId: null, offset: 0, limit },
		}),
		enabled: isShown,
		placeholderData: keepPreviousData,
	});
	const holds = useQuery({
		...api.reservations.holds.queryOptions({ input: { filter: 'past', itemId: null, borrowerId: null, limit } }),
		enabled: isShown,
		placeholderData: keepPreviousData,
	});
	const isMore = (past.data?.total ?? 0) > limit || holds.data?.length === limit;
	return (
		<>
			<Group>
				<Button variant="subtle" aria-expanded={isShown} onClick={() => setShown((before) => !before)}>
					{isShown ? t.hidePast : t.showPast}
				</Button>
			</Group>
			{isShown && (
				<>
					<Section title={t.past}>
						<ErrorNotice error={past.error} onRetry={() => void past.refetch()} />
						{past.isPending && <Skeleton height={120} />}
						{past.data?.total === 0 && <span className={classes.quiet}>{t.pastEmpty}</span>}
						{past.data && past.data.total > 0 && <ReservationRows rows={past.data.rows} past />}
					</Section>
					{holds.data && holds.data.length > 0 && (
						<Section title={t.pastHolds}>
							<HoldRows holds={holds.data} />
						</Section>
					)}
					{isMore && limit < MOST && (
						<Group>
							<Button variant="default" loading={past.isPlaceholderData} onClick={() => setLimit(MOST)}>
								{t.more}
							</Button>
						</Group>
					)}
				</>
			)}
		</>
	);
}
