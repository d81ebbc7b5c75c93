import type { Member } from '#shared/features/members/model.ts';
import type { SharePlace } from '#shared/features/share/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Desk } from '../../desk.ts';
import { extendSessionLedger, type Sessions } from '../../sessions.ts';
import { learnNews } from '../../share/refresh-ledger.ts';
import type { ShareTarget } from '../../share/target.ts';
import { type KeyDeps, ownKeysFacts } from '../../vaults/administration.ts';
import type { DataFolder } from '../../vaults/data-folder.ts';
import { extended } from '../../vaults/found-site.ts';
import { memberList, openGrants, openProfile } from '../../vaults/grants.ts';
import { writeEntry } from '../../vaults/ledger.ts';
import type { LedgerState } from '../../vaults/ledger-state.ts';
import { type MemberKeys, unwrapKeys, wipeMemberKeys, wrapKeys } from '../../vaults/member-keys.ts';
import { FolderError, type Session } from '../../vaults/session.ts';
import { type AttemptBrake, findMember, removalOf, unlockMember } from '../../vaults/sign-in.ts';

/** Who is who, signing in and out, passphrases. */
export type SignInRefusal =
	| { readonly kind: 'wrong_passphrase'; readonly waitMs: number }
	| { readonly kind: 'damaged' | 'newer' | 'in_use'; readonly file: string }
	| { readonly kind: 'removed'; readonly what: 'member' | 'device'; readonly at: number }
	| { readonly kind: 'no_site' };

export type PassphraseRefusal = { readonly kind: 'wrong_passphrase'; readonly waitMs: number } | { readonly kind: 'same' };

export interface MemberService {
	signIn(signInName: string, passphrase: string): Promise<Result<{ member: Member }, SignInRefusal>>;
	lock(): void;
	/** May also throw TargetError and ShareRefused when a start passphrase is replaced. */
	changePassphrase(session: Session, current: string, next: string): Promise<Result<void, PassphraseRefusal>>;
	list(session: Session): Member[];
	/** Of a member or device; empty for one that the ledger does not know. */
	nameOf(session: Session, id: string): string;
}

export interface MemberDeps extends KeyDeps {
	readonly folder: DataFolder;
	readonly desk: Desk;
	readonly sessions: Sessions;
	readonly brake: AttemptBrake;
	targetFor(place: SharePlace): ShareTarget;
	/** Resolves after some time. */
	wait(ms: number): Promise<void>;
	/** Somebody tried to sign in and could not. */
	noteFailure(ledger: LedgerState, member: MemberId | null): void;
}

export function createMemberService(deps: MemberDeps): MemberService {
	const { folder, desk, sessions, brake } = deps;
	const list = (session: Session) => memberList(session.ledger, session.epochKeys);
	const names = new WeakMap<LedgerState, ReadonlyMap<string, string>>();

	/** Profiles are decrypted once for each ledger state, not once for each row of a list. */
	function nameOf(session: Session, id: string): string {
		const known = names.get(session.ledger) ?? namesIn(session);
		names.set(session.ledger, known);
		return known.get(id) ?? '';
	}

	async function open(device: NonNullable<ReturnType<DataFolder['readDevice']>>, signInName: string, passphrase: string) {
		if (device === 'damaged') return err<SignInRefusal>({ kind: 'damaged', file: 'device.json' });
		const ledger = sessions.readLedger();
		const unlocked = await unlockMember(ledger, signInName, passphrase);
		if (!unlocked) {
			deps.noteFailure(ledger, findMember(ledger, signInName)?.member ?? null);
			return err<SignInRefusal>({ kind: 'wrong_passphrase', waitMs: brake.failed() });
		}
		brake.succeeded();
		const removal = removalOf(ledger, unlocked.member, device.device);
		if (removal) {
			wipeMemberKeys(unlocked.keys);
			deps.noteFailure(ledger, unlocked.member);
			return err<SignInRefusal>({ kind: 'removed', ...removal });
		}
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
	}

	/** Whoever made the start passphrase knows the keys behind it: they are replaced by new ones that nobody else has seen. */
	async function replaceStartKeys(session: Session, next: string): Promise<void> {
		let made: MemberKeys | null = null;
		await desk.sync()?.addToLedger(
			async (ledger) => {
				if (made) wipeMemberKeys(made);
				const own = await ownKeysFacts(ledger, session.member, next, session.epochKeys, deps);
				made = own.keys;
				return own.facts;
			},
			() => made && session.takeKeys(made),
		);
	}

	async function rewrap(session: Session, next: string): Promise<void> {
		const owner = { siteId: session.site, memberId: session.member };
		const wrapped = await wrapKeys(session.memberKeys, owner, next, deps.cost, deps.random);
		const signer = { id: session.member, secretKey: session.memberKeys.signing.secretKey };
		const entry = writeEntry(session.ledger, signer, deps.clock.now(), [{ fact: 'passphrase', member: session.member, wrapped }]);
		const ledger = extended(session.ledger, entry);
		folder.addToLedger([entry]);
		extendSessionLedger(session, ledger);
		void desk.sync()?.cycle();
	}

	return {
		list,
		async signIn(signInName, passphrase) {
			const device = folder.readDevice();
			if (device === null) return err({ kind: 'no_site' });
			const waitMs = brake.wait();
			if (waitMs > 0) return err({ kind: 'wrong_passphrase', waitMs });
			await learnNews(folder, deps);
			try {
				return await open(device, signInName, passphrase);
			} catch (error) {
				if (error instanceof FolderError) return err({ kind: error.problem, file: error.file });
				throw error;
			}
		},
		lock: () => void desk.end(),
		async changePassphrase(session, current, next) {
			const waitMs = brake.wait();
			if (waitMs > 0) return err({ kind: 'wrong_passphrase', waitMs });
			const owner = { siteId: session.site, memberId: session.member };
			const wrapped = session.ledger.members.get(session.member)?.wrapped ?? new Uint8Array();
			const keys = await unwrapKeys(wrapped, owner, current);
			if (!keys) return err({ kind: 'wrong_passphrase', waitMs: brake.failed() });
			wipeMemberKeys(keys);
			brake.succeeded();
			if (current === next) return err({ kind: 'same' });
			await (session.hasStartKeys ? replaceStartKeys(session, next) : rewrap(session, next));
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
