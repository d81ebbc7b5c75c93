import { Button, Group, Skeleton } from '@mantine/core';
import { IconUserShare } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDay } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { ItemId } from '#shared/kernel/ids.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { BorrowerLink } from './BorrowerLink.tsx';
import { DueMark } from './DueMark.tsx';
import classes from './ItemLoans.module.css';
import { itemTexts } from './item-texts.ts';

const FIRST = 6;
const MORE = 500;

/** Where an item is now, and who has had it before: on its page in the inventory. */
export function ItemLoans({ id }: { id: ItemId }) {
	const t = useTexts(itemTexts);
	const [limit, setLimit] = useState(FIRST);
	const found = useQuery({
		...api.lending.ofItem.queryOptions({ input: { id, limit } }),
		placeholderData: keepPreviousData,
	});
	const rows = found.data ?? [];
	// Two at once where two PCs lent it while apart.
	const now = rows.filter(({ returnedAt }) => returnedAt === null);
	const before = rows.filter(({ returnedAt }) => returnedAt !== null);
	return (
		<Section title={t.title}>
			<ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
			{found.isPending && <Skeleton height={80} />}
			{found.data?.length === 0 && <span className={classes.quiet}>{t.never}</span>}
			{now.map((row) => (
				<div key={row.lineId} className={classes.now}>
					<IconUserShare size="1.25rem" aria-hidden />
					<span className={classes.words}>
						<span>
							{t.now}{' '}
							<strong>
								<BorrowerLink id={row.borrower.id} name={row.borrower.name} />
							</strong>
						</span>
						<span className={classes.quiet}>
							{t.since(formatDay(row.issuedAt))} ·{' '}
							<Link to="/ausleihe/ausleihen/$id" params={{ id: row.loanId }}>
								{t.loan(row.loanNumber)}
							</Link>
						</span>
					</span>
					<DueMark dueOn={row.dueOn} isOverdue={isLate(row.dueOn)} />
				</div>
			))}
			{before.length > 0 && (
				<ul className={classes.rows}>
					{before.map((row) => (
						<li key={row.lineId} className={classes.row}>
							<span className={classes.days}>{t.span(formatDay(row.issuedAt), formatDay(row.returnedAt ?? 0))}</span>
							<span className={classes.words}>
								<BorrowerLink id={row.borrower.id} name={row.borrower.name} />
								{row.missing.length > 0 && <span className={classes.wrong}>{t.missing(row.missing.join(', '))}</span>}
								{row.conditionIn !== null && <span className={classes.quiet}>{t.condition(row.conditionIn)}</span>}
							</span>
							<Link to="/ausleihe/ausleihen/$id" params={{ id: row.loanId }}>
								{t.loan(row.loanNumber)}
							</Link>
						</li>
					))}
				</ul>
			)}
			{rows.length >= limit && limit < MORE && (
				<Group>
					<Button size="sm" variant="default" loading={found.isPlaceholderData} onClick={() => setLimit(MORE)}>
						{t.more}
					</Button>
				</Group>
			)}
		</Section>
	);
}

const isLate = (dueOn: LocalDate) => dueOn < localDateOf(Date.now());
