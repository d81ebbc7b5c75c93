import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { catchEarlyKeys, SEARCH_FIELD } from './early-keys.ts';

/** Fetches the palette before anybody asks for it. */
export const loadPalette = () => import('./SearchPalette.tsx');
const SearchPalette = lazy(async () => ({ default: (await loadPalette()).SearchPalette }));

/**
 * The search from Ctrl+K until it closes. The palette may still be on its way then: what is typed meanwhile, Enter
 * included, is kept for it.
 */
export function Search({ onClose }: { onClose: () => void }) {
	const [text, setText] = useState('');
	const [enterWaits, setEnterWaits] = useState(false);
	const dismissed = useRef(false);

	useEffect(() => {
		const before = document.activeElement;
		dismissed.current = false;
		const stop = catchEarlyKeys(SEARCH_FIELD, {
			onText: setText,
			onEnter: () => setEnterWaits(true),
			onEscape() {
				dismissed.current = true;
				onClose();
			},
		});
		return () => {
			stop();
			// Closed without going anywhere: back to where one was.
			if (dismissed.current && before instanceof HTMLElement) before.focus();
		};
	}, [onClose]);

	return (
		<Suspense>
			<SearchPalette
				text={text}
				onText={setText}
				enterWaits={enterWaits}
				onEnterWaits={setEnterWaits}
				onGone={onClose}
				onDismiss={() => {
					dismissed.current = true;
					onClose();
				}}
			/>
		</Suspense>
	);
}
