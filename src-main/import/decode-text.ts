import type { Encoding } from '#shared/import-model.ts';

/** How many bytes are looked at to tell text from binary and to find an encoding without a mark. */
const PROBE_BYTES = 8192;
/** Files an office may pick by mistake; each would otherwise pass as a strange Windows-1252 text. */
const SIGNATURES = [
	[0x50, 0x4b, 0x03, 0x04], // zip: xlsx, ods, docx
	[0xd0, 0xcf, 0x11, 0xe0], // xls, doc
	[0x25, 0x50, 0x44, 0x46], // pdf
	[0x89, 0x50, 0x4e, 0x47], // png
	[0xff, 0xd8, 0xff], // jpeg
	[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], // SQLite
];
const CONTROL_CHARACTERS = /[\p{Cc}\uFFFE\uFFFF]/u;

/**
 * Bytes of a text file as text without byte order mark, or null when they are no text. A mark decides; without one
 * UTF-16 shows by its zero bytes, valid UTF-8 is believed (other encodings hardly ever pass for it by chance), and
 * everything else is Windows-1252, what German Excel writes as "CSV". `wanted` overrides the guess, not the check.
 */
export function decodeText(bytes: Uint8Array, wanted: Encoding | null): { encoding: Encoding; text: string } | null {
	if (SIGNATURES.some((signature) => signature.every((byte, index) => bytes[index] === byte))) return null;
	if (wanted !== null) return checked(wanted, decodeAs(bytes, wanted));
	const guess = markOf(bytes) ?? utf16WithoutMark(bytes);
	if (guess !== null) return checked(guess, decodeAs(bytes, guess));
	try {
		return checked('utf-8', new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return checked('windows-1252', decodeAs(bytes, 'windows-1252'));
	}
}

/** 0x80 to 0x9F of Windows-1252; the rest is Latin-1. Unassigned codes stay control characters, as the standard says. */
const WINDOWS_LETTERS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
	// Several Node versions decode "windows-1252" as plain Latin-1 (nodejs/node#56542), so it is done here.
	if (encoding === 'windows-1252') {
		const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
		return latin1.replace(/[\x80-\x9f]/gu, (letter) => WINDOWS_LETTERS.charAt(letter.charCodeAt(0) - 0x80));
	}
	return new TextDecoder(encoding).decode(bytes);
}

/** A NUL or a stray control character never stands in an office's list. */
function checked(encoding: Encoding, text: string): { encoding: Encoding; text: string } | null {
	if (text.includes('\0')) return null;
	const probe = text.slice(0, PROBE_BYTES);
	let strange = 0;
	for (const letter of probe) if (CONTROL_CHARACTERS.test(letter) && !'\t\r\n\f\v'.includes(letter)) strange++;
	return strange > probe.length / 50 ? null : { encoding, text };
}

function markOf(bytes: Uint8Array): Encoding | null {
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	return null;
}

/** Separators, digits and most letters of a list are below U+0100, so one byte of each pair is zero. */
function utf16WithoutMark(bytes: Uint8Array): Encoding | null {
	const length = Math.min(bytes.length, PROBE_BYTES) & ~1;
	let even = 0;
	let odd = 0;
	for (let index = 0; index < length; index += 2) {
		if (bytes[index] === 0) even++;
		if (bytes[index + 1] === 0) odd++;
	}
	const pairs = length / 2;
	if (odd > pairs / 2 && even < pairs / 20) return 'utf-16le';
	if (even > pairs / 2 && odd < pairs / 20) return 'utf-16be';
	return null;
}
