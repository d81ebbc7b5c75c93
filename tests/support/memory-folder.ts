import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const MEMORY = '/dev/shm';

/** A folder in memory where the system has such a thing: for tests that open thousands of files and pull no plugs. */
export function memoryFolder(): string {
	const folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'Kontor Prüfung '));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
	return folder;
}
