import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

export interface EmptyStateProps {
	/** A tabler icon, decorative. */
	icon: ReactNode;
	title: ReactNode;
	/** What will be here one day, and why it is empty now. */
	children: ReactNode;
	/** The first step. */
	action?: ReactNode;
}

export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
	return (
		<div className={classes.empty}>
			<div className={classes.icon} aria-hidden>
				{icon}
			</div>
			<p className={classes.title}>{title}</p>
			<div className={classes.words}>{children}</div>
			{action && <div className={classes.action}>{action}</div>}
		</div>
	);
}
