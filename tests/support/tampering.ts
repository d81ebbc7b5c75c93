import type { SeededRandom } from './seeded-random.ts';

/** One way of spoiling a file's bytes; always gives something different. */
export function tamper(original: Uint8Array, random: SeededRandom): { how: string; bytes: Uint8Array } {
	// A Buffer's slice shares its bytes; a copy must not.
	const bytes = Uint8Array.from(original);
	const at = random.below(bytes.length);
	switch (random.below(5)) {
		case 0:
			return { how: `cut to ${at}`, bytes: bytes.slice(0, at) };
		case 1:
			return { how: 'longer', bytes: Uint8Array.from([...bytes, random.below(256)]) };
		case 2: {
			const end = Math.min(bytes.length, at + 1 + random.below(64));
			const copy = bytes.slice();
			for (let n = at; n < end; n++) copy[n] = (copy[n] ?? 0) ^ (1 + random.below(255));
			return { how: `overwritten ${at}–${end}`, bytes: copy };
		}
		default: {
			const bit = random.below(8);
			const copy = bytes.slice();
			copy[at] = (copy[at] ?? 0) ^ (1 << bit);
			return { how: `bit ${bit} of byte ${at}`, bytes: copy };
		}
	}
}
