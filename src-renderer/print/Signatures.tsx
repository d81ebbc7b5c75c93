import classes from './Signatures.module.css';

/** Lines to sign on, side by side, with what belongs on each under it. */
export function Signatures({ lines }: { lines: readonly string[] }) {
	return (
		<div className={classes.signatures}>
			{lines.map((line) => (
				<span key={line}>{line}</span>
			))}
		</div>
	);
}
