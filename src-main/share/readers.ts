import type { ReadingDevice } from '#shared/features/share/model.ts';
import type { DeviceId } from '#shared/kernel/ids.ts';
import type { SqliteFile } from '../database/open.ts';
import { timeOf } from '../records/hybrid-clock.ts';
import type { Session } from '../vaults/session.ts';
import { type Ack, readAcks } from './acks.ts';
import type { ShareContext } from './context.ts';
import { feedPositions } from './feed-position.ts';

/**
 * How far each other device of the site has read, in the vaults that are open here, by what it said last; and how far
 * this one has read it. `context` null: the share is away, so there is nothing of what others said.
 */
export async function readersOf(
	session: Session,
	context: ShareContext | null,
	nameOf: (id: DeviceId) => string,
): Promise<ReadingDevice[]> {
	const devices = [...session.ledger.devices.values()].filter(({ approvedAt, removed }) => approvedAt !== null && !removed);
	const readers = new Map(
		devices.map(({ device }) => {
			const isThis = device === session.device.id;
			const start = { device, name: nameOf(device), isThis, saidAt: null, behind: 0, readHereAt: null, behindHere: 0 };
			return [device, start as { -readonly [Key in keyof ReadingDevice]: ReadingDevice[Key] }];
		}),
	);
	for (const vault of session.vaults.values()) {
		const acks = context ? await readAcks(vault.name, context) : [];
		const here = new Map(feedPositions(vault.file));
		for (const [device, readAt] of newestRead(vault.file)) {
			const reader = readers.get(device);
			if (reader) reader.readHereAt = Math.max(reader.readHereAt ?? 0, readAt);
		}
		for (const ack of acks) {
			const reader = readers.get(ack.device);
			if (!reader) continue;
			reader.saidAt = Math.max(reader.saidAt ?? 0, ack.at);
			if (reader.isThis) continue;
			reader.behind += unreadOwn(vault.file, session.device.id, ack);
			reader.behindHere += Math.max(0, (ack.feeds.get(ack.device)?.seq ?? 0) - (here.get(ack.device)?.seq ?? 0));
		}
	}
	return [...readers.values()];
}

function newestRead(file: SqliteFile): [DeviceId, number][] {
	const rows = file.prepare<[], { device: DeviceId; at: number }>('SELECT device, last_change_at AS at FROM feed').all();
	return rows.map(({ device, at }) => [device, at]);
}

/** A little more than it takes until another device sees a change. */
const GRACE_MS = 5 * 60 * 1000;

/** Own changes that had been there for a while when it said how far it is. */
function unreadOwn(file: SqliteFile, own: DeviceId, { at, feeds }: Ack): number {
	return file
		.prepare<[string, number], string>('SELECT hlc FROM change WHERE device = ? AND segment > ?')
		.pluck()
		.all(own, feeds.get(own)?.seq ?? 0)
		.filter((hlc) => timeOf(hlc as string) < at - GRACE_MS).length;
}
