import { useEffect, useState } from 'react';

/**
 * For a dialog that exists only while it is open: whoever closes it goes on where they opened it, or at the top of the
 * page when that is gone. (Mantine's own return of the focus waits for `opened` to become false.)
 */
export function useReturnFocus(): void {
	const [before] = useState(() => document.activeElement);
	useEffect(
		() => () => {
			setTimeout(() => {
				const isFree = document.activeElement === null || document.activeElement === document.body;
				const place = before?.isConnected && before !== document.body ? before : document.getElementById('inhalt');
				if (isFree && place instanceof HTMLElement) place.focus({ preventScroll: true });
			});
		},
		[before],
	);
}
