import { copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SqliteFile } from '#main/database/open.ts';
import { acknowledge } from '#main/share/acks.ts';
import { compactVault } from '#main/share/compact.ts';
import type { ShareContext } from '#main/share/context.ts';
import { publishVault } from '#main/share/publish.ts';
import { pullVault } from '#main/share/pull.ts';
import { takeSnapshot, verifySnapshot } from '#main/share/snapshots.ts';
import type { ShareTarget } from '#main/share/target.ts';
import { deviceFact } from '#main/vaults/administration.ts';
import { cryptoReady, KEY_BYTES, type SigningKeys, signingKeysFrom } from '#main/vaults/crypto.ts';
import { extended, type Founded, foundSite } from '#main/vaults/found-site.ts';
import { keyOf } from '#main/vaults/grants.ts';
import { newFileKey } from '#main/vaults/key-files.ts';
import { type LedgerEntry, writeEntry } from '#main/vaults/ledger.ts';
import type { Fact } from '#main/vaults/ledger-facts.ts';
import type { LedgerState } from '#main/vaults/ledger-state.ts';
import { type OpenVault, openVault, type VaultDeps } from '#main/vaults/open-vault.ts';
import { FLOOR_COST } from '#main/vaults/passphrase-key.ts';
import type { ShareProblem } from '#shared/features/share/model.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { DeviceId, KioskId, MemberId } from '#shared/kernel/ids.ts';
import { type FakeClock, fakeClock, MONDAY } from './fake-clock.ts';
import { fakeIds } from './fake-ids.ts';
import { memoryFolder } from './memory-folder.ts';
import { MIGRATIONS } from './migrations-folder.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import { lookKind, TINY_KINDS, thingKind, tinyMigrations } from './tiny-vault.ts';

/**
 * Several devices of one site, each with a small real vault and a clock of its own, around any share: what simulations
 * and fault campaigns are played with. A new round of it costs milliseconds.
 */
export interface SimulatedSite {
	readonly clock: FakeClock;
	readonly founded: Founded;
	ledger(): LedgerState;
	readonly entries: readonly LedgerEntry[];
	/** Signs it as the founder, who administers. */
	say(...facts: Fact[]): void;
	/** Begin anew with each round, as the clock does: a round is the same for the same dice, whatever came before it. */
	readonly ids: Ids;
	/** Empty vaults for as many devices, around `target`; closes those of the round before. */
	round(target: ShareTarget, random: SeededRandom, skews: readonly number[]): SimulatedDevice[];
	/** A vault for one more device, or another one for a device whose disk has died; `from`: the folder of an earlier one, closed. */
	device(at: number, target: ShareTarget, random: SeededRandom, skew?: number, from?: string): SimulatedDevice;
	close(): void;
}

export interface Raised {
	readonly problem: ShareProblem;
	readonly device: DeviceId | KioskId | null;
	readonly file: string | null;
}

export interface SimulatedDevice {
	readonly id: DeviceId;
	readonly author: MemberId;
	readonly clock: Clock;
	readonly context: ShareContext;
	readonly deps: VaultDeps;
	readonly path: string;
	readonly fileKey: Uint8Array;
	/** Since they were last asked for. */
	takeAlarms(): Raised[];
	vault(): OpenVault;
	restart(): void;
	/** A copy of its folder, for a device made from it later. */
	keep(): string;
	/** Its folder is gone then. */
	close(): void;
	publish(): Promise<void>;
	pull(): Promise<number>;
	snapshot(): Promise<string>;
	acknowledge(): Promise<void>;
	compact(): Promise<number>;
}

export const V = 'office';
let folders = 0;

/**
 * `inOneGo`: what the devices write reaches their disks only when they restart. All that is left out then is the
 * encryption of pages at each commit, which is most of the time; snapshots cannot be taken.
 */
