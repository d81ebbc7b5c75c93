import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { Vault } from '#shared/features/members/model.ts';
import type { Random } from '#shared/kernel/environment.ts';
import { DeviceId, MemberId, SiteId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { HLC_PATTERN } from '../records/hybrid-clock.ts';
import type { Change } from '../records/store.ts';
import { decrypt, encrypt, equalBytes } from '../vaults/crypto.ts';
import { decodeCbor, encodeCbor, readEnvelope, writeEnvelope } from '../vaults/envelope.ts';
import { isOfNewerVersion } from '../vaults/ledger-facts.ts';

/**
 * A segment: some changes of one device in one vault, encrypted under the vault's epoch key, signed by the device,
 * chained to the segment before. Pure: bytes in, changes or refusal out.
 */
export interface SegmentPlace {
	readonly site: SiteId;
	readonly vault: Vault;
	readonly device: DeviceId;
	readonly seq: number;
	readonly prev: Uint8Array;
}

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const SegmentHeader = z.strictObject({
	type: z.literal('segment'),
	v: z.literal(1),
	site: SiteId,
	vault: Vault,
	device: DeviceId,
	seq: z.int().min(1),
	prev: bytes,
	epoch: z.int().min(1),
});

const WireChange = z.tuple([
	z.string().regex(HLC_PATTERN),
	MemberId,
	z.string().max(60),
	z.string().max(60),
	z.enum(['m', 'a', 'e']),
	bytes,
]);
const Body = z.array(WireChange);
const LETTERS = { merge: 'm', append: 'a', erase: 'e' } as const;
const KINDS = { m: 'merge', a: 'append', e: 'erase' } as const;

/** Unpacked size a reader accepts: far above what a writer makes, far below what would hurt. */
const MAX_UNPACKED = 256 * 1024 * 1024;

export type SegmentRefusal = 'malformed' | 'newer' | 'misplaced' | 'chain_broken' | 'bad_signature' | 'no_key' | 'undecryptable';

export function writeSegment(
	place: SegmentPlace,
	changes: readonly Change[],
	epoch: { number: number; key: Uint8Array },
	signingKey: Uint8Array,
	random: Random,
): { bytes: Uint8Array; hash: Uint8Array } {
	const header = { type: 'segment', v: 1, ...place, epoch: epoch.number };
	const wire = changes.map(
		(change): z.infer<typeof WireChange> => [
			change.hlc,
			change.member,
			change.tableName,
			change.recordId,
			LETTERS[change.kind],
			change.payload,
		],
	);
	const packed = deflateRawSync(encodeCbor(wire));
	return writeEnvelope(header, (headerBytes) => encrypt(epoch.key, headerBytes, packed, random), signingKey);
}

/** Checks everything before believing anything: place, chain, signature, encryption, shape. */
export function readSegment(
	fileBytes: Uint8Array,
	place: SegmentPlace,
	devicePublic: Uint8Array,
	epochKey: (epoch: number) => Uint8Array | undefined,
): Result<{ changes: Change[]; hash: Uint8Array }, SegmentRefusal> {
	const envelope = readEnvelope(fileBytes);
	if (!envelope.ok) return err('malformed');
	const header = SegmentHeader.safeParse(envelope.value.header);
	if (!header.success) return err(isOfNewerVersion(envelope.value, devicePublic) ? 'newer' : 'malformed');
	const { site, vault, device, seq, prev, epoch } = header.data;
	if (!envelope.value.isSignedBy(devicePublic)) return err('bad_signature');
	if (site !== place.site || vault !== place.vault || device !== place.device || seq !== place.seq) return err('misplaced');
	if (!equalBytes(prev, place.prev)) return err('chain_broken');
	const key = epochKey(epoch);
	if (!key) return err('no_key');
	const packed = decrypt(key, envelope.value.headerBytes, envelope.value.body);
	if (!packed) return err('undecryptable');
	try {
		const wire = Body.parse(decodeCbor(inflateRawSync(packed, { maxOutputLength: MAX_UNPACKED })));
		const changes = wire.map(
			([hlc, member, tableName, recordId, kind, payload]): Change => ({
				device,
				hlc,
				member,
				tableName,
				recordId,
				kind: KINDS[kind],
				payload,
			}),
		);
		return ok({ changes, hash: envelope.value.hash });
	} catch {
		return err('malformed');
	}
}

/** Of a segment of our own. */
export function segmentEpoch(fileBytes: Uint8Array): number {
	const envelope = readEnvelope(new Uint8Array(fileBytes));
	return envelope.ok ? SegmentHeader.parse(envelope.value.header).epoch : 0;
}
