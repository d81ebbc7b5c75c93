import type { ReactNode } from 'react';
import type { SiteProfile } from '#shared/features/site/model.ts';
import classes from './LetterForm.module.css';
import { returnLine, siteContact } from './postal-address.ts';

export interface LetterFormProps {
	profile: SiteProfile;
	/** At most six lines, the name first. */
	address: readonly string[];
	/** At the right of the address: the day, who writes. */
	info: ReactNode;
	children: ReactNode;
}

/**
 * The form of a letter by DIN 5008 form B: folded at the marks it shows the address in the window of a DL envelope. The
 * sheet around it names its page, with margins of 16 mm at the top and none at the sides.
 */
export function LetterForm({ profile, address, info, children }: LetterFormProps) {
	return (
		<article className={classes.letter}>
			<i className={classes.fold} data-at="first" aria-hidden />
			<i className={classes.fold} data-at="middle" aria-hidden />
			<i className={classes.fold} data-at="second" aria-hidden />
			<header className={classes.head}>
				<strong>{profile.organisation}</strong>
				<span>{[profile.name, siteContact(profile)].filter(Boolean).join(' · ')}</span>
			</header>
			<div className={classes.window}>
				<p className={classes.sender}>{returnLine(profile)}</p>
				<address className={classes.address}>
					{address.map((line) => (
						<div key={line}>{line}</div>
					))}
				</address>
			</div>
			{info}
			<div className={classes.body}>{children}</div>
		</article>
	);
}
