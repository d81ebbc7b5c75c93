import type { z } from 'zod';
import type { MemberService } from '#main/features/members/service.ts';
import { type Role, type SignInName, VAULTS, type Vault, vaultsOf } from '#shared/features/members/model.ts';
import { type NewSite, NO_ADDRESS, type RecoveryKit, type SiteProfile, type SiteStatus } from '#shared/features/site/model.ts';
import { tidyBase32 } from '#shared/kernel/base32.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Desk } from '../../desk.ts';
import type { Sessions } from '../../sessions.ts';
import { type KeyDeps, newKitFacts, withNewEpochs } from '../../vaults/administration.ts';
import { equalBytes, openSealed, sealTo, wipe } from '../../vaults/crypto.ts';
import type { DataFolder } from '../../vaults/data-folder.ts';
import { type Founded, foundSite } from '../../vaults/found-site.ts';
import { readLedger } from '../../vaults/ledger.ts';
import { activeMembers, administers, epochName, opensOnlyWithKit } from '../../vaults/ledger-state.ts';
import { memberKeysFrom, wipeMemberKeys } from '../../vaults/member-keys.ts';
import type { VaultDeps } from '../../vaults/open-vault.ts';
import { printKit } from '../../vaults/recovery-kit.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { createVaultFiles, writeDeviceKey } from './new-device.ts';
import { readProfile } from './queries.ts';
import { siteProfileKind } from './records.ts';
import { SAMPLE_MEMBERS } from './sample/members.ts';

/** The site itself: its first day, its profile, the recovery kit until it is confirmed, what the screen starts from. */
export interface SiteService {
	status(): SiteStatus;
	/** Ends signed in. */
	create(input: CreateSite): Promise<Result<{ kit: RecoveryKit }, 'already_a_site'>>;
	/** The kit while it waits for being typed back; only for the member who made it. */
	pendingKit(session: Session): { kit: RecoveryKit; ask: number[] } | undefined;
	/** The groups that do not match. */
	confirmKit(session: Session, answers: readonly { group: number; text: string }[]): Result<void, number[]>;
	/** Empties the data folder of a device that its ledger says was removed. False on every other. */
	clearRemoved(): boolean;
	/** Replaces the kit; to be confirmed like the first. May also throw TargetError and ShareRefused. */
	renewKit(session: Session): Promise<Result<RecoveryKit, 'kit_is_last'>>;
	updateProfile(session: Session, profile: SiteProfile): void;
	profile(session: Session): SiteProfile;
}

export type CreateSite = z.infer<typeof NewSite> & { signInName: z.infer<typeof SignInName> };

export interface SiteDeps extends KeyDeps {
	readonly folder: DataFolder;
	readonly desk: Desk;
	readonly sessions: Sessions;
	readonly vaults: VaultDeps;
	readonly members: MemberService;
	readonly appVersion: string;
	readonly hostKind: SiteStatus['host'];
}

/** Files of a newly founded site, except `device.json`: until that is written, nothing here counts. */
export function writeFoundedSite(folder: DataFolder, founded: Founded, vaults: VaultDeps): void {
	folder.clear();
	folder.addToLedger([founded.entry]);
	writeDeviceKey(folder, founded.ledger, founded.device, founded.deviceSeed, founded.epochKeys, vaults.random);
	createVaultFiles(folder, founded.ledger.site, founded.device, founded.epochKeys, vaults);
}

