import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Writing small files so that a crash or power cut leaves the old or the new one, never half of one: temp file, fsync,
 * rename, fsync of the folder. For the local data folder only; the share has rules of its own (share/folder-target).
 */
export function writeFileDurably(path: string, bytes: Uint8Array): void {
	makeFolder(dirname(path));
	const temporary = `${path}.tmp`;
	const file = openSync(temporary, 'w', 0o600);
	try {
		// Unlike writeSync, which may stop half-way without an error when the disk is full.
		writeFileSync(file, bytes);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
	renameSync(temporary, path);
	syncFolder(dirname(path));
}

/** The same for megabytes: others go on working meanwhile. What was begun is taken away again when it fails. */
export async function writeLargeFileDurably(path: string, bytes: Uint8Array): Promise<void> {
	makeFolder(dirname(path));
	const temporary = `${path}.tmp`;
	try {
		const file = await open(temporary, 'w', 0o600);
		try {
			await file.writeFile(bytes);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(temporary, path);
	} catch (error) {
		await rm(temporary, { force: true }).catch(() => {});
		throw error;
	}
	syncFolder(dirname(path));
}

/** With all above it that are missing; a power cut leaves them where they are, or what was written into them would be gone too. */
export function makeFolder(path: string): void {
	const first = mkdirSync(path, { recursive: true });
	if (first === undefined) return;
	for (let folder = resolve(path); ; folder = dirname(folder)) {
		syncFolder(dirname(folder));
		if (folder.length <= resolve(first).length) return;
	}
}

export function readFileIfThere(path: string): Uint8Array | null {
	try {
		return new Uint8Array(readFileSync(path));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}

/** Names in a folder, sorted; none when it is not there. */
export function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder).sort();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
		throw error;
	}
}

/** For what somebody else wrote and closed. Windows flushes only files that were opened for writing. */
export function syncFile(path: string): void {
	const handle = openSync(path, 'r+');
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

/** Windows cannot open folders and needs no such step. */
export function syncFolder(folder: string): void {
	if (process.platform === 'win32') return;
	const handle = openSync(folder, 'r');
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}
