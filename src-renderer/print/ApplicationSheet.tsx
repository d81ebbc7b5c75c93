import type { SiteProfile } from '#shared/features/site/model.ts';
import classes from './ApplicationSheet.module.css';
import { PaperHead } from './PaperHead.tsx';

/** One application, in words. */
export interface ApplicationLine {
	readonly id: string;
	readonly day: string;
	readonly employer: string;
	readonly position: string;
	readonly channel: string;
	readonly result: string;
}

export interface ApplicationSheetProps {
	profile: SiteProfile;
	/** Whose efforts, born when. */
	person: string;
	/** From when to when. */
	time: string;
	lines: readonly ApplicationLine[];
}

/** The record of own efforts as job centres ask for it. Always German, black on white. */
export function ApplicationSheet({ profile, person, time, lines }: ApplicationSheetProps) {
	return (
		<div lang="de" className={classes.sheet}>
			<PaperHead profile={profile} title="Nachweis der Eigenbemühungen" facts={`${person} · ${time}`} />
			<table>
				<thead>
					<tr>
						<th scope="col">Datum</th>
						<th scope="col">Arbeitgeber</th>
						<th scope="col">Stelle</th>
						<th scope="col">Art</th>
						<th scope="col">Ergebnis</th>
					</tr>
				</thead>
				<tbody>
					{lines.map(({ id, day, employer, position, channel, result }) => (
						<tr key={id}>
							<td className={classes.day}>{day}</td>
							<td>{employer}</td>
							<td>{position}</td>
							<td>{channel}</td>
							<td>{result}</td>
						</tr>
					))}
				</tbody>
			</table>
			<div className={classes.signatures}>
				<div>Ort, Datum</div>
				<div>Unterschrift</div>
			</div>
		</div>
	);
}
