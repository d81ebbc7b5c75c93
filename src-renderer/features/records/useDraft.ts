import { useCallback, useEffect, useRef, useState } from 'react';
import { client } from '#renderer/rpc/client.ts';
import { useFlushOnLeaving } from './useFlushOnLeaving.ts';

/** Milliseconds after the last key until a draft is on disk. */
export const SAVE_AFTER = 400;

export interface Draft {
	/** What was typed before (null: nothing), once `loaded`. */
	readonly text: string | null;
	readonly loaded: boolean;
	/** Keeps what is typed: saved 400 ms later, at once on blur, lock, leaving the page or closing the window. */
	readonly save: (text: string) => void;
	/** Writes what waits now. */
	readonly flush: () => Promise<void>;
	/** Forgets the draft, after it became a real record or the person threw it away. */
	readonly discard: () => Promise<void>;
}

/**
 * A draft at one place, e.g. `contact:<case id>`; it survives lock, crash and power cut. Forms with several fields keep
 * them as JSON text.
 */
export function useDraft(key: string): Draft {
	const [state, setState] = useState<{ key: string; text: string | null } | null>(null);
	const waiting = useRef<string | null>(null);
	const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
	const writing = useRef<Promise<void>>(Promise.resolve());

	const flush = useCallback((): Promise<void> => {
		clearTimeout(timer.current);
		const text = waiting.current;
		if (text !== null) {
			waiting.current = null;
			const write = () => (text === '' ? client.records.discardDraft({ key }) : client.records.saveDraft({ key, text }));
			writing.current = writing.current.then(write).catch(() => {
				// Not on disk (connection gone): kept, so that the next key or blur tries again.
				waiting.current ??= text;
			});
		}
		return writing.current;
	}, [key]);

	useEffect(() => {
		let current = true;
		client.records.draft({ key }).then(
			(text) => current && setState({ key, text }),
			() => current && setState({ key, text: null }),
		);
		return () => {
			current = false;
		};
	}, [key]);

	useFlushOnLeaving(flush);

	const save = useCallback(
		(text: string) => {
			waiting.current = text;
			clearTimeout(timer.current);
			timer.current = setTimeout(() => void flush(), SAVE_AFTER);
		},
		[flush],
	);

	const discard = useCallback(async () => {
		clearTimeout(timer.current);
		waiting.current = null;
		writing.current = writing.current.then(() => client.records.discardDraft({ key })).catch(() => undefined);
		await writing.current;
		setState({ key, text: null });
	}, [key]);

	const loaded = state !== null && state.key === key;
	return { text: loaded ? state.text : null, loaded, save, flush, discard };
}