export async function simulatedSite(
	seed: number,
	devices: number,
	{ inOneGo = false }: { inOneGo?: boolean } = {},
): Promise<SimulatedSite> {
	await cryptoReady;
	const clock = fakeClock();
	const random = seededRandom(seed);
	let ids = fakeIds(seed);
	const first = {
		name: 'Erika',
		signInName: 'erika',
		passphrase: 'rote Lampe am Kanal 7',
		roles: ['counsellor', 'administrator'],
	};
	const founded = await foundSite(first as never, 'Büro', { clock, ids, random, cost: FLOOR_COST });
	const root = memoryFolder();
	let ledger = founded.ledger;
	const entries = [founded.entry];
	const say = (...facts: Fact[]) => {
		const signer = { id: founded.member, secretKey: founded.memberKeys.signing.secretKey };
		const entry = writeEntry(ledger, signer, clock.now(), facts);
		ledger = extended(ledger, entry);
		entries.push(entry);
	};
	const known = Array.from({ length: devices }, (_, at) => {
		const keys = signingKeysFrom(random.bytes(KEY_BYTES));
		const id = ids.next() as DeviceId;
		say(deviceFact(id, keys, `Gerät ${at + 1}`, keyOf(founded.epochKeys, 'office', 1), random));
		return { id, keys };
	});
	const migrations = tinyMigrations(MIGRATIONS);
	const template = { path: join(root, 'leer.db'), key: newFileKey(random) };
	const base = { migrations, kinds: TINY_KINDS, onCommit() {} };
	const empty = openVault(V, template.path, template.key, ids.next() as DeviceId, { ...base, clock, random }, true);
	// Each copy draws its own: two writers with one number would not be two.
	empty.settings.set('writer', null);
	empty.close();
	let open: SimulatedDevice[] = [];

	function close(): void {
		for (const device of open) device.close();
		open = [];
	}

	function device(at: number, target: ShareTarget, dice: SeededRandom, skew = 0, from?: string): SimulatedDevice {
		const one = known[at];
		if (!one) throw new Error('no such device');
		folders += 1;
		const folder = join(root, `Gerät ${folders}`);
		const path = join(folder, 'office.db');
		if (from) cpSync(from, folder, { recursive: true });
		else mkdirSync(folder);
		if (!from) copyFileSync(template.path, path);
		const own: Clock = { now: () => clock.now() + skew };
		const made = createDevice(one, { path, fileKey: template.key, clock: own, random: dice, target });
		open.push(made);
		return made;
	}

	interface Place {
		readonly path: string;
		readonly fileKey: Uint8Array;
		readonly clock: Clock;
		readonly random: SeededRandom;
		readonly target: ShareTarget;
	}

	function createDevice({ id, keys }: { id: DeviceId; keys: SigningKeys }, place: Place): SimulatedDevice {
		const { path, fileKey } = place;
		const deps: VaultDeps = { ...base, clock: place.clock, random: place.random };
		let alarms: Raised[] = [];
		const openIt = () => {
			const opened = openVault(V, path, fileKey, id, deps, false);
			if (inOneGo) opened.file.exec('BEGIN');
			return opened;
		};
		let vault = openIt();
		const context: ShareContext = {
			target: place.target,
			site: ledger.site,
			device: { id, keys },
			epochKeys: founded.epochKeys,
			clock: place.clock,
			random: place.random,
			ledger: () => ledger,
			alarm: (problem, device, file) => void alarms.push({ problem, device, file }),
		};
		const scratch = `${path}.scratch`;
		return {
			id,
			author: founded.member,
			clock: place.clock,
			context,
			deps,
			path,
			fileKey,
			takeAlarms() {
				const taken = alarms;
				alarms = [];
				return taken;
			},
			vault: () => vault,
			restart() {
				if (inOneGo) vault.file.exec('COMMIT');
				vault.close();
				vault = openIt();
			},
			keep() {
				vault.file.pragma('wal_checkpoint(TRUNCATE)');
				folders += 1;
				const copy = join(root, `Kopie ${folders}`);
				cpSync(join(path, '..'), copy, { recursive: true });
				return copy;
			},
			close() {
				if (vault.file.open) vault.close();
				rmSync(join(path, '..'), { recursive: true, force: true });
			},
			publish: () => publishVault(vault, context),
			pull: () => pullVault(vault, context, { includeOwn: false }),
			snapshot: () => takeSnapshot(vault, context, scratch, () => {}),
			acknowledge: () => acknowledge(vault, context),
			compact: () =>
				compactVault(vault, context, async (name) => (await verifySnapshot(V, name, context, scratch, () => {})) === null),
		};
	}

	return {
		clock,
		founded,
		ledger: () => ledger,
		entries,
		say,
		get ids() {
			return ids;
		},
		round(target, dice, skews) {
			close();
			clock.set(MONDAY);
			ids = fakeIds(dice.below(2 ** 31));
			return skews.map((skew, at) => device(at, target, dice, skew));
		},
		device,
		close,
	};
}

