import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createTurns } from '../turns.ts';
import type { SqliteFile } from './open.ts';

/**
 * Copies a file that is in use as it stands at one moment, in slices, so that nobody waits for it: what is written
 * meanwhile stays in the write-ahead log until it is done. (VACUUM INTO would hold everything up for seconds.)
 */
export interface CopierInUse {
	/** `noteMoment` is called when the moment is. Null when the file was closed meanwhile: the copy is of no use then. */
	copyTo<T>(path: string, noteMoment: () => T): Promise<T | null>;
	/** Until it is done, the log must not be folded into the file. */
	isCopying(): boolean;
	/** After the file was closed. */
	close(): void;
}

const SLICE_BYTES = 1024 * 1024;
const PAGE_BYTES = 4096;
/** Never used by SQLite for anything but its lock; Windows lets nobody read it. */
const LOCK_PAGE_AT = 2 ** 30;

export function copierInUse(file: SqliteFile): CopierInUse {
	const inTurn = createTurns();
	// Stays open: closing any handle of the file would let go of SQLite's lock on it.
	let handle: number | null = null;
	let isCopying = false;
	let isClosed = false;

	async function copySlices(source: number, path: string): Promise<boolean> {
		const { size } = fstatSync(source);
		const copy = await open(path, 'wx', 0o600);
		try {
			const slice = new Uint8Array(SLICE_BYTES);
			for (let at = 0; at < size; ) {
				if (isClosed) return false;
				if (at === LOCK_PAGE_AT) {
					await copy.writeFile(new Uint8Array(PAGE_BYTES));
					at += PAGE_BYTES;
					continue;
				}
				const count = readSync(source, slice, 0, Math.min(SLICE_BYTES, size - at), at);
				if (count === 0) throw new Error('the file became shorter while it was copied');
				await copy.writeFile(slice.subarray(0, count));
				at += count;
			}
			return !isClosed;
		} finally {
			await copy.close();
		}
	}

	return {
		copyTo: (path, noteMoment) =>
			inTurn(async () => {
				if (isClosed) return null;
				const [folded] = file.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
				if (folded?.busy !== 0) throw new Error('the file is read or written by somebody else');
				const foldedAfter = file.pragma('wal_autocheckpoint', { simple: true });
				file.pragma('wal_autocheckpoint = 0');
				isCopying = true;
				try {
					const moment = noteMoment();
					handle ??= openSync(file.name, 'r');
					return (await copySlices(handle, path)) ? moment : null;
				} finally {
					isCopying = false;
					if (!isClosed) file.pragma(`wal_autocheckpoint = ${foldedAfter}`);
				}
			}),
		isCopying: () => isCopying,
		close() {
			isClosed = true;
			if (handle !== null) closeSync(handle);
			handle = null;
		},
	};
}
