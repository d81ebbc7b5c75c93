import { z } from 'zod';
import { AgeBand, KioskLanguage, KioskSessionKey, KioskSex, KioskVisitor } from '#shared/features/kiosk/model.ts';
import { KioskId, SiteId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { equalBytes, hash, openSealed, type SealingKeys, sealTo, wipe } from '../vaults/crypto.ts';
import { decodeCbor, type Envelope, encodeCbor, readEnvelope, writeEnvelope } from '../vaults/envelope.ts';
import { isOfNewerVersion } from '../vaults/ledger-facts.ts';

/**
 * One sign-in or sign-out of a kiosk as a file: sealed to the workshop's inbox, signed by the kiosk and chained to the
 * one before. All of them are of one length. Pure: bytes in, bytes or refusal out.
 */
export const Said = z.strictObject({
	direction: z.enum(['in', 'out']),
	session: KioskSessionKey.nullable(),
	visitor: KioskVisitor,
	language: KioskLanguage,
	ageBand: AgeBand.nullable(),
	sex: KioskSex.nullable(),
});
export type Said = z.infer<typeof Said>;

const bytes = (length: number) =>
	z.custom<Uint8Array>((value) => value instanceof Uint8Array && (length === 0 || value.length === length));
const SignInHeader = z.strictObject({
	type: z.literal('sign_in'),
	v: z.literal(1),
	site: SiteId,
	kiosk: KioskId,
	seq: z.int().min(1),
	/** Hash of the file before; 32 zero bytes in the first. */
	prev: bytes(32),
	/** By the kiosk's clock, ms UTC. */
	at: z.number(),
	/** The newest moment that an office PC has signed and this kiosk has heard of; 0 for none. */
	heard: z.number(),
	/** Of the inbox it is sealed to. */
	epoch: z.int().min(1),
	/** Made by the page that said it, so that saying it again writes it once. */
	entry: z.uuid(),
});
export type SignInHeader = z.infer<typeof SignInHeader>;
export type SignInPlace = Pick<SignInHeader, 'site' | 'kiosk' | 'seq' | 'prev'>;

/** Hash of the header, length, content and zeros: longer than the longest content. */
const PLAIN_BYTES = 896;
const PREFIX_BYTES = 32 + 2;

export function writeSignIn(
	head: Omit<SignInHeader, 'type' | 'v' | 'epoch'>,
	inbox: { readonly epoch: number; readonly sealPublic: Uint8Array },
	said: Said,
	signingKey: Uint8Array,
): { bytes: Uint8Array; hash: Uint8Array } {
	const header: SignInHeader = { type: 'sign_in', v: 1, ...head, epoch: inbox.epoch };
	return writeEnvelope(header, (headerBytes) => sealed(inbox.sealPublic, headerBytes, said), signingKey);
}

function sealed(sealPublic: Uint8Array, headerBytes: Uint8Array, said: Said): Uint8Array {
	const content = encodeCbor(said);
	if (content.length > PLAIN_BYTES - PREFIX_BYTES) throw new Error('a sign-in is longer than any can be');
	const plain = new Uint8Array(PLAIN_BYTES);
	plain.set(hash(headerBytes));
	new DataView(plain.buffer).setUint16(32, content.length);
	plain.set(content, PREFIX_BYTES);
	const box = sealTo(sealPublic, plain);
	wipe(content, plain);
	return box;
}

export type SignInRefusal = 'malformed' | 'newer' | 'misplaced' | 'chain_broken' | 'bad_signature';

export interface VerifiedSignIn {
	readonly header: SignInHeader;
	readonly envelope: Envelope;
}

/**
 * Everything that can be known without the inbox's secret key. `chained`: the signature is left out, because that of a
 * later file vouches for this one by its hash; the caller sees to that.
 */
export function readSignIn(
	fileBytes: Uint8Array,
	place: SignInPlace,
	kioskPublic: Uint8Array,
	how: 'signed' | 'chained' = 'signed',
): Result<VerifiedSignIn, SignInRefusal> {
	const read = readEnvelope(fileBytes);
	if (!read.ok) return err('malformed');
	const envelope = read.value;
	const header = SignInHeader.safeParse(envelope.header);
	if (!header.success) return err(isOfNewerVersion(envelope, kioskPublic) ? 'newer' : 'malformed');
	const { site, kiosk, seq, prev } = header.data;
	if (how === 'signed' && !envelope.isSignedBy(kioskPublic)) return err('bad_signature');
	if (site !== place.site || kiosk !== place.kiosk || seq !== place.seq) return err('misplaced');
	if (!equalBytes(prev, place.prev)) return err('chain_broken');
	return ok({ header: header.data, envelope });
}

/** Null when it was not sealed to these keys, was sealed for another place, or says nothing that can be understood. */
export function openSignIn({ envelope }: VerifiedSignIn, inbox: SealingKeys): Said | null {
	const plain = openSealed(inbox, envelope.body);
	if (!plain) return null;
	try {
		if (plain.length !== PLAIN_BYTES || !equalBytes(plain.subarray(0, 32), hash(envelope.headerBytes))) return null;
		const length = new DataView(plain.buffer, plain.byteOffset).getUint16(32);
		return Said.parse(decodeCbor(plain.subarray(PREFIX_BYTES, PREFIX_BYTES + length)));
	} catch {
		return null;
	} finally {
		wipe(plain);
	}
}

/** Of a file of our own. */
export function signInHead(fileBytes: Uint8Array): { seq: number; entry: string; hash: Uint8Array } | null {
	const read = readEnvelope(fileBytes);
	const header = read.ok ? SignInHeader.safeParse(read.value.header).data : undefined;
	return read.ok && header ? { seq: header.seq, entry: header.entry, hash: read.value.hash } : null;
}

export const NOTHING_BEFORE = { seq: 0, hash: new Uint8Array(32) };
