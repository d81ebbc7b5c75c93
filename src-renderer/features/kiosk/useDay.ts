import { useEffect, useState } from 'react';
import type { KioskExtract } from '#shared/features/kiosk/model.ts';
import type { KioskClient } from './outbox.ts';

/** How often is asked; what a PC of the workshop tells arrives here within a minute. */
const ASK_MS = 15_000;

/** Today's sessions; null while none are known. What was told for another day is not shown. */
export function useDay(client: Pick<KioskClient, 'day'>): KioskExtract | null {
	const [day, setDay] = useState<KioskExtract | null>(null);
	useEffect(() => {
		let isOver = false;
		const ask = async () => {
			try {
				const told = await client.day();
				if (!isOver) setDay((before) => (before?.asOf === told?.asOf && before?.day === told?.day ? before : told));
			} catch {
				// What is known stays on the screen.
			}
		};
		void ask();
		const timer = setInterval(ask, ASK_MS);
		return () => {
			isOver = true;
			clearInterval(timer);
		};
	}, [client]);
	return day !== null && day.day === today() ? day : null;
}

/** `2026-11-25` on the wall, wherever the PC's own clock believes to be. */
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(Date.now());
