import { plainNumber } from '#renderer/i18n/kiosk/languages.ts';
import type { AgeBand } from '#shared/features/kiosk/model.ts';
import { useTurn } from '../kiosk-context.ts';
import { Heading } from './Heading.tsx';
import { NoAnswer } from './NoAnswer.tsx';
import classes from './Tiles.module.css';

/** From and until, both included; null: open. */
const BANDS: readonly (readonly [AgeBand, number | null, number | null])[] = [
	['under_14', null, 14],
	['14_17', 14, 17],
	['18_26', 18, 26],
	['27_54', 27, 54],
	['55_64', 55, 64],
	['65_plus', 65, null],
];

export function AgePage() {
	const { t, visit, go } = useTurn();
	const number = (value: number | null) => plainNumber(visit.language, value ?? 0);
	return (
		<>
			<Heading under={t.youMayPass}>{t.howOld}</Heading>
			<ul className={`${classes.grid} ${classes.three} ${classes.narrow}`}>
				{BANDS.map(([ageBand, from, until]) => (
					<li key={ageBand}>
						<button type="button" className={`${classes.tile} ${classes.middle}`} onClick={() => go({ to: 'age', ageBand })}>
							{from === null
								? t.under(number(until))
								: until === null
									? t.andOlder(number(from))
									: t.ages(number(from), number(until))}
						</button>
					</li>
				))}
			</ul>
			<NoAnswer onRatherNot={() => go({ to: 'age', ageBand: 'keine_angabe' })} />
		</>
	);
}
