import { existsSync, renameSync } from 'node:fs';
import { SignInName, type Vault } from '#shared/features/members/model.ts';
import type { SharePlace } from '#shared/features/share/model.ts';
import type { DeviceId, MemberId, SiteId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { isIntact, OpenError } from '../../database/open.ts';
import { ledgerFromShare } from '../../share/exchange-ledger.ts';
import { ShareRefused } from '../../share/problem.ts';
import type { ShareTarget } from '../../share/target.ts';
import { deviceFact } from '../../vaults/administration.ts';
import { KEY_BYTES, signingKeysFrom, wipe } from '../../vaults/crypto.ts';
import { addressOf } from '../../vaults/data-folder.ts';
import { type EpochKeys, keyOf, openGrants, readableVaults } from '../../vaults/grants.ts';
import { readKeyFile } from '../../vaults/key-files.ts';
import { readLedger } from '../../vaults/ledger.ts';
import type { LedgerState } from '../../vaults/ledger-state.ts';
import type { MemberKeys } from '../../vaults/member-keys.ts';
import { openVault } from '../../vaults/open-vault.ts';
import { filesOf, readFileKey } from '../../vaults/rotate.ts';
import { FolderError, openVaultOf } from '../../vaults/session.ts';
import { findMember, removalOf, unlockMember } from '../../vaults/sign-in.ts';
import type { ArrivalDeps, ArrivalRefusal, Report } from './arrival.ts';
import { announce, buildingContext, fillVaults, writeDeviceKey } from './new-device.ts';
import { publishOwnEntries, withOwnEntries } from './own-entries.ts';

/** Builds what is damaged in the data folder anew from the share; what still opens is left alone. */
export interface RepairService {
	/** Ends signed in. May also throw ShareRefused, TargetError or FolderError. */
	repair(
		place: SharePlace,
		signInName: string,
		passphrase: string,
		report: Report,
		isCancelled: () => boolean,
	): Promise<Result<void, ArrivalRefusal>>;
}

export function createRepairService(deps: ArrivalDeps): RepairService {
	const { folder, desk, sessions, vaults, brake, clock, ids, random, targetFor } = deps;

	return {
		async repair(place, signInName, passphrase, report, isCancelled) {
			const known = folder.readDevice();
			if (known === null) throw new ShareRefused('wrong_folder', null);
			const waitMs = brake.wait();
			if (waitMs > 0) return err({ kind: 'wrong_passphrase', waitMs });
			await desk.end();
			report({ step: 'sign_in', done: 0, total: 0 });
			const target = targetFor(place);
			const onShare = await ledgerFromShare(target, known === 'damaged' ? siteOf(folder.readLedger()) : known.site);
			const { state, files } = withOwnEntries(onShare, folder.readLedger());
			const unlocked = await unlockMember(state, signInName, passphrase);
			if (!unlocked) {
				deps.noteFailure(state, findMember(state, signInName)?.member ?? null);
				return err({ kind: 'wrong_passphrase', waitMs: brake.failed() });
			}
			brake.succeeded();
			const removal = removalOf(state, unlocked.member, known === 'damaged' ? null : known.device);
			if (removal) return err({ kind: 'removed', ...removal });
			await publishOwnEntries(target, { state, files }, onShare);
			const epochKeys = openGrants(state, unlocked.member, unlocked.keys.sealing);
			const readable = readableVaults(state, unlocked.member, epochKeys);
			folder.writeLedger(files);
			const candidates = known === 'damaged' ? [...state.devices.keys()] : [known.device];
			const before = candidates.flatMap((id) => deviceKeyOf(state.site, id, epochKeys) ?? [])[0];
			const own = before ? { ...before, ledger: state } : await replaceDeviceKey(target, state, unlocked, epochKeys);
			const context = buildingContext(target, own.ledger, { id: own.id, keys: signingKeysFrom(own.seed) }, epochKeys, deps);
			const damaged = readable.filter((vault) => own.id !== before?.id || !opens(vault, own.id, epochKeys, state.site));
			for (const vault of damaged) setAside(filesOf(folder, vault), clock.now());
			await fillVaults(folder, damaged, context, vaults, (step, done, total) => report({ step, done, total }), isCancelled);
			const signInNames = known === 'damaged' ? [SignInName.parse(signInName)] : known.signInNames;
			folder.writeDevice({
				site: state.site,
				device: own.id,
				signInNames,
				share: addressOf(place),
				sample: known !== 'damaged' && known.sample,
			});
			folder.setShare(place);
			wipe(own.seed);
			const { session, sync } = sessions.begin({
				ledger: own.ledger,
				member: unlocked.member,
				memberKeys: unlocked.keys,
				epochKeys,
				device: own.id,
			});
			const { settings } = openVaultOf(session, 'office');
			settings.set('ledger_published', String(own.ledger.seq));
			await sync.cycle();
			return ok(undefined);
		},
	};

	/** The signing key that lies here, if it is this device's: key files open only at their own place. */
	function deviceKeyOf(site: SiteId, id: DeviceId, epochKeys: EpochKeys): { id: DeviceId; seed: Uint8Array } | null {
		const seed = readKeyFile(folder.deviceKeyPath, { site, device: id, vault: 'office', what: 'device' }, epochKeys);
		return typeof seed === 'string' ? null : { id, seed };
	}

	function opens(vault: Vault, device: DeviceId, epochKeys: EpochKeys, site: SiteId): boolean {
		const fileKey = readFileKey({ folder, site, device, vault }, epochKeys);
		if (typeof fileKey === 'string') return false;
		try {
			const opened = openVault(vault, folder.vaultPath(vault), fileKey, device, vaults, false);
			const intact = isIntact(opened.file);
			opened.close();
			return intact;
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
		unlocked: { member: MemberId; keys: MemberKeys },
		epochKeys: EpochKeys,
	): Promise<{ id: DeviceId; seed: Uint8Array; ledger: LedgerState }> {
		const id = ids.next() as DeviceId;
		const seed = random.bytes(KEY_BYTES);
		const office = keyOf(epochKeys, 'office', state.epochs.get('office') ?? 1);
		const fact = deviceFact(id, signingKeysFrom(seed), 'Repariertes Gerät', office, random);
		const signer = { id: unlocked.member, secretKey: unlocked.keys.signing.secretKey };
		const { state: ledger, files } = await announce({ target, site: state.site }, signer, clock, () => [fact]);
		folder.writeLedger(files);
		writeDeviceKey(folder, ledger, id, seed, epochKeys, random);
		return { id, seed, ledger };
	}
}

/** Which site this was, when `device.json` no longer says so. */
function siteOf(files: readonly Uint8Array[]): SiteId {
	const ledger = readLedger(files);
	if (!ledger.ok) throw new ShareRefused('wrong_folder', null);
	return ledger.value.site;
}

/** The damaged file stays beside the new one, with its key: somebody may still get something out of it. */
function setAside(paths: readonly string[], now: number): void {
	for (const path of paths) if (existsSync(path)) renameSync(path, `${path}.damaged-${now}`);
}
