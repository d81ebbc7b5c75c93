import { renameSync } from 'node:fs';
import { isIntact, openEncrypted, rekeyCopy, removeDatabase, type SqliteFile } from './open.ts';

/** What takes seconds with a large copy that nobody else has open. Keys are wiped by whoever gave them. */
export type FileWork =
	/** Makes a device's copy one for everybody, under a key of its own, and gives how many rows it holds. */
	| {
			readonly what: 'strip';
			readonly path: string;
			readonly from: Uint8Array;
			readonly to: Uint8Array;
			/** Belong to the device alone. */
			readonly tables: readonly string[];
	  }
	/** Opens it, looks at every page, and counts; null: it does not open, or is not intact. */
	| { readonly what: 'check'; readonly path: string; readonly key: Uint8Array }
	| { readonly what: 'rekey'; readonly path: string; readonly from: Uint8Array; readonly to: Uint8Array };

/** How many rows each table has, so that a copy that opens can be told from one that is whole. */
export type RowCounts = Record<string, number>;

export function doFileWork(work: FileWork): RowCounts | null {
	switch (work.what) {
		case 'strip':
			return strip(work.path, work.from, work.to, work.tables);
		case 'check':
			return check(work.path, work.key);
		case 'rekey':
			rekeyCopy(work.path, work.from, work.to);
			return null;
	}
}

/** Beside the copy, while it is made smaller. */
export const wholePath = (path: string): string => `${path}-whole`;

function strip(path: string, from: Uint8Array, to: Uint8Array, tables: readonly string[]): RowCounts {
	const whole = wholePath(path);
	renameSync(path, whole);
	const file = openEncrypted(whole, from);
	try {
		// Thrown away in a moment, and cut off it is made anew.
		file.pragma('secure_delete = OFF');
		file.pragma('synchronous = OFF');
		for (const table of tables) file.exec(`DELETE FROM ${table}`);
		file.exec('UPDATE change SET segment = 0 WHERE segment IS NULL OR segment <> 0');
		const rows = countRows(file);
		// Keeps cipher and key (backup() and serialize() do not).
		file.prepare('VACUUM INTO ?').run(path);
		rekeyCopy(path, from, to);
		return rows;
	} finally {
		file.close();
		removeDatabase(whole);
	}
}

function check(path: string, key: Uint8Array): RowCounts | null {
	try {
		const file = openEncrypted(path, key);
		try {
			return isIntact(file) ? countRows(file) : null;
		} finally {
			file.close();
		}
	} catch {
		return null;
	}
}

const TABLE_NAMES =
	"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index%'";

function countRows(file: SqliteFile): RowCounts {
	const names = file.prepare<[], string>(TABLE_NAMES).pluck().all() as string[];
	return Object.fromEntries(names.map((name) => [name, file.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number]));
}
