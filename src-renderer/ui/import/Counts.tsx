import { formatNumber } from '#renderer/i18n/format.ts';
import classes from './Import.module.css';

interface Count {
	/** `errors` and `warnings` stand out. */
	key: string;
	label: string;
	value: number;
}

/** What the import would do, in numbers; what is zero is left out. */
export function Counts({ counts }: { counts: readonly Count[] }) {
	return (
		<dl className={classes.counts} aria-live="polite">
			{counts
				.filter(({ value }) => value > 0)
				.map(({ key, label, value }) => (
					<div key={key} data-tone={key}>
						<dd>{formatNumber(value)}</dd>
						<dt>{label}</dt>
					</div>
				))}
		</dl>
	);
}
