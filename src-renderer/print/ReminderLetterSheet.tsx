import type { SiteProfile } from '#shared/features/site/model.ts';
import { formatLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { LetterForm } from './LetterForm.tsx';
import classes from './ReminderLetterSheet.module.css';

/** One letter, in words: everything of one borrower that has to come back. */
export interface ReminderLetter {
	readonly id: string;
	/** Name, street, place. */
	readonly address: readonly string[];
	readonly subject: string;
	readonly salutation: string;
	readonly opening: readonly string[];
	readonly rows: readonly ReminderRow[];
	readonly closing: readonly string[];
	readonly signer: string;
}

export interface ReminderRow {
	readonly id: string;
	readonly number: string;
	readonly name: string;
	/** Parts of the kit and accessories that went along. */
	readonly along: readonly string[];
	readonly issuedOn: LocalDate;
	readonly dueOn: LocalDate;
}

export interface ReminderLettersProps {
	letters: readonly ReminderLetter[];
	profile: SiteProfile;
	day: LocalDate;
}

/** Letters by DIN 5008, each on a page of its own. Always German, black on white. */
export function ReminderLetterSheet({ letters, profile, day }: ReminderLettersProps) {
	return (
		<div lang="de" className={classes.letters}>
			{letters.map((letter) => (
				<LetterForm
					key={letter.id}
					profile={profile}
					address={letter.address}
					info={<p className={classes.day}>{formatLocalDate(day)}</p>}
				>
					<h1 className={classes.subject}>{letter.subject}</h1>
					<p className={classes.text}>{letter.salutation}</p>
					{letter.opening.map((words) => (
						<p key={words} className={classes.text}>
							{words}
						</p>
					))}
					<table className={classes.rows}>
						<thead>
							<tr>
								<th scope="col">Gegenstand</th>
								<th scope="col">Nummer</th>
								<th scope="col">Ausgeliehen</th>
								<th scope="col">Fällig</th>
							</tr>
						</thead>
						<tbody>
							{letter.rows.map((row) => (
								<tr key={row.id}>
									<td>
										<strong>{row.name}</strong>
										{row.along.length > 0 && <span className={classes.along}>mit {row.along.join(', ')}</span>}
									</td>
									<td>{row.number}</td>
									<td>{formatLocalDate(row.issuedOn)}</td>
									<td>{formatLocalDate(row.dueOn)}</td>
								</tr>
							))}
						</tbody>
					</table>
					{letter.closing.map((words) => (
						<p key={words} className={classes.text}>
							{words}
						</p>
					))}
					<div className={classes.greeting}>
						<p>Mit freundlichen Grüßen</p>
						<p className={classes.signer}>{letter.signer}</p>
						<p>{profile.name}</p>
					</div>
				</LetterForm>
			))}
		</div>
	);
}
