import { longDate } from '#renderer/i18n/kiosk/languages.ts';
import { CardPicture, CupPicture } from '../frame/Picture.tsx';
import { useTurn } from '../kiosk-context.ts';
import { Heading } from './Heading.tsx';
import { LanguageTiles } from './LanguageTiles.tsx';
import { LeavingTile } from './Tile.tsx';
import classes from './Tiles.module.css';

/** Which language? Or a card in hand, which needs none. */
export function StartPage() {
	const { t, visit, day } = useTurn();
	return (
		<>
			<div className={classes.start}>
				<div className={classes.cup}>
					<CupPicture />
				</div>
				<div>
					<Heading under={[day?.siteName, longDate(visit.language, Date.now())].filter(Boolean).join(' · ')}>{t.welcome}</Heading>
				</div>
			</div>
			<LanguageTiles />
			<div className={classes.below}>
				<div className={classes.panel}>
					<div className={classes.smallCard}>
						<CardPicture />
					</div>
					<p className={classes.words}>{t.scanCard}</p>
				</div>
				<LeavingTile />
			</div>
		</>
	);
}
