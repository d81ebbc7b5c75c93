import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Burglary } from './burglar.ts';

export interface Booty {
	/** `counselling segment` → how many different ones were opened. */
	readonly opened: Readonly<Record<string, number>>;
	/** Sorted. */
	readonly texts: readonly string[];
}

/** What a process of its own gets out of it. */
export async function burgle(burglary: Burglary): Promise<Booty> {
	const { stdout } = await promisify(execFile)(
		process.execPath,
		['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'burglar.ts')],
		{ env: { ...process.env, KONTOR_BURGLAR: JSON.stringify(burglary) }, maxBuffer: 64 * 1024 * 1024 },
	);
	return JSON.parse(stdout) as Booty;
}
