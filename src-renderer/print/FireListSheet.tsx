import { formatInstant, formatTime } from '#renderer/i18n/format.ts';
import type { Building } from '#shared/features/sign-ins/model.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import classes from './FireListSheet.module.css';
import { PaperHead } from './PaperHead.tsx';

export interface FireListSheetProps {
	profile: SiteProfile;
	building: Building;
	/** ms UTC. */
	printedAt: number;
}

/** Who is in the building, with a box to tick at the assembly point. Always German, black on white. */
export function FireListSheet({ profile, building, printedAt }: FireListSheetProps) {
	const { people, asOf, isShareAway } = building;
	const named = people.filter(({ name, card }) => name !== null || card !== null);
	const nameless = people.length - named.length;
	const facts = `${people.length === 1 ? '1 Person' : `${people.length} Personen`} im Haus · Stand ${formatInstant(asOf ?? printedAt)}`;
	return (
		<article className={classes.sheet} lang="de" aria-label="Brandliste">
			<PaperHead profile={profile} title="Wer ist im Haus" facts={facts} />
			{isShareAway && (
				<p className={classes.note}>Das Netzlaufwerk war nicht erreichbar: Spätere Anmeldungen anderer Kioske fehlen.</p>
			)}
			<p className={classes.note}>
				Nur wer sich am Kiosk angemeldet und nicht abgemeldet hat. Mitarbeitende stehen im Dienstplan.
			</p>
			<table>
				<thead>
					<tr>
						<th scope="col">draußen</th>
						<th scope="col">Name</th>
						<th scope="col">seit</th>
						<th scope="col">Angebot</th>
					</tr>
				</thead>
				<tbody>
					{named.map(({ name, card, since, sessionName }) => (
						<tr key={name ?? card}>
							<td>
								<span className={classes.box} />
							</td>
							<th scope="row">{name ?? `Karte ${card}`}</th>
							<td>{formatTime(since)}</td>
							<td>{sessionName ?? '–'}</td>
						</tr>
					))}
					{nameless > 0 && (
						<tr>
							<td className={classes.boxes}>
								{Array.from({ length: nameless }, (_, at) => (
									// biome-ignore lint/suspicious/noArrayIndexKey: boxes have no other identity than their place
									<span key={at} className={classes.box} />
								))}
							</td>
							<th scope="row">{nameless === 1 ? '1 Person ohne Namen' : `${nameless} Personen ohne Namen`}</th>
							<td />
							<td />
						</tr>
					)}
				</tbody>
			</table>
		</article>
	);
}
