import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { kioskFolder } from '#main/features/kiosk/kiosk-folder.ts';
import type { ShareContext } from '#main/share/context.ts';
import { folderTarget } from '#main/share/folder-target.ts';
import { writeSignIn } from '#main/share/sign-in-file.ts';
import { cryptoReady, KEY_BYTES, type SigningKeys, signingKeysFrom } from '#main/vaults/crypto.ts';
import { dataFolder } from '#main/vaults/data-folder.ts';
import { extended, foundSite } from '#main/vaults/found-site.ts';
import { entryFileName, writeEntry } from '#main/vaults/ledger.ts';
import { currentInbox, type LedgerState } from '#main/vaults/ledger-state.ts';
import type { OpenVault } from '#main/vaults/open-vault.ts';
import { FLOOR_COST } from '#main/vaults/passphrase-key.ts';
import type { KioskId } from '#shared/kernel/ids.ts';
import { fakeClock } from './fake-clock.ts';
import { fakeIds } from './fake-ids.ts';
import { seededRandom } from './seeded-random.ts';

/** A site with kiosks and nothing else around them: for what happens to sealed sign-ins by the thousand. */
export async function kioskSite(root: string, seed: number, kiosks: number) {
	await cryptoReady;
	const random = seededRandom(seed);
	const ids = fakeIds(seed);
	const clock = fakeClock();
	const share = join(root, 'share');
	mkdirSync(share, { recursive: true });
	const founder = { name: 'Erika', signInName: 'erika', passphrase: 'x', roles: ['administrator'] } as const;
	const founded = await foundSite({ ...founder, roles: [...founder.roles] }, 'PC', { clock, ids, random, cost: FLOOR_COST });
	const made = Array.from({ length: kiosks }, (_, at) => {
		const kiosk = ids.next() as KioskId;
		const seed = random.bytes(KEY_BYTES);
		const dataDir = join(root, `kiosk-${at}`);
		const files = kioskFolder(dataDir);
		files.writeKey(seed);
		files.write({ v: 1, site: founded.ledger.site, kiosk, mode: 'kiosk', only: { share } });
		return { kiosk, dataDir, keys: signingKeysFrom(seed) };
	});
	const signer = { id: founded.member, secretKey: founded.memberKeys.signing.secretKey };
	const entry = writeEntry(
		founded.ledger,
		signer,
		clock.now(),
		made.map(({ kiosk, keys }) => ({ fact: 'kiosk', kiosk, signPublic: keys.publicKey, profile: random.bytes(8) })),
	);
	const ledger: LedgerState = extended(founded.ledger, entry);
	const target = folderTarget(share, random, async () => {});
	for (const one of [founded.entry, entry]) {
		await target.writeNew(`kontor-${ledger.site}/ledger/${entryFileName(one)}`, one.bytes);
		for (const { dataDir } of made) dataFolder(dataDir).addToLedger([one]);
	}
	const alarms: string[] = [];
	const context: ShareContext = {
		target,
		site: ledger.site,
		device: { id: founded.device, keys: signingKeysFrom(founded.deviceSeed) },
		epochKeys: founded.epochKeys,
		clock,
		random,
		ledger: () => ledger,
		alarm: (problem, _device, file) => void alarms.push(`${problem} ${file}`),
	};
	return { share, ledger, context, alarms, kiosks: made, random };
}

/** The bytes of so many sealed sign-ins of one kiosk, one after the other. */
export function sealedInARow(ledger: LedgerState, kiosk: KioskId, keys: SigningKeys, count: number) {
	const inbox = currentInbox(ledger);
	if (!inbox) throw new Error('no inbox');
	let prev: Uint8Array = new Uint8Array(32);
	return Array.from({ length: count }, (_, at) => {
		const entry = `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
		const head = { site: ledger.site, kiosk, seq: at + 1, prev, at: 1_773_000_000_000 + at, heard: 0, entry };
		const visitor = { by: 'name', name: `Fatma Yılmaz ${at}` } as const;
		const file = writeSignIn(
			head,
			inbox,
			{ direction: 'in', session: null, visitor, language: 'tr', ageBand: '27_54', sex: 'w' },
			keys.secretKey,
		);
		prev = file.hash;
		return { ...file, seq: at + 1, entry };
	});
}

/** Of a vault, what taking in needs: it remembers and is atomic. */
export function rememberingVault(): OpenVault {
	const settings = new Map<string, string>();
	const nothingWaits = { prepare: () => ({ pluck: () => ({ get: () => 0 }) }) };
	return {
		file: nothingWaits,
		settings: { get: (key: string) => settings.get(key) ?? null, set: (key: string, value: string) => settings.set(key, value) },
		store: { atomically: (work: () => unknown) => work() },
	} as unknown as OpenVault;
}
