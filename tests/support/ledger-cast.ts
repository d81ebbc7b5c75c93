import { newKitFacts, withNewEpochs } from '#main/vaults/administration.ts';
import { type Fact, RECOVERY } from '#main/vaults/ledger-facts.ts';
import { type LedgerState, reads } from '#main/vaults/ledger-state.ts';
import { memberKeysFrom } from '#main/vaults/member-keys.ts';
import { type Role, VAULTS, vaultsOf } from '#shared/features/members/model.ts';
import type { DeviceId, KioskId, MemberId } from '#shared/kernel/ids.ts';
import { given, type Holder, type LedgerLab, ledgerLab, opened, stateAfter } from './ledger-lab.ts';

/** Everybody who could sign an entry of a ledger, by what they are to it. */
export const SIGNERS = [
	'administrator',
	'both', // counsellor and administrator
	'counsellor',
	'volunteer',
	// These still have the keys that somebody else has made for them.
	'new administrator',
	'new both',
	'new counsellor',
	'new volunteer',
	'removed',
	'kit',
	'old kit',
	'stranger',
] as const;
export type Signer = (typeof SIGNERS)[number];

export interface Cast {
	readonly lab: LedgerLab;
	readonly state: LedgerState;
	/** The same, after a counsellor was removed and before anybody made new keys. */
	readonly stale: LedgerState;
	who(signer: Signer): Holder;
	id(signer: Exclude<Signer, 'kit' | 'old kit'>): MemberId;
	/** A counsellor with keys of their own whom nobody has given the key of the case files yet. */
	readonly waiting: Holder & { readonly id: MemberId };
	/** `approved` is the founder's; the others wait: one the volunteer's, one the counsellor's. */
	readonly devices: { readonly approved: DeviceId; readonly volunteers: DeviceId; readonly counsellors: DeviceId };
	/** `approved` is the founder's; the volunteer's waits. */
	readonly kiosks: { readonly approved: KioskId; readonly volunteers: KioskId };
}

export async function ledgerCast(seed: number): Promise<Cast> {
	const lab = await ledgerLab(seed);
	const { state: first, founder, kit: oldKit, device } = lab.found(['counsellor', 'administrator']);
	const cast = new Map<Signer, Holder>([
		['both', founder],
		['old kit', oldKit],
		['stranger', lab.somebody()],
	]);
	let state = first;
	function join(roles: readonly Role[], by: Holder, start: boolean, vaults = vaultsOf(roles)): Holder & { id: MemberId } {
		const newcomer = lab.somebody();
		state = stateAfter(state, by, lab.member(newcomer, roles, start), ...given(state, by, newcomer, vaults));
		return newcomer;
	}
	cast.set('administrator', join(['administrator'], oldKit, false));
	cast.set('counsellor', join(['counsellor'], oldKit, false));
	cast.set('volunteer', join(['volunteer'], oldKit, false));
	const removed = join(['counsellor'], oldKit, false);
	cast.set('removed', removed);
	state = stateAfter(state, founder, ...withNewEpochs(state, founder.id, [{ fact: 'left', member: removed.id }], lab.random));
	const { secret, facts } = newKitFacts(state, opened(state, founder), lab.random);
	state = stateAfter(state, founder, ...withNewEpochs(state, founder.id, facts, lab.random));
	const kit: Holder = { id: RECOVERY, keys: memberKeysFrom(secret) };
	cast.set('kit', kit);
	cast.set('new administrator', join(['administrator'], founder, true));
	cast.set('new both', join(['administrator', 'counsellor'], founder, true));
	cast.set('new counsellor', join(['counsellor'], founder, true));
	cast.set('new volunteer', join(['volunteer'], founder, true));
	const waiting = join(['counsellor'], kit, false, ['office', 'workshop']);
	const leaving = join(['counsellor'], kit, false, [...VAULTS]);
	const who = (signer: Signer): Holder => {
		const holder = cast.get(signer);
		if (!holder) throw new Error(`nobody is the ${signer}`);
		return holder;
	};
	const ask = (by: Signer): DeviceId => {
		const fact = lab.device();
		state = stateAfter(state, who(by), fact);
		return fact.device;
	};
	const askForKiosk = (by: Signer): KioskId => {
		const fact = lab.kiosk();
		state = stateAfter(state, who(by), fact);
		return fact.kiosk;
	};
	const kiosks = { approved: askForKiosk('both'), volunteers: askForKiosk('volunteer') };
	const devices = { approved: device, volunteers: ask('volunteer'), counsellors: ask('counsellor') };
	return {
		lab,
		state,
		stale: stateAfter(state, founder, { fact: 'left', member: leaving.id }),
		who,
		id: (signer) => who(signer).id as MemberId,
		waiting,
		devices,
		kiosks,
	};
}

/** Keys of their own in place of start keys, with all that these open. */
export function ownKeys(state: LedgerState, holder: Holder, next: Holder): Fact[] {
	const { signing, sealing } = next.keys;
	const member = holder.id as MemberId;
	const own: Fact = {
		fact: 'own_keys',
		member,
		signPublic: signing.publicKey,
		sealPublic: sealing.publicKey,
		wrapped: new Uint8Array(8),
	};
	const vaults = VAULTS.filter((vault) => reads(state, member, vault));
	return [own, ...given(state, holder, { ...next, id: member }, vaults)];
}
