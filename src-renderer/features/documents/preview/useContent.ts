import { useCallback, useEffect, useState } from 'react';
import { client } from '#renderer/rpc/client.ts';
import { refusalCode } from '#renderer/rpc/refusal.ts';
import type { CaseDocument } from '#shared/features/documents/model.ts';
import { loadContent } from '../content.ts';
import { refreshDocuments } from '../refresh-documents.ts';

export type Content =
	| { readonly state: 'loading'; readonly share: number }
	| { readonly state: 'here'; readonly bytes: Uint8Array<ArrayBuffer> }
	| { readonly state: 'not_here' | 'spoilt'; readonly asked: boolean }
	| { readonly state: 'failed'; readonly error: unknown };

/** The content of a document while it is looked at; forgotten when it is closed, and never in any cache. */
export function useContent(document: CaseDocument) {
	const { id, isHere } = document;
	const [content, setContent] = useState<Content>({ state: 'loading', share: 0 });
	const [attempt, setAttempt] = useState(0);
	// biome-ignore lint/correctness/useExhaustiveDependencies: what was missing and has come is tried again
	useEffect(() => {
		const controller = new AbortController();
		setContent({ state: 'loading', share: 0 });
		loadContent({ id }, 'read', (share) => setContent({ state: 'loading', share }), controller.signal)
			.then((bytes) => {
				if (!controller.signal.aborted) setContent({ state: 'here', bytes });
			})
			.catch((error: unknown) => {
				if (controller.signal.aborted) return;
				const code = refusalCode(error);
				if (code === 'NOT_HERE') setContent({ state: 'not_here', asked: false });
				else if (code === 'SPOILT') setContent({ state: 'spoilt', asked: false });
				else setContent({ state: 'failed', error });
			});
		return () => controller.abort();
	}, [id, isHere, attempt]);
	const fetchNow = useCallback(async () => {
		try {
			const fetched = await client.documents.fetch({ id });
			if (fetched.isHere) setAttempt((before) => before + 1);
			else setContent((before) => ('asked' in before ? { ...before, asked: true } : before));
			await refreshDocuments();
		} catch (error) {
			setContent({ state: 'failed', error });
		}
	}, [id]);
	return { content, fetchNow, retry: () => setAttempt((before) => before + 1) };
}
