import { useEffect, useState, useSyncExternalStore } from 'react';
import { guardPage } from './guard.ts';
import { createOutbox, type KioskClient } from './outbox.ts';
import { useDay } from './useDay.ts';
import { VisitView } from './VisitView.tsx';

export interface KioskAppProps {
	readonly client: KioskClient;
	/** An administrator has still to approve it, and compares this before; null: nobody has to. */
	readonly waiting: { readonly fingerprint: string } | null;
	/** It is an ordinary PC again. */
	readonly onLeft: () => void;
}

/**
 * The kiosk: nothing but this is on the screen. It shows what hangs on the door, hears what people say, and hands it over
 * to be sealed. It never keeps anything of one person for the next: each visit is a component of its own, and what it
 * knew goes with it.
 */
export function KioskApp({ client, waiting, onLeft }: KioskAppProps) {
	const [outbox] = useState(() => createOutbox({ client, newEntry: () => crypto.randomUUID(), after }));
	const [turn, setTurn] = useState<{ readonly nth: number; readonly card: string | null }>({ nth: 0, card: null });
	const unwritten = useSyncExternalStore(outbox.onCount, outbox.count);
	const day = useDay(client);
	useEffect(() => guardPage(window), []);
	return (
		<VisitView
			key={turn.nth}
			card={turn.card}
			day={day}
			outbox={outbox}
			unwritten={unwritten}
			waiting={waiting}
			leave={client.leave}
			onLeft={onLeft}
			onEnd={(card) => setTurn(({ nth }) => ({ nth: nth + 1, card }))}
		/>
	);
}

function after(ms: number, run: () => void): () => void {
	const timer = setTimeout(run, ms);
	return () => clearTimeout(timer);
}
