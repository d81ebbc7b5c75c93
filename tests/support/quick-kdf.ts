import { createHash } from 'node:crypto';
import { vi } from 'vitest';
import type * as passphraseKey from '#main/vaults/passphrase-key.ts';

/**
 * People sign in thousands of times in the integration tests, and the real derivation is made to take long. Here it is a
 * hash of the same things. The real one runs in the unit tests, in most child processes and in the bundles that are shipped.
 */
vi.mock('#main/vaults/passphrase-key.ts', async (importOriginal) => ({
	...(await importOriginal<typeof passphraseKey>()),
	keyFromPassphrase: async (...[passphrase, salt, { memoryMiB, passes }]: Parameters<typeof passphraseKey.keyFromPassphrase>) =>
		new Uint8Array(
			createHash('sha256')
				.update(`${memoryMiB} ${passes} ${passphrase.normalize('NFKC')} `)
				.update(salt)
				.digest(),
		),
}));
