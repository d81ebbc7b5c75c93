import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readMigrations } from '#main/database/migrator.ts';
import { caseAccessKind, contactKind } from '#main/features/cases/records.ts';
import { personKind } from '#main/features/people/records.ts';
import { siteProfileKind } from '#main/features/site/records.ts';
import type { Fields } from '#main/records/merge.ts';
import type { ShareContext } from '#main/share/context.ts';
import { folderTarget } from '#main/share/folder-target.ts';
import type { ShareTarget } from '#main/share/target.ts';
import { deviceFact } from '#main/vaults/administration.ts';
import { cryptoReady, KEY_BYTES, type SigningKeys, signingKeysFrom } from '#main/vaults/crypto.ts';
import { type DataFolder, dataFolder } from '#main/vaults/data-folder.ts';
import { extended, type Founded, foundSite } from '#main/vaults/found-site.ts';
import { keyOf } from '#main/vaults/grants.ts';
import { newFileKey } from '#main/vaults/key-files.ts';
import { type LedgerEntry, writeEntry } from '#main/vaults/ledger.ts';
import type { LedgerState } from '#main/vaults/ledger-state.ts';
import { type OpenVault, openVault, type VaultDeps } from '#main/vaults/open-vault.ts';
import { FLOOR_COST } from '#main/vaults/passphrase-key.ts';
import { VAULTS, type Vault } from '#shared/features/members/model.ts';
import type { ShareProblem } from '#shared/features/share/model.ts';
import type { DeviceId, KioskId, MemberId, PersonId, SiteId } from '#shared/kernel/ids.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { fakeIds } from './fake-ids.ts';
import { MIGRATIONS } from './migrations-folder.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import { temporaryFolder } from './temporary-folder.ts';

/**
 * A site with one counsellor, its ledger, and as many devices as a test wants, each with real encrypted vaults but
 * without the backend around them: for tests of vaults, records and share themselves.
 */
export interface SmallOffice {
	readonly founded: Founded;
	readonly site: SiteId;
	readonly author: MemberId;
	readonly clock: FakeClock;
	readonly random: SeededRandom;
	/** The share's folder. */
	readonly share: string;
	/** Every entry so far, in order. */
	readonly entries: LedgerEntry[];
	ledger(): LedgerState;
	addEntry(entry: LedgerEntry): void;
	nextId(): string;
	device(clock?: FakeClock): Device;
}

export interface Device {
	readonly id: DeviceId;
	readonly keys: SigningKeys;
	readonly folder: DataFolder;
	readonly deps: VaultDeps;
	readonly alarms: { problem: ShareProblem; device: DeviceId | KioskId | null; file: string | null }[];
	/** Created on first use; closed when the test is over. */
	vault(name: Vault): OpenVault;
	/** Closes and opens it again, as a new session would. */
	reopen(name: Vault): OpenVault;
	context(target?: ShareTarget): ShareContext;
	addPerson(fields: Fields): PersonId;
}

export const KINDS = [siteProfileKind, personKind, contactKind, caseAccessKind];

export const migrationsOfAll = (): VaultDeps['migrations'] =>
	new Map(VAULTS.map((vault) => [vault, readMigrations(join(MIGRATIONS, vault))]));

/** `kinds`: what its vaults know of. */
export async function smallOffice(seed = 1, kinds: VaultDeps['kinds'] = KINDS): Promise<SmallOffice> {
	await cryptoReady;
	const clock = fakeClock();
	const random = seededRandom(seed);
	const ids = fakeIds(seed);
	const first = {
		name: 'Erika Beispiel',
		signInName: 'erika',
		passphrase: 'rote Lampe am Kanal 7',
		roles: ['counsellor', 'administrator'],
	} as const;
	const founded = await foundSite(first, 'Büro links', { clock, ids, random, cost: FLOOR_COST });
	const entries = [founded.entry];
	let ledger = founded.ledger;
	const root = temporaryFolder();
	const share = join(root, 'Freigabe Ä');
	mkdirSync(share);
	const office: SmallOffice = {
		founded,
		site: ledger.site,
		author: founded.member,
		clock,
		random,
		share,
		entries,
		ledger: () => ledger,
		addEntry(entry) {
			ledger = extended(ledger, entry);
			entries.push(entry);
		},
		nextId: ids.next,
		device(ownClock = clock) {
			const seedBytes = random.bytes(KEY_BYTES);
			const id = ids.next() as DeviceId;
			const fact = deviceFact(id, signingKeysFrom(seedBytes), 'Gerät', keyOf(founded.epochKeys, 'office', 1), random);
			office.addEntry(
				writeEntry(ledger, { id: founded.member, secretKey: founded.memberKeys.signing.secretKey }, clock.now(), [fact]),
			);
			return createDevice(office, id, signingKeysFrom(seedBytes), join(root, `Gerät ${id}`), ownClock, kinds);
		},
	};
	return office;
}

function createDevice(
	office: SmallOffice,
	id: DeviceId,
	keys: SigningKeys,
	path: string,
	clock: FakeClock,
	kinds: VaultDeps['kinds'],
): Device {
	const { random } = office;
	const folder = dataFolder(path);
	const fileKeys = new Map(VAULTS.map((vault) => [vault, newFileKey(random)]));
	const open = new Map<Vault, OpenVault>();
	const alarms: Device['alarms'] = [];
	const deps: VaultDeps = { migrations: migrationsOfAll(), kinds, clock, random, onCommit() {} };
	onTestFinished(() => {
		for (const vault of open.values()) vault.close();
	});
	const openIt = (name: Vault, create: boolean): OpenVault => {
		const vault = openVault(name, folder.vaultPath(name), fileKeys.get(name) ?? new Uint8Array(), id, deps, create);
		open.set(name, vault);
		return vault;
	};
	const device: Device = {
		id,
		keys,
		folder,
		deps,
		alarms,
		vault: (name) => open.get(name) ?? openIt(name, true),
		reopen(name) {
			open.get(name)?.close();
			return openIt(name, false);
		},
		context: (target = folderTarget(office.share, random, async () => {})) => ({
			target,
			site: office.site,
			device: { id, keys },
			epochKeys: office.founded.epochKeys,
			clock,
			random,
			ledger: office.ledger,
			alarm: (problem, by, file) => void alarms.push({ problem, device: by, file }),
		}),
		addPerson(fields) {
			const person = office.nextId() as PersonId;
			device.vault('counselling').store.insert(personKind, person, fields, office.author);
			return person;
		},
	};
	return device;
}
