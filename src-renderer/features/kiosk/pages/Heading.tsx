import type { ReactNode } from 'react';
import classes from './Tiles.module.css';

/** The page's one question; it has the focus when the page begins. */
export function Heading({ children, under }: { children: ReactNode; under?: ReactNode }) {
	return (
		<>
			<h1 className={classes.heading} tabIndex={-1}>
				{children}
			</h1>
			{under && <p className={classes.under}>{under}</p>}
		</>
	);
}
