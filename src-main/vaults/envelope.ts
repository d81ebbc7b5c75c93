import { decode, encode, rfc8949EncodeOptions } from 'cborg';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { hash, isSignedBy, joinBytes, SIGNATURE_BYTES, sign, utf8 } from './crypto.ts';

/**
 * The one file format for everything signed: ledger entries, segments, snapshot manifests.
 *
 *   "KONTOR1\n" ‖ header length (u32, big endian) ‖ header (CBOR, RFC 8949 deterministic) ‖ body ‖ Ed25519 signature
 *
 * The signature covers every byte before it. The hash of the whole file names it and chains it to its successor.
 */
const MAGIC = utf8('KONTOR1\n');
/** A ledger entry for a new member carries the keys of all epochs there have been: some 250 bytes for each. */
const MAX_HEADER = 1024 * 1024;

export interface Envelope {
	readonly header: unknown;
	/** The header as it stands in the file: the context that an encrypted body is bound to. */
	readonly headerBytes: Uint8Array;
	readonly body: Uint8Array;
	readonly hash: Uint8Array;
	isSignedBy(publicKey: Uint8Array): boolean;
}

export function encodeCbor(value: unknown): Uint8Array {
	return encode(value, rfc8949EncodeOptions);
}

/** Throws on anything that is not exactly one well-formed, duplicate-free CBOR item. */
export function decodeCbor(bytes: Uint8Array): unknown {
	return decode(bytes, { strict: true, allowIndefinite: false, rejectDuplicateMapKeys: true });
}

/** `body` may depend on the header's bytes, because encryption binds the two together. */
export function writeEnvelope(
	header: Record<string, unknown>,
	body: (headerBytes: Uint8Array) => Uint8Array,
	signingKey: Uint8Array,
): { bytes: Uint8Array; hash: Uint8Array } {
	const headerBytes = encodeCbor(header);
	const length = new Uint8Array(4);
	new DataView(length.buffer).setUint32(0, headerBytes.length);
	const signed = joinBytes(MAGIC, length, headerBytes, body(headerBytes));
	const bytes = joinBytes(signed, sign(signed, signingKey));
	return { bytes, hash: hash(bytes) };
}

/** Takes a file apart without believing it: check `isSignedBy` and the header before using the body. */
export function readEnvelope(bytes: Uint8Array): Result<Envelope, 'malformed'> {
	const start = MAGIC.length + 4;
	if (bytes.length < start + SIGNATURE_BYTES || !MAGIC.every((byte, at) => bytes[at] === byte)) return err('malformed');
	const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length);
	if (length > MAX_HEADER || start + length + SIGNATURE_BYTES > bytes.length) return err('malformed');
	const headerBytes = bytes.subarray(start, start + length);
	let header: unknown;
	try {
		header = decodeCbor(headerBytes);
	} catch {
		return err('malformed');
	}
	const signed = bytes.subarray(0, bytes.length - SIGNATURE_BYTES);
	const signature = bytes.subarray(bytes.length - SIGNATURE_BYTES);
	return ok({
		header,
		headerBytes,
		body: bytes.subarray(start + length, bytes.length - SIGNATURE_BYTES),
		hash: hash(bytes),
		isSignedBy: (publicKey) => isSignedBy(signature, signed, publicKey),
	});
}
