/** Rows are fetched in chunks of this many, so that scrolling back and forth finds them in the cache. */
export const CHUNK = 100;

/** Offsets of the chunks that hold the rows `first` to `last` (both included). */
export function chunkOffsets(first: number, last: number): number[] {
	const offsets: number[] = [];
	for (let offset = Math.floor(first / CHUNK) * CHUNK; offset <= last; offset += CHUNK) offsets.push(offset);
	return offsets;
}
