import { IconKeyboard, IconUserQuestion } from '@tabler/icons-react';
import { CardPicture } from '../frame/Picture.tsx';
import { useTurn } from '../kiosk-context.ts';
import { Heading } from './Heading.tsx';
import classes from './Tiles.module.css';

/** With a card, with a name, or as nobody in particular. The card is held before the reader; there is nothing to press. */
export function WhoPage() {
	const { t, visit, go } = useTurn();
	return (
		<>
			<Heading>{visit.way === 'in' ? t.howToSignIn : t.howToSignOut}</Heading>
			<ul className={`${classes.grid} ${classes.three}`}>
				<li>
					<div className={`${classes.panel} ${classes.tall}`}>
						<div className={classes.cardPicture}>
							<CardPicture />
						</div>
						<p className={classes.words}>
							<strong>{t.withCard}</strong>
							<span>{t.withCardHint}</span>
						</p>
					</div>
				</li>
				<li>
					<button type="button" className={`${classes.tile} ${classes.tall}`} onClick={() => go({ to: 'typing' })}>
						<span className={classes.blob}>
							<IconKeyboard aria-hidden />
						</span>
						<span className={classes.words}>
							<strong>{t.withName}</strong>
							<span>{t.withNameHint}</span>
						</span>
					</button>
				</li>
				<li>
					<button type="button" className={`${classes.tile} ${classes.tall}`} onClick={() => go({ to: 'anonymous' })}>
						<span className={classes.blob}>
							<IconUserQuestion aria-hidden />
						</span>
						<span className={classes.words}>
							<strong>{t.withoutName}</strong>
							<span>{t.withoutNameHint}</span>
						</span>
					</button>
				</li>
			</ul>
		</>
	);
}