export function createSiteService(deps: SiteDeps): SiteService {
	const { folder, desk, sessions, vaults, members, appVersion, hostKind } = deps;

	function sessionStatus(session: Session): NonNullable<SiteStatus['session']> {
		const member = members.list(session).find(({ id }) => id === session.member);
		if (!member) throw new Error('signed-in member is not in the ledger');
		return {
			siteId: session.site,
			profile: readProfile(openVaultOf(session, 'office').reader, session.site) ?? siteProfileKind.empty,
			member,
			vaults: [...session.vaults.keys()],
			deviceId: session.device.id,
			deviceName: members.nameOf(session, session.device.id),
			mustChangePassphrase: session.hasStartKeys,
			acting: { id: session.acting, name: members.nameOf(session, session.acting) },
			deviceApproved: (session.ledger.devices.get(session.device.id)?.approvedAt ?? null) !== null,
			awaited: vaultsOf(session.roles)
				.filter((vault) => !session.vault(vault))
				.map((vault) => ({ vault, why: reasonToWait(session, vault) })),
			administrators: activeMembers(session.ledger).filter((other) => administers(session.ledger, other.member)).length,
			kitPending: pendingSecret(session) !== null,
		};
	}

	return {
		status() {
			const device = folder.readDevice();
			const base = {
				appVersion,
				host: hostKind,
				signInNames: [],
				sample: null,
				isBehind: false,
				session: null,
				ended: desk.ended(),
				lostChanges: desk.lostChanges(),
				file: null,
			};
			if (device === null) return { ...base, state: 'empty' };
			if (device === 'damaged') return { ...base, state: 'damaged', file: 'device.json' };
			const session = desk.session();
			const share = folder.share();
			return {
				...base,
				isBehind: session === null && share !== null && typeof share !== 'string' && share.password === '',
				state: session ? 'unlocked' : 'locked',
				signInNames: device.signInNames,
				sample: device.sample ? [...SAMPLE_MEMBERS] : null,
				session: session && sessionStatus(session),
			};
		},
		async create(input) {
			if (folder.readDevice() !== null) return err('already_a_site');
			const { memberName: name, signInName, passphrase } = input;
			const founded = await foundSite(
				{ name, signInName, passphrase, roles: withAdministrator(input.roles) },
				input.deviceName,
				deps,
			);
			// Two windows may both have been asked; the first one made it.
			if (folder.readDevice() !== null) return err('already_a_site');
			writeFoundedSite(folder, founded, vaults);
			folder.writeDevice({
				site: founded.ledger.site,
				device: founded.device,
				signInNames: [signInName],
				share: null,
				sample: false,
			});
			const { session } = sessions.begin(founded);
			const office = openVaultOf(session, 'office');
			const profile = { name: input.name, organisation: input.organisation, ...NO_ADDRESS, lockAfterMinutes: 10 };
			office.store.insert(siteProfileKind, session.site, profile, session.member);
			keepPending(session, PENDING_KIT, founded.kitSecret);
			const kit = printKit(founded.kitSecret);
			wipe(founded.kitSecret, founded.deviceSeed);
			desk.tell({ kind: 'session' });
			return ok({ kit });
		},
		pendingKit(session) {
			const secret = pendingSecret(session);
			if (!secret) return undefined;
			const kit = printKit(secret);
			const ask = askedGroups(secret, kit.groups.length);
			wipe(secret);
			return { kit, ask };
		},
		confirmKit(session, answers) {
			const secret = pendingSecret(session);
			if (!secret) return ok(undefined);
			const { groups } = printKit(secret);
			const asked = askedGroups(secret, groups.length);
			wipe(secret);
			const wrong = asked.filter(
				(group) => !answers.some((answer) => answer.group === group && tidyBase32(answer.text) === groups[group]),
			);
			if (wrong.length > 0) return err(wrong);
			for (const name of [PENDING_KIT, NEXT_KIT]) openVaultOf(session, 'office').settings.set(name, null);
			desk.tell({ kind: 'session' });
			return ok(undefined);
		},
		clearRemoved() {
			const device = folder.readDevice();
			if (desk.session() || device === null || device === 'damaged') return false;
			const ledger = readLedger(folder.readLedger());
			if (!ledger.ok || !ledger.value.devices.get(device.device)?.removed) return false;
			folder.clear();
			desk.tell({ kind: 'session' });
			return true;
		},
		async renewKit(session) {
			// Without it, nobody could ever again.
			if (VAULTS.some((vault) => opensOnlyWithKit(session.ledger, vault))) return err('kit_is_last');
			let secret = new Uint8Array();
			await desk.sync()?.addToLedger((ledger) => {
				const made = newKitFacts(ledger, session.epochKeys, deps.random);
				secret = made.secret.slice();
				// Before it counts: a PC that is switched off the moment after can still show and print it.
				keepPending(session, NEXT_KIT, secret);
				wipe(made.secret);
				return withNewEpochs(ledger, session.member, made.facts, deps.random);
			});
			const kit = printKit(secret);
			wipe(secret);
			desk.tell({ kind: 'session' });
			return ok(kit);
		},
		profile: (session) => readProfile(openVaultOf(session, 'office').reader, session.site) ?? siteProfileKind.empty,
		updateProfile(session, profile) {
			openVaultOf(session, 'office').store.update(siteProfileKind, session.site, profile, session.member);
			desk.tell({ kind: 'session' });
		},
	};
}

/** Sealed to its maker: nobody else who can open the office vault of this PC can read it. */
const PENDING_KIT = 'pending_kit';
/** One that was made and may or may not have got into the ledger. */
const NEXT_KIT = 'next_kit';

function keepPending(session: Session, name: string, secret: Uint8Array): void {
	const sealed = sealTo(session.memberKeys.sealing.publicKey, secret);
	openVaultOf(session, 'office').settings.set(name, Buffer.from(sealed).toString('base64'));
}

/** Of the kit that counts; one that was replaced, here or on another PC, is nothing to be printed any more. */
function pendingSecret(session: Session): Uint8Array | null {
	for (const name of [PENDING_KIT, NEXT_KIT]) {
		const sealed = openVaultOf(session, 'office').settings.get(name);
		const secret = sealed && openSealed(session.memberKeys.sealing, new Uint8Array(Buffer.from(sealed, 'base64')));
		if (!secret) continue;
		const kit = memberKeysFrom(secret.slice());
		wipeMemberKeys(kit);
		if (equalBytes(kit.signing.publicKey, session.ledger.recovery.signPublic)) return secret;
		wipe(secret);
	}
	return null;
}

function reasonToWait({ ledger, epochKeys }: Session, vault: Vault): 'share' | 'kit' | 'key' {
	if (epochKeys.has(epochName(vault, ledger.epochs.get(vault) ?? 0))) return 'share';
	return opensOnlyWithKit(ledger, vault) ? 'kit' : 'key';
}

/** Two different groups, the same ones every time for one kit: nobody gets to choose which to copy. */
function askedGroups(secret: Uint8Array, groups: number): number[] {
	const first = (secret[0] ?? 0) % groups;
	const second = (first + 1 + ((secret[1] ?? 0) % (groups - 1))) % groups;
	return [first, second].sort((a, b) => a - b);
}

/** Somebody has to look after the site from its first day on. */
function withAdministrator(roles: readonly Role[]): Role[] {
	return roles.includes('administrator') ? [...roles] : [...roles, 'administrator'];
}
