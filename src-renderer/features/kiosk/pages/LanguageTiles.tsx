import { KIOSK_WORDS, SCRIPTS } from '#renderer/i18n/kiosk/languages.ts';
import { KioskLanguage } from '#shared/features/kiosk/model.ts';
import { useTurn } from '../kiosk-context.ts';
import classes from './Tiles.module.css';

/** Each in its own script and by its own name. No flags: a language is no state. */
export function LanguageTiles() {
	const { go } = useTurn();
	return (
		<ul className={`${classes.grid} ${classes.languages}`} data-silent>
			{KioskLanguage.options.map((language) => {
				const { name, tag, dir } = SCRIPTS[language];
				return (
					<li key={language} lang={tag} dir={dir}>
						<button type="button" className={classes.tile} onClick={() => go({ to: 'language', language })}>
							<span className={classes.words}>
								<strong>{name}</strong>
								<span>{KIOSK_WORDS[language].hello}</span>
							</span>
						</button>
					</li>
				);
			})}
		</ul>
	);
}
