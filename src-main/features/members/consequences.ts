import { type Consequences, type MemberChange, VAULTS, type Vault, vaultsOf } from '#shared/features/members/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { rolesFacts } from '../../vaults/administration.ts';
import { grantsTo, openProfile } from '../../vaults/grants.ts';
import { type Fact, RECOVERY } from '../../vaults/ledger-facts.ts';
import { mayStartEpoch } from '../../vaults/ledger-rules.ts';
import {
	activeMembers,
	administers,
	applyFact,
	draftAfter,
	isReadByMembers,
	type LedgerState,
	opensOnlyWithKit,
	reads,
	startedBy,
} from '../../vaults/ledger-state.ts';
import type { Session } from '../../vaults/session.ts';

/** What somebody has in the case files; null when the asking member cannot see them. */
export type Casework = (session: Session, member: MemberId) => { ownedCases: number; privateNotes: number } | null;

/** What a change would bring with it, found out by making it on a draft of the ledger. Undefined for nobody of the site. */
export function consequencesOf(
	session: Session,
	id: MemberId,
	change: MemberChange,
	casework: Casework,
): Consequences | undefined {
	const { ledger, member: signer } = session;
	const member = ledger.members.get(id);
	if (!member || member.left !== null) return undefined;
	const header = { site: ledger.site, seq: ledger.seq + 1, at: 0, signer };
	const after = draftAfter(ledger, header, ledger.hash);
	for (const fact of draftedFacts(session, id, change)) applyFact(after, fact, ledger, header);
	const isLosing = change.kind !== 'roles';
	const kept = isLosing && change.kind === 'remove' ? [] : vaultsOf(after.members.get(id)?.roles ?? []);
	const stale = VAULTS.filter((vault) => after.stale.has(vault));
	const work = casework(session, id);
	const losesCounselling = !kept.includes('counselling') && vaultsOf(member.roles).includes('counselling');
	return {
		refusal: refusalOf(session, id, change, after),
		loses: vaultsOf(member.roles).filter((vault) => !kept.includes(vault)),
		newKeys: stale.filter((vault) => mayStartEpoch(vault, signer, ledger, after)),
		newKeysLater: stale.filter((vault) => !mayStartEpoch(vault, signer, ledger, after) && isReadByMembers(after, vault)),
		lastReaderOf: VAULTS.filter((vault) => reads(ledger, id, vault) && !isReadByMembers(after, vault)),
		kitOnly: kept.filter((vault) => !reads(after, id, vault) && opensOnlyWithKit(after, vault)),
		waitsFor: kept.filter((vault) => !reads(after, id, vault)),
		ownedCases: work && (losesCounselling ? work.ownedCases : 0),
		lostNotes: work && (isLosing ? work.privateNotes : 0),
		startPassphrases: startedBy(ledger, id)
			.filter(({ member: other }) => other !== id && !isStillIn(after, other))
			.map(({ member: other, profile }) => String(openProfile(session.epochKeys, other, profile)?.name ?? '')),
		devices: change.kind === 'remove' ? devicesOf(session, id) : [],
	};
}

/** Does it have to be confirmed after having been named? */
export function mustBeAccepted({ kind }: MemberChange, { loses, lastReaderOf, startPassphrases }: Consequences): boolean {
	return kind !== 'roles' || loses.length > 0 || lastReaderOf.length > 0 || startPassphrases.length > 0;
}

function draftedFacts({ ledger, epochKeys }: Session, id: MemberId, change: MemberChange): Fact[] {
	const member = ledger.members.get(id);
	if (!member) return [];
	switch (change.kind) {
		case 'remove':
			return [{ fact: 'left', member: id }];
		case 'roles':
			return rolesFacts(ledger, id, change.roles, epochKeys);
		case 'reset': {
			const { since: _since, left: _left, madeBy: _madeBy, ...known } = member;
			return [{ fact: 'member', ...known }, ...grantsTo(ledger, id, member.sealPublic, vaultsOf(member.roles), epochKeys)];
		}
	}
}

function refusalOf(session: Session, id: MemberId, change: MemberChange, after: LedgerState): Consequences['refusal'] {
	if (id === session.member && change.kind !== 'roles') return 'yourself';
	if (!activeMembers(after).some(({ member }) => administers(after, member))) return 'last_administrator';
	// A kit that was renewed and that nobody has let into the case files yet: what lies there would be lost for good.
	const isLost = (vault: Vault) => opensOnlyWithKit(after, vault) && !reads(after, RECOVERY, vault);
	return VAULTS.some((vault) => reads(session.ledger, id, vault) && isLost(vault)) ? 'last_reader' : null;
}

/** Do the keys that were made for them still count? */
function isStillIn(state: LedgerState, id: MemberId): boolean {
	return state.members.get(id)?.wrapped.length !== 0;
}

function devicesOf({ ledger, epochKeys, device: own }: Session, id: MemberId): Consequences['devices'] {
	return [...ledger.devices.values()]
		.filter(({ device, addedBy, removed }) => addedBy === id && removed === null && device !== own.id)
		.map(({ device, profile }) => ({ id: device, name: String(openProfile(epochKeys, device, profile)?.name ?? '') }));
}
