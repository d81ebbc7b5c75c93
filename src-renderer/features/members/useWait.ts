import { ORPCError } from '@orpc/client';
import { useEffect, useState } from 'react';

/** After a wrong passphrase the next attempt has to wait; whole seconds left, 0 when it may go on. */
export function useWait(error: unknown): number {
	const [until, setUntil] = useState(0);
	const [left, setLeft] = useState(0);
	useEffect(() => {
		if (error instanceof ORPCError && error.code === 'WRONG_PASSPHRASE') setUntil(Date.now() + waitOf(error.data));
	}, [error]);
	useEffect(() => {
		const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
		tick();
		if (until <= Date.now()) return;
		const timer = setInterval(() => {
			tick();
			if (until <= Date.now()) clearInterval(timer);
		}, 250);
		return () => clearInterval(timer);
	}, [until]);
	return left;
}

function waitOf(data: unknown): number {
	return typeof data === 'object' && data !== null && 'waitMs' in data && typeof data.waitMs === 'number' ? data.waitMs : 0;
}
