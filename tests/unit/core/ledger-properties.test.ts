import { describe, expect, it } from 'vitest';
import { rolesFacts, withNewEpochs } from '#main/vaults/administration.ts';
import { equalBytes, openSealed } from '#main/vaults/crypto.ts';
import { type Fact, type Grantee, RECOVERY } from '#main/vaults/ledger-facts.ts';
import {
	epochCheck,
	epochName,
	hasRevokedKeys,
	isEntitled,
	type LedgerState,
	reads,
	sealPublicOf,
} from '#main/vaults/ledger-state.ts';
import { VAULTS, type Vault, vaultsOf } from '#shared/features/members/model.ts';
import type { DeviceId } from '#shared/kernel/ids.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { say, thrown, type World } from '#tests/support/ledger-dice.ts';
import { given, type Holder, type LedgerLab, ledgerLab, opened, stateAfter } from '#tests/support/ledger-lab.ts';

const isCurrent = (state: LedgerState, { id, keys }: Holder) => equalBytes(sealPublicOf(state, id), keys.sealing.publicKey);
const currentName = (state: LedgerState, vault: Vault) => epochName(vault, state.epochs.get(vault) ?? 0);

/** Who opens the current key with the keys they have now. */
function openersOf(state: LedgerState, vault: Vault, holders: readonly Holder[]) {
	const grants = state.grants.filter((grant) => grant.vault === vault && grant.epoch === state.epochs.get(vault));
	return holders.flatMap((holder) => {
		if (!isCurrent(state, holder)) return [];
		const key = opened({ ...state, grants }, holder).get(currentName(state, vault));
		return key ? [{ holder, key }] : [];
	});
}

/** Who has the current key in hand, whatever the ledger thinks of them by now. */
function hasInHand(state: LedgerState, vault: Vault, { id, keys }: Holder): boolean {
	return state.grants.some(
		(grant) =>
			grant.vault === vault &&
			grant.epoch === state.epochs.get(vault) &&
			grant.to === id &&
			openSealed(keys.sealing, grant.sealed) !== null,
	);
}

describe('whatever is said in a ledger', () => {
	const [RUNS, STEPS] = [campaign(6, 40), 40];

	it(`its readers are those who open the key: ${RUNS} × ${STEPS} entries`, { timeout: 600_000 }, async () => {
		const seed = printedSeed('readers of a ledger');
		const seen = { believed: 0, refused: 0, stale: 0, epochs: 0 };
		for (let run = 0; run < RUNS; run++) {
			const lab = await ledgerLab(seed + run);
			const { state, founder, kit } = lab.found(['administrator', 'counsellor']);
			const world: World = { lab, state, holders: [founder, kit] };
			/** Vaults that somebody stopped reading since their last new key, as seen from outside. */
			let lost = new Set<Vault>();
			const replaced = new Set<Holder>();
			for (let step = 0; step < STEPS; step++) {
				const before = world.state;
				const current = world.holders.filter((holder) => isCurrent(before, holder));
				const by = lab.random.pick(lab.random.below(4) === 0 ? world.holders : current);
				const said = thrown(world, by);
				if (!say(world, by, said)) {
					seen.refused += 1;
					continue;
				}
				seen.believed += 1;
				// Also start keys that the same entry made: only their own member can have said so.
				if (said.facts.some(({ fact }) => fact === 'own_keys')) {
					for (const holder of [by, ...said.made])
						if (holder.id === by.id && !isCurrent(world.state, holder)) replaced.add(holder);
				}
				lost = lostAfter(lost, before, world.state, said.facts);
				check(world, replaced, lost);
				seen.stale += world.state.stale.size;
			}
			seen.epochs += [...world.state.epochs.values()].reduce((sum, epoch) => sum + epoch - 1, 0);
		}
		// Otherwise all this looked at nothing.
		for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(RUNS);
	});

	function check({ state, holders }: World, replaced: ReadonlySet<Holder>, lost: ReadonlySet<Vault>): void {
		for (const vault of VAULTS) {
			const readers = [...(state.readers.get(vault)?.keys() ?? [])];
			for (const who of readers) expect(isEntitled(state, who, vault), 'only who may read, reads').toBe(true);
			const openers = openersOf(state, vault, holders);
			expect(openers.map(({ holder }) => holder.id).sort(), `who opens the key of ${vault}`).toEqual(readers.sort());
			for (const { key } of openers) {
				const check = epochCheck(state.site, vault, state.epochs.get(vault) ?? 0, key);
				expect(check).toEqual(state.checks.get(currentName(state, vault)));
			}
			const tooMany = holders.filter(
				(holder) =>
					!replaced.has(holder) &&
					!(isCurrent(state, holder) && reads(state, holder.id, vault)) &&
					hasInHand(state, vault, holder),
			);
			if (tooMany.length > 0) expect(state.stale.has(vault), `${vault} needs a new key`).toBe(true);
			if (state.stale.has(vault)) expect(lost.has(vault), `${vault} needs no new key`).toBe(true);
		}
	}

	function lostAfter(lost: ReadonlySet<Vault>, before: LedgerState, state: LedgerState, facts: readonly Fact[]): Set<Vault> {
		const isGone = (who: Grantee, vault: Vault) =>
			!reads(state, who, vault) || !equalBytes(sealPublicOf(before, who), sealPublicOf(state, who));
		const isApproved = (device: DeviceId, at: number) =>
			before.devices.get(device)?.approvedAt !== null ||
			facts.slice(0, at).some((fact) => fact.fact === 'device_approved' && fact.device === device);
		const removesDevice = facts.some((fact, at) => fact.fact === 'device_removed' && isApproved(fact.device, at));
		const takes = (fact: Fact, who: Grantee) => {
			if (fact.fact === 'recovery') return who === RECOVERY;
			if (fact.fact !== 'member' && fact.fact !== 'left' && fact.fact !== 'roles') return false;
			// Start keys fall with whoever made them.
			return fact.member === who || hasRevokedKeys(state, who);
		};
		return new Set(
			VAULTS.filter((vault) => {
				const hasNewKey = state.epochs.get(vault) !== before.epochs.get(vault);
				if (removesDevice || (lost.has(vault) && !hasNewKey)) return true;
				// Also when the same entry gives it back.
				if (
					facts.some(
						(fact) => fact.fact === 'roles' && reads(before, fact.member, vault) && !vaultsOf(fact.roles).includes(vault),
					)
				)
					return true;
				if (facts.some((fact, at) => fact.fact === 'grant' && facts.slice(at).some((later) => takes(later, fact.to))))
					return true;
				return [...(before.readers.get(vault)?.keys() ?? [])].some((who) => isGone(who, vault));
			}),
		);
	}
});

