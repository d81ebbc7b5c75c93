import type { CSSProperties } from 'react';
import { formatDay } from '#renderer/i18n/format.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import classes from './FirstAccessSheet.module.css';

export interface FirstAccess {
	readonly name: string;
	readonly signInName: string;
	readonly startPassphrase: string;
	/** Had access before and forgot the passphrase. */
	readonly again: boolean;
}

export interface FirstAccessSheetProps {
	access: FirstAccess;
	profile: SiteProfile;
	printedAt: number;
}

/** The slip a new member gets: half a page to cut off, readable by somebody who has never seen Kontor. Always German. */
export function FirstAccessSheet({ access, profile, printedAt }: FirstAccessSheetProps) {
	return (
		<article className={classes.sheet} lang="de">
			<header>
				<p className={classes.title}>{access.again ? 'Ihr neuer Zugang zu Kontor' : 'Ihr erster Zugang zu Kontor'}</p>
				<p className={classes.site}>
					{profile.name} · {profile.organisation}
				</p>
			</header>
			<dl className={classes.facts}>
				<dt>Für</dt>
				<dd>{access.name}</dd>
				<dt>Anmeldename</dt>
				<dd className={classes.typed}>{access.signInName}</dd>
				<dt>Startpasswort</dt>
				<dd className={classes.passphrase} style={{ '--letters': access.startPassphrase.length } as CSSProperties}>
					{access.startPassphrase}
				</dd>
			</dl>
			<ol className={classes.steps}>
				<li>
					Kontor öffnen. Fragt es „Wer arbeitet hier?“, wählen Sie Ihren Namen oder „Jemand anderes“ und geben den Anmeldenamen
					ein. Steht dort ein anderer Name, hilft „Zurück“.
				</li>
				<li>
					Steht dort „Willkommen bei Kontor“, ist der PC neu: „Standort beitreten“ wählen und den Ordner auf dem Netzlaufwerk, den
					die Verwaltung nennt. Nach dem Anmelden warten, bis die Verwaltung den PC zugelassen hat.
				</li>
				<li>
					Das Startpasswort genau wie hier abtippen
					{access.startPassphrase.includes('-') && ', mit den Bindestrichen zwischen den Wörtern'}.
				</li>
				<li>
					Ein eigenes Passwort wählen, das nur Sie kennen. Das Startpasswort gilt dann nicht mehr: Zerreißen Sie diesen Zettel.
				</li>
			</ol>
			<p className={classes.issued}>
				Ausgestellt am {formatDay(printedAt)}. Bitte bis zur ersten Anmeldung wie einen Schlüssel aufbewahren.
			</p>
		</article>
	);
}
