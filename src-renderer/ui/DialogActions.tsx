import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './DialogActions.module.css';

export interface DialogActionsProps {
	/** What went wrong: above the buttons, where it is seen however long the dialog is. */
	notice?: ReactNode;
	children: ReactNode;
}

/** The buttons that end a long dialog stay in sight while the rest of it scrolls. */
export function DialogActions({ notice, children }: DialogActionsProps) {
	return (
		<div className={classes.actions}>
			{notice}
			<Group justify="flex-end">{children}</Group>
		</div>
	);
}
