import type { KnownClient } from '#renderer/features/cases/useClient.ts';
import { texts } from '#renderer/features/consents/texts.ts';
import { CURRENT_VERSION, FORM_TEXTS, filledIn } from '#shared/features/consents/form-texts.ts';
import { type Release, ReleaseTopic } from '#shared/features/consents/model.ts';
import type { Partner } from '#shared/features/partners/model.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { AgreementEnd, OrLine, Rights, Who } from './AgreementParts.tsx';
import classes from './AgreementSheet.module.css';
import { PaperHead } from './PaperHead.tsx';

export interface ReleaseFormSheetProps {
	profile: SiteProfile;
	client: KnownClient;
	/** To be filled in by hand. */
	isBlank: boolean;
	release: Release | null;
	/** Whom it is for, where they are in the directory. */
	partner: Partner | null;
}

/** The form on which a client releases the office from confidentiality. Always German, black on white. */
export function ReleaseFormSheet({ profile, client, isBlank, release, partner }: ReleaseFormSheetProps) {
	const { title, opening, agreed, rights } = FORM_TEXTS[CURRENT_VERSION].release;
	return (
		<article className={classes.sheet} lang="de">
			<PaperHead profile={profile} title={title} />
			<div className={classes.opening}>
				{opening.map((words) => (
					<p key={words}>{words}</p>
				))}
			</div>
			<Who client={client} isBlank={isBlank} />
			<dl className={classes.who}>
				<dt>Gegenüber</dt>
				<dd>
					<OrLine>{release && [release.recipientName, placeOf(release, partner)].filter(Boolean).join(', ')}</OrLine>
				</dd>
				<dt>Wozu</dt>
				<dd>
					<OrLine>{release?.purpose}</OrLine>
				</dd>
			</dl>
			<h2>Diese Themen</h2>
			<ul className={classes.topics}>
				{ReleaseTopic.options.map((topic) => (
					<li key={topic} className={classes.tick} data-ticked={release?.topics.includes(topic) || undefined}>
						{texts.de.topic[topic]}
					</li>
				))}
			</ul>
			<div className={classes.opening}>
				<p>{filledIn(agreed, profile)}</p>
				<p>
					{release
						? `Diese Erlaubnis gilt vom ${formatLocalDate(release.validFrom)} bis zum ${formatLocalDate(release.validUntil)}.`
						: 'Diese Erlaubnis gilt zwölf Monate ab der Unterschrift, oder nur bis zum\u00a0______________.'}
				</p>
			</div>
			<Rights rights={rights} />
			<AgreementEnd client={client} form={title} />
		</article>
	);
}

function placeOf({ recipient }: Release, partner: Partner | null): string {
	if (!('partnerId' in recipient)) return (recipient.address ?? '').split('\n').join(', ');
	if (partner === null) return '';
	return [partner.addressExtra, partner.street, [partner.postcode, partner.city].filter(Boolean).join(' ')]
		.filter(Boolean)
		.join(', ');
}
