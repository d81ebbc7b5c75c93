import { longDayOf, weekNumberOf } from '#renderer/i18n/days.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import { formatLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import classes from './DaySheet.module.css';
import { PaperHead } from './PaperHead.tsx';

/** One appointment of whom the sheet is for. */
export interface DaySheetAppointment {
	readonly key: string;
	readonly time: string;
	/** Of clients: only ever on the paper of their own counsellor. */
	readonly names: string;
	readonly kind: string;
	readonly where: string;
	readonly note: string | null;
}

/** What else that day holds: a session, opening or closing. */
export interface DaySheetShift {
	readonly key: string;
	readonly time: string;
	readonly what: string;
	readonly role: string;
	readonly where: string;
}

export interface DaySheetProps {
	profile: SiteProfile;
	day: LocalDate;
	/** Whose day it is. */
	memberName: string;
	/** Null: none of theirs may stand here. */
	appointments: readonly DaySheetAppointment[] | null;
	shifts: readonly DaySheetShift[];
	/** What is true of the whole day: closed, away. */
	remarks: readonly string[];
}

/** One day of one member, with room to write. With names of clients it is for that counsellor alone. */
export function DaySheet({ profile, day, memberName, appointments, shifts, remarks }: DaySheetProps) {
	const facts = `${longDayOf(day)} ${day.slice(0, 4)} · KW ${weekNumberOf(day)} · ${memberName}`;
	const isConfidential = appointments !== null && appointments.length > 0;
	return (
		<article className={classes.sheet} lang="de" aria-label={`Tagesblatt ${formatLocalDate(day)}`}>
			<PaperHead profile={profile} title="Tagesblatt" facts={facts} />
			{isConfidential && (
				<p className={classes.confidential}>
					Vertraulich: nur für {memberName}. Nicht liegen lassen und nach dem Tag in den Aktenvernichter.
				</p>
			)}
			{remarks.length > 0 && <p className={classes.remarks}>{remarks.join(' · ')}</p>}
			{appointments !== null && (
				<section className={classes.part}>
					<h2>Termine</h2>
					{appointments.length === 0 ? (
						<p>Keine Termine.</p>
					) : (
						<table>
							<thead>
								<tr>
									<th scope="col">Zeit</th>
									<th scope="col">Wer und wo</th>
									<th scope="col">Notizen</th>
								</tr>
							</thead>
							<tbody>
								{appointments.map(({ key, time, names, kind, where, note }) => (
									<tr key={key} className={classes.appointment}>
										<td className={classes.time}>{time}</td>
										<th scope="row">
											{names}
											<span className={classes.beside}>{[kind, where].filter(Boolean).join(' · ')}</span>
										</th>
										<td>{note}</td>
									</tr>
								))}
							</tbody>
						</table>
					)}
				</section>
			)}
			<section className={classes.part}>
				<h2>Angebote und Dienste</h2>
				{shifts.length === 0 ? (
					<p>Nirgends eingeteilt.</p>
				) : (
					<table>
						<thead>
							<tr>
								<th scope="col">Zeit</th>
								<th scope="col">Was und wo</th>
								<th scope="col">Notizen</th>
							</tr>
						</thead>
						<tbody>
							{shifts.map(({ key, time, what, role, where }) => (
								<tr key={key}>
									<td className={classes.time}>{time}</td>
									<th scope="row">
										{what}
										<span className={classes.beside}>{[role, where].filter(Boolean).join(' · ')}</span>
									</th>
									<td />
								</tr>
							))}
						</tbody>
					</table>
				)}
			</section>
		</article>
	);
}
