import { VAULTS, type Vault } from '#shared/features/members/model.ts';
import { canSealTo, equalBytes } from './crypto.ts';
import { type Fact, type Grantee, type LedgerHeader, RECOVERY } from './ledger-facts.ts';
import {
	activeMembers,
	administers,
	applyFact,
	type Draft,
	draftAfter,
	hasRevokedKeys,
	hasStartKeys,
	isEntitled,
	isTagTaken,
	type LedgerState,
	reads,
	sealPublicOf,
	wasEverRead,
} from './ledger-state.ts';

/**
 * Who may say what in the ledger (design 3). Administrators manage members, devices and the keys of what they read
 * themselves; the keys of the case files are in the hands of those who read them, so that nobody can let themselves in.
 */

/** The state after the entry, or null when somebody said what they may not. The signature was checked before. */
export function takeIn(before: LedgerState | null, header: LedgerHeader, entryHash: Uint8Array): LedgerState | null {
	const draft = draftAfter(before, header, entryHash);
	if (before && header.signer !== RECOVERY && before.members.get(header.signer)?.left !== null) return null;
	for (const fact of header.facts) {
		// One useless key, and no new epoch could be sealed to anybody any more.
		if ('sealPublic' in fact && !canSealTo(fact.sealPublic)) return null;
		if (before && !mayAdd(fact, before, draft, header)) return null;
		applyFact(draft, fact, before, header);
	}
	if (!before && !isFirstEntry(header.facts, draft)) return null;
	if (!activeMembers(draft).some(({ member }) => administers(draft, member))) return null;
	const isComplete = (vault: Vault) =>
		hasAllReaders(vault, before, draft, header.facts) && (!before || isEntitled(draft, header.signer, vault));
	return header.facts.every((fact) => fact.fact !== 'epoch' || isComplete(fact.vault)) ? draft : null;
}

/**
 * Administrators and the kit start epochs of what they read. The case files' are started by those who read them, when
 * somebody lost that right; and the very first by whoever is the first that may read them, so that no administrator
 * ever had the key in hand. Whoever makes a key knows it: nobody who leaves, or gives the right to read up, makes the
 * one that is to shut them out.
 */
export function mayStartEpoch(vault: Vault, signer: Grantee, before: LedgerState, draft: LedgerState): boolean {
	if (!isEntitled(draft, signer, vault) || hasStartKeys(before, signer)) return false;
	if (reads(before, signer, vault)) return administers(before, signer) || (vault === 'counselling' && draft.stale.has(vault));
	return isEntitled(before, signer, vault) && !wasEverRead(before, vault);
}

/**
 * May this vault's key be sealed to them, along with these facts? Start keys are known to whoever made them, and that
 * need not be, or stay, somebody who reads the case files: those they open only as far as their maker gave them.
 */
export function mayBeGiven(vault: Vault, to: Grantee, state: LedgerState, facts: readonly Fact[]): boolean {
	const areJustMade = () => facts.some((fact) => fact.fact === 'member' && fact.member === to);
	if (!isEntitled(state, to, vault) || hasRevokedKeys(state, to)) return false;
	return vault !== 'counselling' || !hasStartKeys(state, to) || areJustMade();
}

function mayAdminister(state: LedgerState, signer: Grantee): boolean {
	return administers(state, signer) && !hasStartKeys(state, signer);
}

