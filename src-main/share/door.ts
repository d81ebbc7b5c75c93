import { z } from 'zod';
import { KioskDay } from '#shared/features/kiosk/model.ts';
import { DeviceId, SiteId } from '#shared/kernel/ids.ts';
import type { SigningKeys } from '../vaults/crypto.ts';
import { readEnvelope, writeEnvelope } from '../vaults/envelope.ts';
import type { LedgerState } from '../vaults/ledger-state.ts';
import { doorFolder, sequenceName, sequencesOf } from './layout.ts';
import { readNamed } from './read-named.ts';
import { type ShareTarget, TEMPORARY } from './target.ts';

/** What hangs on the door (design 3): the public sessions of today and the week from then on, in clear, signed by an office PC. */
const Header = z.strictObject({
	type: z.literal('door'),
	v: z.literal(1),
	site: SiteId,
	by: DeviceId,
	/** ms UTC. */
	at: z.number(),
	days: z.array(KioskDay).max(8),
	/** Weeks until names of sign-ins are gone. */
	keptWeeks: z.int().min(1),
	/** Who answers for the data. */
	organisation: z.string().max(500),
});
export interface Door extends Pick<z.infer<typeof Header>, 'at' | 'days' | 'keptWeeks' | 'organisation'> {}

export function writeDoor(
	site: SiteId,
	door: Door,
	by: { readonly id: DeviceId; readonly keys: SigningKeys },
): { bytes: Uint8Array; hash: Uint8Array } {
	return writeEnvelope({ type: 'door', v: 1, site, by: by.id, ...door }, () => new Uint8Array(), by.keys.secretKey);
}

/** Null unless a device that counts has signed it. */
export function readDoor(bytes: Uint8Array, ledger: LedgerState): Door | null {
	const envelope = readEnvelope(bytes);
	const header = envelope.ok ? Header.safeParse(envelope.value.header).data : undefined;
	if (!envelope.ok || !header || header.site !== ledger.site) return null;
	const device = ledger.devices.get(header.by);
	if (!device || device.approvedAt === null || device.removed || !envelope.value.isSignedBy(device.signPublic)) return null;
	const { at, days, keptWeeks, organisation } = header;
	return { at, days, keptWeeks, organisation };
}

/** The newest on the share, with its bytes; null for none. Files of one number are compared by their time. */
export async function doorOnShare(
	target: ShareTarget,
	ledger: LedgerState,
	known: ReadonlySet<string> = new Set(),
): Promise<{ door: Door; bytes: Uint8Array; name: string } | 'known' | null> {
	const folder = doorFolder(ledger.site);
	const files = [...sequencesOf(await target.list(folder)).values()].flat().sort((a, b) => b.seq - a.seq);
	const found: { door: Door; bytes: Uint8Array; name: string; seq: number }[] = [];
	for (const file of files) {
		if (found[0] && file.seq < found[0].seq) break;
		if (known.has(file.listed)) return 'known';
		const bytes = await readNamed(target, folder, file);
		const door = bytes && bytes !== 'damaged' ? readDoor(bytes, ledger) : null;
		if (door && bytes && bytes !== 'damaged') found.push({ door, bytes, name: file.listed, seq: file.seq });
	}
	return found.sort((a, b) => b.door.at - a.door.at)[0] ?? null;
}

/** Hangs it up in place of the ones before. */
export async function hangDoor(
	target: ShareTarget,
	site: SiteId,
	file: { bytes: Uint8Array; hash: Uint8Array },
): Promise<string> {
	const folder = doorFolder(site);
	const names = await target.list(folder);
	const before = [...sequencesOf(names).values()].flat();
	const name = sequenceName(Math.max(0, ...before.map(({ seq }) => seq)) + 1, file.hash);
	await target.writeNew(`${folder}/${name}`, file.bytes);
	for (const { listed } of before) if (!listed.startsWith(TEMPORARY)) await target.remove(`${folder}/${listed}`);
	return name;
}
