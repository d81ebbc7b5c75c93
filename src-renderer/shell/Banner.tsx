import type { ReactNode } from 'react';
import classes from './Banner.module.css';

export interface BannerProps {
	tone: 'quiet' | 'warn';
	icon: ReactNode;
	words: string;
	/** What to do about it. */
	children?: ReactNode;
}

/** One line above the page: `quiet` informs, `warn` wants to be read. */
export function Banner({ tone, icon, words, children }: BannerProps) {
	return (
		<div className={classes.banner} data-tone={tone} role="note">
			{icon}
			<span className={classes.words}>{words}</span>
			{children}
		</div>
	);
}