function mayAdd(fact: Fact, before: LedgerState, draft: Draft, { signer, facts }: LedgerHeader): boolean {
	const isAdministrator = mayAdminister(before, signer);
	switch (fact.fact) {
		case 'site':
			return false;
		case 'member': {
			const known = draft.members.get(fact.member);
			if (!isAdministrator || (known?.left ?? null) !== null || isTagTaken(draft, fact.tag, fact.member)) return false;
			// Only at the kit does somebody make keys for themselves; administrators make them for others.
			return fact.start || signer === RECOVERY;
		}
		case 'roles':
		case 'left':
			return isAdministrator && draft.members.get(fact.member)?.left === null;
		case 'renamed':
			return isAdministrator && draft.members.get(fact.member)?.left === null && !isTagTaken(draft, fact.tag, fact.member);
		case 'own_keys': {
			const own = draft.members.get(fact.member);
			const isOther = own && !equalBytes(own.sealPublic, fact.sealPublic) && !equalBytes(own.signPublic, fact.signPublic);
			return fact.member === signer && own?.start === true && isOther === true;
		}
		case 'passphrase':
			return fact.member === signer && draft.members.get(fact.member)?.start === false;
		case 'recovery':
			return isAdministrator;
		case 'epoch':
			return fact.epoch === (draft.epochs.get(fact.vault) ?? 0) + 1 && mayStartEpoch(fact.vault, signer, before, draft);
		case 'grant': {
			if (!mayBeGiven(fact.vault, fact.to, draft, facts) || fact.epoch > (draft.epochs.get(fact.vault) ?? 0)) return false;
			const isOwnEpoch = facts.some(
				(other) => other.fact === 'epoch' && other.vault === fact.vault && other.epoch === fact.epoch,
			);
			if (isOwnEpoch || isAdministrator) return isOwnEpoch || reads(before, signer, fact.vault);
			// Start keys are known to whoever made them, and that need not be somebody who reads this vault.
			const goesToStartKeys = hasStartKeys(draft, fact.to);
			return reads(before, signer, fact.vault) && !goesToStartKeys && (!hasStartKeys(before, signer) || fact.to === signer);
		}
		case 'device':
			return !draft.devices.has(fact.device);
		case 'device_approved': {
			const device = draft.devices.get(fact.device);
			return isAdministrator && device !== undefined && device.approvedAt === null && device.removed === null;
		}
		case 'device_renamed':
			return isAdministrator && draft.devices.get(fact.device)?.removed === null;
		case 'device_removed': {
			const device = draft.devices.get(fact.device);
			if (!device || device.removed) return false;
			// What it wrote while it waited never counts, or withdrawing would get around being approved.
			if (device.approvedAt === null && fact.heads.length > 0) return false;
			return isAdministrator || (device.addedBy === signer && device.approvedAt === null);
		}
		case 'inbox':
			return (
				fact.epoch === draft.epochs.get('workshop') &&
				!draft.inboxes.has(fact.epoch) &&
				reads(draft, signer, 'workshop') &&
				!hasStartKeys(before, signer)
			);
		case 'kiosk':
			return !draft.kiosks.has(fact.kiosk);
		case 'kiosk_approved': {
			const kiosk = draft.kiosks.get(fact.kiosk);
			return isAdministrator && kiosk !== undefined && kiosk.approvedAt === null && kiosk.removed === null;
		}
		case 'kiosk_renamed':
			return isAdministrator && draft.kiosks.get(fact.kiosk)?.removed === null;
		case 'kiosk_removed': {
			const kiosk = draft.kiosks.get(fact.kiosk);
			if (!kiosk || kiosk.removed) return false;
			if (kiosk.approvedAt === null && fact.last > 0) return false;
			return isAdministrator || (kiosk.addedBy === signer && kiosk.approvedAt === null);
		}
	}
}

/** A new epoch leaves nobody out who read the one before and still may, unless the same entry gave them new keys. */
function hasAllReaders(vault: Vault, before: LedgerState | null, draft: LedgerState, facts: readonly Fact[]): boolean {
	if (!before) return reads(draft, RECOVERY, vault);
	return [...(before.readers.get(vault)?.keys() ?? [])].every(
		(who) =>
			reads(draft, who, vault) ||
			!mayBeGiven(vault, who, draft, facts) ||
			!equalBytes(sealPublicOf(before, who), sealPublicOf(draft, who)),
	);
}

/** One of each, the first key of every vault, and nobody is given one that their roles do not allow. */
function isFirstEntry(facts: readonly Fact[], draft: Draft): boolean {
	const count = (kind: Fact['fact']) => facts.filter((fact) => fact.fact === kind).length;
	const onlyOnce = (['site', 'member', 'recovery', 'device'] as const).every((kind) => count(kind) === 1) && count('inbox') <= 1;
	const hasFirstKeys = count('epoch') === VAULTS.length && VAULTS.every((vault) => draft.epochs.get(vault) === 1);
	return (
		onlyOnce &&
		hasFirstKeys &&
		facts.every((fact) => {
			switch (fact.fact) {
				case 'member':
					return fact.roles.includes('administrator') && !fact.start;
				case 'grant':
					return fact.epoch === 1 && isEntitled(draft, fact.to, fact.vault);
				case 'inbox':
					return fact.epoch === 1;
				default:
					return ['site', 'recovery', 'device', 'epoch'].includes(fact.fact);
			}
		})
	);
}
