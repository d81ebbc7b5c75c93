import type { ReactNode } from 'react';
import type { SiteProfile } from '#shared/features/site/model.ts';
import classes from './PaperHead.module.css';
import { siteContact } from './postal-address.ts';

export interface PaperHeadProps {
	profile: SiteProfile;
	title: string;
	/** One line under the title: number, day, what is listed. */
	facts?: ReactNode;
	/** At the right: a code to scan. */
	code?: ReactNode;
}

/** The head of the workshop's papers: whose it is, what it is. */
export function PaperHead({ profile, title, facts, code }: PaperHeadProps) {
	const contact = siteContact(profile);
	return (
		<header className={classes.head}>
			<div className={classes.words}>
				<p className={classes.site}>
					{profile.name} · {profile.organisation}
				</p>
				{contact !== '' && <p className={classes.contact}>{contact}</p>}
				<h1 className={classes.title}>{title}</h1>
				{facts && <p className={classes.facts}>{facts}</p>}
			</div>
			{code}
		</header>
	);
}
