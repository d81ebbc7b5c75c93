import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { doFileWork, type FileWork, type RowCounts } from './file-work.ts';

/** What is smaller is done before a thread has started. */
const THREAD_FROM_BYTES = 2 * 1024 * 1024;
const TURN_MS = 200;

/**
 * Does the work in a thread of its own, which ends afterwards: nobody waits for it. `between` is called a few times a
 * second meanwhile; when it throws, the work is broken off.
 */
export async function workOnFile(work: FileWork, between: () => void | Promise<void> = () => {}): Promise<RowCounts | null> {
	if ((statSync(work.path, { throwIfNoEntry: false })?.size ?? 0) < THREAD_FROM_BYTES) return doFileWork(work);
	const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
	const worker = new Worker(new URL(`./file-worker.${extension}`, import.meta.url), { workerData: work });
	let isDone = false;
	const done = new Promise<RowCounts | null>((resolve, reject) => {
		worker.once('message', resolve);
		worker.once('error', reject);
		worker.once('exit', () => reject(new Error('the thread ended without an answer')));
	});
	const end = () => {
		isDone = true;
	};
	const ended = done.then(end, end);
	try {
		while (!isDone) {
			const turn = new AbortController();
			await Promise.race([ended, sleep(TURN_MS, undefined, { signal: turn.signal }).catch(() => {})]);
			turn.abort();
			if (!isDone) await between();
		}
		return await done;
	} finally {
		await worker.terminate();
	}
}
