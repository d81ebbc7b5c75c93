import { join } from 'node:path';
import { bundle } from '#tests/support/bundle.ts';
import { QUICK_KDF } from '#tests/support/quick-kdf-bundled.ts';

/**
 * Before all specs: the browser host as one program, because every spec starts it, and from its sources each start takes
 * two seconds longer; with the quick derivation, because every spec signs in. `built-backend.spec.ts` has the real one.
 */
export default async function bundleHost(): Promise<() => void> {
	const { path, remove } = await bundle(join(import.meta.dirname, '../../src-main/hosts/browser/main.ts'), [QUICK_KDF]);
	process.env.KONTOR_E2E_HOST = path;
	return remove;
}
