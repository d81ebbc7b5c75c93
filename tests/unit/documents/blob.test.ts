import { beforeAll, expect, it } from 'vitest';
import { blobBytes, isBlobOf, newBlobKey, openPiece, pieceCount, pieceRange, sealBlob } from '#main/vaults/blob.ts';
import { cryptoReady } from '#main/vaults/crypto.ts';
import type { SiteId } from '#shared/kernel/ids.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';

const MIB = 1024 * 1024;
const place = (size: number) => ({ site: '01890000-0000-7000-8000-000000000000' as SiteId, vault: 'counselling', size }) as const;
const random = seededRandom(3);
const key = newBlobKey(random);
const piece = (bytes: Uint8Array, size: number, at: number) => {
	const { from, length } = pieceRange(size, at);
	return bytes.subarray(from, from + length);
};
beforeAll(() => cryptoReady);

it.each([1, 1000, MIB - 1, MIB, MIB + 1, 2 * MIB + 5])('gives back %i bytes, piece by piece', async (size) => {
	const content = random.bytes(size);
	const { name, bytes } = await sealBlob(place(size), key, content, random);
	expect(bytes.length).toBe(blobBytes(size));
	expect(await isBlobOf(name, bytes)).toBe(true);
	const parts = Array.from({ length: pieceCount(size) }, (_, at) => openPiece(place(size), key, at, piece(bytes, size, at)));
	expect(Buffer.concat(parts.map((part) => part ?? new Uint8Array())).equals(content)).toBe(true);
});

it('opens no piece that is changed, moved, cut off or of another blob, key, size or vault', async () => {
	const size = 2 * MIB + 5;
	const { name, bytes } = await sealBlob(place(size), key, random.bytes(size), random);
	const other = await sealBlob(place(size), key, random.bytes(size), random);
	const first = piece(bytes, size, 0);
	const changed = first.slice();
	changed[5000] = (changed[5000] ?? 0) ^ 1;
	const attempts: [number, Parameters<typeof openPiece>[0], Uint8Array, Uint8Array][] = [
		[0, place(size), key, changed],
		[1, place(size), key, first],
		[0, place(size), key, first.subarray(0, -1)],
		[0, place(size - 1), key, first],
		[0, place(size - 6), key, first],
		[0, { ...place(size), vault: 'office' }, key, first],
		[0, place(size), newBlobKey(random), first],
		[0, place(size), key, new Uint8Array()],
	];
	for (const [at, where, by, box] of attempts) expect(openPiece(where, by, at, box)).toBeNull();
	expect(openPiece(place(size), key, 1, piece(other.bytes, size, 1))).not.toBeNull();
	expect(await isBlobOf(name, other.bytes)).toBe(false);
	expect(await isBlobOf(name, bytes.subarray(0, -1))).toBe(false);
});

it('looks different for the same content', async () => {
	const content = random.bytes(500);
	const [one, two] = [
		await sealBlob(place(500), key, content, random),
		await sealBlob(place(500), newBlobKey(random), content, random),
	];
	expect(one.name).not.toBe(two.name);
	expect(Buffer.from(one.bytes).includes(Buffer.from(content.subarray(0, 16)))).toBe(false);
});
