import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { newKitFacts, withNewEpochs } from '#main/vaults/administration.ts';
import { equalBytes } from '#main/vaults/crypto.ts';
import { decodeCbor, encodeCbor } from '#main/vaults/envelope.ts';
import { extended } from '#main/vaults/found-site.ts';
import { type EpochKeys, openGrants } from '#main/vaults/grants.ts';
import { type KeyPlace, newFileKey, readKeyFile, writeKeyFile } from '#main/vaults/key-files.ts';
import { extendLedger, type LedgerEntry, readLedger } from '#main/vaults/ledger.ts';
import { type Fact, type Grantee, type GrantFact, RECOVERY } from '#main/vaults/ledger-facts.ts';
import { epochName, type LedgerState } from '#main/vaults/ledger-state.ts';
import { unwrapKeys, wrapKeys } from '#main/vaults/member-keys.ts';
import { FLOOR_COST } from '#main/vaults/passphrase-key.ts';
import { VAULTS } from '#shared/features/members/model.ts';
import type { DeviceId, MemberId, SiteId } from '#shared/kernel/ids.ts';
import { campaign, printedSeed } from '#tests/support/campaign.ts';
import { type Cast, ledgerCast, type Signer } from '#tests/support/ledger-cast.ts';
import { given, opened, sign, stateAfter } from '#tests/support/ledger-lab.ts';
import { type SeededRandom, seededRandom } from '#tests/support/seeded-random.ts';
import { tamper } from '#tests/support/tampering.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

// What a passphrase costs is no subject here: ten thousand real ones would take an hour.
vi.mock('#main/vaults/passphrase-key.ts', async (original) => {
	const { hash, joinBytes, utf8 } = await import('#main/vaults/crypto.ts');
	return {
		...(await original<typeof import('#main/vaults/passphrase-key.ts')>()),
		keyFromPassphrase: async (passphrase: string, salt: Uint8Array, cost: object) =>
			hash(joinBytes(utf8(passphrase + JSON.stringify(cost)), salt)),
	};
});

/** Ten thousand in all with `.ci/run`, five hundred without. */
const TRIES = campaign(100, 2000);
const REFUSALS = ['malformed', 'newer', 'wrong_site', 'out_of_order', 'bad_signature', 'not_allowed'];

let random: SeededRandom;
let cast: Cast;
let strangers: Cast;
/** What somebody may say here, and no forger may, whatever part of it is changed. */
let deeds: readonly { readonly by: Signer; readonly facts: Fact[]; readonly entry: LedgerEntry }[];
beforeAll(async () => {
	const seed = printedSeed('tampering with keys');
	random = seededRandom(seed);
	cast = await ledgerCast(seed);
	strangers = await ledgerCast(seed + 1);
	deeds = deedsOf(cast).map(([by, ...facts]) => ({ by, facts, entry: sign(cast.state, cast.who(by), facts) }));
});

function deedsOf({ lab, state, who, id, waiting, devices }: Cast): [Signer, ...Fact[]][] {
	const newcomer = lab.somebody();
	const again = { ...lab.somebody(), id: id('counsellor') };
	const left: Fact = { fact: 'left', member: id('volunteer') };
	const heads: [(typeof VAULTS)[number], number, Uint8Array][] = [['office', 4, random.bytes(16)]];
	return [
		['administrator', lab.member(newcomer, ['volunteer'], true), ...given(state, who('administrator'), newcomer, ['office'])],
		['kit', lab.member(again, ['counsellor'], false), ...given(state, who('kit'), again, VAULTS)],
		['administrator', { fact: 'roles', member: id('volunteer'), roles: ['coordinator'] }],
		['administrator', { fact: 'renamed', member: id('volunteer'), tag: random.bytes(32), profile: random.bytes(40) }],
		['both', ...withNewEpochs(state, id('both'), [left], random)],
		['both', ...withNewEpochs(state, id('both'), newKitFacts(state, opened(state, who('both')), random).facts, random)],
		['administrator', ...lab.epoch(state, 'office')],
		['both', ...lab.epoch(state, 'counselling')],
		['counsellor', ...given(state, who('counsellor'), waiting, ['counselling'])],
		['administrator', { fact: 'device_approved', device: devices.counsellors }],
		['administrator', { fact: 'device_renamed', device: devices.volunteers, profile: random.bytes(40) }],
		['administrator', { fact: 'device_removed', device: devices.approved, heads }],
	];
}

/** The same fact with another value in one place. */
function changed(fact: Fact, { state }: Cast): Fact {
	const ids = [...state.members.keys(), ...state.devices.keys(), RECOVERY];
	// Any member may hand on a key they read; that it is the key of the case files is what they must not get around.
	const names = Object.keys(fact).filter((name) => name !== 'fact' && !(fact.fact === 'grant' && name === 'vault'));
	const name = random.pick(names);
	const value = (fact as Record<string, unknown>)[name];
	return { ...fact, [name]: otherValue(value, ids) } as Fact;
}

