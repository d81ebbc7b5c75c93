import { setImmediate as breathe } from 'node:timers/promises';
import type { Change } from '../records/store.ts';
import type { OpenVault } from '../vaults/open-vault.ts';

/** One commit each: nobody waits long for it. */
const CHANGES_PER_COMMIT = 400;
/** Less than 4,000 pages of log: sooner than SQLite would fold them in by itself, in the middle of a commit. */
const CHANGES_PER_FOLD = 1200;

/**
 * Changes of other devices, those of one record together; the order does not matter to them. `alongside` goes with the
 * last: when it is cut off, known ones are passed over the next time.
 */
export async function applyInSlices(
	vault: OpenVault,
	changes: readonly Change[],
	alongside: () => void,
	onSlice: (count: number) => void,
): Promise<void> {
	const slices = slicesOf(changes);
	const last = slices.pop() ?? [];
	// They were read and decrypted just now.
	await breathe();
	let unfolded = 0;
	const after = async (count: number) => {
		onSlice(count);
		await breathe();
		unfolded += count;
		if (unfolded < CHANGES_PER_FOLD || !vault.file.open) return;
		vault.fold();
		unfolded = 0;
		await breathe();
	};
	for (const slice of slices) {
		vault.store.applyRemote(slice, () => {});
		await after(slice.length);
	}
	vault.store.applyRemote(last, alongside);
	await after(last.length);
}

function slicesOf(changes: readonly Change[]): Change[][] {
	if (changes.length <= CHANGES_PER_COMMIT) return [[...changes]];
	const slices: Change[][] = [];
	for (const group of Map.groupBy(changes, ({ tableName, recordId }) => `${tableName} ${recordId}`).values()) {
		const slice = slices.at(-1);
		if (slice && slice.length + group.length <= CHANGES_PER_COMMIT) slice.push(...group);
		else slices.push(group);
	}
	return slices;
}
