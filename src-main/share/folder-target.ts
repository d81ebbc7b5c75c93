import * as system from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Random } from '#shared/kernel/environment.ts';
import { isSame, type ShareTarget, TargetError, type TargetProblem, TEMPORARY } from './target.ts';

/** What a folder needs of the operating system; tests put one in its place that fails. */
export interface FileSystem {
	/** Gives the first folder that had to be made. */
	mkdir(path: string, options: { recursive: boolean }): Promise<string | undefined>;
	open(path: string, flags: 'r' | 'wx', mode?: number): Promise<OpenedFile>;
	readdir(path: string): Promise<string[]>;
	readFile(path: string): Promise<Uint8Array>;
	rename(from: string, to: string): Promise<void>;
	rm(path: string, options: { force: true; recursive?: boolean }): Promise<void>;
	stat(path: string): Promise<{ readonly size: number; isDirectory(): boolean }>;
}

export interface OpenedFile {
	writeFile(bytes: Uint8Array): Promise<void>;
	sync(): Promise<void>;
	close(): Promise<void>;
}

/**
 * A folder as share: a mapped drive, a UNC path, a mounted share, a USB stick. Makes plain SMB safe by design 4's
 * rule 4: exclusive temporary name, write, fsync, close, rename to a fresh name, read back and compare; a virus scanner
 * that holds a file open is waited for.
 */
export function folderTarget(
	root: string,
	random: Random,
	pause: (ms: number) => Promise<void>,
	files: FileSystem = system,
): ShareTarget {
	const { mkdir, readdir, readFile, rename, rm, stat } = files;
	const at = (path: string) => join(root, ...path.split('/'));

	/** The root itself must be there: a share that is gone must not be mistaken for an empty one. */
	async function checkRoot(): Promise<void> {
		const isFolder = await patiently(async () => {
			try {
				return (await stat(root)).isDirectory();
			} catch (error) {
				if (!ABSENT.has(codeOf(error))) throw error;
				return false;
			}
		});
		if (!isFolder) throw new TargetError('unreachable');
	}

	async function patiently<T>(work: () => Promise<T>): Promise<T> {
		for (let attempt = 0; ; attempt++) {
			try {
				return await work();
			} catch (error) {
				const wait = RETRY_AFTER_MS[attempt];
				if (error instanceof TargetError || !BUSY.has(codeOf(error)) || wait === undefined) throw translated(error);
				await pause(wait);
			}
		}
	}

	/** Gives the first one that it made. Of a disk that cannot be written Node only says that the folder is not there. */
	async function makeFolder(folder: string): Promise<string | undefined> {
		try {
			return await mkdir(folder, { recursive: true });
		} catch (error) {
			if (codeOf(error) !== 'ENOENT') throw error;
			const isThere = (path: string) =>
				stat(path).then(
					() => true,
					() => false,
				);
			let missing = folder;
			while (missing !== root && !(await isThere(dirname(missing)))) missing = dirname(missing);
			if (missing === root) throw error;
			await mkdir(missing, { recursive: false }).catch((why: unknown) => {
				if (codeOf(why) !== 'EEXIST') throw why;
			});
			return (await mkdir(folder, { recursive: true })) ?? missing;
		}
	}

	/** Null only for what is certainly not there: a share that answers with any other error has not said so. */
	async function ifThere<T>(work: () => Promise<T>): Promise<T | null> {
		const found = await patiently(async () => {
			try {
				return { value: await work() };
			} catch (error) {
				if (!ABSENT.has(codeOf(error))) throw error;
				return null;
			}
		});
		if (!found) await checkRoot();
		return found ? found.value : null;
	}

	/**
	 * Some servers give half of a file while they are busy: what differs is looked at again. What was just put there is
	 * looked for longer: another PC that puts the same there at the same moment lets it vanish for a blink.
	 */
	async function compare(path: string, bytes: Uint8Array, isJustPut = false): Promise<'same' | 'other' | null> {
		for (let attempt = 0; ; attempt++) {
			const there = await read(path);
			if (there && isSame(there, bytes)) return 'same';
			if (!there && !isJustPut) return null;
			const wait = RETRY_AFTER_MS[attempt];
			if (attempt === (isJustPut ? LOOKS_FOR_PUT : LOOKS) || wait === undefined) return there && 'other';
			await pause(wait);
		}
	}

	/** So that a power cut does not undo the rename on a plain disk or stick, nor the folders that were made for it. */
	async function keepFolders(folder: string, last = folder): Promise<void> {
		for (let at = folder; at.length >= last.length; at = dirname(at)) {
			await syncFolder(files, at);
			if (dirname(at) === at) return;
		}
	}

	const read = (path: string) => ifThere(async () => new Uint8Array(await readFile(at(path))));
	const list = async (folder: string) => ((await ifThere(() => readdir(at(folder)))) ?? []).sort();
	/** Null when nobody has claimed it. */
	const holderOf = async (path: string): Promise<string | null> => (await list(path))[0] ?? null;
	const temporaryBeside = (path: string) => at(`${dirname(path)}/${TEMPORARY}${Buffer.from(random.bytes(8)).toString('hex')}`);

	return {
		list,
		read,
		async writeNew(path, bytes) {
			await checkRoot();
			const there = await compare(path, bytes);
			// Nobody knows how far an earlier attempt got.
			if (there === 'same') return keepFolders(dirname(at(path)), root);
			if (there === 'other') throw new TargetError('conflict');
			const temporary = temporaryBeside(path);
			let made: string | undefined;
			try {
				await patiently(async () => {
					const first = await makeFolder(dirname(temporary));
					made ??= first;
					// What an interrupted attempt left of our own.
					await rm(temporary, { force: true });
					await writeWhole(files, temporary, bytes);
					// Some servers that are full take half of it and say nothing.
					if ((await stat(temporary)).size !== bytes.length) throw new TargetError('unreliable');
				});
				await patiently(() => rename(temporary, at(path)));
			} catch (error) {
				await rm(temporary, { force: true }).catch(() => {});
				// A rename may have happened although the server said otherwise: reading back decides.
				const landed = await compare(path, bytes).catch(() => null);
				if (landed !== 'same') throw error;
			}
			const written = await compare(path, bytes, true);
			if (written === 'same') return keepFolders(dirname(temporary), made && dirname(made));
			// Nobody can use it, and it must not stand in the way of the next attempt.
			if (written === 'other') await rm(at(path), { force: true }).catch(() => {});
			throw new TargetError('unreliable');
		},
		async claim(path, holder) {
			const there = await holderOf(path);
			if (there !== null) return there;
			await checkRoot();
			const aside = temporaryBeside(path);
			let made: string | undefined;
			try {
				await patiently(async () => {
					await rm(aside, { recursive: true, force: true });
					const first = await makeFolder(aside);
					made ??= first;
					await writeWhole(files, join(aside, holder), new Uint8Array());
				});
				// A claim must not be there without the name of its holder.
				await syncFolder(files, aside);
				// Somebody may have been faster, which systems say in many ways.
				await patiently(async () => {
					if ((await holderOf(path)) === null) await rename(aside, at(path));
				});
				await keepFolders(dirname(aside), made && dirname(made));
			} catch (error) {
				if ((await holderOf(path).catch(() => null)) === null) throw translated(error);
			} finally {
				await rm(aside, { recursive: true, force: true }).catch(() => {});
			}
			return (await holderOf(path)) ?? '';
		},
		async remove(path) {
			await patiently(() => rm(at(path), { force: true, recursive: true }));
		},
	};
}

