import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '../..');

export interface Bundle {
	readonly path: string;
	remove(): void;
}

/**
 * A TypeScript program as one file, as it is in the packaged app. Started hundreds of times it makes the difference:
 * importing file by file takes longer than everything it is started for, and more memory.
 */
export async function bundle(file: string): Promise<Bundle> {
	const cache = join(ROOT, 'node_modules', '.cache');
	mkdirSync(cache, { recursive: true });
	// Below the project, where packages that are no plain JavaScript are found.
	const folder = mkdtempSync(join(cache, 'bundled-'));
	const external = ['better-sqlite3', 'libsodium-wrappers-sumo'];
	await build({
		configFile: false,
		root: ROOT,
		logLevel: 'error',
		build: { ssr: file, outDir: folder, target: 'node24', minify: false },
		ssr: { noExternal: true, external },
	});
	return {
		path: join(folder, basename(file).replace(/\.ts$/, '.js')),
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}
