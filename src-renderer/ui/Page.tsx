import type { ReactNode } from 'react';
import classes from './Page.module.css';

/** The column a page stands in. `reading` and `form` keep lines short on wide screens, `wide` is for lists. */
export function Page({ width = 'form', children }: { width?: 'reading' | 'form' | 'wide'; children: ReactNode }) {
	return (
		<div className={classes.page} data-width={width}>
			{children}
		</div>
	);
}
