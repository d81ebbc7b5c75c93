import classes from './Figures.module.css';
import { barWidth } from './figure-rows.ts';

/** A number with its bar, in a table's cell; the bar only repeats the number. */
export function BarCell({ value, most, words }: { value: number; most: number; words: string }) {
	return (
		<td className={classes.barCell}>
			<span className={classes.bar}>
				<i className={classes.track} aria-hidden>
					<i style={{ width: `${barWidth(value, most)}%` }} />
				</i>
				<span>{words}</span>
			</span>
		</td>
	);
}
