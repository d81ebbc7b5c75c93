import type { KnownClient } from '#renderer/features/cases/useClient.ts';
import { CURRENT_VERSION, FORM_TEXTS, filledIn } from '#shared/features/consents/form-texts.ts';
import { ConsentPurpose } from '#shared/features/consents/model.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';
import { AgreementEnd, Rights, Who } from './AgreementParts.tsx';
import classes from './AgreementSheet.module.css';
import { PaperHead } from './PaperHead.tsx';

export interface ConsentFormSheetProps {
	profile: SiteProfile;
	client: KnownClient;
	/** To be filled in by hand. */
	isBlank: boolean;
	purposes: readonly ConsentPurpose[];
}

/** The form on which a client says yes or no, purpose by purpose. Always German, black on white. */
export function ConsentFormSheet({ profile, client, isBlank, purposes }: ConsentFormSheetProps) {
	const { title, opening, purposes: texts, rights } = FORM_TEXTS[CURRENT_VERSION].consent;
	return (
		<article className={classes.sheet} lang="de">
			<PaperHead profile={profile} title={title} />
			<div className={classes.opening}>
				{opening.map((words) => (
					<p key={words}>{words}</p>
				))}
			</div>
			<Who client={client} isBlank={isBlank} />
			{ConsentPurpose.options
				.filter((purpose) => purposes.includes(purpose))
				.map((purpose) => (
					<section key={purpose} className={classes.purpose}>
						<div>
							<h3>{texts[purpose].title}</h3>
							<p>{filledIn(texts[purpose].text, profile)}</p>
						</div>
						<div className={classes.answers}>
							<span className={classes.tick}>Ja</span>
							<span className={classes.tick}>Nein</span>
						</div>
					</section>
				))}
			<Rights rights={rights} />
			<AgreementEnd client={client} form="Einwilligung" />
		</article>
	);
}
