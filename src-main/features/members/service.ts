import type { Member } from '#shared/features/members/model.ts';
import type { Clock, Random } from '#shared/kernel/environment.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Desk } from '../../desk.ts';
import { extendSessionLedger, type Sessions } from '../../sessions.ts';
import type { DataFolder } from '../../vaults/data-folder.ts';
import { extended } from '../../vaults/found-site.ts';
import { memberList, openGrants, openProfile } from '../../vaults/grants.ts';
import { type LedgerState, writeEntry } from '../../vaults/ledger.ts';
import { unwrapKeys, wipeMemberKeys, wrapKeys } from '../../vaults/member-keys.ts';
import type { KdfCost } from '../../vaults/passphrase-key.ts';
import { FolderError, type Session } from '../../vaults/session.ts';
import { type AttemptBrake, unlockMember } from '../../vaults/sign-in.ts';

/** Who is who, signing in and out, passphrases. */
export type SignInRefusal =
	| { readonly kind: 'wrong_passphrase'; readonly waitMs: number }
	| { readonly kind: 'damaged' | 'newer' | 'in_use'; readonly file: string }
	| { readonly kind: 'no_site' };

export interface MemberService {
	signIn(signInName: string, passphrase: string): Promise<Result<{ member: Member }, SignInRefusal>>;
	lock(): void;
	changePassphrase(session: Session, current: string, next: string): Promise<Result<void, { waitMs: number }>>;
	list(session: Session): Member[];
	/** Of a member or device; empty for one that the ledger does not know. */
	nameOf(session: Session, id: string): string;
}

export interface MemberDeps {
	readonly folder: DataFolder;
	readonly desk: Desk;
	readonly sessions: Sessions;
	readonly brake: AttemptBrake;
	readonly clock: Clock;
	readonly random: Random;
	readonly cost: KdfCost;
}

export function createMemberService({ folder, desk, sessions, brake, clock, random, cost }: MemberDeps): MemberService {
	const list = (session: Session) => memberList(session.ledger, session.epochKeys);
	const names = new WeakMap<LedgerState, ReadonlyMap<string, string>>();

	/** Profiles are decrypted once for each ledger state, not once for each row of a list. */
	function nameOf(session: Session, id: string): string {
		const known = names.get(session.ledger) ?? namesIn(session);
		names.set(session.ledger, known);
		return known.get(id) ?? '';
	}

	return {
		list,
		async signIn(signInName, passphrase) {
			const device = folder.readDevice();
			if (device === null) return err({ kind: 'no_site' });
			if (device === 'damaged') return err({ kind: 'damaged', file: 'device.json' });
			const waitMs = brake.wait();
			if (waitMs > 0) return err({ kind: 'wrong_passphrase', waitMs });
			try {
				const ledger = sessions.readLedger();
				const unlocked = await unlockMember(ledger, signInName, passphrase);
				if (!unlocked) return err({ kind: 'wrong_passphrase', waitMs: brake.failed() });
				brake.succeeded();
				const epochKeys = openGrants(ledger, unlocked.member, unlocked.keys.sealing);
				const opened = { ledger, member: unlocked.member, memberKeys: unlocked.keys, epochKeys, device: device.device };
				const { session } = sessions.begin(opened);
				const member = list(session).find(({ id }) => id === session.member);
				if (!member) throw new Error('signed-in member is not in the ledger');
				folder.writeDevice({
					...device,
					signInNames: [member.signInName, ...device.signInNames.filter((name) => name !== member.signInName)],
				});
				return ok({ member });
			} catch (error) {
				if (error instanceof FolderError) return err({ kind: error.problem, file: error.file });
				throw error;
			}
		},
		lock: () => void desk.end(),
		async changePassphrase(session, current, next) {
			const waitMs = brake.wait();
			if (waitMs > 0) return err({ waitMs });
			const owner = { siteId: session.site, memberId: session.member };
			const wrapped = session.ledger.members.get(session.member)?.wrapped ?? new Uint8Array();
			const keys = await unwrapKeys(wrapped, owner, current);
			if (!keys) return err({ waitMs: brake.failed() });
			wipeMemberKeys(keys);
			brake.succeeded();
			const renewed = await wrapKeys(session.memberKeys, owner, next, cost, random);
			const signer = { id: session.member, secretKey: session.memberKeys.signing.secretKey };
			const entry = writeEntry(session.ledger, signer, clock.now(), [
				{ fact: 'passphrase', member: session.member, wrapped: renewed },
			]);
			const ledger = extended(session.ledger, entry);
			folder.addToLedger([entry]);
			extendSessionLedger(session, ledger);
			void desk.sync()?.cycle();
			return ok(undefined);
		},
		nameOf,
	};
}

/** Names of members and devices by id. */
function namesIn(session: Session): ReadonlyMap<string, string> {
	const { members, devices } = session.ledger;
	const name = (id: string, profile: Uint8Array) => String(openProfile(session.epochKeys, id, profile)?.name ?? '');
	return new Map([
		...[...members.values()].map(({ member, profile }): [string, string] => [member, name(member, profile)]),
		...[...devices.values()].map(({ device, profile }): [string, string] => [device, name(device, profile)]),
	]);
}
