import { type LedgerEvent, VAULTS, type Vault } from '#shared/features/members/model.ts';
import { type EpochKeys, openProfile } from '../../vaults/grants.ts';
import { extendLedger, type LedgerEntry } from '../../vaults/ledger.ts';
import { type Fact, type Grantee, RECOVERY } from '../../vaults/ledger-facts.ts';
import { type DeviceState, type LedgerState, reads } from '../../vaults/ledger-state.ts';

/** The ledger (Standort-Chronik) as people read it: one line for each thing that somebody did. Newest first. */
export function historyOf(files: readonly Uint8Array[], keys: EpochKeys): LedgerEvent[] {
	const events: LedgerEvent[] = [];
	let before: LedgerState | null = null;
	for (const bytes of files) {
		const next: ReturnType<typeof extendLedger> = extendLedger(before, bytes);
		if (!next.ok) break;
		events.push(...eventsOf(next.value.entry, before, next.value.state, keys));
		before = next.value.state;
	}
	return events.reverse();
}

function eventsOf({ header }: LedgerEntry, before: LedgerState | null, after: LedgerState, keys: EpochKeys): LedgerEvent[] {
	const memberIn = (state: LedgerState, id: string) =>
		nameIn(keys, id, [...state.members.values()].find(({ member }) => member === id)?.profile);
	const deviceIn = (state: LedgerState, id: string) =>
		nameIn(keys, id, [...state.devices.values()].find(({ device }) => device === id)?.profile);
	const kioskIn = (state: LedgerState, id: string) =>
		nameIn(keys, id, [...state.kiosks.values()].find(({ kiosk }) => kiosk === id)?.profile);
	const memberName = (id: string) => memberIn(after, id);
	const deviceName = (id: string) => deviceIn(after, id);
	const by = header.signer === RECOVERY ? null : memberName(header.signer);
	const base = { seq: header.seq, at: header.at, by, member: null, device: null, before: null, vaults: [], roles: [] };
	const eventsAbout = (fact: Fact): LedgerEvent[] => {
		switch (fact.fact) {
			case 'site':
				return [{ ...base, what: 'site_founded' }];
			case 'member': {
				const what = before?.members.has(fact.member) ? 'member_reset' : 'member_added';
				const vaults = VAULTS.filter((vault) => reads(after, fact.member, vault));
				return [{ ...base, what, member: memberName(fact.member), roles: fact.roles, vaults }];
			}
			case 'roles':
				return [{ ...base, what: 'roles_changed', member: memberName(fact.member), roles: fact.roles }];
			case 'renamed':
				return [
					{
						...base,
						what: 'member_renamed',
						member: memberName(fact.member),
						before: before && memberIn(before, fact.member),
					},
				];
			case 'left':
				return [{ ...base, what: 'member_removed', member: memberName(fact.member) }];
			case 'own_keys':
				return [{ ...base, what: 'own_passphrase', member: memberName(fact.member) }];
			case 'passphrase':
				return [{ ...base, what: 'passphrase_changed', member: memberName(fact.member) }];
			case 'recovery':
				return before ? [{ ...base, what: 'kit_renewed' }] : [];
			case 'device':
				return [
					{
						...base,
						what: after.devices.get(fact.device)?.approvedAt === null ? 'device_asked' : 'device_added',
						device: deviceName(fact.device),
					},
				];
			case 'device_approved':
				return [{ ...base, what: 'device_approved', device: deviceName(fact.device) }];
			case 'device_renamed':
				return [
					{
						...base,
						what: 'device_renamed',
						device: deviceName(fact.device),
						before: before && deviceIn(before, fact.device),
					},
				];
			case 'device_removed':
				return [{ ...base, what: removalOf(before?.devices.get(fact.device), header.signer), device: deviceName(fact.device) }];
			case 'kiosk':
				return [
					{
						...base,
						what: after.kiosks.get(fact.kiosk)?.approvedAt === null ? 'kiosk_asked' : 'kiosk_added',
						device: kioskIn(after, fact.kiosk),
					},
				];
			case 'kiosk_approved':
				return [{ ...base, what: 'kiosk_approved', device: kioskIn(after, fact.kiosk) }];
			case 'kiosk_renamed':
				return [
					{ ...base, what: 'kiosk_renamed', device: kioskIn(after, fact.kiosk), before: before && kioskIn(before, fact.kiosk) },
				];
			case 'kiosk_removed':
				return [{ ...base, what: 'kiosk_removed', device: kioskIn(after, fact.kiosk) }];
			case 'epoch':
			case 'grant':
			case 'inbox':
				return [];
		}
	};
	const events = header.facts.flatMap(eventsAbout);
	const started = before ? header.facts.flatMap((fact) => (fact.fact === 'epoch' ? [fact.vault] : [])) : [];
	if (started.length > 0) events.push({ ...base, what: 'new_keys', vaults: started });
	for (const [member, vaults] of newReaders(header.facts, before, after)) {
		events.push({ ...base, what: 'access_given', member: member === RECOVERY ? null : memberName(member), vaults });
	}
	return events;
}

/** A device that had never counted was turned away, or taken back by whoever had asked. */
function removalOf(
	device: DeviceState | undefined,
	signer: Grantee,
): 'device_removed' | 'device_withdrawn' | 'device_turned_away' {
	if (!device || device.approvedAt !== null) return 'device_removed';
	return device.addedBy === signer ? 'device_withdrawn' : 'device_turned_away';
}

/** Who reads a vault now and did not before, other than by being added, reset or making their own keys. */
function newReaders(facts: readonly Fact[], before: LedgerState | null, after: LedgerState): Map<string, Vault[]> {
	const found = new Map<string, Vault[]>();
	if (!before) return found;
	const told = facts.flatMap((fact) =>
		fact.fact === 'member' || fact.fact === 'own_keys' ? [fact.member as string] : fact.fact === 'recovery' ? [RECOVERY] : [],
	);
	for (const vault of VAULTS) {
		for (const reader of after.readers.get(vault)?.keys() ?? []) {
			if (reads(before, reader, vault) || told.includes(reader)) continue;
			found.set(reader, [...(found.get(reader) ?? []), vault]);
		}
	}
	return found;
}

function nameIn(keys: EpochKeys, id: string, profile: Uint8Array | undefined): string {
	return String((profile && openProfile(keys, id, profile)?.name) ?? '');
}
