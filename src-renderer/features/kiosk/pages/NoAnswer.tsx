import { IconArrowRight, IconEyeOff } from '@tabler/icons-react';
import { useTurn } from '../kiosk-context.ts';
import classes from './Tiles.module.css';

/** The way past a question. One only: whoever reads little would not tell "rather not" from "no answer". */
export function NoAnswer({ onRatherNot }: { onRatherNot: () => void }) {
	const { t } = useTurn();
	return (
		<button type="button" className={`${classes.tile} ${classes.strong} ${classes.past}`} onClick={onRatherNot}>
			<IconEyeOff className={classes.sign} aria-hidden />
			<span className={classes.words}>{t.ratherNot}</span>
			<IconArrowRight className={`${classes.sign} ${classes.mirrored} ${classes.last}`} aria-hidden />
		</button>
	);
}
