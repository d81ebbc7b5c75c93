import { texts as consentTexts } from '#renderer/features/consents/texts.ts';
import type { Referral } from '#shared/features/referrals/model.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import { formatLocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { LetterForm } from './LetterForm.tsx';
import classes from './ReferralSheet.module.css';
import letter from './ReminderLetterSheet.module.css';

export interface ReferralSheetProps {
	profile: SiteProfile;
	referral: Referral;
	/** Who it is about: name and birth date, or name and legal form. */
	who: readonly (readonly [name: string, value: string])[];
	/** What else is told of them, no more than was released. */
	rows: readonly (readonly [name: string, value: string])[];
	address: readonly string[];
	signer: string;
}

/** What goes along with a referral, on a letter's sheet (DIN 5008 form B), with a part to be sent back. Always German. */
export function ReferralSheet({ profile, referral, who, rows, address, signer }: ReferralSheetProps) {
	const topics = referral.topics.map((topic) => consentTexts.de.topic[topic]).join(', ');
	return (
		<div lang="de" className={letter.letters}>
			<LetterForm
				profile={profile}
				address={address}
				info={<p className={letter.day}>{formatLocalDate(referral.sentOn ?? localDateOf(Date.now()))}</p>}
			>
				<h1 className={letter.subject}>Überweisung</h1>
				<p>Guten Tag, wir verweisen an Sie und bitten um Folgendes:</p>
				<p className={classes.reason}>{referral.reason}</p>
				<dl className={classes.facts}>
					{[...who, ...rows].map(([label, value]) => (
						<Fact key={label} label={label} value={value} />
					))}
				</dl>
				<p>
					{referral.override === null
						? `Die Schweigepflichtentbindung liegt uns vor, und zwar zu: ${topics}. Bitte geben Sie nichts davon weiter.`
						: `Wir teilen Ihnen dies aus einem zwingenden Grund mit (${topics}). Bitte geben Sie nichts davon weiter.`}
				</p>
				<div className={classes.greeting}>
					<p>Mit freundlichen Grüßen</p>
					<p className={classes.signer}>{`${signer}, ${profile.name}`}</p>
				</div>
				<section className={classes.reply}>
					<h2>
						Rückmeldung an {profile.name}
						{referral.replyDueOn !== null && `, bitte bis zum ${formatLocalDate(referral.replyDueOn)}`}
					</h2>
					<div className={classes.ticks}>
						<span>angenommen, Termin am</span>
						<span data-line />
					</div>
					<div className={classes.ticks}>
						<span>nicht angenommen</span>
						<span>nicht erschienen</span>
					</div>
					<div className={classes.lines}>Bemerkung</div>
					<div className={classes.lines}>Name, Unterschrift</div>
				</section>
			</LetterForm>
		</div>
	);
}

function Fact({ label, value }: { label: string; value: string }) {
	return (
		<>
			<dt>{label}</dt>
			<dd>{value}</dd>
		</>
	);
}
