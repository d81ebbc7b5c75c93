import { IconKey } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { texts } from '../texts.ts';
import classes from './VisitFrame.module.css';

const HOLD_MS = 3000;

/** The way to the page for staff: held for three seconds by finger or key, so that nobody gets there by chance. */
export function StaffWay({ onHeld }: { onHeld: () => void }) {
	const t = useTexts(texts);
	const [isHeld, setHeld] = useState(false);
	const callback = useRef(onHeld);
	useEffect(() => {
		callback.current = onHeld;
	});
	useEffect(() => {
		if (!isHeld) return;
		const timer = setTimeout(() => callback.current(), HOLD_MS);
		return () => clearTimeout(timer);
	}, [isHeld]);
	const release = () => setHeld(false);
	return (
		<button
			type="button"
			lang="de"
			className={classes.staffWay}
			data-held={isHeld || undefined}
			onPointerDown={() => setHeld(true)}
			onPointerUp={release}
			onPointerLeave={release}
			onPointerCancel={release}
			onKeyDown={({ key }) => (key === 'Enter' || key === ' ') && setHeld(true)}
			onKeyUp={release}
			onBlur={release}
		>
			<IconKey aria-hidden />
			<span>
				{t.leave}
				<small>{t.leaveHint}</small>
			</span>
		</button>
	);
}
