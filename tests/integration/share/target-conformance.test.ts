import { mkdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, type TestContext } from 'vitest';
import { systemRandom } from '#main/platform/environment.ts';
import { openTarget } from '#main/share/open-target.ts';
import type { ShareTarget } from '#main/share/target.ts';
import { sambaShare } from '#tests/support/samba.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { webdavServer } from '#tests/support/webdav-server.ts';

/** What every kind of share promises to those who write to it, whatever it is made of. */
interface Ground {
	/** One for each PC. */
	readonly targets: readonly [ShareTarget, ShareTarget, ShareTarget];
	/** What they share, on the disk of whoever serves it. */
	readonly disk: string;
	/** How the root's absence is said. */
	readonly gone: string;
	/** Somebody takes the whole folder away. */
	removeRoot(): Promise<void>;
}

const open = (place: Parameters<typeof openTarget>[0]) => openTarget(place, systemRandom, sleep);
const three = (place: Parameters<typeof openTarget>[0]): Ground['targets'] => [open(place), open(place), open(place)];

const GROUNDS: Record<string, (test: TestContext) => Promise<Ground>> = {
	async 'a plain folder'() {
		const disk = join(temporaryFolder(), 'Freigabe Ä');
		mkdirSync(disk);
		return { targets: three(disk), disk, gone: 'unreachable', removeRoot: () => rm(disk, { recursive: true }) };
	},
	async 'a Samba share, mounted'(test) {
		const samba = await sambaShare(test);
		const root = join(samba.disk, 'Büro Ä');
		mkdirSync(root);
		const paths = [await samba.mount(), await samba.mount(), await samba.mount()].map((path) => join(path, 'Büro Ä'));
		const [a, b, c] = paths.map(open) as [ShareTarget, ShareTarget, ShareTarget];
		return { targets: [a, b, c], disk: root, gone: 'unreachable', removeRoot: () => rm(root, { recursive: true }) };
	},
	async 'a WebDAV folder'(test) {
		const server = await webdavServer(test);
		const disk = join(server.disk, 'Kontor Büro');
		return { targets: three(server.place), disk, gone: 'not_found', removeRoot: () => rm(disk, { recursive: true }) };
	},
};

const bytes = (text: string) => new TextEncoder().encode(text);
const problem = (work: Promise<unknown>) =>
	work.then(
		() => 'none',
		(error) => String(error.problem),
	);

describe.each(Object.entries(GROUNDS))('%s', (_name, ground) => {
	it('holds what was written, for everybody', async (test) => {
		const { targets } = await ground(test);
		const [here, there] = targets;
		await here.writeNew('kontor-x/vaults/office/feeds/d/0000000001-ab', bytes('eins'));
		await here.writeNew('kontor-x/vaults/office/feeds/d/0000000002-cd', bytes('zwei'));
		await here.writeNew('kontor-x/empty', new Uint8Array());
		expect(await there.read('kontor-x/vaults/office/feeds/d/0000000001-ab')).toEqual(bytes('eins'));
		expect(await there.read('kontor-x/empty')).toEqual(new Uint8Array());
		expect(await there.list('kontor-x/vaults/office/feeds/d')).toEqual(['0000000001-ab', '0000000002-cd']);
		expect(await there.list('.')).toEqual(['kontor-x']);
		expect(await there.list('kontor-x')).toEqual(['empty', 'vaults']);
		const large = systemRandom.bytes(3 * 1024 * 1024 + 17);
		await here.writeNew('kontor-x/large', large);
		expect(Buffer.compare((await there.read('kontor-x/large')) ?? new Uint8Array(), large)).toBe(0);
	});

	it('knows nothing of what is not there', async (test) => {
		const { targets } = await ground(test);
		const [target] = targets;
		expect(await target.list('kontor-x/ledger')).toEqual([]);
		expect(await target.read('kontor-x/ledger/no')).toBeNull();
		await target.writeNew('kontor-x/ledger/yes', bytes('ja'));
		expect(await target.read('kontor-x/ledger'), 'a folder is no file').toBeNull();
		expect(await target.list('kontor-x/ledger/yes'), 'a file is no folder').toEqual([]);
		expect(await target.read('kontor-x/ledger/yes/below')).toBeNull();
		await target.remove('kontor-x/ledger/no');
		await target.remove('kontor-x/none/at/all');
	});

	it('takes the same file again and refuses another under its name', async (test) => {
		const { targets, disk } = await ground(test);
		const [here, there] = targets;
		await here.writeNew('a/b', bytes('eins'));
		await there.writeNew('a/b', bytes('eins'));
		expect(await problem(there.writeNew('a/b', bytes('zwei')))).toBe('conflict');
		expect(await here.read('a/b')).toEqual(bytes('eins'));
		writeFileSync(join(disk, 'a', 'torn'), 'ei');
		expect(await problem(there.writeNew('a/torn', bytes('eins')))).toBe('conflict');
		expect((await here.list('a')).sort(), 'nothing half-done is left').toEqual(['b', 'torn']);
	});

	// Through a mount that is busy, each of these hundreds of steps may take a second.
	it('gives a name to exactly one of all who claim it at the same moment', { timeout: 400_000 }, async (test) => {
		const { targets } = await ground(test);
		for (let round = 0; round < 20; round++) {
			const claims = targets.flatMap((target, pc) =>
				[1, 2].map((nth) => target.claim(`kontor-x/ledger/claim-${round}`, `pc-${pc}-${nth}`)),
			);
			const answers = await Promise.all(claims);
			expect(new Set(answers).size, `round ${round}: ${answers.join(', ')}`).toBe(1);
			expect(await targets[0].claim(`kontor-x/ledger/claim-${round}`, 'later')).toBe(answers[0]);
		}
		expect((await targets[0].list('kontor-x/ledger')).filter((name) => name.startsWith('tmp-'))).toEqual([]);
	});

	it('has room for many who write at the same time', async (test) => {
		const { targets } = await ground(test);
		const writes = targets.flatMap((target, pc) =>
			Array.from({ length: 10 }, (_, n) => target.writeNew(`feeds/${pc}/${n}`, bytes(`${pc} ${n}`))),
		);
		await Promise.all(writes);
		for (const pc of targets.keys()) expect((await targets[0].list(`feeds/${pc}`)).length).toBe(10);
		await Promise.all(targets.map((target) => target.writeNew('same/name', bytes('gleich'))));
		expect(await targets[1].read('same/name')).toEqual(bytes('gleich'));
	});

	it('removes files and whole folders', async (test) => {
		const { targets } = await ground(test);
		const [target] = targets;
		await target.writeNew('snapshots/one/part-00000', bytes('teil'));
		await target.writeNew('snapshots/one/manifest', bytes('liste'));
		await target.writeNew('snapshots/two/manifest', bytes('liste'));
		await target.remove('snapshots/two/manifest');
		await target.remove('snapshots/one');
		expect(await target.list('snapshots')).toEqual(['two']);
		expect(await target.list('snapshots/two')).toEqual([]);
	});

	it('does not mistake a root that is gone for an empty one, and does not make it anew', async (test) => {
		const { targets, removeRoot, gone } = await ground(test);
		const [target] = targets;
		await target.writeNew('a/b', bytes('eins'));
		await removeRoot();
		expect(await problem(target.list('a'))).toBe(gone);
		expect(await problem(target.read('a/b'))).toBe(gone);
		expect(await problem(target.writeNew('a/c', bytes('zwei')))).toBe(gone);
		expect(await problem(target.claim('a/claim', 'ich'))).toBe(gone);
	});
});
