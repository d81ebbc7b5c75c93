import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Electron's runtime is not part of the npm package: since version 42 it is downloaded on first use. This finds it, or
 * tries that download within bounds and without a word of its own.
 */

/** Path of the executable, or null when the runtime is not installed. Starts no download, unlike `require('electron')`. */
export async function findElectron(root: string, env: NodeJS.ProcessEnv = process.env): Promise<string | null> {
	const electron = join(root, 'node_modules', 'electron');
	const name = await readFile(join(electron, 'path.txt'), 'utf8').catch(() => null);
	const folder = env.ELECTRON_OVERRIDE_DIST_PATH;
	if (folder) return existing(join(folder, name ?? 'electron'));
	return name === null ? null : existing(join(electron, 'dist', name));
}

/** Milliseconds without a single new byte until a download counts as hung; a slow line may take as long as it needs. */
const STALL_MS = 60_000;

/**
 * Finds the runtime or downloads it with Electron's own installer.
 * @returns the executable, or null when it cannot be had here and now
 */
export async function obtainElectron(
	root: string,
	{ stallMs = STALL_MS, installer = installerOf(root) } = {},
): Promise<string | null> {
	const found = await findElectron(root);
	if (found !== null) return found;
	// The installer downloads into the temp folder; a private one makes its progress visible.
	const temp = await mkdtemp(join(tmpdir(), 'kontor-electron-'));
	try {
		await runInstaller(installer, temp, stallMs);
	} finally {
		await rm(temp, { recursive: true, force: true });
	}
	return findElectron(root);
}

const existing = (path: string) => (existsSync(path) ? path : null);

const installerOf = (root: string) => join(root, 'node_modules', 'electron', 'install.js');

async function runInstaller(installer: string, temp: string, stallMs: number): Promise<void> {
	const env = { ...process.env, TMPDIR: temp, TEMP: temp, TMP: temp };
	const child = spawn(process.execPath, [installer], { stdio: 'ignore', windowsHide: true, env });
	let lastSize = -1;
	const watch = setInterval(async () => {
		const size = await sizeOf(temp);
		if (size === lastSize) child.kill('SIGKILL');
		lastSize = size;
	}, stallMs);
	await new Promise<void>((resolve) => {
		child.on('exit', () => resolve());
		child.on('error', () => resolve());
	});
	clearInterval(watch);
}

async function sizeOf(folder: string): Promise<number> {
	let size = 0;
	for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
		if (entry.isFile())
			size += await stat(join(entry.parentPath, entry.name)).then(
				(file) => file.size,
				() => 0,
			);
	}
	return size;
}
