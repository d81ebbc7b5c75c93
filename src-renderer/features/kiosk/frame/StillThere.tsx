import { IconHandStop } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import { secondsLeft } from '#renderer/i18n/kiosk/languages.ts';
import { useTurn } from '../kiosk-context.ts';
import { COUNTDOWN_S } from '../useIdle.ts';
import classes from './StillThere.module.css';

/** Anywhere but on the other button a touch extends. Said aloud at the beginning, half way and near the end, not every second. */
export function StillThere({ left, onStay }: { left: number; onStay: () => void }) {
	const { t, visit, startAnew } = useTurn();
	const title = useId();
	const stay = useRef<HTMLButtonElement>(null);
	useEffect(() => {
		const before = document.activeElement;
		stay.current?.focus();
		return () => {
			if (before instanceof HTMLElement && before.isConnected) before.focus();
		};
	}, []);
	const words = `${t.startsAnewIn} ${secondsLeft(visit.language, left)}`;
	const said = useRef(words);
	if (left % 10 === 0 || left === 5) said.current = words;
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same
		// biome-ignore lint/a11y/useKeyWithClickEvents: the button inside does the same
		<div className={classes.veil} data-countdown onClick={onStay}>
			<div className={classes.box} role="alertdialog" aria-modal="true" aria-labelledby={title}>
				<IconHandStop className={classes.picture} aria-hidden />
				<h2 id={title}>{t.stillThere}</h2>
				<p aria-hidden>{words}</p>
				<p className={classes.said} role="status">
					{said.current}
				</p>
				<div className={classes.track} aria-hidden>
					<div className={classes.left} style={{ inlineSize: `${(left / COUNTDOWN_S) * 100}%` }} />
				</div>
				<button ref={stay} type="button" className={classes.stay} onClick={onStay}>
					{t.imHere}
				</button>
				<button type="button" className={classes.anew} onClick={startAnew}>
					{t.startAnew}
				</button>
			</div>
		</div>
	);
}
