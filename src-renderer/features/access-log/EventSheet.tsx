import { useSession } from '#renderer/features/members/session.ts';
import { formatInstant, formatLongDay, formatNumber, formatTime } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import classes from './EventSheet.module.css';
import { type Day, type EventFilter, nameIn } from './event-rows.ts';
import { whatOf, whoOf } from './event-words.ts';
import type { Days } from './periods.ts';
import { texts } from './texts.ts';

/** The log on paper: what is shown, with the choice that was made, under the site's name. */
export function EventSheet({ days, period, filter }: { days: readonly Day[]; period: Days; filter: EventFilter }) {
	const t = useTexts(texts);
	const { profile } = useSession();
	const total = days.reduce((sum, { events }) => sum + events.length, 0);
	const chosen = [
		filter.kind && t.kinds[filter.kind],
		filter.member && (nameIn(filter.member) ?? t.unknownName),
		filter.device && nameIn(filter.device),
	].filter(Boolean);
	return (
		<div className={classes.sheet}>
			<header className={classes.head}>
				<p className={classes.site}>{profile.name}</p>
				<h1>{t.title}</h1>
				<p>
					{t.span(formatLocalDate(period.from), formatLocalDate(period.to))}
					{chosen.length > 0 && `, ${chosen.join(', ')}`} · {t.count(formatNumber(total), total === 1)} ·{' '}
					{t.printedAt(formatInstant(Date.now()))}
				</p>
			</header>
			<table className={classes.table}>
				<thead>
					<tr>
						{[t.time, t.what, t.who, t.device].map((heading) => (
							<th key={heading} scope="col">
								{heading}
							</th>
						))}
					</tr>
				</thead>
				{days.map(({ day, events }) => (
					<tbody key={day}>
						<tr>
							<th colSpan={4} scope="rowgroup" className={classes.day}>
								{formatLongDay(events[0]?.at ?? 0)}
							</th>
						</tr>
						{events.map((event) => (
							<tr key={event.id} data-failed={event.kind === 'sign_in_failed' || undefined}>
								<td>{formatTime(event.at)}</td>
								<td>{whatOf(event, t)}</td>
								<td>{whoOf(event, t)}</td>
								<td>{event.device}</td>
							</tr>
						))}
					</tbody>
				))}
			</table>
		</div>
	);
}
