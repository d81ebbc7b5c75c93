import { KIOSK_INFORMATION } from '#renderer/i18n/kiosk/information/all.ts';
import { SCRIPTS, weeks } from '#renderer/i18n/kiosk/languages.ts';
import type { KioskLanguage } from '#shared/features/kiosk/model.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import classes from './KioskInformationSheet.module.css';
import { PaperHead } from './PaperHead.tsx';

export interface KioskInformationSheetProps {
	profile: SiteProfile;
	language: KioskLanguage;
	/** Until names are gone. */
	keptWeeks: number;
}

const PARTS = ['responsible', 'what', 'why', 'voluntary', 'who', 'howLong', 'rights', 'complaint', 'machines'] as const;

/** Of North Rhine-Westphalia, where Kontor's sites are. */
const AUTHORITY = [
	'Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen',
	'Kavalleriestraße 2–4, 40213 Düsseldorf, www.ldi.nrw.de',
];

/** What happens to what is said at the kiosk, as Art. 13 DSGVO wants it told; one A4 page in each language. */
export function KioskInformationSheet({ profile, language, keptWeeks }: KioskInformationSheetProps) {
	const words = KIOSK_INFORMATION[language];
	const { tag, dir } = SCRIPTS[language];
	return (
		<article className={classes.sheet} lang={tag} dir={dir}>
			<PaperHead profile={profile} title={words.title} facts={words.intro} />
			{PARTS.map((part) => (
				<section key={part} className={classes.part}>
					<h2>{words[part].title}</h2>
					<p>
						{words[part].text}
						{part === 'howLong' && (
							<>
								{' '}
								<strong>{weeks(language, keptWeeks)}</strong>. {words.howLong.after}
							</>
						)}
					</p>
					{part === 'responsible' && (
						<p className={classes.line}>
							<span>{words.officer}</span>
						</p>
					)}
					{part === 'complaint' && (
						<address lang="de" dir="ltr" className={classes.authority}>
							{AUTHORITY.map((line) => (
								<div key={line}>{line}</div>
							))}
						</address>
					)}
				</section>
			))}
			{words.german !== null && <p className={classes.german}>{words.german}</p>}
		</article>
	);
}