function otherValue(value: unknown, ids: readonly string[]): unknown {
	if (value instanceof Uint8Array) return random.bytes(value.length);
	if (typeof value === 'number') return value + random.pick([-1, 1, 100]);
	if (typeof value === 'boolean') return !value;
	if (VAULTS.some((vault) => vault === value)) return random.pick(VAULTS);
	if (typeof value === 'string') return random.pick(ids);
	return random.pick([['administrator'], ['volunteer', 'counsellor'], ['nobody'], []]);
}

/** A site’s entries from the first on. */
function chainOf({ lab }: Cast): Uint8Array[] {
	const { entry, state: first, founder } = lab.found(['administrator', 'counsellor']);
	const entries = [entry];
	let state = first;
	for (let n = 0; n < 6; n++) {
		const newcomer = lab.somebody();
		const facts = [lab.member(newcomer, ['volunteer'], true), ...given(state, founder, newcomer, ['office', 'workshop'])];
		const next = sign(state, founder, n % 2 === 0 ? facts : lab.epoch(state, random.pick(VAULTS)));
		entries.push(next);
		state = extended(state, next);
	}
	return entries.map(({ bytes }) => bytes);
}

/** The refusal; anything thrown fails the test, and so does belief. */
function refusalOf(state: LedgerState | null, bytes: Uint8Array): string {
	const next = extendLedger(state, bytes);
	return next.ok ? 'believed' : next.error;
}
const refused = expect.toBeOneOf(REFUSALS);

