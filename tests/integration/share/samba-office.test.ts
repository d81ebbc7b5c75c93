import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { it, onTestFinished, type TestContext } from 'vitest';
import { systemRandom } from '#main/platform/environment.ts';
import { openTarget } from '#main/share/open-target.ts';
import { campaign } from '#tests/support/campaign.ts';
import { EVERYBODY, joinSite, newSite, type Office, office, person } from '#tests/support/office.ts';
import { sambaShare } from '#tests/support/samba.ts';
import { type SambaShare, until } from '#tests/support/samba-server.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** PCs that meet on a real Samba server, each through a mount of its own. */
interface SambaOffice {
	readonly place: Office;
	readonly samba: SambaShare;
	readonly pcs: readonly TestBackend[];
}

const targetFor = (place: Parameters<typeof openTarget>[0]) => openTarget(place, systemRandom, sleep);

async function sambaOffice(test: TestContext, count: number, megabytes?: number): Promise<SambaOffice> {
	const samba = await sambaShare(test, megabytes === undefined ? {} : { megabytes });
	const folder = join(samba.disk, 'Büro Süd');
	mkdirSync(folder);
	const place = office();
	const pcs: TestBackend[] = [];
	for (let n = 0; n < count; n++) {
		const pc = await place.pc(`PC ${n}`, { targetFor });
		const path = join(await samba.mount(), 'Büro Süd');
		if (n > 0) await joinSite(pc, path);
		else {
			await newSite(pc);
			await pc.client.share.connect({ folder: path });
		}
		pcs.push(pc);
	}
	return { place, samba, pcs };
}

const names = async ({ client }: TestBackend) =>
	(await client.people.list(EVERYBODY)).rows.map(({ firstName }) => firstName).sort();
const problemOf = async ({ client }: TestBackend) => (await client.share.status()).problem;

let written = 0;
async function write(pc: TestBackend, count = 1): Promise<void> {
	for (let n = 0; n < count; n++) {
		written += 1;
		await pc.client.people.create(person({ firstName: `Person ${String(written).padStart(4, '0')}` }));
	}
}

const tickAll = (pcs: readonly TestBackend[]) => {
	for (const pc of pcs) pc.tick(1000);
};

/** The server and its clients take real time. */
async function eventually(pcs: readonly TestBackend[], what: string, isSo: () => Promise<boolean>): Promise<void> {
	await until(
		what,
		async () => {
			tickAll(pcs);
			return isSo();
		},
		60_000,
	);
}

/** Everybody has everything, and nobody has anything to complain about. */
async function expectAlike({ pcs }: SambaOffice, expected: number): Promise<void> {
	await eventually(pcs, 'all PCs to be alike', async () => {
		for (const pc of pcs) {
			const { problem, alarms, waitingChanges } = await pc.client.share.status();
			if (problem !== null || alarms.length > 0 || waitingChanges > 0) return false;
		}
		const lists = await Promise.all(pcs.map(names));
		return lists.every((list) => list.length === expected && list.join() === lists[0]?.join());
	});
}

it('two to five PCs exchange over one share while its server is killed and comes back in the middle of their writes', async (test) => {
	written = 0;
	const all = await sambaOffice(test, campaign(2, 5));
	const { pcs, samba } = all;
	await expectAlike(all, 0);
	const rounds = campaign(2, 6);
	for (let round = 0; round < rounds; round++) {
		for (const pc of pcs) await write(pc, 5);
		tickAll(pcs);
		// Somewhere between the temporary file and the listing that shows the last of them.
		await sleep(systemRandom.bytes(1)[0] ?? 0);
		samba.kill();
		for (const pc of pcs) await write(pc, 2);
		await eventually(pcs, 'somebody to notice', async () => (await Promise.all(pcs.map(problemOf))).includes('unreachable'));
		await samba.start();
	}
	await expectAlike(all, rounds * pcs.length * 7);
}, 300_000);

it('a share that is full, read-only, emptied or swapped is called so by both PCs, and loses nothing', async (test) => {
	written = 0;
	const all = await sambaOffice(test, 2, 24);
	const { pcs, samba } = all;
	const [anna, berta] = pcs as [TestBackend, TestBackend];
	await write(anna, 3);
	await expectAlike(all, 3);
	const folder = join(samba.disk, 'Büro Süd');

	fill(join(samba.disk, 'Film.mkv'));
	for (const pc of pcs) await write(pc, 3);
	await eventually(pcs, 'full', async () => (await problemOf(anna)) === 'full' && (await problemOf(berta)) === 'full');
	rmSync(join(samba.disk, 'Film.mkv'));
	await expectAlike(all, 9);

	samba.setReadOnly(true);
	for (const pc of pcs) await write(pc, 3);
	const isReadOnly = async (pc: TestBackend) => (await problemOf(pc)) === 'not_writable';
	await eventually(pcs, 'read-only', async () => (await isReadOnly(anna)) && (await isReadOnly(berta)));
	samba.setReadOnly(false);
	await expectAlike(all, 15);

	renameSync(folder, `${folder} weg`);
	mkdirSync(folder);
	for (const pc of pcs) await write(pc, 3);
	const isOther = async (pc: TestBackend) => (await problemOf(pc)) === 'wrong_folder';
	await eventually(pcs, 'emptied', async () => (await isOther(anna)) && (await isOther(berta)));
	mkdirSync(join(folder, 'kontor-019cd2a0-0000-7000-8000-000000000000', 'ledger'), { recursive: true });
	tickAll(pcs);
	await eventually(pcs, 'swapped', async () => (await isOther(anna)) && (await isOther(berta)));
	rmSync(folder, { recursive: true });
	await eventually(pcs, 'gone', async () => (await problemOf(anna)) === 'unreachable');
	renameSync(`${folder} weg`, folder);
	await expectAlike(all, 21);
}, 300_000);

it('a virus scanner that opens every new file is waited for', async (test) => {
	written = 0;
	const all = await sambaOffice(test, 2);
	const path = await all.samba.mount();
	const scanner = spawn('python3', ['-c', SCANNER, path], { stdio: ['ignore', 'pipe', 'inherit'] });
	let scanned = '';
	scanner.stdout.setEncoding('utf8').on('data', (text: string) => {
		scanned += text;
	});
	onTestFinished(() => void scanner.kill('SIGKILL'));
	for (let round = 0; round < 5; round++) {
		for (const pc of all.pcs) await write(pc, 3);
		tickAll(all.pcs);
	}
	await expectAlike(all, 30);
	await until('the scanner to have seen some', async () => scanned.split('\n').length > 5);
}, 300_000);

/** Takes all there is left. */
function fill(path: string): void {
	for (let megabytes = 32; megabytes >= 1 / 256; megabytes /= 2) {
		try {
			for (;;) writeFileSync(path, new Uint8Array(megabytes * 1024 * 1024), { flag: 'a' });
		} catch {
			// Then a smaller piece.
		}
	}
}

/** Opens whatever it finds, unfinished files too, holds it open for a while and reads it. */
const SCANNER = `
import os, sys, time
seen = set()
while True:
    for folder, _, files in os.walk(sys.argv[1]):
        for name in files:
            path = os.path.join(folder, name)
            if path in seen: continue
            seen.add(path)
            try:
                with open(path, 'rb') as file:
                    file.read(1)
                    time.sleep(0.03)
                    file.read()
                print(name, flush=True)
            except OSError:
                pass
    time.sleep(0.02)
`;
