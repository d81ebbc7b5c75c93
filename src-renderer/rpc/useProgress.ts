import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress } from '#shared/contract-base.ts';

interface Run<E> {
	readonly finished: boolean;
	readonly last: E | null;
}

/**
 * Runs a procedure that streams its progress. `run` resolves with whether it finished, and its last event; when the person
 * cancelled or it failed (`error` has why) it did not finish. Leaving the page cancels.
 */
export function useProgress<E extends Progress = Progress>() {
	const [progress, setProgress] = useState<E | null>(null);
	const [running, setRunning] = useState(false);
	const [error, setError] = useState<unknown>(null);
	const controller = useRef<AbortController | null>(null);

	const cancel = useCallback(() => controller.current?.abort(), []);
	useEffect(() => cancel, [cancel]);

	const run = useCallback(async (start: (signal: AbortSignal) => Promise<AsyncIterable<E>>): Promise<Run<E>> => {
		const own = new AbortController();
		controller.current = own;
		setRunning(true);
		setError(null);
		setProgress(null);
		let last: E | null = null;
		try {
			for await (const event of await start(own.signal)) {
				if (own.signal.aborted) return { finished: false, last };
				last = event;
				setProgress(event);
			}
			return { finished: !own.signal.aborted, last };
		} catch (caught) {
			if (!own.signal.aborted) setError(caught);
			return { finished: false, last };
		} finally {
			setRunning(false);
		}
	}, []);

	return { run, cancel, running, progress, error, clearError: useCallback(() => setError(null), []) };
}