describe('administrators who do not counsel', () => {
	const [RUNS, STEPS] = [campaign(6, 40), 60];

	it(`never get a key of the case files: ${RUNS} × ${STEPS} entries`, { timeout: 600_000 }, async () => {
		const seed = printedSeed('administrators against the case files');
		const seen = { believed: 0, refused: 0, answered: 0, epochs: 0 };
		for (let run = 0; run < RUNS; run++) {
			const lab = await ledgerLab(seed + run);
			const town = townOf(lab);
			/** Two administrators, and every key they make: of members they add, reset or invent, and of kits. */
			const world: World = { lab, state: town.state, holders: town.administrators };
			for (let step = 0; step < STEPS; step++) {
				const by = lab.random.pick(world.holders);
				if (say(world, by, thrown(world, by))) seen.believed += 1;
				else seen.refused += 1;
				for (const facts of answersOf(world.state, town, lab))
					if (say(world, facts.by, { ...facts, made: [] })) seen.answered += 1;
				for (const holder of world.holders) {
					const theirs = world.state.grants.filter(({ vault, to }) => vault === 'counselling' && to === holder.id);
					expect(theirs.filter(({ sealed }) => openSealed(holder.keys.sealing, sealed))).toEqual([]);
				}
			}
			seen.epochs += (world.state.epochs.get('counselling') ?? 0) - 1;
		}
		for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(RUNS);
	});

	/** A counsellor who administers, a counsellor, a volunteer, all honest; and two administrators who are not. */
	function townOf(lab: LedgerLab) {
		const { state: first, founder, kit } = lab.found(['administrator', 'counsellor']);
		let state = first;
		const join = (roles: Parameters<LedgerLab['member']>[1]) => {
			const newcomer = lab.somebody();
			state = stateAfter(state, kit, lab.member(newcomer, roles, false), ...given(state, kit, newcomer, vaultsOf(roles)));
			return newcomer;
		};
		const people = { founder, counsellor: join(['counsellor']), volunteer: join(['volunteer']) };
		return { ...people, administrators: [join(['administrator']), join(['administrator'])], state };
	}

	/** What the programs of honest people do by themselves, and what these do for somebody who has not been taken over. */
	function* answersOf(state: LedgerState, { founder, counsellor, volunteer }: ReturnType<typeof townOf>, lab: LedgerLab) {
		const { random } = lab;
		for (const by of [founder, counsellor].filter((holder) => isCurrent(state, holder)))
			yield { by, facts: withNewEpochs(state, by.id, [], random) };
		const them = state.members.get(volunteer.id);
		const isThemselves = them?.left === null && (them.start || isCurrent(state, volunteer));
		if (random.below(8) === 0 && isThemselves && isCurrent(state, founder)) {
			const facts = rolesFacts(state, volunteer.id, ['counsellor'], opened(state, founder));
			yield { by: founder, facts: withNewEpochs(state, founder.id, facts, random) };
		}
	}
});
