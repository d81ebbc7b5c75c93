import type { DeviceId } from '#shared/kernel/ids.ts';
import type { SqliteFile } from '../database/open.ts';

/** How far a feed goes, or has been read. */
export interface Position {
	readonly seq: number;
	/** Of the segment with this number; zeros before the first. */
	readonly hash: Uint8Array;
}

export const START: Position = { seq: 0, hash: new Uint8Array(32) };

export function feedPosition(file: SqliteFile, device: DeviceId): Position {
	const row = file.prepare<[string], { seq: number; hash: Buffer }>('SELECT seq, hash FROM feed WHERE device = ?').get(device);
	return row ? { seq: row.seq, hash: new Uint8Array(row.hash) } : START;
}

export function feedPositions(file: SqliteFile): [DeviceId, Position][] {
	return file
		.prepare<[], { device: DeviceId; seq: number; hash: Buffer }>('SELECT device, seq, hash FROM feed ORDER BY device')
		.all()
		.map(({ device, seq, hash }) => [device, { seq, hash: new Uint8Array(hash) }]);
}

/** `latest`: ms UTC of its newest change. */
export function notePosition(file: SqliteFile, device: DeviceId, { seq, hash }: Position, latest: number): void {
	file
		.prepare(
			`INSERT INTO feed (device, seq, hash, last_change_at) VALUES (?, ?, ?, ?)
			 ON CONFLICT (device) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, last_change_at = max(last_change_at, excluded.last_change_at)`,
		)
		.run(device, seq, hash, latest);
}
