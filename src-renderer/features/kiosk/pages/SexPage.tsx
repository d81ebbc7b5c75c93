import { IconMan, IconUser, IconWoman } from '@tabler/icons-react';
import { useTurn } from '../kiosk-context.ts';
import { Heading } from './Heading.tsx';
import { NoAnswer } from './NoAnswer.tsx';
import classes from './Tiles.module.css';

const PICTURES = [
	['w', IconWoman],
	['m', IconMan],
	['d', IconUser],
] as const;

export function SexPage() {
	const { t, go } = useTurn();
	return (
		<>
			<Heading under={t.youMayPass}>{t.youAre}</Heading>
			<ul className={`${classes.grid} ${classes.three}`}>
				{PICTURES.map(([sex, Picture]) => (
					<li key={sex}>
						<button type="button" className={`${classes.tile} ${classes.tall}`} onClick={() => go({ to: 'sex', sex })}>
							<span className={classes.blob}>
								<Picture aria-hidden />
							</span>
							<span className={classes.words}>
								<strong>{t.sex[sex]}</strong>
							</span>
						</button>
					</li>
				))}
			</ul>
			<NoAnswer onRatherNot={() => go({ to: 'sex', sex: 'keine_angabe' })} />
		</>
	);
}