const PLACES = ['Köln', 'Bonn', 'Düsseldorf', 'Ratingen', ''];
const WORDS = ['kommt wieder', ' und ', 'Ä', 'fragt nach Wohnung', '. ', 'ruft an', '🙂'];

/** One change of whatever kind by whoever sits there. */
export function editSomething({ vault, author }: SimulatedDevice, site: SimulatedSite, random: SeededRandom): void {
	const { store, file } = vault();
	const things = file.prepare<[], string>('SELECT id FROM thing ORDER BY id').pluck().all() as string[];
	if (things.length === 0 || (things.length < 12 && random.below(5) === 0)) {
		store.insert(thingKind, site.ids.next(), { name: `Name${random.below(100)}`, remarks: random.pick(WORDS) }, author);
		return;
	}
	const thing = random.pick(things);
	switch (random.below(11)) {
		case 10:
			// Rarely, or soon nothing would be left to edit.
			if (random.below(3) === 0) store.erase(thingKind, thing, author);
			break;
		case 0:
			store.remove(thingKind, thing, author);
			break;
		case 1:
			store.restore(thingKind, thing, author);
			break;
		case 2:
		case 3:
			store.append(lookKind, site.ids.next(), { thingId: thing }, author);
			break;
		case 4:
		case 5:
		case 6:
			store.update(thingKind, thing, { remarks: typedInto(remarksOf(file, thing), random) }, author);
			break;
		case 7:
			store.affirm(thingKind, thing, { name: `Name${random.below(5)}` }, author);
			break;
		default:
			store.update(thingKind, thing, { place: random.pick(PLACES), name: random.pick(WORDS) }, author);
	}
}

const remarksOf = (file: SqliteFile, thing: string): string =>
	file.prepare<[string], string>('SELECT remarks FROM thing WHERE id = ?').pluck().get(thing) as string;

function typedInto(text: string, random: SeededRandom): string {
	// Nobody types half an emoji.
	const letters = [...text];
	letters.splice(random.below(letters.length + 1), random.below(3), random.pick(WORDS));
	return letters.join('');
}

/** What must be the same on every device, byte for byte: rows, what they are found by, and every change. */
export function tablesOf({ vault }: SimulatedDevice): string {
	const { file } = vault();
	const rows = (sql: string) => file.prepare(sql).raw().all();
	const text = JSON.stringify(
		[
			rows('SELECT * FROM thing ORDER BY id'),
			rows('SELECT * FROM look ORDER BY id'),
			rows('SELECT table_name, record_id, words FROM search_entry ORDER BY 1, 2'),
			rows('SELECT table_name, record_id, field, name FROM decision ORDER BY 1, 2, 3'),
			rows('SELECT device, hlc, member, table_name, record_id, kind, hex(payload) FROM change ORDER BY device, hlc'),
		],
		null,
		'\t',
	);
	return text;
}
