import type { Progress } from '#shared/contract-base.ts';
import { SignInName } from '#shared/features/members/model.ts';
import type { SharePlace } from '#shared/features/share/model.ts';
import type { DeviceId, MemberId, SiteId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Desk } from '../../desk.ts';
import type { Sessions } from '../../sessions.ts';
import { ledgerFromShare, publishEntry } from '../../share/exchange-ledger.ts';
import { learnNews, refreshLedger } from '../../share/refresh-ledger.ts';
import { type ShareTarget, TargetError } from '../../share/target.ts';
import { deviceFact, type KeyDeps, newWrappedKeys, replacingFacts, withNewEpochs } from '../../vaults/administration.ts';
import { equalBytes, KEY_BYTES, signingKeysFrom, wipe } from '../../vaults/crypto.ts';
import { addressOf, type DataFolder } from '../../vaults/data-folder.ts';
import { extended } from '../../vaults/found-site.ts';
import { type EpochKeys, keyOf, openGrants, readableVaults } from '../../vaults/grants.ts';
import { writeEntry } from '../../vaults/ledger.ts';
import { type Fact, RECOVERY } from '../../vaults/ledger-facts.ts';
import { administers, hasStartKeys, type LedgerState } from '../../vaults/ledger-state.ts';
import { type MemberKeys, memberKeysFrom, wipeMemberKeys } from '../../vaults/member-keys.ts';
import type { VaultDeps } from '../../vaults/open-vault.ts';
import { parseKit } from '../../vaults/recovery-kit.ts';
import { openVaultOf } from '../../vaults/session.ts';
import { type AttemptBrake, findMember, removalOf, unlockMember } from '../../vaults/sign-in.ts';
import { awaitApproval } from './approval.ts';
import { announce, buildingContext, fillVaults, type Signer, writeDeviceKey } from './new-device.ts';
import type { LedgerWithFiles } from './own-entries.ts';

/** Coming (back) to a site: a second PC joins, the recovery kit replaces a lost passphrase. */
export type ArrivalRefusal =
	| { readonly kind: 'already_a_site' }
	| { readonly kind: 'wrong_passphrase'; readonly waitMs: number }
	| { readonly kind: 'wrong_kit'; readonly typo: boolean; readonly replaced: boolean }
	| { readonly kind: 'removed'; readonly what: 'member' | 'device'; readonly at: number }
	| { readonly kind: 'turned_away' };

/** `fingerprint` of a device that waits for being approved. */
export type Report = (progress: Progress & { readonly fingerprint?: string }) => void;
interface FromShare {
	readonly folder: SharePlace;
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
	readonly desk: Desk;
	readonly sessions: Sessions;
	readonly vaults: VaultDeps;
	readonly brake: AttemptBrake;
	targetFor(place: SharePlace): ShareTarget;
	/** Somebody tried to get in on this device and could not. */
	noteFailure(ledger: LedgerState, member: MemberId | null): void;
	/** Resolves after some time. */
	wait(ms: number): Promise<void>;
}

/** Somebody whose keys are open, on a device that is about to hold the site. */
interface Newcomer {
	readonly member: MemberId;
	readonly signInName: string;
	readonly keys: MemberKeys;
	readonly signer: Signer;
	/** What to read the share with. */
	readonly epochKeys: EpochKeys;
	/** The share's ledger as it was when the keys were opened. */
	readonly ledger: LedgerState;
	/** What has to be said along with the device: that the keys are valid, where they are new. */
	facts(ledger: LedgerState): Fact[];
}

/** How long recovering waits for the share before it goes on without it. */
const SHARE_MS = 5000;
/** Others may write to the ledger at the same moment so many times before we give up. */
const ATTEMPTS = 8;

