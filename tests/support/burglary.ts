import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundled } from './bundled.ts';
import type { Burglary } from './burglar.ts';
import { QUICK_KDF } from './quick-kdf-bundled.ts';

export interface Booty {
	/** `counselling segment` → how many different ones were opened. */
	readonly opened: Readonly<Record<string, number>>;
	/** Sorted. */
	readonly texts: readonly string[];
}

/** What a process of its own gets out of it. */
export async function burgle(burglary: Burglary): Promise<Booty> {
	const burglar = await bundled(join(import.meta.dirname, 'burglar.ts'), [QUICK_KDF]);
	const { stdout } = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', burglar], {
		env: { ...process.env, KONTOR_BURGLAR: JSON.stringify(burglary) },
		maxBuffer: 64 * 1024 * 1024,
	});
	return JSON.parse(stdout) as Booty;
}
