import { z } from 'zod';
import { AccessKind } from '#shared/features/access-log/model.ts';
import { openSealed, type SealingKeys, sealTo, utf8 } from '../../vaults/crypto.ts';
import { activeMembers, type LedgerState } from '../../vaults/ledger-state.ts';

/**
 * What happened, sealed once for every member who administers at that moment (start keys are about to be
 * replaced, and somebody else knows them). Pure: nothing here reads or writes.
 * A sealed box does not prove who made it; which device wrote it is proved by that device's signature on its feed.
 */
export const EventContent = z.object({
	kind: AccessKind,
	/** Id; null when nobody knows who it was. */
	member: z.string().nullable(),
	count: z.int().nullable(),
	/** ms UTC by the device's clock: a failed sign-in is stored later than it happened. */
	at: z.number(),
});
export type EventContent = z.infer<typeof EventContent>;

/** All boxes are alike: their length tells neither what happened nor whether the typed name exists. */
const PLAIN_LENGTH = 128;

/** By administrator, base64. */
const Boxes = z.record(z.string(), z.string());

/** JSON, as the table keeps it. */
export function sealEvent(ledger: LedgerState, content: EventContent): string {
	const plain = utf8(JSON.stringify(content).padEnd(PLAIN_LENGTH));
	const administrators = activeMembers(ledger).filter(({ roles, start }) => roles.includes('administrator') && !start);
	const boxes = administrators.map(({ member, sealPublic }) => [member, base64(sealTo(sealPublic, plain))]);
	return JSON.stringify(Object.fromEntries(boxes));
}

/** Null when there is no box for this member, or none that these keys open and this version understands. */
export function openEvent(sealed: string, member: string, keys: SealingKeys): EventContent | null {
	try {
		const box = Boxes.parse(JSON.parse(sealed))[member];
		const plain = box === undefined ? null : openSealed(keys, new Uint8Array(Buffer.from(box, 'base64')));
		return plain && EventContent.parse(JSON.parse(new TextDecoder().decode(plain)));
	} catch {
		return null;
	}
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
