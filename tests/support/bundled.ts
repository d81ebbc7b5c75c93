import { onTestFinished } from 'vitest';
import { bundle } from './bundle.ts';

/** A TypeScript program as one file, gone when the test is over. */
export async function bundled(file: string): Promise<string> {
	const { path, remove } = await bundle(file);
	onTestFinished(remove);
	return path;
}
