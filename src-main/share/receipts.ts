import { z } from 'zod';
import type { Clock } from '#shared/kernel/environment.ts';
import { DeviceId, KioskId, SiteId } from '#shared/kernel/ids.ts';
import type { SigningKeys } from '../vaults/crypto.ts';
import { readEnvelope, writeEnvelope } from '../vaults/envelope.ts';
import type { LedgerState } from '../vaults/ledger-state.ts';
import { inboxFolder, receiptName, receiptsOf } from './layout.ts';
import { readNamed } from './read-named.ts';
import type { ShareTarget } from './target.ts';

/**
 * How far an office PC has taken in a kiosk's sign-ins and has their records on the share: what lies there up to that
 * number may go. Whoever reads later starts behind it.
 */
export interface Receipt {
	/** Of the last sign-in that was taken in. */
	readonly seq: number;
	readonly hash: Uint8Array;
	/** By the clock of the office PC, ms UTC. */
	readonly at: number;
}

const Header = z.strictObject({
	type: z.literal('receipt'),
	v: z.literal(1),
	site: SiteId,
	kiosk: KioskId,
	seq: z.int().min(1),
	hash: z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length === 32),
	by: DeviceId,
	at: z.number(),
});

export async function writeReceipt(
	target: ShareTarget,
	{ site, kiosk, seq, hash }: { readonly site: SiteId; readonly kiosk: KioskId; readonly seq: number; readonly hash: Uint8Array },
	by: { readonly id: DeviceId; readonly keys: SigningKeys },
	clock: Clock,
): Promise<void> {
	const header = { type: 'receipt', v: 1, site, kiosk, seq, hash, by: by.id, at: clock.now() };
	const file = writeEnvelope(header, () => new Uint8Array(), by.keys.secretKey);
	await target.writeNew(`${inboxFolder(site, kiosk)}/${receiptName(seq, file.hash)}`, file.bytes);
}

/** The highest that verifies; null for none. What does not verify is given to `refuse` by its path and counts as not said. */
export async function readReceipt(
	target: ShareTarget,
	ledger: LedgerState,
	kiosk: KioskId,
	names: readonly string[],
	refuse: (path: string) => void,
): Promise<Receipt | null> {
	const folder = inboxFolder(ledger.site, kiosk);
	for (const file of receiptsOf(names)) {
		const bytes = await readNamed(target, folder, file);
		if (bytes === null) continue;
		const receipt = bytes === 'damaged' ? null : verified(bytes, ledger, kiosk);
		if (receipt?.seq === file.seq) return receipt;
		refuse(`${folder}/${file.listed}`);
	}
	return null;
}

function verified(bytes: Uint8Array, ledger: LedgerState, kiosk: KioskId): Receipt | null {
	const envelope = readEnvelope(bytes);
	const header = envelope.ok ? Header.safeParse(envelope.value.header).data : undefined;
	if (!envelope.ok || !header || header.site !== ledger.site || header.kiosk !== kiosk) return null;
	const device = ledger.devices.get(header.by);
	if (!device || device.approvedAt === null || device.removed || !envelope.value.isSignedBy(device.signPublic)) return null;
	return { seq: header.seq, hash: header.hash, at: header.at };
}
