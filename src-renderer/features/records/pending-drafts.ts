/** Drafts that are not on disk yet. Locking waits for them, so that nothing typed in the last moment is lost. */
const pending = new Set<() => Promise<void>>();

export function registerDraft(flush: () => Promise<void>): () => void {
	pending.add(flush);
	return () => pending.delete(flush);
}

export async function flushDrafts(): Promise<void> {
	await Promise.allSettled([...pending].map((flush) => flush()));
}
