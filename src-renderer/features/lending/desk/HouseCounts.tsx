import { IconAlertTriangle, IconArrowBackUp, IconClipboardList, IconDoor } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { type LoanFilter, useLoanFilter } from '../loan-filter.ts';
import classes from './Desk.module.css';
import { texts } from './texts.ts';

const COUNTED = [
	{ filter: 'open', icon: IconClipboardList },
	{ filter: 'in_house', icon: IconDoor },
	{ filter: 'due_today', icon: IconArrowBackUp },
	{ filter: 'overdue', icon: IconAlertTriangle },
] as const satisfies readonly { filter: LoanFilter; icon: typeof IconDoor }[];

/** What is out right now; each number leads to its list. */
export function HouseCounts() {
	const t = useTexts(texts);
	const [, setFilter] = useLoanFilter();
	const counts = useQueries({
		queries: COUNTED.map(({ filter }) =>
			api.lending.loans.queryOptions({
				input: {
					text: '',
					filter,
					borrowerId: null,
					itemId: null,
					sort: { by: 'dueOn', descending: false },
					offset: 0,
					limit: 1,
				},
			}),
		),
	});
	if (counts.some(({ data }) => data === undefined)) return null;
	return (
		<section aria-labelledby="desk-house" className={classes.house}>
			<h2 id="desk-house" className={classes.hasTitle}>
				{t.houseTitle}
			</h2>
			{counts[0]?.data?.total === 0 ? (
				<p className={classes.quiet}>{t.nothingOut}</p>
			) : (
				<ul>
					{COUNTED.map(({ filter, icon: Icon }, at) => {
						const total = counts[at]?.data?.total ?? 0;
						return (
							<li key={filter} data-filter={total > 0 ? filter : undefined}>
								<Link to="/ausleihe/ausleihen" onClick={() => setFilter(filter)}>
									<Icon size="1.25rem" stroke={1.7} aria-hidden />
									<strong>{formatNumber(total)}</strong> {t.house[filter]}
								</Link>
							</li>
						);
					})}
				</ul>
			)}
		</section>
	);
}
