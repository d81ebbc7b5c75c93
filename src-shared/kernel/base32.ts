/**
 * Crockford's base 32, for what people read aloud, compare and type: no I, L, O or U, so that nothing printed can be
 * misread. Five bits a letter, the last one filled up with zeros.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export function toBase32(bytes: Uint8Array): string {
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

/** Null when it is not the text of exactly so many bytes. */
export function fromBase32(text: string, length: number): Uint8Array | null {
	const bytes = new Uint8Array(length);
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
	return at === length && value === 0 ? bytes : null;
}

/** What people type becomes what was printed: lower case, spaces, hyphens, O for 0, I and L for 1. */
export function tidyBase32(typed: string): string {
	return typed
		.toUpperCase()
		.replace(/[\s–—-]/gu, '')
		.replace(/O/g, '0')
		.replace(/[IL]/g, '1');
}
