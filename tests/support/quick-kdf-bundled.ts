import type { Plugin } from 'vite';

/** quick-kdf.ts for a program that is bundled: the same keys come from the same passphrases. */
export const QUICK_KDF: Plugin = {
	name: 'quick-kdf',
	transform(code, id) {
		if (!id.endsWith('/passphrase-key.ts')) return null;
		return code.replace('export function keyFromPassphrase', 'function realKeyFromPassphrase').concat(`
			import { createHash } from 'node:crypto';
			export async function keyFromPassphrase(passphrase, salt, { memoryMiB, passes }) {
				const text = \`\${memoryMiB} \${passes} \${passphrase.normalize('NFKC')} \`;
				return new Uint8Array(createHash('sha256').update(text).update(salt).digest());
			}`);
	},
};
