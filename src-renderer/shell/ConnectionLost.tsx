import { Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { useConnected } from '#renderer/rpc/connection.ts';
import classes from './ConnectionLost.module.css';
import { texts } from './texts.ts';

/** Covers the page quietly while the program does not answer, so that nobody types into the void. */
export function ConnectionLost() {
	const t = useTexts(texts);
	const connected = useConnected();
	const [shown, setShown] = useState(false);
	useEffect(() => {
		// A blink of an eye is not worth a word.
		const timer = setTimeout(() => setShown(!connected), connected ? 0 : 600);
		return () => clearTimeout(timer);
	}, [connected]);
	if (!shown) return null;
	return (
		<div className={classes.veil}>
			<div className={classes.words} role="alert">
				<Loader type="dots" />
				<strong>{t.lostTitle}</strong>
				<span>{t.lostBody}</span>
			</div>
		</div>
	);
}
