import { weekNumberOf } from '#renderer/i18n/days.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import { addDays, formatLocalDate, type LocalDate, weekFrom } from '#shared/kernel/local-date.ts';
import type { TimeSpan } from '#shared/kernel/wall-time.ts';
import { PaperHead } from './PaperHead.tsx';
import classes from './WeekListSheet.module.css';

/** What takes a room or a person for some time: an offer by its name, counselling as no more than that. */
export interface WeekEntry extends TimeSpan {
	readonly key: string;
	readonly day: LocalDate;
	readonly what: string;
	/** The column beside it: who leads it, in a list by room; the room, in a list by person. */
	readonly beside: string;
	readonly isCancelled: boolean;
}

export interface WeekListSheetProps {
	profile: SiteProfile;
	monday: LocalDate;
	title: string;
	/** What stands in `beside`. */
	besideHeading: string;
	groups: readonly { readonly name: string; readonly entries: readonly WeekEntry[] }[];
	closedFor(day: LocalDate): string | null;
}

/** The week by room or by counsellor, for the team: one block each, in the order of days and times. No client's name. */
export function WeekListSheet({ profile, monday, title, besideHeading, groups, closedFor }: WeekListSheetProps) {
	const span = `${formatLocalDate(monday)} – ${formatLocalDate(addDays(monday, 6))}`;
	const closed = weekFrom(monday).filter((day) => closedFor(day) !== null);
	return (
		<article className={classes.sheet} lang="de">
			<PaperHead profile={profile} title={title} facts={`KW ${weekNumberOf(monday)} · ${span} · nur für das Team`} />
			{closed.length > 0 && (
				<p className={classes.closed}>Geschlossen: {closed.map((day) => `${dayWords(day)} (${closedFor(day)})`).join(', ')}</p>
			)}
			{groups.map(({ name, entries }) => (
				<section key={name} className={classes.group}>
					<h2>{name}</h2>
					{entries.length === 0 ? (
						<p className={classes.none}>frei</p>
					) : (
						<table>
							<thead>
								<tr>
									<th scope="col">Tag</th>
									<th scope="col">Zeit</th>
									<th scope="col">Was</th>
									<th scope="col">{besideHeading}</th>
								</tr>
							</thead>
							<tbody>
								{[...entries].sort(inOrder).map((entry, at, sorted) => (
									<tr key={entry.key} data-cancelled={entry.isCancelled || undefined}>
										<th scope="row">{sorted[at - 1]?.day === entry.day ? '' : dayWords(entry.day)}</th>
										<td className={classes.time}>
											{entry.from} – {entry.until}
										</td>
										<td>
											<span className={classes.what}>{entry.what}</span>
											{entry.isCancelled && <strong> fällt aus</strong>}
										</td>
										<td>{entry.beside}</td>
									</tr>
								))}
							</tbody>
						</table>
					)}
				</section>
			))}
		</article>
	);
}

const inOrder = (a: WeekEntry, b: WeekEntry): number => {
	const [one, other] = [`${a.day} ${a.from} ${a.until} ${a.key}`, `${b.day} ${b.from} ${b.until} ${b.key}`];
	return one < other ? -1 : one > other ? 1 : 0;
};

const WEEKDAY = new Intl.DateTimeFormat('de-DE', { weekday: 'short', timeZone: 'UTC' });

/** `Mo 23.11.` */
const dayWords = (day: LocalDate): string =>
	`${WEEKDAY.format(Date.parse(day)).replace('.', '')} ${day.slice(8)}.${day.slice(5, 7)}.`;
