import { createDecipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';

const PAGE = 4096;
/** At the end of each page: 16 bytes of IV, 64 of HMAC. */
const RESERVED = 80;

/** Every byte of a SQLCipher 4 file, decrypted page by page without SQLite: also what no table refers to any more. */
export function plainPages(path: string, fileKey: Uint8Array): Buffer {
	const file = readFileSync(path);
	const pages: Buffer[] = [];
	for (let at = 0; at < file.length; at += PAGE) {
		const page = file.subarray(at, at + PAGE);
		const iv = page.subarray(PAGE - RESERVED, PAGE - RESERVED + 16);
		const decipher = createDecipheriv('aes-256-cbc', fileKey.subarray(0, 32), iv).setAutoPadding(false);
		// The first one starts with the salt.
		pages.push(decipher.update(page.subarray(at === 0 ? 16 : 0, PAGE - RESERVED)), decipher.final());
	}
	return Buffer.concat(pages);
}
