import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Everything the build reads. The stamp is a hash of contents, because checkouts and copies change modification times. */
const SOURCES = [
	'src-main',
	'src-renderer',
	'src-shared',
	'resources',
	'package.json',
	'package-lock.json',
	'electron.vite.config.ts',
];
const STAMP = join('out', '.built-from');

/**
 * Builds main, preload and renderer unless `out/` already is the build of these sources.
 * @returns whether the build succeeded; its output went to this process's standard error
 */
export async function ensureBuilt(root: string): Promise<boolean> {
	const wanted = await hashOfSources(root);
	const built = await readFile(join(root, STAMP), 'utf8').catch(() => null);
	if (built === wanted) return true;
	console.error('Kontor wird gebaut …');
	if (!(await runBuild(root))) return false;
	await writeFile(join(root, STAMP), wanted);
	return true;
}

async function hashOfSources(root: string): Promise<string> {
	const hash = createHash('sha256');
	for (const source of SOURCES) {
		for (const path of await filesOf(join(root, source))) {
			// Length first, so that moving bytes between two files is a change.
			const bytes = await readFile(path);
			hash.update(`${path.slice(root.length)}\0${bytes.length}\0`).update(bytes);
		}
	}
	return hash.digest('hex');
}

async function filesOf(path: string): Promise<string[]> {
	const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOTDIR') return null;
		throw error;
	});
	if (entries === null) return [path];
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

function runBuild(root: string): Promise<boolean> {
	const builder = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
	// Standard output stays free for `KONTOR_URL=…`.
	const child = spawn(process.execPath, [builder, 'build', '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', 2, 2] });
	return new Promise((resolve) => {
		child.on('exit', (code) => resolve(code === 0));
		child.on('error', () => resolve(false));
	});
}
