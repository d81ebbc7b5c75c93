import type { RecoveryKit } from '#shared/features/site/model.ts';
import { fromBase32, tidyBase32, toBase32 } from '#shared/kernel/base32.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { hash, joinBytes, KEY_BYTES, utf8 } from './crypto.ts';

/**
 * The recovery kit (Notfallblatt): a 256-bit secret as 56 letters and digits in groups of four, the last four of them
 * check letters.
 */
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
	const letters = tidyBase32(text.startsWith(QR_PREFIX) ? text.slice(QR_PREFIX.length) : text);
	const code = letters.slice(0, CODE_LENGTH);
	if (letters.length !== CODE_LENGTH + CHECK_LENGTH || checkOf(code) !== letters.slice(CODE_LENGTH)) return err('typo');
	const secret = fromBase32(code, KEY_BYTES);
	return secret ? ok(secret) : err('typo');
}

function checkOf(code: string): string {
	return toBase32(hash(joinBytes(utf8('kontor-kit:'), utf8(code)))).slice(0, CHECK_LENGTH);
}