export function createArrivalService(deps: ArrivalDeps): ArrivalService {
	const { folder, desk, sessions, vaults, brake, clock, ids, random, targetFor } = deps;
	const steps = (report: Report) => (step: string, done: number, total: number) => report({ step, done, total });

	/**
	 * Who administers fills the device first and then enters it in the ledger: nothing of a failed attempt is ever seen.
	 * Everybody else asks first, and gets nothing before an administrator has approved the device. `device.json` comes
	 * last. Ends signed in.
	 */
	async function settle(
		newcomer: Newcomer,
		from: FromShare,
		report: Report,
		isCancelled: () => boolean,
	): Promise<Result<void, ArrivalRefusal>> {
		const { epochKeys, member, keys, signer } = newcomer;
		const target = targetFor(from.folder);
		const device = ids.next() as DeviceId;
		const seed = random.bytes(KEY_BYTES);
		const deviceKeys = signingKeysFrom(seed);
		const place = { target, site: from.siteId };
		const isOwnMaster = administers(newcomer.ledger, signer.id) && !hasStartKeys(newcomer.ledger, signer.id);
		const enter = () =>
			announce(place, signer, clock, (ledger) => {
				const office = keyOf(epochKeys, 'office', newcomer.ledger.epochs.get('office') ?? 1);
				return [...newcomer.facts(ledger), deviceFact(device, deviceKeys, from.deviceName, office, random)];
			});
		const fill = (ledger: LedgerState) => {
			folder.clear();
			const context = buildingContext(target, ledger, { id: device, keys: deviceKeys }, epochKeys, deps);
			return fillVaults(folder, readableVaults(ledger, member, epochKeys), context, vaults, steps(report), isCancelled);
		};
		let known: LedgerWithFiles;
		try {
			if (isOwnMaster) {
				await fill(newcomer.ledger);
				// The last that can fail: after it, nothing more is asked of the share.
				known = await enter();
			} else {
				const asked = await enter();
				const answer = await awaitApproval({ ...place, signer, device, isCancelled }, asked, report, deps);
				if (!answer.ok) {
					wipeMemberKeys(keys);
					return answer;
				}
				known = answer.value;
				openGrants(known.state, member, keys.sealing, epochKeys);
				await fill(known.state);
			}
			folder.writeLedger(known.files);
			openGrants(known.state, member, keys.sealing, epochKeys);
			writeDeviceKey(folder, known.state, device, seed, epochKeys, random);
			folder.writeDevice({
				site: from.siteId,
				device,
				signInNames: [newcomer.signInName],
				share: addressOf(from.folder),
				sample: false,
			});
			folder.setShare(from.folder);
		} catch (error) {
			folder.clear();
			wipeMemberKeys(keys);
			wipe(...epochKeys.values());
			throw error;
		} finally {
			wipe(seed, deviceKeys.secretKey);
		}
		// As far as it stands now: others may have added to it since.
		const ledger = sessions.readLedger();
		const { session, sync } = sessions.begin({ ledger, member, memberKeys: keys, epochKeys, device });
		const { settings } = openVaultOf(session, 'office');
		settings.set('ledger_published', String(ledger.seq));
		await sync.cycle();
		return ok(undefined);
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
			const { member, keys } = unlocked;
			const removal = removalOf(state, member, null);
			if (removal) return err({ kind: 'removed', ...removal });
			const newcomer: Newcomer = {
				member,
				signInName: SignInName.parse(signInName),
				keys,
				signer: { id: member, secretKey: keys.signing.secretKey },
				epochKeys: openGrants(state, member, keys.sealing),
				ledger: state,
				facts: () => [],
			};
			return settle(newcomer, from, report, isCancelled);
		},

		async recover(typedKit, signInName, newPassphrase, from, report, isCancelled) {
			if (from && folder.readDevice() !== null) return err({ kind: 'already_a_site' });
			const secret = parseKit(typedKit);
			if (!secret.ok) return err({ kind: 'wrong_kit', typo: true, replaced: false });
			const device = folder.readDevice();
			// Nothing here that any kit could open.
			if (!from && (device === null || device === 'damaged')) return err({ kind: 'wrong_kit', typo: false, replaced: false });
			const kit = memberKeysFrom(secret.value);
			try {
				report({ step: 'sign_in', done: 0, total: 0 });
				if (!from) await learnNews(folder, deps);
				const state = from ? (await ledgerFromShare(targetFor(from.folder), from.siteId)).state : sessions.readLedger();
				const known = findMember(state, signInName);
				if (!known || !equalBytes(kit.signing.publicKey, state.recovery.signPublic)) {
					if (!from) deps.noteFailure(state, known?.member ?? null);
					return err(wrongKit(kit, state));
				}
				const here = from || device === null || device === 'damaged' ? null : device;
				const removal = removalOf(state, known.member, here?.device ?? null);
				if (removal) return err({ kind: 'removed', ...removal });
				const name = SignInName.parse(signInName);
				const opened = { name, member: known.member, kit, state };
				if (from) return await recoverFromShare(opened, newPassphrase, from, report, isCancelled);
				return here ? await recoverHere(opened, newPassphrase, here) : ok(undefined);
			} finally {
				wipeMemberKeys(kit);
			}
		},
	};

	interface Recovering {
		readonly name: string;
		readonly member: MemberId;
		readonly kit: MemberKeys;
		readonly state: LedgerState;
	}

	async function recoverFromShare(
		{ name, member, kit, state }: Recovering,
		passphrase: string,
		from: FromShare,
		report: Report,
		isCancelled: () => boolean,
	): Promise<Result<void, ArrivalRefusal>> {
		const kitKeys = openGrants(state, RECOVERY, kit.sealing);
		const { keys, wrapped } = await newWrappedKeys(state.site, member, passphrase, deps);
		const newcomer: Newcomer = {
			member,
			signInName: name,
			keys,
			signer: { id: RECOVERY, secretKey: kit.signing.secretKey },
			epochKeys: kitKeys,
			ledger: state,
			facts(ledger) {
				openGrants(ledger, RECOVERY, kit.sealing, kitKeys);
				return withNewEpochs(ledger, RECOVERY, replacingFacts(ledger, member, { keys, wrapped, start: false }, kitKeys), random);
			},
		};
		const settled = await settle(newcomer, from, report, isCancelled);
		if (settled.ok) brake.succeeded();
		return settled;
	}

	function agree(target: ShareTarget): Promise<boolean> {
		return refreshLedger(folder, target).catch(() => false);
	}

	/**
	 * On the share before it counts here, so that nothing others sign can get in its way. With the share away it counts here
	 * alone for the time being, and leaves the vaults' keys as they are: it may have to be done again.
	 */
	async function recoverHere(
		{ name, member, kit }: Recovering,
		passphrase: string,
		device: Exclude<ReturnType<DataFolder['readDevice']>, null | 'damaged'>,
	): Promise<Result<void, ArrivalRefusal>> {
		await desk.end();
		const signer: Signer = { id: RECOVERY, secretKey: kit.signing.secretKey };
		const place = folder.share();
		const target = place === null ? null : targetFor(place);
		const wrapped = await newWrappedKeys(device.site, member, passphrase, deps);
		for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
			const isAgreed = target !== null && (await Promise.race([agree(target), deps.wait(SHARE_MS).then(() => false)]));
			const before = sessions.readLedger();
			const removal = removalOf(before, member, device.device);
			if (removal) return err({ kind: 'removed', ...removal });
			if (!equalBytes(kit.signing.publicKey, before.recovery.signPublic)) return err(wrongKit(kit, before));
			const kitKeys = openGrants(before, RECOVERY, kit.sealing);
			const facts: Fact[] = replacingFacts(before, member, { ...wrapped, start: false }, kitKeys);
			const isSafe = target === null || isAgreed;
			const entry = writeEntry(before, signer, clock.now(), isSafe ? withNewEpochs(before, RECOVERY, facts, random) : facts);
			if (target && isAgreed && !(await publishEntry(target, entry))) continue;
			folder.addToLedger([entry]);
			const ledger = extended(before, entry);
			openGrants(ledger, member, wrapped.keys.sealing, kitKeys);
			const { sync } = sessions.begin({ ledger, member, memberKeys: wrapped.keys, epochKeys: kitKeys, device: device.device });
			folder.writeDevice({ ...device, signInNames: [name, ...device.signInNames.filter((other) => other !== name)] });
			brake.succeeded();
			await sync.cycle();
			return ok(undefined);
		}
		throw new TargetError('unreachable');
	}
}

/** An older kit of this site, or another one's. */
function wrongKit(kit: MemberKeys, { recovery }: LedgerState): ArrivalRefusal {
	return { kind: 'wrong_kit', typo: false, replaced: recovery.replaced.some((old) => equalBytes(old, kit.signing.publicKey)) };
}
