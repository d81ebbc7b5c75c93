import { z } from 'zod';
import { Vault } from '#shared/features/members/model.ts';
import { mergeKind } from '../../records/kind.ts';
import { deviceStatus } from './tables.ts';

/** There is one for each device, under the device's id, written by the device itself. */
export const deviceStatusKind = mergeKind({
	vault: 'office',
	table: deviceStatus,
	fields: z.object({ seenAt: z.number(), appVersion: z.string().max(40), vaults: z.array(Vault) }),
	empty: { seenAt: 0, appVersion: '', vaults: [] },
	texts: [],
	unasked: 'all',
});
