import { formatDay, formatInstant } from '#renderer/i18n/format.ts';
import { formatPhone } from '#renderer/i18n/phone.ts';
import { borrowerName } from '#shared/features/borrowers/model.ts';
import { bundleKits } from '#shared/features/lending/kit-lines.ts';
import type { Reminder } from '#shared/features/lending/model.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import classes from './LendingList.module.css';
import { PaperHead } from './PaperHead.tsx';

/** To phone with: whom to remind of what, with room for what they said. For the staff only. */
export function ReminderListSheet({ reminders, profile }: { reminders: readonly Reminder[]; profile: SiteProfile }) {
	return (
		<article className={classes.sheet} lang="de">
			<PaperHead profile={profile} title="Erinnerungen" facts={`Stand ${formatInstant(Date.now())} · nur für das Team`} />
			<table className={classes.table}>
				<thead>
					<tr>
						<th scope="col" className={classes.who}>
							Entleiher/in
						</th>
						<th scope="col">Was fehlt</th>
						<th scope="col" className={classes.fixed}>
							Erinnert
						</th>
						<th scope="col" className={classes.notes}>
							Was gesagt wurde
						</th>
					</tr>
				</thead>
				<tbody>
					{reminders.map(({ borrower, lines, lastAt }) => (
						<tr key={borrower.id}>
							<td>
								<strong>{borrowerName(borrower)}</strong>
								<span className={classes.along}>{borrower.number}</span>
								{borrower.phone !== null && <span className={classes.along}>{formatPhone(borrower.phone)}</span>}
								{borrower.email !== null && <span className={classes.along}>{borrower.email}</span>}
							</td>
							<td>
								{bundleKits(lines).map(({ line }) => (
									<div key={line.id}>
										{line.itemName} <span className={classes.fixed}>({line.itemNumber})</span>
										<span className={classes.along}>
											{line.isOverdue ? 'überfällig seit' : 'fällig am'} {formatLocalDate(line.dueOn)}
										</span>
									</div>
								))}
							</td>
							<td className={classes.fixed}>{lastAt === null ? '–' : formatDay(lastAt)}</td>
							<td />
						</tr>
					))}
				</tbody>
			</table>
		</article>
	);
}
