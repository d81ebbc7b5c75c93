import { join } from 'node:path';
import { readMigrations } from '#main/database/migrator.ts';
import { personKind } from '#main/features/people/records.ts';
import { createVaultFiles, writeDeviceKey } from '#main/features/site/new-device.ts';
import { siteProfileKind } from '#main/features/site/records.ts';
import { cryptoReady, hash, utf8, wipe } from '#main/vaults/crypto.ts';
import { type DataFolder, dataFolder } from '#main/vaults/data-folder.ts';
import { foundSite } from '#main/vaults/found-site.ts';
import type { EpochKeys } from '#main/vaults/grants.ts';
import { readLedger } from '#main/vaults/ledger.ts';
import { memberKeysFrom } from '#main/vaults/member-keys.ts';
import type { VaultDeps } from '#main/vaults/open-vault.ts';
import { FLOOR_COST } from '#main/vaults/passphrase-key.ts';
import { openSession, type Session } from '#main/vaults/session.ts';
import { VAULTS } from '#shared/features/members/model.ts';
import type { Random } from '#shared/kernel/environment.ts';
import type { DeviceId, MemberId } from '#shared/kernel/ids.ts';
import { fakeClock } from './fake-clock.ts';
import { fakeIds } from './fake-ids.ts';
import { MIGRATIONS } from './migrations-folder.ts';

/**
 * A device of one counsellor whose ledger can be at any epoch: only the numbers are made up, and the keys of later epochs
 * come from those of the first, so that every process that has the plan has them. Nothing here belongs to a test runner.
 */
export interface RotatingDevice {
	readonly folder: DataFolder;
	readonly member: MemberId;
	/** Of all epochs up to this one, as copies: a session zeroes its own. */
	keysUpTo(epoch: number): EpochKeys;
	/** Signs in when the ledger is at this epoch. Throws FolderError. */
	open(epoch: number): Session;
	/** The ledger grows while somebody is signed in. */
	goTo(session: Session, epoch: number): void;
}

/** What makes a process this device; bytes as base64. */
export interface RotatingPlan {
	readonly dataDir: string;
	readonly migrationsDir: string;
	readonly ledger: string;
	readonly member: MemberId;
	readonly device: DeviceId;
	readonly memberSeed: string;
	readonly epochKeys: readonly (readonly [string, string])[];
}

const rotatingDeps = (migrationsDir: string, random: Random): VaultDeps => ({
	migrations: new Map(VAULTS.map((vault) => [vault, readMigrations(join(migrationsDir, vault))])),
	kinds: [siteProfileKind, personKind],
	clock: fakeClock(),
	random,
	onCommit() {},
});

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const fromBase64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));

/** Founds the site in `dataDir`, with empty vaults. */
export async function rotatingPlan(dataDir: string, random: Random): Promise<RotatingPlan> {
	await cryptoReady;
	const founded = await foundSite(
		{ name: 'Erika', signInName: 'erika', passphrase: 'rote Lampe am Kanal 7', roles: ['counsellor', 'administrator'] },
		'PC',
		{ clock: fakeClock(), ids: fakeIds(), random, cost: FLOOR_COST },
	);
	const { ledger, device, member, epochKeys, deviceSeed } = founded;
	const folder = dataFolder(dataDir);
	writeDeviceKey(folder, ledger, device, deviceSeed, epochKeys, random);
	createVaultFiles(folder, ledger.site, device, epochKeys, rotatingDeps(MIGRATIONS, random));
	return {
		dataDir,
		migrationsDir: MIGRATIONS,
		ledger: base64(founded.entry.bytes),
		member,
		device,
		memberSeed: base64(founded.memberKeys.seed),
		epochKeys: [...epochKeys].map(([name, key]) => [name, base64(key)]),
	};
}

export function rotatingDevice(plan: RotatingPlan, random: Random): RotatingDevice {
	const deps = rotatingDeps(plan.migrationsDir, random);
	const folder = dataFolder(plan.dataDir);
	const first = readLedger([fromBase64(plan.ledger)]);
	if (!first.ok) throw new Error('the ledger does not verify');
	const at = (epoch: number) => ({ ...first.value, epochs: new Map(VAULTS.map((vault) => [vault, epoch])) });
	const keysUpTo = (epoch: number): EpochKeys => {
		const keys: EpochKeys = new Map();
		for (const [name, text] of plan.epochKeys) {
			const [vault] = name.split(':');
			keys.set(name, fromBase64(text));
			for (let later = 2; later <= epoch; later++) keys.set(`${vault}:${later}`, hash(utf8(`epoch ${later}`), fromBase64(text)));
		}
		return keys;
	};
	return {
		folder,
		member: plan.member,
		keysUpTo,
		open: (epoch) =>
			openSession(
				folder,
				{
					ledger: at(epoch),
					member: plan.member,
					memberKeys: memberKeysFrom(fromBase64(plan.memberSeed)),
					epochKeys: keysUpTo(epoch),
					device: plan.device,
				},
				deps,
			),
		goTo(session, epoch) {
			session.ledger = at(epoch);
			for (const [name, key] of keysUpTo(epoch)) {
				if (session.epochKeys.has(name)) wipe(key);
				else session.epochKeys.set(name, key);
			}
		},
	};
}
