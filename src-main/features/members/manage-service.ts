import type { z } from 'zod';
import type { AccessTaker } from '#shared/features/members/model.ts';
import {
	type Consequences,
	type LedgerEvent,
	type MemberChange,
	type MemberOverview,
	type Role,
	VAULTS,
	type VaultAccess,
	type WaitingMember,
} from '#shared/features/members/model.ts';
import type { DeviceId, MemberId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Desk } from '../../desk.ts';
import { feedHeads } from '../../share/feed-heads.ts';
import type { LedgerChange } from '../../share/ledger-keeper.ts';
import type { ShareSync } from '../../share/sync.ts';
import {
	type KeyDeps,
	named,
	newMemberFacts,
	replacedKeysFacts,
	rolesFacts,
	withNewEpochs,
} from '../../vaults/administration.ts';
import type { DataFolder } from '../../vaults/data-folder.ts';
import { grantsTo, memberList, signInTag } from '../../vaults/grants.ts';
import { type Fact, type Grantee, RECOVERY } from '../../vaults/ledger-facts.ts';
import { isEntitled, isTagTaken, type LedgerState, reads, sealPublicOf } from '../../vaults/ledger-state.ts';
import { wipeMemberKeys } from '../../vaults/member-keys.ts';
import type { Session } from '../../vaults/session.ts';
import { type Casework, consequencesOf, mustBeAccepted } from './consequences.ts';
import { historyOf } from './history.ts';

/** Members come, change and go (administrators), and get the key of the case files (from those who read them). */
export interface MemberManagement {
	overview(session: Session): { members: MemberOverview[]; kitSince: number; kitAccess: VaultAccess[] };
	history(session: Session): LedgerEvent[];
	consequences(session: Session, id: MemberId, change: MemberChange): Consequences | undefined;
	/** All that change the ledger may also throw TargetError and ShareRefused, and then nothing has changed. */
	add(
		session: Session,
		member: { name: string; signInName: string; roles: readonly Role[]; startPassphrase: string },
	): Promise<Result<MemberId, ManagementRefusal>>;
	rename(session: Session, id: MemberId, profile: { name: string; signInName: string }): Promise<Result<void, ManagementRefusal>>;
	changeRoles(
		session: Session,
		id: MemberId,
		roles: readonly Role[],
		accepted: boolean,
	): Promise<Result<void, ManagementRefusal>>;
	resetPassphrase(
		session: Session,
		id: MemberId,
		startPassphrase: string,
		accepted: boolean,
	): Promise<Result<void, ManagementRefusal>>;
	remove(
		session: Session,
		id: MemberId,
		devices: readonly DeviceId[],
		accepted: boolean,
	): Promise<Result<void, ManagementRefusal>>;
	waiting(session: Session): WaitingMember[];
	giveAccess(session: Session, id: z.infer<typeof AccessTaker>): Promise<Result<void, 'not_found' | 'start_passphrase'>>;
}

export type ManagementRefusal = 'not_found' | 'sign_in_name_taken' | 'consequences' | NonNullable<Consequences['refusal']>;

export interface ManagementDeps extends KeyDeps {
	readonly desk: Desk;
	readonly folder: DataFolder;
	readonly casework: Casework;
}

