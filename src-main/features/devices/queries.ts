import { eq, max } from 'drizzle-orm';
import type { Vault } from '#shared/features/members/model.ts';
import type { DeviceId } from '#shared/kernel/ids.ts';
import type { Reader } from '../../database/handles.ts';
import { timeOf } from '../../records/hybrid-clock.ts';
import { change } from '../../records/tables.ts';
import { deviceStatus } from './tables.ts';

export interface StatusRow {
	readonly seenAt: number;
	readonly appVersion: string;
	readonly vaults: readonly Vault[];
}

/** What the device last said of itself. */
export function readStatus(db: Reader, device: DeviceId): StatusRow | undefined {
	const { seenAt, appVersion, vaults } = deviceStatus;
	const row = db.select({ seenAt, appVersion, vaults }).from(deviceStatus).where(eq(deviceStatus.id, device)).get();
	return row && { ...row, vaults: row.vaults as Vault[] };
}

/** Its newest change that is known here, ms UTC. */
export function newestChange(db: Reader, device: DeviceId): number | null {
	const row = db
		.select({ hlc: max(change.hlc) })
		.from(change)
		.where(eq(change.device, device))
		.get();
	return row?.hlc ? timeOf(row.hlc) : null;
}
