import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderTarget } from '#main/share/folder-target.ts';
import { person } from '#tests/support/office.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { foundedBackend } from '#tests/support/test-backend.ts';

const DAY = 86_400_000;

async function connected() {
	const share = join(temporaryFolder(), 'Freigabe Ä');
	mkdirSync(share);
	const office = await foundedBackend();
	await office.client.share.connect({ folder: share });
	const [site = ''] = readdirSync(share);
	const snapshots = join(share, site, 'vaults', 'office', 'snapshots');
	await office.settle('first snapshot', async () => (await office.client.share.status()).verifiedSnapshotAt !== null);
	return {
		office: { ...office, share },
		snapshots,
		whole: () => readdirSync(snapshots).filter((name) => readdirSync(join(snapshots, name)).includes('manifest')),
	};
}

it('takes one a day, whatever else lies beside it: unfinished ones and ones from the far future', async () => {
	const { office, snapshots, whole } = await connected();
	expect(whole()).toHaveLength(1);
	const device = whole()[0]?.slice(17) ?? '';
	office.clock.advance(DAY - 60_000);
	mkdirSync(join(snapshots, `99991231t235959z-${device}`));
	mkdirSync(join(snapshots, `20260310t081500z-${device}`));
	writeFileSync(join(snapshots, `20260310t081500z-${device}`, 'part-00000'), 'half');
	const first = (await office.client.share.status()).verifiedSnapshotAt ?? 0;
	await office.settle(
		'the second day’s snapshot, verified',
		async () => ((await office.client.share.status()).verifiedSnapshotAt ?? 0) > first,
	);
	expect(whole()).toHaveLength(2);
	const { alarms } = await office.client.share.status();
	expect(alarms).toEqual([]);
});

it('counts no damaged one, names it, and does not fill a share that spoils everything', async () => {
	const share = join(temporaryFolder(), 'Freigabe Ä');
	mkdirSync(share);
	let isSpoiling = true;
	const random = seededRandom(8);
	const spoiling = (folder: string) => {
		const target = folderTarget(folder, random, async () => {});
		return {
			...target,
			async read(path: string) {
				const bytes = await target.read(path);
				return isSpoiling && bytes && path.includes('part-') ? bytes.slice(1) : bytes;
			},
			// What is read back at once still looks right; it is later that the disk forgets.
			writeNew: target.writeNew,
		};
	};
	const office = await foundedBackend({ targetFor: spoiling });
	await office.client.share.connect({ folder: share });
	const [site = ''] = readdirSync(share);
	const snapshots = join(share, site, 'vaults', 'office', 'snapshots');
	await office.settle('an alarm', async () => (await office.client.share.status()).alarms.length > 0);
	const taken = readdirSync(snapshots);
	expect(taken).toHaveLength(1);
	for (let n = 0; n < 30; n++) {
		office.tick(1000);
		await new Promise<void>((resolve) => setImmediate(resolve));
	}
	expect(readdirSync(snapshots)).toEqual(taken);
	expect((await office.client.share.status()).verifiedSnapshotAt).toBeNull();
	isSpoiling = false;
	office.clock.advance(3_600_000);
	await office.settle('a good one', async () => (await office.client.share.status()).verifiedSnapshotAt !== null);
	expect(readdirSync(snapshots)).toHaveLength(2);
});

it('thins what is older than a week to one a week, and leaves nothing half removed', async () => {
	const { office, snapshots, whole } = await connected();
	const status = () => office.client.share.status();
	const taken = new Set(whole());
	for (let day = 0; day < 24; day++) {
		const before = (await status()).verifiedSnapshotAt ?? 0;
		office.clock.advance(DAY + 60_000);
		await office.settle('the next snapshot', async () => ((await status()).verifiedSnapshotAt ?? 0) > before);
		for (const name of whole()) taken.add(name);
	}
	await office.settle('old ones to go', () => Promise.resolve(whole().length < 14));
	expect(taken.size).toBe(25);
	expect(whole().length).toBeGreaterThanOrEqual(9);
	expect(whole().slice(-7)).toEqual([...taken].slice(-7));
	expect(readdirSync(snapshots)).toEqual(whole());
	expect((await status()).alarms).toEqual([]);
});

