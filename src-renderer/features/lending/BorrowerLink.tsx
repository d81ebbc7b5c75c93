import { Link } from '@tanstack/react-router';
import type { BorrowerId } from '#shared/kernel/ids.ts';
import classes from './BorrowerLink.module.css';

/** A borrower's name that leads to their page. */
export function BorrowerLink({ id, name }: { id: BorrowerId; name: string }) {
	return (
		<Link to="/ausleihe/entleiher/$id" params={{ id }} className={classes.link ?? ''}>
			{name}
		</Link>
	);
}
