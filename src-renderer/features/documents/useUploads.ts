import { useCallback, useEffect, useRef, useState } from 'react';
import { currentTexts } from '#renderer/i18n/texts.ts';
import { refusalCode, refusalData, refusalText } from '#renderer/rpc/refusal.ts';
import type { Refusal } from '#shared/features/documents/model.ts';
import type { CaseId, DocumentId } from '#shared/kernel/ids.ts';
import { refreshDocuments } from './refresh-documents.ts';
import { sendFile } from './send-file.ts';
import { texts } from './texts.ts';

/** One file on its way in, or what became of it. */
export interface UploadEntry {
	readonly key: number;
	readonly name: string;
	readonly size: number;
	readonly state: 'waiting' | 'sending' | 'done' | 'refused';
	/** From 0 to 1. */
	readonly share: number;
	/** Why it was refused. */
	readonly reason: string | null;
	readonly id: DocumentId | null;
	/** Titles of documents with the same content. */
	readonly sameAs: readonly string[];
}

/** Files go in one after the other: each is told about by itself, and a refused one does not stop the rest. */
export function useUploads(caseId: CaseId) {
	const [entries, setEntries] = useState<readonly UploadEntry[]>([]);
	const queue = useRef<{ key: number; file: File }[]>([]);
	const running = useRef(false);
	const nextKey = useRef(1);
	const abort = useRef<AbortController | null>(null);
	useEffect(() => {
		// Who leaves the page has changed their mind about what has not arrived.
		return () => {
			queue.current = [];
			abort.current?.abort();
		};
	}, []);

	const change = useCallback((key: number, changes: Partial<UploadEntry>) => {
		setEntries((all) => all.map((entry) => (entry.key === key ? { ...entry, ...changes } : entry)));
	}, []);

	const run = useCallback(async () => {
		if (running.current) return;
		running.current = true;
		for (let next = queue.current.shift(); next; next = queue.current.shift()) {
			const { key, file } = next;
			const controller = new AbortController();
			abort.current = controller;
			change(key, { state: 'sending' });
			try {
				const { id, sameAs } = await sendFile(caseId, file, (share) => change(key, { share }), controller.signal);
				change(key, { state: 'done', id, sameAs, share: 1 });
				await refreshDocuments();
			} catch (error) {
				if (controller.signal.aborted) setEntries((all) => all.filter((entry) => entry.key !== key));
				else change(key, { state: 'refused', reason: reasonOf(error) });
			}
		}
		abort.current = null;
		running.current = false;
	}, [caseId, change]);

	const add = useCallback(
		(files: readonly File[]) => {
			if (files.length === 0) return;
			const added = files.map((file) => ({ key: nextKey.current++, file }));
			queue.current.push(...added);
			const fresh = added.map(
				({ key, file: { name, size } }): UploadEntry => ({
					...{ key, name, size, state: 'waiting', share: 0, reason: null, id: null, sameAs: [] },
				}),
			);
			setEntries((all) => [...all, ...fresh]);
			void run();
		},
		[run],
	);

	return {
		entries,
		add,
		/** One that waits or is on its way. */
		cancel(key: number) {
			const waits = queue.current.some((one) => one.key === key);
			queue.current = queue.current.filter((one) => one.key !== key);
			if (waits) setEntries((all) => all.filter((entry) => entry.key !== key));
			else abort.current?.abort();
		},
		/** Takes what is finished from the list. */
		clear: () => setEntries((all) => all.filter(({ state }) => state === 'waiting' || state === 'sending')),
		forget: (key: number) => setEntries((all) => all.filter((entry) => entry.key !== key)),
	};
}

function reasonOf(error: unknown): string {
	const t = currentTexts(texts);
	if (refusalCode(error) === 'UNFIT') return t.refused[refusalData<{ why: Refusal }>(error)?.why ?? 'incomplete'];
	// A folder that was dropped, or a file that another program keeps for itself.
	return error instanceof DOMException && error.name !== 'AbortError' ? t.unreadable : refusalText(error);
}
