import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ShareTarget } from '#main/share/target.ts';
import type { FakeClock } from './fake-clock.ts';
import { MIGRATIONS } from './migrations-folder.ts';
import { type PlainBackend, plainBackend } from './plain-backend.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A backend of a test. Several of them with one clock and one share folder are an office; each needs a seed of its own. */
export type TestBackend = PlainBackend;

export interface TestBackendOptions {
	/** Different for each backend of a test: ids and keys come from it. */
	readonly seed?: number;
	/** A fresh temporary folder when left out. */
	readonly dataDir?: string;
	readonly clock?: FakeClock;
	readonly stopwatch?: () => number;
	readonly targetFor?: (folder: string) => ShareTarget;
}

/** Disposed of when the test is over. */
export async function testBackend(options: TestBackendOptions = {}): Promise<TestBackend> {
	const { dataDir = join(temporaryFolder(), 'Büro Daten'), seed = 1 } = options;
	mkdirSync(dataDir, { recursive: true });
	const made = await plainBackend({ ...options, dataDir, seed, migrationsDir: MIGRATIONS });
	onTestFinished(() => made.backend.dispose());
	return made;
}

export const PASSPHRASE = 'rote Lampe am Kanal 7';

/** A site with one counsellor who also administers, signed in, with a confirmed start. */
export async function foundedBackend(options: TestBackendOptions = {}): Promise<TestBackend> {
	const made = await testBackend(options);
	await made.client.site.create({
		name: 'Kontaktcafé Süd',
		organisation: 'Nachbarschaft e. V.',
		deviceName: 'Büro links',
		memberName: 'Erika Beispiel',
		signInName: 'erika',
		roles: ['counsellor', 'administrator'],
		passphrase: PASSPHRASE,
	});
	return made;
}
