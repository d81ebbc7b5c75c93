import type { Plugin } from 'vite';
import { onTestFinished } from 'vitest';
import { bundle } from './bundle.ts';

/** A TypeScript program as it is packaged, gone when the test is over. */
export async function bundled(file: string, plugins: readonly Plugin[] = []): Promise<string> {
	const { path, remove } = await bundle(file, plugins);
	onTestFinished(remove);
	return path;
}
