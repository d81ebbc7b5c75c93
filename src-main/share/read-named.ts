import { hash, toHex } from '../vaults/crypto.ts';
import type { SequenceFile } from './layout.ts';
import type { ShareTarget } from './target.ts';

/**
 * A file whose name tells its hash: `damaged` when it does not hold what its name says. A server may give half of a file
 * while it is busy: only what is wrong twice is taken for wrong. Null when it is not there.
 */
export async function readNamed(
	target: ShareTarget,
	folder: string,
	{ listed, hashStart }: SequenceFile,
): Promise<Uint8Array | 'damaged' | null> {
	for (let attempt = 0; ; attempt++) {
		const bytes = await target.read(`${folder}/${listed}`);
		if (bytes && toHex(hash(bytes)).startsWith(hashStart)) return bytes;
		if (attempt > 0) return bytes && 'damaged';
	}
}
