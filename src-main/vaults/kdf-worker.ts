import { parentPort, workerData } from 'node:worker_threads';
import sodium from 'libsodium-wrappers-sumo';
import type { KdfCost } from './passphrase-key.ts';

/** Body of the worker thread behind `keyFromPassphrase`. */
const { passphrase, salt, cost } = workerData as { passphrase: string; salt: Uint8Array; cost: KdfCost };
await sodium.ready;
const key = sodium.crypto_pwhash(
	32,
	passphrase,
	salt,
	cost.passes,
	cost.memoryMiB * 1024 * 1024,
	sodium.crypto_pwhash_ALG_ARGON2ID13,
);
parentPort?.postMessage(key);
