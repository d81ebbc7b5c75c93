import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, vi } from 'vitest';
import { openSealed, type SealingKeys, sealingKeysFrom } from '#main/vaults/crypto.ts';
import { readEnvelope } from '#main/vaults/envelope.ts';
import { inboxKeysOf } from '#main/vaults/grants.ts';
import { createCanaries } from '#tests/support/canary.ts';
import { kioskOffice, leaving } from '#tests/support/kiosk-office.ts';
import { onlySite, sync } from '#tests/support/office.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

// The kiosk runs in a process of its own, which knows nothing of quick-kdf.ts.
vi.unmock('#main/vaults/passphrase-key.ts');

const SEED = 4711;
const PEOPLE = 25;

/**
 * Whoever carries a kiosk away, with its disk, what its process holds in memory, and a copy of the share, opens nothing
 * that anybody said there.
 */
it('a burglar with a kiosk’s disk, heap and share opens no sign-in and reads no name', async () => {
	const { around, pc } = await kioskOffice();
	await sync(pc);
	const kiosk = await around.pc('Eingang');
	const siteId = await onlySite(pc, around.share);
	await kiosk.client.kiosk.setUp({ folder: around.share, siteId, name: 'Eingang', ...leaving });
	await kiosk.backend.dispose();

	const snapshot = join(around.root, 'heap.heapsnapshot');
	const elsewhere = temporaryFolder();
	const planted = join(elsewhere, 'heap.heapsnapshot');
	const program = join(import.meta.dirname, '../../support/kiosk-process.ts');
	const args = ['--disable-warning=ExperimentalWarning', program, kiosk.dataDir, String(SEED), String(PEOPLE), snapshot, planted];
	await promisify(execFile)(process.execPath, args);

	const canaries = createCanaries(seededRandom(SEED));
	for (let name = 0; name < 2 * PEOPLE; name++) canaries.next();
	expect(statSync(snapshot).size).toBeGreaterThan(1_000_000);
	expect(canaries.foundBelow(around.root), 'disk, share and heap').toEqual([]);
	// The search finds what is there.
	expect(canaries.foundBelow(elsewhere), 'a heap with a name in it').not.toEqual([]);

	const spool = join(kiosk.dataDir, 'kiosk', 'spool');
	const sealed = readdirSync(spool).map((name) => bodyOf(join(spool, name)));
	expect(sealed).toHaveLength(2 * PEOPLE);
	// Every 32 bytes that lie anywhere on the kiosk, taken for a key or for what one is made from.
	const found = candidatesBelow(kiosk.dataDir).filter((bytes) =>
		[sealingKeysFrom(bytes), inboxKeysOf(bytes)].some((keys) => opens(keys, sealed[0] ?? new Uint8Array())),
	);
	expect(found).toEqual([]);
	// So does somebody try it who has the right key.
	const kioskAgain = await around.pc('Eingang');
	await pc.settle('the office to open all of it', async () => {
		kioskAgain.tick(0);
		return (await pc.client.signIns.figures({ from: '2025-01-01' as never, until: '2027-12-31' as never })).some(
			({ total }) => total === PEOPLE,
		);
	});
}, 120_000);

function opens(keys: SealingKeys, sealed: Uint8Array): boolean {
	return openSealed(keys, sealed) !== null;
}

function bodyOf(path: string): Uint8Array {
	const envelope = readEnvelope(new Uint8Array(readFileSync(path)));
	if (!envelope.ok) throw new Error('malformed');
	return envelope.value.body;
}

/** Sealed files are passed over: what they hold was made for somebody else's key. */
function candidatesBelow(folder: string): Uint8Array[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return entry.name === 'spool' ? [] : candidatesBelow(path);
		const bytes = new Uint8Array(readFileSync(path)).slice(0, 3000);
		return Array.from({ length: Math.max(0, bytes.length - 31) }, (_, at) => bytes.slice(at, at + 32));
	});
}