const RETRY_AFTER_MS = [20, 60, 150, 400, 1000];
const LOOKS = 2;
const LOOKS_FOR_PUT = 4;
const BUSY = new Set(['EBUSY', 'EPERM', 'EACCES', 'EAGAIN', 'ETXTBSY']);

/** EISDIR: a folder where a file was asked for. */
const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);

const PROBLEMS: Readonly<Record<string, TargetProblem>> = {
	EACCES: 'not_writable',
	EPERM: 'not_writable',
	EROFS: 'not_writable',
	EBUSY: 'not_writable',
	ENOSPC: 'full',
	EDQUOT: 'full',
	EFBIG: 'full',
};

async function writeWhole({ open }: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
	const file = await open(path, 'wx', 0o600);
	try {
		await file.writeFile(bytes);
		await file.sync();
	} finally {
		await file.close();
	}
}

/** Where folders cannot be synced the server sees to it. */
async function syncFolder({ open }: FileSystem, path: string): Promise<void> {
	try {
		const folder = await open(path, 'r');
		await folder.sync().finally(() => folder.close());
	} catch {
		// Windows and some mounts: no such operation.
	}
}

function translated(error: unknown): TargetError {
	return error instanceof TargetError ? error : new TargetError(PROBLEMS[codeOf(error)] ?? 'unreachable');
}

function codeOf(error: unknown): string {
	return (error as NodeJS.ErrnoException | null)?.code ?? '';
}
