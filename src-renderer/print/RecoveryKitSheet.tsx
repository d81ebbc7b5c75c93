import { QRCodeSVG } from 'qrcode.react';
import { formatDay } from '#renderer/i18n/format.ts';
import type { RecoveryKit, SiteProfile } from '#shared/features/site/model.ts';
import classes from './RecoveryKitSheet.module.css';

export interface RecoveryKitSheetProps {
	kit: RecoveryKit;
	profile: SiteProfile;
	printedAt: number;
	/** There was one before this, which opens nothing any more. */
	replaces: boolean;
}

/** The recovery kit on one A4 page, readable by somebody who has never seen Kontor. Always German, black on white. */
export function RecoveryKitSheet({ kit, profile, printedAt, replaces }: RecoveryKitSheetProps) {
	return (
		<article className={classes.sheet} lang="de">
			<header className={classes.head}>
				<div>
					<p className={classes.title}>Notfallblatt für Kontor</p>
					<p className={classes.site}>
						{profile.name} · {profile.organisation}
					</p>
				</div>
				<QRCodeSVG value={kit.qrText} size={132} level="M" marginSize={2} title="Die Zeichen dieses Blatts als QR-Code" />
			</header>
			<p className={classes.warning}>
				Wer dieses Blatt hat, kommt an alle Daten des Standorts. Bewahren Sie es im Tresor oder verschlossen bei der Leitung auf,
				nie neben einem PC, nie als Foto.{replaces && ' Es ersetzt das frühere Notfallblatt: Das alte bitte vernichten.'}
			</p>
			<ol className={classes.groups}>
				{kit.groups.map((group, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: groups may repeat; their position is their identity
					<li key={index} className={classes.group}>
						<span className={classes.position}>{index + 1}</span>
						<span className={classes.letters}>{group}</span>
					</li>
				))}
			</ol>
			<p className={classes.spelling}>
				Es kommen nur Ziffern und Großbuchstaben ohne I, L, O und U vor: 0 ist immer die Null, 1 immer die Eins.
			</p>
			<section className={classes.use}>
				<p className={classes.heading}>Wenn ein Passwort vergessen ist und niemand aus der Verwaltung helfen kann</p>
				<ol>
					<li>Kontor öffnen. Auf einem neuen PC „Standort beitreten“ wählen und den Ordner auf dem Netzlaufwerk aussuchen.</li>
					<li>„Passwort vergessen?“ wählen, Anmeldenamen und die Zeichen von oben abtippen, ein neues Passwort setzen.</li>
					<li>
						Fallakten, Vermerke und Aufgaben sind wieder da. Verloren bleibt, was nur der alte Schlüssel dieser Person öffnete:
						ihre privaten Arbeitsnotizen und Einträge im Zugriffsprotokoll, die sonst niemand lesen kann.
					</li>
				</ol>
			</section>
			<dl className={classes.lines}>
				<div>
					<dt>Gedruckt am</dt>
					<dd>{formatDay(printedAt)}</dd>
				</div>
				<div>
					<dt>Aufbewahrt bei</dt>
					<dd />
				</div>
				<div>
					<dt>Ort (Tresor, Schrank)</dt>
					<dd />
				</div>
				<div>
					<dt>Unterschrift</dt>
					<dd />
				</div>
			</dl>
		</article>
	);
}
