import type { Progress } from '#shared/contract-base.ts';
import { SignInName } from '#shared/features/members/model.ts';
import type { DeviceId, MemberId, SiteId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { extendSessionLedger, type Sessions } from '../../sessions.ts';
import { ledgerFromShare } from '../../share/exchange-ledger.ts';
import type { ShareTarget } from '../../share/target.ts';
import { equalBytes, KEY_BYTES, signingKeysFrom, wipe } from '../../vaults/crypto.ts';
import type { DataFolder } from '../../vaults/data-folder.ts';
import { deviceFact, extended, type KeyDeps, keyOf, recoveredMember } from '../../vaults/found-site.ts';
import { type EpochKeys, openGrants, readableVaults } from '../../vaults/grants.ts';
import { type LedgerEntry, type LedgerState, writeEntry } from '../../vaults/ledger.ts';
import { RECOVERY } from '../../vaults/ledger-facts.ts';
import { type MemberKeys, memberKeysFrom, wipeMemberKeys } from '../../vaults/member-keys.ts';
import type { VaultDeps } from '../../vaults/open-vault.ts';
import { parseKit } from '../../vaults/recovery-kit.ts';
import { openVaultOf } from '../../vaults/session.ts';
import { type AttemptBrake, findMember, unlockMember } from '../../vaults/sign-in.ts';
import { announce, buildingContext, fillVaults, writeDeviceKey } from './new-device.ts';

/** Coming (back) to a site: a second PC joins, the recovery kit replaces a lost passphrase. */
export type ArrivalRefusal =
	| { readonly kind: 'already_a_site' }
	| { readonly kind: 'wrong_passphrase'; readonly waitMs: number }
	| { readonly kind: 'wrong_kit'; readonly typo: boolean };

export type Report = (progress: Progress) => void;
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
}

export interface ArrivalDeps extends KeyDeps {
	readonly folder: DataFolder;
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
	/** The share's ledger as it was when the keys were opened. */
	readonly ledger: LedgerState;
	/** Says on the share what makes these keys valid, where they are new. */
	makeValid(target: ShareTarget, share: ShareLedger): Promise<LedgerState>;
}
type ShareLedger = Awaited<ReturnType<typeof ledgerFromShare>>;

export function createArrivalService(deps: ArrivalDeps): ArrivalService {
	const { folder, sessions, vaults, brake, clock, ids, random, targetFor } = deps;
	const steps = (report: Report) => (step: string, done: number, total: number) => report({ step, done, total });

	/**
	 * Everything the newcomer may read, then the device's entry in the ledger, then its own files, `device.json` last. Until
	 * the entry nothing of the attempt is seen by anybody, however often it fails. Ends signed in.
	 */
	async function settle(newcomer: Newcomer, from: FromShare, report: Report, isCancelled: () => boolean): Promise<void> {
		const { ledger, epochKeys, member, keys } = newcomer;
		const target = targetFor(from.folder);
		const device = ids.next() as DeviceId;
		const seed = random.bytes(KEY_BYTES);
		const deviceKeys = signingKeysFrom(seed);
		const context = buildingContext(target, ledger, { id: device, keys: deviceKeys }, epochKeys, deps);
		let known: LedgerState;
		try {
			folder.clear();
			await fillVaults(folder, readableVaults(ledger, member, epochKeys), context, vaults, steps(report), isCancelled);
			const share = await ledgerFromShare(target, from.siteId);
			const valid = await newcomer.makeValid(target, share);
			const office = keyOf(epochKeys, 'office', valid.epochs.get('office') ?? 1);
			const fact = deviceFact(device, deviceKeys, from.deviceName, office, random);
			const entry = writeEntry(valid, { id: member, secretKey: keys.signing.secretKey }, clock.now(), [fact]);
			known = await announce(target, valid, share.files, entry);
			folder.writeLedger(share.files);
			writeDeviceKey(folder, known, device, seed, epochKeys, random);
			folder.writeDevice({ site: known.site, device, signInNames: [newcomer.signInName], sample: false });
		} catch (error) {
			folder.clear();
			throw error;
		} finally {
			wipe(seed, deviceKeys.secretKey);
		}
		const { session, sync } = sessions.begin({ ledger: known, member, memberKeys: keys, epochKeys, device });
		const { settings } = openVaultOf(session, 'office');
		settings.set('share_folder', from.folder);
		settings.set('ledger_published', String(known.seq));
		await sync.cycle();
	}

	return {
		async join(from, signInName, passphrase, report, isCancelled) {
			if (folder.readDevice() !== null) return err({ kind: 'already_a_site' });
			const waitMs = brake.wait();
			if (waitMs > 0) return err({ kind: 'wrong_passphrase', waitMs });
			report({ step: 'sign_in', done: 0, total: 0 });
			const { state } = await ledgerFromShare(targetFor(from.folder), from.siteId);
			const unlocked = await unlockMember(state, signInName, passphrase);
			if (!unlocked) return err({ kind: 'wrong_passphrase', waitMs: brake.failed() });
			brake.succeeded();
			const newcomer: Newcomer = {
				member: unlocked.member,
				signInName: SignInName.parse(signInName),
				keys: unlocked.keys,
				epochKeys: openGrants(state, unlocked.member, unlocked.keys.sealing),
				ledger: state,
				makeValid: async (_target, share) => share.state,
			};
			await settle(newcomer, from, report, isCancelled);
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
			const state = from ? (await ledgerFromShare(targetFor(from.folder), from.siteId)).state : sessions.readLedger();
			const known = findMember(state, signInName);
			if (!known || !equalBytes(kit.signing.publicKey, state.recovery.signPublic)) return err({ kind: 'wrong_kit', typo: false });
			const kitEpochKeys = openGrants(state, RECOVERY, kit.sealing);
			const recovered = await recoveredMember(state, known.member, kit, kitEpochKeys, newPassphrase, deps);
			const epochKeys = openGrants(recovered.ledger, known.member, recovered.keys.sealing);
			const name = SignInName.parse(signInName);
			if (from) {
				const newcomer: Newcomer = {
					member: known.member,
					signInName: name,
					keys: recovered.keys,
					epochKeys,
					ledger: recovered.ledger,
					makeValid: async (target, share) =>
						announce(target, share.state, share.files, (await resigned(share.state, recovered.entry, kit)).entry),
				};
				await settle(newcomer, from, report, isCancelled);
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
	};
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
