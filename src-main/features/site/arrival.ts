import { existsSync, renameSync } from 'node:fs';
import type { Progress } from '#shared/contract-base.ts';
import type { DeviceId, MemberId, SiteId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { OpenError } from '../../database/open.ts';
import type { Desk } from '../../desk.ts';
import { extendSessionLedger, type Sessions } from '../../sessions.ts';
import type { ShareContext } from '../../share/context.ts';
import { ledgerFromShare } from '../../share/exchange-ledger.ts';
import { ShareRefused } from '../../share/problem.ts';
import type { ShareTarget } from '../../share/target.ts';
import { equalBytes, KEY_BYTES, type SigningKeys, signingKeysFrom, wipe } from '../../vaults/crypto.ts';
import type { DataFolder } from '../../vaults/data-folder.ts';
import { deviceFact, extended, type KeyDeps, keyOf, recoveredMember } from '../../vaults/found-site.ts';
import { type EpochKeys, openGrants, readableVaults } from '../../vaults/grants.ts';
import { readKeyFile } from '../../vaults/key-files.ts';
import { entryFileName, type LedgerEntry, type LedgerState, writeEntry } from '../../vaults/ledger.ts';
import { RECOVERY } from '../../vaults/ledger-facts.ts';
import { type MemberKeys, memberKeysFrom, wipeMemberKeys } from '../../vaults/member-keys.ts';
import { openVault, type VaultDeps } from '../../vaults/open-vault.ts';
import { parseKit } from '../../vaults/recovery-kit.ts';
import { FolderError, openVaultOf } from '../../vaults/session.ts';
import { type AttemptBrake, findMember, unlockMember } from '../../vaults/sign-in.ts';
import { fillVaults, publishEntry, writeDeviceKey } from './new-device.ts';
import { publishOwnEntries, withOwnEntries } from './own-entries.ts';

/** Coming (back) to a site: a second PC joins, the recovery kit replaces a lost passphrase, a damaged file is rebuilt. */
export type ArrivalRefusal =
	| { readonly kind: 'already_a_site' }
	| { readonly kind: 'wrong_passphrase'; readonly waitMs: number }
	| { readonly kind: 'wrong_kit'; readonly typo: boolean };

type Report = (progress: Progress) => void;
interface FromShare {
	readonly folder: string;
	readonly siteId: SiteId;
	readonly deviceName: string;
}

/** Each may also throw ShareRefused, TargetError or Cancelled; nothing half-done is left then. */
export interface ArrivalService {
	join(
		from: FromShare,
		signInName: string,
		passphrase: string,
		report: Report,
		isCancelled: () => boolean,
	): Promise<Result<void, ArrivalRefusal>>;
	recover(
		typedKit: string,
		signInName: string,
		newPassphrase: string,
		from: FromShare | null,
		report: Report,
		isCancelled: () => boolean,
	): Promise<Result<void, ArrivalRefusal>>;
	repair(
		folder: string,
		signInName: string,
		passphrase: string,
		report: Report,
		isCancelled: () => boolean,
	): Promise<Result<void, ArrivalRefusal>>;
}

export interface ArrivalDeps extends KeyDeps {
	readonly folder: DataFolder;
	readonly desk: Desk;
	readonly sessions: Sessions;
	readonly vaults: VaultDeps;
	readonly brake: AttemptBrake;
	targetFor(folder: string): ShareTarget;
}

/** Somebody whose keys are open, on a device that is about to hold the site. */
interface Newcomer {
	readonly member: MemberId;
	readonly signInName: string;
	readonly keys: MemberKeys;
	readonly epochKeys: EpochKeys;
	readonly ledger: LedgerState;
	readonly files: Map<string, Uint8Array>;
}

export function createArrivalService(deps: ArrivalDeps): ArrivalService {
	const { folder, desk, sessions, vaults, brake, clock, ids, random, targetFor } = deps;
	const steps = (report: Report) => (step: string, done: number, total: number) => report({ step, done, total });

	function contextFor(
		target: ShareTarget,
		ledger: LedgerState,
		device: { id: DeviceId; keys: SigningKeys },
		epochKeys: EpochKeys,
	): ShareContext {
		// Alarms show up again in the first cycle of the session, with everything that explains them.
		return { target, site: ledger.site, device, epochKeys, clock, random, ledger: () => ledger, alarm: () => {} };
	}

	/** Everything the newcomer may read, then the device's own files, `device.json` last; ends signed in. */
	async function settle(
		newcomer: Newcomer,
		from: FromShare,
		seed: Uint8Array,
		device: DeviceId,
		report: Report,
		isCancelled: () => boolean,
	): Promise<void> {
		const { ledger, epochKeys, member, files } = newcomer;
		const context = contextFor(targetFor(from.folder), ledger, { id: device, keys: signingKeysFrom(seed) }, epochKeys);
		try {
			folder.clear();
			await fillVaults(folder, readableVaults(ledger, member, epochKeys), context, vaults, steps(report), isCancelled);
			folder.writeLedger(files);
			writeDeviceKey(folder, ledger, device, seed, epochKeys, random);
			folder.writeDevice({ site: ledger.site, device, signInNames: [newcomer.signInName], sample: false });
		} catch (error) {
			folder.clear();
			throw error;
		}
		const { session, sync } = sessions.begin({ ledger, member, memberKeys: newcomer.keys, epochKeys, device });
		const { settings } = openVaultOf(session, 'office');
		settings.set('share_folder', from.folder);
		settings.set('ledger_published', String(ledger.seq));
		await sync.cycle();
	}

	/** The entry that makes this device known, on top of the share's ledger, and on the share before anything else. */
	async function announce(
		target: ShareTarget,
		ledger: LedgerState,
		files: Map<string, Uint8Array>,
		entry: LedgerEntry,
	): Promise<LedgerState> {
		const next = extended(ledger, entry);
		await publishEntry(target, entry);
		files.set(entryFileName(entry), entry.bytes);
		return next;
	}

	return {
		async join(from, signInName, passphrase, report, isCancelled) {
			if (folder.readDevice() !== null) return err({ kind: 'already_a_site' });
			const waitMs = brake.wait();
			if (waitMs > 0) return err({ kind: 'wrong_passphrase', waitMs });
			report({ step: 'sign_in', done: 0, total: 0 });
			const target = targetFor(from.folder);
			const { state, files } = await ledgerFromShare(target, from.siteId);
			const unlocked = await unlockMember(state, signInName, passphrase);
			if (!unlocked) return err({ kind: 'wrong_passphrase', waitMs: brake.failed() });
			brake.succeeded();
			const epochKeys = openGrants(state, unlocked.member, unlocked.keys.sealing);
			const device = ids.next() as DeviceId;
			const seed = random.bytes(KEY_BYTES);
			const office = keyOf(epochKeys, 'office', state.epochs.get('office') ?? 1);
			const fact = deviceFact(device, signingKeysFrom(seed), from.deviceName, office, random);
			const entry = writeEntry(state, { id: unlocked.member, secretKey: unlocked.keys.signing.secretKey }, clock.now(), [fact]);
			const ledger = await announce(target, state, files, entry);
			const newcomer = {
				member: unlocked.member,
				signInName: signInName.trim().toLocaleLowerCase('de'),
				keys: unlocked.keys,
				epochKeys,
				ledger,
				files,
			};
			await settle(newcomer, from, seed, device, report, isCancelled);
			wipe(seed);
			return ok(undefined);
		},

		async recover(typedKit, signInName, newPassphrase, from, report, isCancelled) {
			if (from && folder.readDevice() !== null) return err({ kind: 'already_a_site' });
			const secret = parseKit(typedKit);
			if (!secret.ok) return err({ kind: 'wrong_kit', typo: true });
			// Nothing here that any kit could open.
			if (!from && folder.readDevice() === null) return err({ kind: 'wrong_kit', typo: false });
			const kit = memberKeysFrom(secret.value);
			report({ step: 'sign_in', done: 0, total: 0 });
			const target = from && targetFor(from.folder);
			const { state, files } =
				from && target ? await ledgerFromShare(target, from.siteId) : { state: sessions.readLedger(), files: new Map() };
			const known = findMember(state, signInName);
			if (!known || !equalBytes(kit.signing.publicKey, state.recovery.signPublic)) return err({ kind: 'wrong_kit', typo: false });
			const kitEpochKeys = openGrants(state, RECOVERY, kit.sealing);
			const recovered = await recoveredMember(state, known.member, kit, kitEpochKeys, newPassphrase, deps);
			const epochKeys = openGrants(recovered.ledger, known.member, recovered.keys.sealing);
			const name = signInName.trim().toLocaleLowerCase('de');
			if (from && target) {
				const renewed = await announce(target, state, files, recovered.entry);
				const device = ids.next() as DeviceId;
				const seed = random.bytes(KEY_BYTES);
				const office = keyOf(epochKeys, 'office', renewed.epochs.get('office') ?? 1);
				const signer = { id: known.member, secretKey: recovered.keys.signing.secretKey };
				const entry = writeEntry(renewed, signer, clock.now(), [
					deviceFact(device, signingKeysFrom(seed), from.deviceName, office, random),
				]);
				const ledger = await announce(target, renewed, files, entry);
				await settle(
					{ member: known.member, signInName: name, keys: recovered.keys, epochKeys, ledger, files },
					from,
					seed,
					device,
					report,
					isCancelled,
				);
				wipe(seed);
			} else {
				const device = folder.readDevice();
				if (device === null || device === 'damaged') return err({ kind: 'wrong_kit', typo: false });
				const { session, sync } = sessions.begin({
					ledger: state,
					member: known.member,
					memberKeys: recovered.keys,
					epochKeys,
					device: device.device,
				});
				// Other devices may have written to the ledger meanwhile: take that first, so that ours comes after it.
				await sync.cycle();
				const { entry, ledger } = await resigned(session.ledger, recovered.entry, kit);
				folder.addToLedger([entry]);
				extendSessionLedger(session, ledger);
				folder.writeDevice({ ...device, signInNames: [name, ...device.signInNames.filter((other) => other !== name)] });
				await sync.cycle();
			}
			wipeMemberKeys(kit);
			brake.succeeded();
			return ok(undefined);
		},

		async repair(path, signInName, passphrase, report, isCancelled) {
			const device = folder.readDevice();
			if (device === null || device === 'damaged') throw new ShareRefused('wrong_folder', null);
			const waitMs = brake.wait();
			if (waitMs > 0) return err({ kind: 'wrong_passphrase', waitMs });
			await desk.end();
			report({ step: 'sign_in', done: 0, total: 0 });
			const target = targetFor(path);
			const onShare = await ledgerFromShare(target, device.site);
			const { state, files } = withOwnEntries(onShare, folder.readLedger());
			const unlocked = await unlockMember(state, signInName, passphrase);
			if (!unlocked) return err({ kind: 'wrong_passphrase', waitMs: brake.failed() });
			brake.succeeded();
			await publishOwnEntries(target, { state, files }, onShare);
			const epochKeys = openGrants(state, unlocked.member, unlocked.keys.sealing);
			const readable = readableVaults(state, unlocked.member, epochKeys);
			folder.writeLedger(files);
			const place = { site: state.site, device: device.device } as const;
			const seed = readKeyFile(folder.deviceKeyPath, { ...place, vault: 'office', what: 'device' }, epochKeys);
			const own =
				typeof seed === 'string'
					? await replaceDeviceKey(target, state, files, unlocked, epochKeys)
					: { id: device.device, seed, ledger: state };
			const context = contextFor(target, own.ledger, { id: own.id, keys: signingKeysFrom(own.seed) }, epochKeys);
			const damaged = readable.filter((vault) => own.id !== device.device || !opens(vault, own.id, epochKeys, state.site));
			for (const vault of damaged) setAside([folder.vaultPath(vault), folder.vaultKeyPath(vault)], clock.now());
			await fillVaults(folder, damaged, context, vaults, steps(report), isCancelled);
			folder.writeDevice({ ...device, device: own.id });
			wipe(own.seed);
			const { session, sync } = sessions.begin({
				ledger: own.ledger,
				member: unlocked.member,
				memberKeys: unlocked.keys,
				epochKeys,
				device: own.id,
			});
			const { settings } = openVaultOf(session, 'office');
			settings.set('share_folder', path);
			settings.set('ledger_published', String(own.ledger.seq));
			await sync.cycle();
			return ok(undefined);
		},
	};

	function opens(vault: Parameters<typeof openVault>[0], device: DeviceId, epochKeys: EpochKeys, site: SiteId): boolean {
		const fileKey = readKeyFile(folder.vaultKeyPath(vault), { site, device, vault, what: 'file' }, epochKeys);
		if (typeof fileKey === 'string') return false;
		try {
			openVault(vault, folder.vaultPath(vault), fileKey, device, vaults, false).close();
			return true;
		} catch (error) {
			// Another Kontor has it open: there is nothing to repair, and nothing to be pulled away from under it.
			if (error instanceof OpenError && error.refusal === 'in_use') throw new FolderError('in_use', `vaults/${vault}.db`);
			return false;
		} finally {
			wipe(fileKey);
		}
	}

	/** Without its signing key a device cannot go on with its feeds: it becomes a new one. */
	async function replaceDeviceKey(
		target: ShareTarget,
		state: LedgerState,
		files: Map<string, Uint8Array>,
		unlocked: { member: MemberId; keys: MemberKeys },
		epochKeys: EpochKeys,
	): Promise<{ id: DeviceId; seed: Uint8Array; ledger: LedgerState }> {
		const id = ids.next() as DeviceId;
		const seed = random.bytes(KEY_BYTES);
		const office = keyOf(epochKeys, 'office', state.epochs.get('office') ?? 1);
		const fact = deviceFact(id, signingKeysFrom(seed), 'Repariertes Gerät', office, random);
		const entry = writeEntry(state, { id: unlocked.member, secretKey: unlocked.keys.signing.secretKey }, clock.now(), [fact]);
		const ledger = await announce(target, state, files, entry);
		folder.writeLedger(files);
		writeDeviceKey(folder, ledger, id, seed, epochKeys, random);
		return { id, seed, ledger };
	}
}

/** The same facts on top of the newest ledger. */
async function resigned(
	ledger: LedgerState,
	entry: LedgerEntry,
	kit: MemberKeys,
): Promise<{ entry: LedgerEntry; ledger: LedgerState }> {
	if (ledger.seq === entry.header.seq - 1) return { entry, ledger: extended(ledger, entry) };
	const again = writeEntry(ledger, { id: RECOVERY, secretKey: kit.signing.secretKey }, entry.header.at, entry.header.facts);
	return { entry: again, ledger: extended(ledger, again) };
}

/** The damaged file stays beside the new one, with its key: somebody may still get something out of it. */
function setAside(paths: readonly string[], now: number): void {
	for (const path of paths.flatMap((path) => [path, `${path}-wal`, `${path}-shm`])) {
		if (existsSync(path)) renameSync(path, `${path}.damaged-${now}`);
	}
}