export function createMemberManagement(deps: ManagementDeps): MemberManagement {
	const { desk, folder, casework, random } = deps;

	const sync = (): ShareSync => {
		const running = desk.sync();
		if (!running) throw new Error('no session');
		return running;
	};

	/** Facts on top of the newest ledger, or a refusal found there. */
	async function change<Refusal extends string>(
		session: Session,
		build: (ledger: LedgerState) => Result<readonly Fact[], Refusal> | Promise<Result<readonly Fact[], Refusal>>,
	): Promise<Result<void, Refusal>> {
		let result: Result<void, Refusal> = ok(undefined);
		const facts: LedgerChange = async (ledger) => {
			const made = await build(ledger);
			result = made.ok ? ok(undefined) : made;
			return made.ok ? withNewEpochs(ledger, session.member, made.value, random) : [];
		};
		await sync().addToLedger(facts);
		return result;
	}

	/** The same, of a member who is there, and after the consequences were named. */
	function changeMember(
		session: Session,
		id: MemberId,
		what: MemberChange,
		accepted: boolean,
		build: (ledger: LedgerState) => readonly Fact[] | Promise<readonly Fact[]>,
	): Promise<Result<void, ManagementRefusal>> {
		return change<ManagementRefusal>(session, async (ledger) => {
			const consequences = consequencesOf(session, id, what, casework);
			if (!consequences) return err('not_found');
			if (consequences.refusal) return err(consequences.refusal);
			if (!accepted && mustBeAccepted(what, consequences)) return err('consequences');
			return ok(await build(ledger));
		});
	}

	return {
		overview(session) {
			const { ledger } = session;
			const members = memberList(ledger, session.epochKeys).map((member): MemberOverview => {
				const state = ledger.members.get(member.id);
				return {
					...member,
					addedAt: state?.since ?? 0,
					hasStartPassphrase: state?.start === true,
					access: accessOf(ledger, member.id),
				};
			});
			return { members, kitSince: ledger.recovery.since, kitAccess: accessOf(ledger, RECOVERY) };
		},
		history: (session) => historyOf(folder.readLedger(), session.epochKeys),
		consequences: (session, id, what) => consequencesOf(session, id, what, casework),

		async add(session, { name, signInName, roles, startPassphrase }) {
			let added: MemberId | null = null;
			const result = await change<ManagementRefusal>(session, async (ledger) => {
				if (isTagTaken(ledger, signInTag(ledger.tagKey, signInName), null)) return err('sign_in_name_taken');
				const member = { name, signInName, roles, passphrase: startPassphrase, start: true };
				const made = await newMemberFacts(ledger, member, session.epochKeys, deps);
				wipeMemberKeys(made.keys);
				added = made.member;
				return ok(made.facts);
			});
			if (!result.ok) return result;
			if (!added) throw new Error('nobody was added');
			return ok(added);
		},
		rename: (session, id, profile) =>
			change<ManagementRefusal>(session, (ledger) => {
				if (ledger.members.get(id)?.left !== null) return err('not_found');
				const fact: Fact = { fact: 'renamed', member: id, ...named(ledger, id, profile, session.epochKeys, random) };
				return isTagTaken(ledger, fact.tag, id) ? err('sign_in_name_taken') : ok([fact]);
			}),
		changeRoles: (session, id, roles, accepted) =>
			changeMember(session, id, { kind: 'roles', roles: [...roles] }, accepted, (ledger) =>
				rolesFacts(ledger, id, roles, session.epochKeys),
			),
		resetPassphrase: (session, id, passphrase, accepted) =>
			changeMember(session, id, { kind: 'reset' }, accepted, async (ledger) => {
				const { keys, facts } = await replacedKeysFacts(ledger, id, { passphrase, start: true }, session.epochKeys, deps);
				wipeMemberKeys(keys);
				return facts;
			}),
		async remove(session, id, devices, accepted) {
			const heads = new Map<DeviceId, Awaited<ReturnType<typeof feedHeads>>>();
			for (const device of devices) heads.set(device, await feedHeads(session, sync(), device));
			return changeMember(session, id, { kind: 'remove' }, accepted, (ledger) => [
				{ fact: 'left', member: id },
				...[...heads].flatMap(([device, ends]): Fact[] => {
					const known = ledger.devices.get(device);
					if (!known || known.removed || device === session.device.id) return [];
					return [{ fact: 'device_removed', device, heads: known.approvedAt === null ? [] : ends }];
				}),
			]);
		},

		waiting(session) {
			const { ledger } = session;
			const members = memberList(ledger, session.epochKeys)
				.filter(({ id }) => isEntitled(ledger, id, 'counselling') && !reads(ledger, id, 'counselling'))
				.map(({ id, name, roles }): WaitingMember => {
					return { id, name, roles, hasStartPassphrase: ledger.members.get(id)?.start === true };
				});
			if (reads(ledger, RECOVERY, 'counselling')) return members;
			return [...members, { id: RECOVERY, name: '', roles: [], hasStartPassphrase: false }];
		},
		giveAccess: (session, id) =>
			change<'not_found' | 'start_passphrase'>(session, (ledger) => {
				const to: Grantee = id;
				if (!isEntitled(ledger, to, 'counselling')) return err('not_found');
				if (to !== RECOVERY && ledger.members.get(to)?.start) return err('start_passphrase');
				if (reads(ledger, to, 'counselling')) return ok([]);
				return ok(grantsTo(ledger, to, sealPublicOf(ledger, to), ['counselling'], session.epochKeys));
			}),
	};
}

/** What is theirs to read by their roles, and since when they have its key. */
function accessOf(ledger: LedgerState, who: Grantee): VaultAccess[] {
	return VAULTS.filter((vault) => isEntitled(ledger, who, vault)).map((vault) => {
		const since = ledger.readers.get(vault)?.get(who) ?? null;
		return { vault, state: since === null ? 'waiting' : 'reads', since };
	});
}
