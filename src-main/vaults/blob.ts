import type { Vault } from '#shared/features/members/model.ts';
import type { Random } from '#shared/kernel/environment.ts';
import type { SiteId } from '#shared/kernel/ids.ts';
import { decrypt, encrypt, hashOfPieces, joinBytes, KEY_BYTES, toHex } from './crypto.ts';
import { encodeCbor } from './envelope.ts';

/**
 * A blob: the content of one document, encrypted in pieces under a key of its own, which stands in the document's record
 * and nowhere else. Its name is the hash of its ciphertext: whoever has the file can check it without any key, and the
 * name tells nothing about the content, because nonces and keys are random. Never changed once it is written.
 */
export interface BlobPlace {
	readonly site: SiteId;
	readonly vault: Vault;
	/** Of the content, in bytes. */
	readonly size: number;
}

const PIECE_BYTES = 1024 * 1024;
/** Commitment, nonce and tag of `encrypt`. */
const ADDED_BYTES = 32 + 24 + 16;
const BLOB_NAME = /^[0-9a-f]{64}$/;

export const isBlobName = (name: string): boolean => BLOB_NAME.test(name);
export const newBlobKey = (random: Random): Uint8Array => random.bytes(KEY_BYTES);
export const pieceCount = (size: number): number => Math.ceil(size / PIECE_BYTES);
export const blobBytes = (size: number): number => size + pieceCount(size) * ADDED_BYTES;

/** Where in the file a piece stands. */
export function pieceRange(size: number, at: number): { from: number; length: number } {
	return {
		from: at * (PIECE_BYTES + ADDED_BYTES),
		length: Math.min(PIECE_BYTES, size - at * PIECE_BYTES) + ADDED_BYTES,
	};
}

/** Lets others have their turn between the pieces. */
export async function sealBlob(
	place: BlobPlace,
	key: Uint8Array,
	content: Uint8Array,
	random: Random,
): Promise<{ name: string; bytes: Uint8Array }> {
	const pieces: Uint8Array[] = [];
	const name = hashOfPieces();
	for (let at = 0; at < pieceCount(place.size); at++) {
		const piece = encrypt(key, contextOf(place, at), content.subarray(at * PIECE_BYTES, (at + 1) * PIECE_BYTES), random);
		name.add(piece);
		pieces.push(piece);
		await othersTurn();
	}
	return { name: toHex(name.end()), bytes: joinBytes(...pieces) };
}

/** Null when it is not exactly this piece of exactly this blob. */
export function openPiece(place: BlobPlace, key: Uint8Array, at: number, box: Uint8Array): Uint8Array | null {
	return decrypt(key, contextOf(place, at), box);
}

/** Whether these bytes are what their name says. */
export const isBlobOf = async (name: string, bytes: Uint8Array): Promise<boolean> => toHex(await patientHash(bytes)) === name;

/** `hash` of megabytes: others have their turn in between. */
export async function patientHash(bytes: Uint8Array, key?: Uint8Array): Promise<Uint8Array> {
	const found = hashOfPieces(key);
	for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
		found.add(bytes.subarray(from, from + PIECE_BYTES));
		await othersTurn();
	}
	return found.end();
}

/** Which piece, of how many, of how much: none can be left out, moved or taken from another blob. */
const contextOf = ({ site, vault, size }: BlobPlace, at: number): Uint8Array =>
	encodeCbor(['blob', site, vault, at, pieceCount(size), size]);

const othersTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
