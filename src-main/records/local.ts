import type { MemberId } from '#shared/kernel/ids.ts';
import type { SqliteFile } from '../database/open.ts';

/** What belongs to this device alone and never travels: settings and drafts. */
export interface LocalSettings {
	get(key: string): string | null;
	set(key: string, value: string | null): void;
}

export function localSettings(file: SqliteFile): LocalSettings {
	const read = file.prepare<[string], string>('SELECT value FROM local_setting WHERE key = ?').pluck();
	const write = file.prepare('INSERT OR REPLACE INTO local_setting (key, value) VALUES (?, ?)');
	const remove = file.prepare('DELETE FROM local_setting WHERE key = ?');
	const get = (key: string) => (read.get(key) as string | undefined) ?? null;
	return {
		get,
		set(key, value) {
			// Most are set again and again to what they are, and every write waits for the disk.
			if (get(key) === value) return;
			if (value === null) remove.run(key);
			else write.run(key, value);
		},
	};
}

/** Unsaved work, already sealed to its author. */
export interface Drafts {
	get(member: MemberId, key: string): Uint8Array | null;
	put(member: MemberId, key: string, sealed: Uint8Array, at: number): void;
	discard(member: MemberId, key: string): void;
}

export function drafts(file: SqliteFile): Drafts {
	const read = file.prepare<[string, string], Buffer>('SELECT sealed FROM draft WHERE member = ? AND key = ?').pluck();
	const write = file.prepare('INSERT OR REPLACE INTO draft (member, key, sealed, saved_at) VALUES (?, ?, ?, ?)');
	const remove = file.prepare('DELETE FROM draft WHERE member = ? AND key = ?');
	return {
		get: (member, key) => (read.get(member, key) as Buffer | undefined) ?? null,
		put: (member, key, sealed, at) => void write.run(member, key, sealed, at),
		discard: (member, key) => void remove.run(member, key),
	};
}
