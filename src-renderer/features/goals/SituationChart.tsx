import { VisuallyHidden } from '@mantine/core';
import { useTexts } from '#renderer/i18n/texts.ts';
import { type AreaChange, scaleOf } from '#shared/features/goals/progress.ts';
import { changeWords, ratingWords } from './area-words.ts';
import classes from './Situation.module.css';
import { texts } from './texts.ts';

/** Each life area on its scale from 1 to 5: a ring where it began, a dot where it ended, a line between. The words say the same. */
export function SituationChart({ changes }: { changes: readonly AreaChange[] }) {
	const t = useTexts(texts);
	const isRated = changes.some(({ exit }) => exit !== null);
	return (
		<>
			<ul className={classes.chart}>
				{changes.map((change) => (
					<li key={change.area} className={classes.area}>
						<span className={classes.name}>{t.themes[change.area]}</span>
						<Track {...change} />
						<span className={classes.words}>{isRated ? shortChange(t, change) : ratingWords(t, change.entry)}</span>
						{isRated && <VisuallyHidden>{changeWords(t, change)}</VisuallyHidden>}
					</li>
				))}
			</ul>
			<p className={classes.legend} aria-hidden>
				<span className={classes.ring} /> {t.moment.entry}
				<span className={classes.dot} /> {t.moment.exit}
			</p>
		</>
	);
}

/** For the eye; `changeWords` is for the ear. */
function shortChange(t: Parameters<typeof ratingWords>[0], { entry, exit }: AreaChange) {
	return (
		<span aria-hidden>
			{ratingWords(t, entry)} → {ratingWords(t, exit)}
		</span>
	);
}

const STEP = 20;
const at = (value: number) => 8 + (value - 1) * STEP;

function Track({ entry, exit }: AreaChange) {
	const [from, to] = [scaleOf(entry), scaleOf(exit)];
	return (
		<svg className={classes.track} viewBox="0 0 96 16" aria-hidden>
			<line className={classes.line} x1={at(1)} x2={at(5)} y1="8" y2="8" />
			{[1, 2, 3, 4, 5].map((value) => (
				<line key={value} className={classes.line} x1={at(value)} x2={at(value)} y1="5.5" y2="10.5" />
			))}
			{from !== null && to !== null && from !== to && <line className={classes.change} x1={at(from)} x2={at(to)} y1="8" y2="8" />}
			{from !== null && <circle className={classes.from} cx={at(from)} cy="8" r="5" />}
			{to !== null && <circle className={classes.to} cx={at(to)} cy="8" r={from === to ? 2.6 : 4.5} />}
		</svg>
	);
}
