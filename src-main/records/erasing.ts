import type { SqliteFile } from '../database/open.ts';
import { type AnyKind, kindName, validFields } from './kind.ts';
import { localSettings } from './local.ts';
import { readRecord } from './merge.ts';
import type { SearchIndex } from './search-index.ts';

/**
 * What is left of a record that was erased: one change without content, which says so for good. From it alone every
 * device comes to the same, in whatever order changes, snapshots and older copies reach it.
 */
export function isErased(file: SqliteFile, table: string, recordId: string): boolean {
	return file.prepare(IS_ERASED).get(table, recordId) !== undefined;
}

export const hasErasures = (file: SqliteFile): boolean =>
	file.prepare("SELECT 1 FROM change WHERE kind = 'erase' LIMIT 1").get() !== undefined;

export const IS_ERASED = "SELECT 1 FROM change WHERE table_name = ? AND record_id = ? AND kind = 'erase' LIMIT 1";

/** Number of the first unsent own segment that still holds changes of an erased record. */
export const ERASED_IN_SEGMENT = 'erased_in_segment';
/** Hybrid time of the last change that is gone: this device must not give it out a second time. */
const ERASED_UNTIL = 'erased_until';
/** Names of blobs whose records are gone. */
const ERASED_BLOBS = 'erased_blobs';
/** Set until the file has been rewritten. */
const TO_SCRUB = 'to_scrub';

export function eraser(file: SqliteFile, search: SearchIndex) {
	const settings = localSettings(file);
	const erased = file.prepare(IS_ERASED);
	const gone = file.prepare<[string, string], { until: string | null; segment: number | null }>(
		`SELECT max(hlc) AS until, min(CASE WHEN segment IN (SELECT seq FROM outgoing WHERE NOT sent) THEN segment END) AS segment
		 FROM change WHERE table_name = ? AND record_id = ? AND kind <> 'erase'`,
	);
	const stateOf = file
		.prepare<[string, string], Buffer>('SELECT state FROM record_state WHERE table_name = ? AND record_id = ?')
		.pluck();
	const forget = [
		"DELETE FROM change WHERE table_name = ? AND record_id = ? AND kind <> 'erase'",
		'DELETE FROM record_state WHERE table_name = ? AND record_id = ?',
		'DELETE FROM decision WHERE table_name = ? AND record_id = ?',
	].map((sql) => file.prepare(sql));
	const forgetDrafts = file.prepare('DELETE FROM draft WHERE instr(key, ?) > 0');

	function passOver(hlc: string): void {
		if (hlc > (settings.get(ERASED_UNTIL) ?? '')) settings.set(ERASED_UNTIL, hlc);
	}

	function noteBlob(kind: AnyKind, recordId: string): void {
		if (!kind.merging || !kind.blob) return;
		const state = stateOf.get(kindName(kind), recordId) as Buffer | undefined;
		const name = state ? kind.blob(validFields(kind, readRecord(state, kind.texts))) : '';
		if (name !== '') settings.set(ERASED_BLOBS, [...erasedBlobs(file), name].join(' '));
	}

	return {
		isErased: (table: string, recordId: string): boolean => erased.get(table, recordId) !== undefined,
		passOver,
		/** `kind` undefined: of a kind that this version does not know. */
		erase(table: string, recordId: string, kind: AnyKind | undefined): void {
			const { until = null, segment = null } = gone.get(table, recordId) ?? {};
			if (until !== null) passOver(until);
			const first = Number(settings.get(ERASED_IN_SEGMENT) ?? Number.POSITIVE_INFINITY);
			if (segment !== null && segment < first) settings.set(ERASED_IN_SEGMENT, String(segment));
			if (kind) noteBlob(kind, recordId);
			for (const statement of forget) statement.run(table, recordId);
			forgetDrafts.run(recordId);
			search.put(table, recordId, '');
			if (kind) file.prepare(`DELETE FROM "${kindName(kind)}" WHERE id = ?`).run(recordId);
			settings.set(TO_SCRUB, '1');
		},
	};
}

/** Blobs whose records are gone, as far as this device has known them: nobody can read them any more. */
export function erasedBlobs(file: SqliteFile): string[] {
	return localSettings(file).get(ERASED_BLOBS)?.split(' ') ?? [];
}

/** The last hybrid time that this file has seen. */
export function lastTime(file: SqliteFile): string | null {
	const last = file.prepare('SELECT max(hlc) FROM change').pluck().get() as string | null;
	const erased = localSettings(file).get(ERASED_UNTIL);
	return last === null || (erased !== null && erased > last) ? erased : last;
}

/**
 * `secure_delete` overwrites what is deleted, but not what SQLite had copied to another page before, and the search index
 * keeps words of rows that are gone until it is merged.
 */
export function scrub(file: SqliteFile): void {
	const settings = localSettings(file);
	if (settings.get(TO_SCRUB) === null) return;
	file.exec("INSERT INTO search_index (search_index) VALUES ('optimize')");
	try {
		file.exec('VACUUM');
	} catch (error) {
		// Of no room for a copy nobody should be kept from work: the next time.
		if ((error as { code?: string }).code === 'SQLITE_FULL') return;
		throw error;
	}
	settings.set(TO_SCRUB, null);
	file.pragma('wal_checkpoint(TRUNCATE)');
}
