import { useEffect, useState } from 'react';

/** The time, renewed every `interval` ms: for "vor 2 Minuten" and countdowns. */
export function useNow(interval: number): number {
	const [now, setNow] = useState(() => Date.now());
	useEffect(() => {
		const timer = setInterval(() => setNow(Date.now()), interval);
		return () => clearInterval(timer);
	}, [interval]);
	return now;
}
