import { readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Folders as somebody sees them who looks for the network share: where to start, and what lies below. */
export interface FolderListing {
	readonly path: string | null;
	readonly parent: string | null;
	/** Full paths, in the order of the alphabet. */
	readonly folders: string[];
}

/** Home, and what is mounted: drive letters on Windows, media and network mounts elsewhere. */
export async function startingPlaces(): Promise<FolderListing> {
	const candidates = process.platform === 'win32' ? driveLetters() : (await Promise.all(MOUNT_POINTS.map(subfolders))).flat();
	const there = await Promise.all(candidates.map(isFolder));
	return { path: null, parent: null, folders: [homedir(), ...candidates.filter((_, at) => there[at])] };
}

/** Throws when the folder cannot be read. Hidden ones are left out: no share begins with a dot. */
export async function listFolder(path: string): Promise<FolderListing> {
	const parent = dirname(path);
	return { path, parent: parent === path ? null : parent, folders: await readSubfolders(path) };
}

const MOUNT_POINTS = [
	'/media',
	'/mnt',
	'/Volumes',
	`/run/user/${process.getuid?.() ?? 0}/gvfs`,
	`/media/${process.env.USER ?? ''}`,
];

function driveLetters(): string[] {
	return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`);
}

async function subfolders(path: string): Promise<string[]> {
	return readSubfolders(path).catch(() => []);
}

async function readSubfolders(path: string): Promise<string[]> {
	const entries = await readdir(path, { withFileTypes: true });
	const names = entries
		.filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && !entry.name.startsWith('.'))
		.map(({ name }) => name);
	return names.sort(new Intl.Collator('de', { numeric: true }).compare).map((name) => join(path, name));
}

async function isFolder(path: string): Promise<boolean> {
	return stat(path).then(
		(found) => found.isDirectory(),
		() => false,
	);
}
