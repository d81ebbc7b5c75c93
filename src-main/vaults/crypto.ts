import sodium from 'libsodium-wrappers-sumo';
import type { Random } from '#shared/kernel/environment.ts';

/**
 * The cryptographic primitives of Kontor, all from libsodium (design 3). Nothing here knows what it protects; callers
 * pass keys as Uint8Array so that they can be zeroed. Call `await cryptoReady` once before anything else.
 */
export const cryptoReady: Promise<void> = sodium.ready;

export interface SigningKeys {
	readonly publicKey: Uint8Array;
	readonly secretKey: Uint8Array;
}
export interface SealingKeys {
	readonly publicKey: Uint8Array;
	readonly secretKey: Uint8Array;
}

const COMMITMENT_BYTES = 32;
const NONCE_BYTES = 24;
export const SIGNATURE_BYTES = 64;
export const KEY_BYTES = 32;

/** BLAKE2b-256, optionally keyed. */
export function hash(data: Uint8Array, key?: Uint8Array): Uint8Array {
	return sodium.crypto_generichash(32, data, key ?? null);
}

/** The same hash over what comes in pieces, in their order. */
export function hashOfPieces(key?: Uint8Array): { add(piece: Uint8Array): void; end(): Uint8Array } {
	const state = sodium.crypto_generichash_init(key ?? null, 32);
	return {
		add: (piece) => sodium.crypto_generichash_update(state, piece),
		end: () => sodium.crypto_generichash_final(state, 32),
	};
}

/** Independent 32-byte keys from one key; `purpose` is exactly 8 ASCII characters. */
export function deriveKey(key: Uint8Array, purpose: string): Uint8Array {
	return sodium.crypto_kdf_derive_from_key(32, 1, purpose, key);
}

export function signingKeysFrom(seed: Uint8Array): SigningKeys {
	const pair = sodium.crypto_sign_seed_keypair(seed);
	return { publicKey: pair.publicKey, secretKey: pair.privateKey };
}

/** The 32 bytes these keys were made from; the caller wipes them. */
export function seedOf(keys: SigningKeys): Uint8Array {
	return sodium.crypto_sign_ed25519_sk_to_seed(keys.secretKey);
}

export function sealingKeysFrom(seed: Uint8Array): SealingKeys {
	const pair = sodium.crypto_box_seed_keypair(seed);
	return { publicKey: pair.publicKey, secretKey: pair.privateKey };
}

export function sign(message: Uint8Array, secretKey: Uint8Array): Uint8Array {
	return sodium.crypto_sign_detached(message, secretKey);
}

export function isSignedBy(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
	if (signature.length !== SIGNATURE_BYTES || publicKey.length !== 32) return false;
	return sodium.crypto_sign_verify_detached(signature, message, publicKey);
}

/** Anyone can seal to a public key; only its secret key opens. Does not prove who sealed: sign what contains it. */
export function sealTo(publicKey: Uint8Array, plaintext: Uint8Array): Uint8Array {
	return sodium.crypto_box_seal(plaintext, publicKey);
}

/** A few public keys are of no use to anybody, and sealing to them fails. */
export function canSealTo(publicKey: Uint8Array): boolean {
	try {
		sealTo(publicKey, new Uint8Array());
		return true;
	} catch {
		return false;
	}
}

/** Null when it was not sealed to these keys, or was changed. */
export function openSealed(keys: SealingKeys, sealed: Uint8Array): Uint8Array | null {
	try {
		return sodium.crypto_box_seal_open(sealed, keys.publicKey, keys.secretKey);
	} catch {
		return null;
	}
}

/**
 * XChaCha20-Poly1305 with a keyed-BLAKE2b commitment to the key, so that one ciphertext opens under one key only.
 * Gives commitment ‖ nonce ‖ ciphertext; `context` is authenticated but not contained.
 */
export function encrypt(key: Uint8Array, context: Uint8Array, plaintext: Uint8Array, random: Random): Uint8Array {
	const nonce = random.bytes(NONCE_BYTES);
	const commitment = commitTo(key, nonce, context);
	const cipherKey = deriveKey(key, 'kontorEn');
	const ciphertext = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
		plaintext,
		joinBytes(context, commitment),
		null,
		nonce,
		cipherKey,
	);
	sodium.memzero(cipherKey);
	return joinBytes(commitment, nonce, ciphertext);
}

/** Null when key, context or any byte is not the one it was encrypted with. */
export function decrypt(key: Uint8Array, context: Uint8Array, box: Uint8Array): Uint8Array | null {
	if (box.length < COMMITMENT_BYTES + NONCE_BYTES + 16) return null;
	const commitment = box.subarray(0, COMMITMENT_BYTES);
	const nonce = box.subarray(COMMITMENT_BYTES, COMMITMENT_BYTES + NONCE_BYTES);
	if (!sodium.memcmp(commitment, commitTo(key, nonce, context))) return null;
	const cipherKey = deriveKey(key, 'kontorEn');
	try {
		return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
			null,
			box.subarray(COMMITMENT_BYTES + NONCE_BYTES),
			joinBytes(context, commitment),
			nonce,
			cipherKey,
		);
	} catch {
		return null;
	} finally {
		sodium.memzero(cipherKey);
	}
}

function commitTo(key: Uint8Array, nonce: Uint8Array, context: Uint8Array): Uint8Array {
	const commitKey = deriveKey(key, 'kontorCm');
	const commitment = hash(joinBytes(nonce, hash(context)), commitKey);
	sodium.memzero(commitKey);
	return commitment;
}

export function joinBytes(...parts: Uint8Array[]): Uint8Array {
	const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		joined.set(part, at);
		at += part.length;
	}
	return joined;
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && sodium.memcmp(a, b);
}

/** Overwrites keys with zeros; call when a key has had its use. */
export function wipe(...secrets: Uint8Array[]): void {
	for (const secret of secrets) sodium.memzero(secret);
}

export const toHex = (bytes: Uint8Array): string => sodium.to_hex(bytes);
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