it('is red when the newest verified copy is older than a day, and says so although the share is away', async () => {
	const { office } = await connected();
	expect((await office.client.share.status()).state).toBe('saved');
	const [site = ''] = readdirSync(office.share);
	renameSync(join(office.share, site), join(office.share, 'away'));
	office.clock.advance(DAY - 3_600_000);
	await office.settle('a look at the share', async () => (await office.client.share.status()).problem !== null);
	office.clock.advance(2 * 3_600_000);
	expect((await office.client.share.status()).state).toBe('attention');
	renameSync(join(office.share, 'away'), join(office.share, site));
	await office.settle('a new copy', async () => (await office.client.share.status()).state === 'saved');
});

it('holds up nothing: what is written while one is sent is on the share before that is done', async () => {
	const share = join(temporaryFolder(), 'Freigabe Ä');
	mkdirSync(share);
	const random = seededRandom(9);
	let office: Awaited<ReturnType<typeof foundedBackend>> | null = null;
	/** Of the vault of the case files, when its first part and when its manifest were written. */
	const segments: { atPart: number | null; atManifest: number | null } = { atPart: null, atManifest: null };
	const count = () =>
		readdirSync(share, { recursive: true }).filter((path) => /counselling.feeds.*\d{10}-/.test(String(path))).length;
	const watched = (folder: string) => {
		const target = folderTarget(folder, random, async () => {});
		return {
			...target,
			async writeNew(path: string, bytes: Uint8Array) {
				await target.writeNew(path, bytes);
				if (!path.includes('counselling/snapshots') || !office) return;
				if (path.endsWith('part-00000') && segments.atPart === null) {
					segments.atPart = count();
					await office.client.people.create(person({ lastName: 'Währenddessen' }));
				}
				if (path.endsWith('manifest')) segments.atManifest ??= count();
			},
		};
	};
	office = await foundedBackend({ targetFor: watched });
	await office.client.people.create(person({ lastName: 'Vorher' }));
	await office.client.share.connect({ folder: share });
	await office.settle('the snapshot', async () => segments.atManifest !== null);
	expect(segments.atManifest).toBe((segments.atPart ?? 0) + 1);
});

it('holds up nothing either while a large one is made and checked', async () => {
	const share = join(temporaryFolder(), 'Freigabe Ä');
	mkdirSync(share);
	const random = seededRandom(10);
	let office: Awaited<ReturnType<typeof foundedBackend>> | null = null;
	const count = () =>
		readdirSync(share, { recursive: true }).filter((path) => /counselling.feeds.*\d{10}-/.test(String(path))).length;
	const seen: string[] = [];
	const large = (path: string) => path.includes('counselling/snapshots');
	const watched = (folder: string) => {
		const target = folderTarget(folder, random, async () => {});
		return {
			...target,
			async list(folder: string) {
				// The last that is asked for before the copy is made.
				if (large(folder)) seen.push('begun');
				return target.list(folder);
			},
			async writeNew(path: string, bytes: Uint8Array) {
				await target.writeNew(path, bytes);
				if (large(path)) seen.push(path.slice(-8));
			},
			async read(path: string) {
				const bytes = await target.read(path);
				if (large(path) && seen.includes('manifest')) seen.push(`read ${path.slice(-8)}`);
				return bytes;
			},
		};
	};
	office = await foundedBackend({ targetFor: watched });
	const remarks = 'Kommt gern ins Café am Dienstag und hilft beim Gartentag mit. '.repeat(60);
	for (let n = 0; n < 600; n++) await office.client.people.create(person({ lastName: `Name${n}`, remarks }));
	const { client } = office;
	const written = async (lastName: string) => {
		const before = count();
		await client.people.create(person({ lastName }));
		await office.settle(`${lastName} on the share`, () => count() > before);
	};
	const connecting = client.share.connect({ folder: share });
	await office.settle('a snapshot to be begun', () => seen.filter((what) => what === 'begun').length >= 2);
	await written('Während sie entsteht');
	expect(seen.filter((what) => what !== 'begun')).toEqual([]);
	await office.settle('it to be looked at', () => seen.some((what) => what.startsWith('read rt-')));
	await written('Während sie geprüft wird');
	expect((await client.share.status()).verifiedSnapshotAt).toBeNull();
	await connecting;
	await office.settle('both', async () => (await client.share.status()).verifiedSnapshotAt !== null);
});