describe('keys that somebody tampers with', () => {
	it(`spoilt entries of the ledger are refused: ${TRIES}`, { timeout: 600_000 }, () => {
		for (const { by, entry } of deeds) expect(refusalOf(cast.state, entry.bytes), `${by}, as it was`).toBe('believed');
		for (let n = 0; n < TRIES; n++) {
			const { by, facts, entry } = random.pick(deeds);
			const { how, bytes } = tamper(entry.bytes, random);
			expect(refusalOf(cast.state, bytes), `${by}’s ${facts[0]?.fact}: ${how}`).toEqual(refused);
		}
	});

	it(`entries that somebody without the right has changed and signed are refused: ${TRIES}`, { timeout: 600_000 }, () => {
		/** Who may say none of these, whatever is inside. */
		const forgers: Signer[] = [
			'volunteer',
			'new volunteer',
			'new administrator',
			'new counsellor',
			'removed',
			'old kit',
			'stranger',
		];
		for (let n = 0; n < TRIES; n++) {
			const { by, facts } = random.pick(deeds);
			const forger = cast.who(random.pick(forgers));
			const name = random.pick<Grantee>([forger.id, forger.id, cast.who(by).id, RECOVERY]);
			const forged = facts.map((fact) => (random.below(2) === 0 ? fact : changed(fact, cast)));
			const { bytes } = sign(cast.state, { id: name, keys: forger.keys }, forged);
			expect(refusalOf(cast.state, bytes), `${by}’s ${facts[0]?.fact} as ${name} by ${forger.id}`).toEqual(refused);
		}
	});

	it(`chains out of order, doubled, torn or of two sites are refused: ${TRIES}`, { timeout: 600_000 }, () => {
		const [ours, theirs] = [chainOf(cast), chainOf(strangers)];
		expect(readLedger(ours).ok && readLedger(theirs).ok).toBe(true);
		for (let n = 0; n < TRIES; n++) {
			const at = random.below(ours.length);
			const other = (at + 1 + random.below(ours.length - 1)) % ours.length;
			const [one, two] = [ours[at] as Uint8Array, ours[other] as Uint8Array];
			const mixed = random.pick([
				() => ours.with(at, two).with(other, one),
				() => ours.toSpliced(at, 0, one),
				() => ours.toSpliced(Math.min(at, ours.length - 2), 1),
				() => ours.with(at, theirs[at] as Uint8Array),
				() => [...ours.slice(0, at + 1), ...theirs.slice(at + 1), one],
				() => [...ours, random.pick(theirs)],
				() => ours.with(at, tamper(one, random).bytes),
				() => ours.toReversed(),
			])();
			const read = readLedger(mixed);
			expect(read.ok ? 'believed' : read.error.refusal, `${at} and ${other}`).toEqual(refused);
		}
	});

	it(`grants that were moved or spoilt open nothing: ${TRIES}`, { timeout: 600_000 }, () => {
		const state = stateAfter(cast.state, cast.who('both'), ...VAULTS.flatMap((vault) => cast.lab.epoch(cast.state, vault)));
		const holders = (['both', 'counsellor', 'volunteer', 'kit', 'old kit', 'removed', 'administrator'] as const).map(cast.who);
		const right = new Map(holders.map((holder) => [holder, opened(state, holder)]));
		for (let n = 0; n < TRIES; n++) {
			const holder = random.pick(holders);
			const grant = random.pick(state.grants);
			const moved = random.pick([
				(): GrantFact => ({ ...grant, sealed: tamper(grant.sealed, random).bytes }),
				(): GrantFact => ({ ...grant, to: holder.id, vault: random.pick(VAULTS), epoch: 1 + random.below(4) }),
				(): GrantFact => ({ ...grant, to: holder.id, sealed: random.pick(state.grants).sealed }),
				(): GrantFact => ({ ...random.pick(strangers.state.grants), to: holder.id }),
			])();
			const found = openGrants({ ...state, grants: [moved] }, holder.id, holder.keys.sealing);
			for (const [name, key] of found) {
				// Put back where it came from: what opens is theirs anyway.
				expect(name).toBe(epochName(moved.vault, moved.epoch));
				expect(equalBytes(key, right.get(holder)?.get(name) ?? new Uint8Array()), `${name} for ${holder.id}`).toBe(true);
				expect(state.grants.some(({ to, sealed }) => to === holder.id && equalBytes(sealed, moved.sealed))).toBe(true);
			}
		}
	});

	it(`key files that were spoilt or moved open nothing: ${TRIES / 2}`, { timeout: 600_000 }, () => {
		const { state, lab } = cast;
		const keys = opened(state, cast.who('both'));
		const path = join(temporaryFolder(), 'office.key');
		const place: KeyPlace = { site: state.site, device: lab.next() as DeviceId, vault: 'office', what: 'file' };
		const files = [1, 2].map((epoch) => {
			const secret = newFileKey(random);
			writeKeyFile(path, place, secret, epoch, keys, random);
			expect(readKeyFile(path, place, keys)).toEqual(secret);
			return Uint8Array.from(readFileSync(path));
		});
		const elsewhere: Partial<KeyPlace>[] = [
			{ site: lab.next() as SiteId },
			{ device: lab.next() as DeviceId },
			{ vault: 'counselling' },
			{ vault: 'workshop' },
			{ what: 'device' },
		];
		const damaged = expect.toBeOneOf(['damaged', 'no_key']);
		for (let n = 0; n < TRIES / 2; n++) {
			const at = random.below(2);
			const good = files[at] as Uint8Array;
			const parts = decodeCbor(good) as { epoch: number; box: Uint8Array };
			const { bytes, from = place } = random.pick<() => { bytes: Uint8Array; from?: KeyPlace }>([
				() => tamper(good, random),
				() => ({ bytes: encodeCbor({ ...parts, epoch: 2 - at }) }),
				() => ({ bytes: encodeCbor({ ...parts, box: tamper(parts.box, random).bytes }) }),
				() => ({ bytes: good, from: { ...place, ...random.pick(elsewhere) } }),
			])();
			writeFileSync(path, bytes);
			expect(readKeyFile(path, from, keys)).toEqual(damaged);
		}
		writeFileSync(path, files[0] as Uint8Array);
		const other: EpochKeys = new Map([...keys.keys()].map((name) => [name, random.bytes(32)]));
		expect(readKeyFile(path, place, other)).toBe('damaged');
		expect(readKeyFile(path, place, new Map())).toBe('no_key');
	});

	it(`wrapped keys that were spoilt or moved open nothing: ${TRIES / 2}`, { timeout: 600_000 }, async () => {
		const { lab } = cast;
		const place = () => ({ siteId: lab.next() as SiteId, memberId: lab.next() as MemberId });
		const people = await Promise.all(
			['rote Lampe', 'grüner Tisch'].map(async (passphrase) => {
				const [owner, { keys }] = [place(), lab.somebody()];
				return { owner, keys, passphrase, wrapped: await wrapKeys(keys, owner, passphrase, FLOOR_COST, random) };
			}),
		);
		for (let n = 0; n < TRIES / 2; n++) {
			const [one, two] = n % 2 === 0 ? people : people.toReversed();
			if (!one || !two) throw new Error('nobody there');
			const parts = decodeCbor(one.wrapped) as Record<string, unknown>;
			const strange = decodeCbor(two.wrapped) as Record<string, unknown>;
			const part = random.pick(['salt', 'box']);
			const [wrapped, owner, passphrase] = random.pick<() => [Uint8Array, ReturnType<typeof place>, string]>([
				() => [tamper(one.wrapped, random).bytes, one.owner, one.passphrase],
				() => [encodeCbor({ ...parts, [part]: strange[part] }), one.owner, one.passphrase],
				() => [encodeCbor({ ...parts, memoryMiB: random.pick([1, 65, 512, 1e9]) }), one.owner, one.passphrase],
				() => [encodeCbor({ ...parts, passes: random.pick([0, 1, 4, 1e9]) }), one.owner, one.passphrase],
				() => [two.wrapped, one.owner, random.pick([one, two]).passphrase],
				() => [
					one.wrapped,
					{ ...one.owner, ...random.pick([{ siteId: two.owner.siteId }, { memberId: two.owner.memberId }]) },
					one.passphrase,
				],
				() => [one.wrapped, one.owner, random.pick([two.passphrase, '', `${one.passphrase} `, one.passphrase.toUpperCase()])],
			])();
			expect(await unwrapKeys(wrapped, owner, passphrase)).toBeNull();
		}
		for (const { wrapped, owner, passphrase, keys } of people)
			expect((await unwrapKeys(wrapped, owner, passphrase))?.seed).toEqual(keys.seed);
	});
});
