import { rmSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { namesIn, writeLargeFileDurably } from '../platform/files.ts';
import { isBlobName } from './blob.ts';

/** Blobs as they lie on this device: one file each in `vaults/blobs`, encrypted, whole or not there. */
export interface BlobFiles {
	/** Here, and nothing wrong with it is known. */
	has(name: string): boolean;
	/** On disk to the last byte when it is done. */
	write(name: string, bytes: Uint8Array): Promise<void>;
	/** Null when it is not there. */
	read(name: string): Promise<Uint8Array | null>;
	/** Null when it is not there, or shorter. */
	readPart(name: string, from: number, length: number): Promise<Uint8Array | null>;
	/** What lies here under this name is not what it should be: it is fetched again, and stays until that has worked. */
	distrust(name: string): void;
	/** Looks at the folder anew, and removes what nobody refers to: left over from a crash, or of no use any more. */
	tidy(isNeeded: (name: string) => boolean): void;
	remove(name: string): void;
}

export function blobFiles(folder: string): BlobFiles {
	let here: Set<string> | null = null;
	const known = () => {
		here ??= new Set(namesIn(folder).filter(isBlobName));
		return here;
	};
	const at = (name: string) => {
		if (!isBlobName(name)) throw new Error('not the name of a blob');
		return join(folder, name);
	};

	async function ifThere<T>(name: string, work: () => Promise<T>): Promise<T | null> {
		try {
			return await work();
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
			known().delete(name);
			return null;
		}
	}

	function remove(name: string): void {
		known().delete(name);
		rmSync(join(folder, name), { force: true });
	}

	return {
		has: (name) => known().has(name),
		async write(name, bytes) {
			await writeLargeFileDurably(at(name), bytes);
			known().add(name);
		},
		read: (name) => ifThere(name, async () => new Uint8Array(await readFile(at(name)))),
		readPart: (name, from, length) =>
			ifThere(name, async () => {
				const file = await open(at(name), 'r');
				try {
					const part = new Uint8Array(length);
					const { bytesRead } = await file.read(part, 0, length, from);
					return bytesRead === length ? part : new Uint8Array();
				} finally {
					await file.close();
				}
			}),
		distrust: (name) => void known().delete(name),
		tidy(isNeeded) {
			here = null;
			// Also half-written ones, whose names have an ending.
			for (const name of namesIn(folder)) if (!isBlobName(name) || !isNeeded(name)) remove(name);
		},
		remove,
	};
}
