import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'vite';

const ROOT = join(import.meta.dirname, '../..');
/** Threads of their own, which the code starts from the file beside its own. */
const WORKERS = ['src-main/database/file-worker.ts', 'src-main/vaults/kdf-worker.ts'];

export interface Bundle {
	readonly path: string;
	remove(): void;
}

/**
 * A TypeScript program with all it imports, as it is in the packaged app. Started hundreds of times it makes the difference:
 * importing file by file takes longer than everything it is started for, and more memory.
 */
export async function bundle(file: string, plugins: readonly Plugin[] = []): Promise<Bundle> {
	const cache = join(ROOT, 'node_modules', '.cache');
	mkdirSync(cache, { recursive: true });
	// Below the project, where packages that are no plain JavaScript are found.
	const folder = mkdtempSync(join(cache, 'bundled-'));
	const external = ['better-sqlite3', 'libsodium-wrappers-sumo'];
	await build({
		configFile: false,
		plugins: [...plugins],
		root: ROOT,
		logLevel: 'error',
		build: {
			ssr: true,
			outDir: folder,
			target: 'node24',
			minify: false,
			rolldownOptions: {
				input: [file, ...WORKERS.map((worker) => join(ROOT, worker))],
				output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
			},
		},
		ssr: { noExternal: true, external },
	});
	return {
		path: join(folder, basename(file).replace(/\.ts$/, '.js')),
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}
