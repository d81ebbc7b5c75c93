import { newKitFacts, withNewEpochs } from '#main/vaults/administration.ts';
import { grantKey, grantsTo } from '#main/vaults/grants.ts';
import { extendLedger } from '#main/vaults/ledger.ts';
import { type Fact, type Grantee, RECOVERY } from '#main/vaults/ledger-facts.ts';
import { applyFact, draftAfter, epochName, isEntitled, type LedgerState, sealPublicOf } from '#main/vaults/ledger-state.ts';
import { memberKeysFrom } from '#main/vaults/member-keys.ts';
import { type Role, VAULTS, vaultsOf } from '#shared/features/members/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { ownKeys } from './ledger-cast.ts';
import { type Holder, type LedgerLab, opened, sign } from './ledger-lab.ts';

/**
 * Throws dice for what somebody might say in the ledger next, allowed or not. They are honest in one thing, which no
 * ledger can check: what they seal as the key of an epoch is that key, and they seal it to the keys the grantee has.
 */
export interface World {
	readonly lab: LedgerLab;
	state: LedgerState;
	/** Every key pair there ever was, under the name it went by. */
	readonly holders: Holder[];
}

export interface Said {
	readonly facts: Fact[];
	/** Keys made along with it. */
	readonly made: Holder[];
}

/** One entry: a few things at once, with or without the new keys that are due. */
export function thrown({ lab, state }: World, by: Holder): Said {
	const { random } = lab;
	const facts: Fact[] = [];
	const made: Holder[] = [];
	for (let parts = random.pick([1, 1, 1, 2, 3]); parts > 0; parts--) {
		const part = oneThing(lab, draftOf(state, by.id, facts), by);
		facts.push(...part.facts);
		made.push(...part.made);
	}
	return { facts: random.below(2) === 0 ? withNewEpochs(state, by.id, facts, random) : facts, made };
}

/** False when nobody believes it. */
export function say(world: World, by: Holder, { facts, made }: Said): boolean {
	const next = facts.length > 0 ? extendLedger(world.state, sign(world.state, by, facts).bytes) : null;
	if (!next?.ok) return false;
	world.state = next.value.state;
	world.holders.push(...made);
	return true;
}

function draftOf(state: LedgerState, signer: Grantee, facts: readonly Fact[]): LedgerState {
	const header = { site: state.site, seq: state.seq + 1, at: 0, signer };
	const draft = draftAfter(state, header, state.hash);
	for (const fact of facts) applyFact(draft, fact, state, header);
	return draft;
}

const ROLES: Role[][] = [
	['administrator'],
	['administrator', 'counsellor'],
	['counsellor'],
	['volunteer'],
	['coordinator', 'volunteer'],
];

const KINDS = [
	...['new', 'reset', 'roles', 'roles', 'left', 'own_keys', 'own_keys', 'own_keys', 'passphrase', 'recovery'],
	...['epoch', 'epoch', 'epoch_for_some', 'grant', 'grant', 'grants', 'grants', 'device', 'approve', 'remove'],
];

function oneThing(lab: LedgerLab, state: LedgerState, by: Holder): Said {
	const { random } = lab;
	const member = random.pick([...state.members.keys()]);
	const to: Grantee = random.pick([member, member, member, RECOVERY]);
	const [vault, roles, device] = [random.pick(VAULTS), random.pick(ROLES), random.pick([...state.devices.keys()])];
	const only = (...facts: Fact[]): Said => ({ facts, made: [] });
	const grants = (id: Grantee, sealPublic: Uint8Array, vaults = VAULTS.filter((name) => isEntitled(state, id, name))) =>
		grantsTo(state, id, sealPublic, vaults, opened(state, by));
	const kind = random.pick(KINDS);
	switch (kind) {
		case 'new':
		case 'reset': {
			const made = kind === 'reset' ? { ...lab.somebody(), id: member } : lab.somebody();
			const fact = lab.member(made, roles, random.below(4) > 0);
			return { facts: [fact, ...grants(made.id, fact.sealPublic, vaultsOf(roles))], made: [made] };
		}
		case 'roles':
			return only({ fact: 'roles', member, roles });
		case 'left':
			return random.below(2) === 0 ? only({ fact: 'left', member }) : only();
		case 'own_keys': {
			const next = { ...lab.somebody(), id: by.id };
			if (by.id === RECOVERY) return only();
			const facts = ownKeys(state, by, next);
			return { facts: random.below(4) === 0 ? facts.slice(0, 1) : facts, made: [next] };
		}
		case 'passphrase':
			return only({ fact: 'passphrase', member: by.id as MemberId, wrapped: random.bytes(4) });
		case 'recovery': {
			const { secret, facts } = newKitFacts(state, opened(state, by), random);
			return { facts, made: [{ id: RECOVERY, keys: memberKeysFrom(secret) }] };
		}
		case 'epoch':
			return only(...lab.epoch(state, vault));
		case 'epoch_for_some':
			return only(...lab.epoch(state, vault, [...new Set<Grantee>([by.id, to, RECOVERY])]));
		case 'grant': {
			const epoch = 1 + random.below(state.epochs.get(vault) ?? 1);
			const key = opened(state, by).get(epochName(vault, epoch));
			// Without the key there is nothing to seal; that this is refused, others look at.
			return only(...(key ? [grantKey(state.site, to, sealPublicOf(state, to), vault, epoch, key)] : []));
		}
		case 'grants':
			return only(...grants(to, sealPublicOf(state, to)));
		case 'device':
			return only(lab.device());
		case 'approve':
			return only({ fact: 'device_approved', device });
		default:
			return only({ fact: 'device_removed', device, heads: [] });
	}
}
