import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { isOpen } from '#shared/features/maintenance/model.ts';
import type { ItemId, LoanId } from '#shared/kernel/ids.ts';
import { daysBetween, formatLocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import classes from './Damage.module.css';
import { StageMark } from './StageMark.tsx';
import { texts } from './texts.ts';

type Of = { readonly itemId: ItemId; readonly loanId: null } | { readonly itemId: null; readonly loanId: LoanId };

/** The cases of an item or a loan; each leads to its page. */
export function DamageRows({ of }: { of: Of }) {
	const t = useTexts(texts);
	const found = useDamagesOf(of);
	return (
		<>
			<ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
			{found.isPending && <Skeleton height={48} />}
			{found.data?.rows.length === 0 && <span className={classes.quiet}>{t.none}</span>}
			{found.data && found.data.rows.length > 0 && (
				<ul className={classes.rows}>
					{found.data.rows.map((damage) => (
						<li key={damage.id}>
							<Link to="/inventar/schaeden/$id" params={{ id: damage.id }} className={classes.row ?? ''}>
								<span className={classes.rowWords}>{damage.description}</span>
								<StageMark damage={damage} />
								<span className={classes.rowSide}>
									{isOpen(damage.stage)
										? t.openFor(daysBetween(damage.foundOn, localDateOf(Date.now())))
										: formatLocalDate(damage.closedOn ?? damage.foundOn)}
								</span>
							</Link>
						</li>
					))}
				</ul>
			)}
		</>
	);
}

export const useDamagesOf = (of: Of) =>
	useQuery(
		api.maintenance.list.queryOptions({
			input: { text: '', filter: 'all', ...of, sort: { by: 'foundOn', descending: true }, offset: 0, limit: 200 },
		}),
	);
