import { IconAlertCircle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Import.module.css';

/** What there is to know about a row. */
export function Notes({ children }: { children: ReactNode }) {
	return <ul className={classes.notes}>{children}</ul>;
}

/** One cell that was not taken as it stands, and why. */
export function IssueNote({
	severity,
	column,
	children,
}: {
	severity: 'error' | 'warning';
	column: string;
	children: ReactNode;
}) {
	return (
		<li data-error={severity === 'error' || undefined}>
			{severity === 'error' ? <IconAlertCircle size={16} aria-hidden /> : <IconInfoCircle size={16} aria-hidden />}
			<span>
				{column && <b>{column}: </b>}
				{children}
			</span>
		</li>
	);
}

/** A cell as it is quoted in a sentence. */
export const shortened = (cell: string) => (cell.length > 80 ? `${cell.slice(0, 79)}…` : cell);
