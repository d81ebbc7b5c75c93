import type { RecoveryKit } from '#shared/features/site/model.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { hash, joinBytes, KEY_BYTES, utf8 } from './crypto.ts';

/**
 * The recovery kit (Notfallblatt): a 256-bit secret as 56 letters and digits in groups of four, the last four of them
 * check letters. Crockford's base 32: no I, L, O, U, so that nothing printed can be misread.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const QR_PREFIX = 'KONTOR-NOTFALL:';
const CODE_LENGTH = 52;
const CHECK_LENGTH = 4;

export function printKit(secret: Uint8Array): RecoveryKit {
	const code = toBase32(secret);
	const whole = code + checkOf(code);
	return { groups: whole.match(/.{4}/g) ?? [], qrText: QR_PREFIX + whole };
}

/** Accepts what people type: lower case, spaces, hyphens, O for 0, I and L for 1; and the QR text. */
export function parseKit(typed: string): Result<Uint8Array, 'typo'> {
	const text = typed.trim().toUpperCase();
	const letters = normalizeKitText(text.startsWith(QR_PREFIX) ? text.slice(QR_PREFIX.length) : text);
	const code = letters.slice(0, CODE_LENGTH);
	if (letters.length !== CODE_LENGTH + CHECK_LENGTH || checkOf(code) !== letters.slice(CODE_LENGTH)) return err('typo');
	const secret = fromBase32(code);
	return secret ? ok(secret) : err('typo');
}

export function normalizeKitText(typed: string): string {
	return typed
		.toUpperCase()
		.replace(/[\s–—-]/gu, '')
		.replace(/O/g, '0')
		.replace(/[IL]/g, '1');
}

function checkOf(code: string): string {
	return toBase32(hash(joinBytes(utf8('kontor-kit:'), utf8(code)))).slice(0, CHECK_LENGTH);
}

function toBase32(bytes: Uint8Array): string {
	let text = '';
	let bits = 0;
	let value = 0;
	for (const byte of bytes) {
		value = (value << 8) | byte;
		bits += 8;
		while (bits >= 5) {
			bits -= 5;
			text += ALPHABET[(value >> bits) & 31];
		}
		value &= (1 << bits) - 1;
	}
	return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text;
}

function fromBase32(text: string): Uint8Array | null {
	const bytes = new Uint8Array(KEY_BYTES);
	let at = 0;
	let bits = 0;
	let value = 0;
	for (const letter of text) {
		const digit = ALPHABET.indexOf(letter);
		if (digit < 0) return null;
		value = (value << 5) | digit;
		bits += 5;
		if (bits >= 8) {
			bits -= 8;
			bytes[at++] = (value >> bits) & 255;
			value &= (1 << bits) - 1;
		}
	}
	return at === KEY_BYTES && value === 0 ? bytes : null;
}
