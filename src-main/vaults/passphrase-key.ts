import { Worker } from 'node:worker_threads';

/**
 * Turns a passphrase into a key with Argon2id. It runs in a worker thread that ends afterwards: the screen never waits
 * for it, and the hundreds of megabytes it needs are given back.
 */
export interface KdfCost {
	readonly memoryMiB: number;
	readonly passes: number;
}

/** What new passphrases get. */
export const DEFAULT_COST: KdfCost = { memoryMiB: 256, passes: 3 };
/** Anything weaker in a file is a downgrade attack, anything stronger than the ceiling an attempt to hang the PC. */
export const FLOOR_COST: KdfCost = { memoryMiB: 64, passes: 3 };
const CEILING_COST: KdfCost = { memoryMiB: 1024, passes: 10 };

export const SALT_BYTES = 16;

export function isAcceptableCost(cost: KdfCost): boolean {
	return (
		cost.memoryMiB >= FLOOR_COST.memoryMiB &&
		cost.passes >= FLOOR_COST.passes &&
		cost.memoryMiB <= CEILING_COST.memoryMiB &&
		cost.passes <= CEILING_COST.passes
	);
}

/** 32-byte key. The passphrase is compared as NFKC, so that the same letters from another keyboard are the same. */
export function keyFromPassphrase(passphrase: string, salt: Uint8Array, cost: KdfCost): Promise<Uint8Array> {
	const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
	const worker = new Worker(new URL(`./kdf-worker.${extension}`, import.meta.url), {
		workerData: { passphrase: passphrase.normalize('NFKC'), salt, cost },
	});
	return new Promise((resolve, reject) => {
		worker.once('message', (key: Uint8Array) => {
			resolve(key);
			void worker.terminate();
		});
		worker.once('error', reject);
	});
}
