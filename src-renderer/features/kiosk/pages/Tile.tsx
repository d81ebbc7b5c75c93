import { IconDoorExit } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTurn } from '../kiosk-context.ts';
import classes from './Tiles.module.css';

interface Props {
	picture: ReactNode;
	hue?: string;
	words: string;
	onTouch(): void;
}

/** A picture and what happens on touching it. */
export function Tile({ picture, hue, words, onTouch }: Props) {
	return (
		<button type="button" className={classes.tile} onClick={onTouch}>
			<span className={classes.blob} data-hue={hue}>
				{picture}
			</span>
			<span className={classes.words}>
				<strong>{words}</strong>
			</span>
		</button>
	);
}

export function LeavingTile() {
	const { t, go } = useTurn();
	return <Tile picture={<IconDoorExit aria-hidden />} words={t.leaving} onTouch={() => go({ to: 'out' })} />;
}
