import type { ReactNode } from 'react';
import classes from './ListPage.module.css';

/** A page that is one list: exactly as high as the window, so that only the list scrolls. */
export function ListPage({ children }: { children: ReactNode }) {
	return <div className={classes.page}>{children}</div>;
}
