import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { decode, encode, rfc8949EncodeOptions } from 'cborg';
import sodium from 'libsodium-wrappers-sumo';
import * as Y from 'yjs';

/**
 * A second reader of the share, written from FORMAT.md alone: nothing here comes from Kontor's own code. What it needs is
 * a folder and a recovery kit, or a member's id and passphrase.
 */
export interface ReadSite {
	readonly site: string;
	/** Devices that have begun to fill the share again. */
	readonly refills: readonly string[];
	/** `person 0190…` → fields as they stand. Of what only snapshots contain, nothing. */
	readonly merged: Map<string, Record<string, unknown>>;
	/** `case_access 0190…` → the payload. */
	readonly appended: Map<string, Record<string, unknown>>;
	/** `person 0190…`: gone for good. */
	readonly erased: ReadonlySet<string>;
	/** Path of each snapshot's parts, with the key that opens them together and its row counts. */
	readonly snapshots: { vault: string; file: Uint8Array; key: Uint8Array; rows: Record<string, number> }[];
	blob(vault: string, name: string, contentKey: Uint8Array, size: number): Uint8Array;
}

export type Opener = { readonly kit: string } | { readonly member: string; readonly passphrase: string };

type Header = Readonly<Record<string, unknown>>;

const text = (value: string) => new TextEncoder().encode(value);
const cbor = (value: unknown) => encode(value, rfc8949EncodeOptions);
const hash = (data: Uint8Array, key: Uint8Array | null = null) => sodium.crypto_generichash(32, data, key);
const kdf = (key: Uint8Array, name: string) => sodium.crypto_kdf_derive_from_key(32, 1, name, key);
const join2 = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

function demand(condition: boolean, what: string): asserts condition {
	if (!condition) throw new Error(what);
}

/** commitment ‖ nonce ‖ ciphertext */
function decrypt(key: Uint8Array, context: Uint8Array, box: Uint8Array): Uint8Array {
	const [commitment, nonce, ciphertext] = [box.subarray(0, 32), box.subarray(32, 56), box.subarray(56)];
	demand(same(commitment, hash(join2(nonce, hash(context)), kdf(key, 'kontorCm'))), 'another key');
	const bound = join2(context, commitment);
	return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, ciphertext, bound, nonce, kdf(key, 'kontorEn'));
}

function open(file: Uint8Array): {
	header: Header;
	headerBytes: Uint8Array;
	body: Uint8Array;
	signedBy(key: Uint8Array): boolean;
} {
	demand(same(file.subarray(0, 8), text('KONTOR1\n')), 'not one of ours');
	const length = new DataView(file.buffer, file.byteOffset).getUint32(8);
	const headerBytes = file.subarray(12, 12 + length);
	const signed = file.subarray(0, -64);
	return {
		header: decode(headerBytes) as Header,
		headerBytes,
		body: file.subarray(12 + length, -64),
		signedBy: (key) => sodium.crypto_sign_verify_detached(file.subarray(-64), signed, key),
	};
}

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function seedOfKit(kit: string): Uint8Array {
	const letters = [...kit.toUpperCase()].filter((letter) => LETTERS.includes(letter)).slice(0, 52);
	const bits = letters.map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('');
	return Uint8Array.from({ length: 32 }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2));
}

interface Fact {
	readonly fact: string;
	// biome-ignore lint/suspicious/noExplicitAny: facts of all shapes, as they come out of CBOR
	readonly [field: string]: any;
}

/** Ledger files in order, each signed by somebody who was known before it. */
function readLedger(folder: string): { site: string; facts: Fact[] } {
	const names = readdirSync(folder)
		.filter((name) => /^\d{10}-[0-9a-f]{32}$/.test(name))
		.sort();
	const signers = new Map<string, Uint8Array>();
	const facts: Fact[] = [];
	let prev: Uint8Array = new Uint8Array(32);
	let site = '';
	for (const [at, name] of names.entries()) {
		const file = new Uint8Array(readFileSync(join(folder, name)));
		demand(name === `${String(at + 1).padStart(10, '0')}-${hex(hash(file)).slice(0, 32)}`, 'a name that is not the file’s');
		const { header, signedBy } = open(file);
		const entry = header as unknown as { type: string; v: number; site: string; prev: Uint8Array; signer: string; facts: Fact[] };
		demand(entry.type === 'ledger' && entry.v === 1 && same(entry.prev, prev), 'not the next entry');
		site = entry.site;
		// The first one is signed by the member it declares.
		if (at === 0) learnSigners(entry.facts, signers);
		const key = signers.get(entry.signer);
		demand(key !== undefined && signedBy(key), 'signed by nobody known');
		learnSigners(entry.facts, signers);
		facts.push(...entry.facts);
		prev = hash(file);
	}
	return { site, facts };
}

function learnSigners(facts: readonly Fact[], signers: Map<string, Uint8Array>): void {
	for (const fact of facts) {
		if (fact.fact === 'member' || fact.fact === 'own_keys') signers.set(fact.member, fact.signPublic);
		if (fact.fact === 'recovery') signers.set('recovery', fact.signPublic);
	}
}

function seedFrom(opener: Opener, site: string, facts: readonly Fact[]): Uint8Array {
	if ('kit' in opener) return seedOfKit(opener.kit);
	const own = facts.filter(({ member, wrapped }) => member === opener.member && wrapped !== undefined).at(-1);
	demand(own !== undefined, 'no such member');
	const { memoryMiB, passes, salt, box } = decode(own.wrapped) as {
		memoryMiB: number;
		passes: number;
		salt: Uint8Array;
		box: Uint8Array;
	};
	const key = sodium.crypto_pwhash(
		32,
		text(opener.passphrase.normalize('NFKC')),
		salt,
		passes,
		memoryMiB * 1024 * 1024,
		sodium.crypto_pwhash_ALG_ARGON2ID13,
	);
	return decrypt(key, cbor(['member-keys', site, opener.member, memoryMiB, passes, salt]), box);
}

/** `office:1` → key */
function epochKeys(opener: Opener, site: string, facts: readonly Fact[]): Map<string, Uint8Array> {
	const seed = seedFrom(opener, site, facts);
	const box = sodium.crypto_box_seed_keypair(kdf(seed, 'kontorSl'));
	const grantee = 'kit' in opener ? 'recovery' : opener.member;
	const keys = new Map<string, Uint8Array>();
	for (const { vault, epoch, sealed } of facts.filter(({ fact, to }) => fact === 'grant' && to === grantee)) {
		let plain: Uint8Array;
		try {
			plain = sodium.crypto_box_seal_open(sealed, box.publicKey, box.privateKey);
		} catch {
			// To keys that this grantee had before.
			continue;
		}
		const key = plain.slice(0, 32);
		demand(same(plain.subarray(32), hash(cbor(['grant', site, grantee, box.publicKey, vault, epoch]))), 'made for elsewhere');
		const check = facts.find((fact) => fact.fact === 'epoch' && fact.vault === vault && fact.epoch === epoch)?.check;
		demand(same(check, hash(cbor(['epoch', site, vault, epoch]), key)), 'a wrong key');
		keys.set(`${vault}:${epoch}`, key);
	}
	return keys;
}

type WireChange = [hlc: string, member: string, table: string, record: string, kind: 'm' | 'a' | 'e', payload: Uint8Array];

export async function readSite(share: string, opener: Opener): Promise<ReadSite> {
	await sodium.ready;
	const [folder = ''] = readdirSync(share).filter((name) => name.startsWith('kontor-'));
	const root = join(share, folder);
	const { site, facts } = readLedger(join(root, 'ledger'));
	demand(folder === `kontor-${site}`, 'another site’s ledger');
	const keys = epochKeys(opener, site, facts);
	const devices = new Map(facts.filter(({ fact }) => fact === 'device').map(({ device, signPublic }) => [device, signPublic]));
	const refills = readRefills(join(root, 'ledger'), site, devices);
	const docs = new Map<string, Y.Doc>();
	const appended = new Map<string, Record<string, unknown>>();
	const erased = new Set<string>();
	const snapshots: ReadSite['snapshots'] = [];
	for (const vault of readdirSync(join(root, 'vaults'))) {
		for (const device of below(root, vault, 'feeds')) {
			const names = below(root, vault, 'feeds', device);
			const floor = highestFloor(
				names,
				(name) => bytesOf(root, 'vaults', vault, 'feeds', device, name),
				{ site, vault, device },
				devices,
			);
			let prev = floor.hash;
			let seq = floor.seq;
			for (const name of names.filter((each) => /^\d{10}-/.test(each) && Number(each.slice(0, 10)) > floor.seq)) {
				seq += 1;
				const file = new Uint8Array(readFileSync(join(root, 'vaults', vault, 'feeds', device, name)));
				const { header, headerBytes, body, signedBy } = open(file);
				demand(signedBy(devices.get(device)), `${name} is not signed by its device`);
				const isNext = header.type === 'segment' && header.site === site && header.vault === vault && header.device === device;
				demand(isNext && header.seq === seq && same(header.prev as Uint8Array, prev), `${name} is not the next`);
				demand(name === `${String(seq).padStart(10, '0')}-${hex(hash(file)).slice(0, 32)}`, `${name} is not its name`);
				prev = hash(file);
				const key = keys.get(`${vault}:${header.epoch}`);
				if (!key) continue;
				const changes = decode(new Uint8Array(inflateRawSync(decrypt(key, headerBytes, body)))) as WireChange[];
				for (const [, , table, record, kind, payload] of changes) {
					const id = `${table} ${record}`;
					if (kind === 'e') erased.add(id);
					else if (kind === 'a') appended.set(id, decode(payload) as Record<string, unknown>);
					else {
						const doc = docs.get(id) ?? new Y.Doc();
						docs.set(id, doc);
						Y.applyUpdate(doc, payload);
					}
				}
			}
		}
		for (const name of below(root, vault, 'snapshots')) {
			const at = join(root, 'vaults', vault, 'snapshots', name);
			// It was cut off, and does not exist.
			if (!readdirSync(at).includes('manifest')) continue;
			const { header, headerBytes, body, signedBy } = open(new Uint8Array(readFileSync(join(at, 'manifest'))));
			demand(header.type === 'snapshot' && signedBy(devices.get(header.device as string)), 'a snapshot that nobody signed');
			const key = keys.get(`${vault}:${header.epoch}`);
			if (!key) continue;
			const parts = (header.parts as Uint8Array[]).map((expected, part) => {
				const bytes = new Uint8Array(readFileSync(join(at, `part-${String(part).padStart(5, '0')}`)));
				demand(same(hash(bytes), expected), 'a damaged part');
				return bytes;
			});
			const plain = decrypt(key, headerBytes, body);
			snapshots.push({
				vault,
				file: join2(...parts),
				key: plain.slice(0, 48),
				rows: decode(plain.subarray(48)) as Record<string, number>,
			});
		}
	}
	// Whenever it was said: nothing else of such a record counts.
	for (const id of erased) {
		docs.delete(id);
		appended.delete(id);
	}
	return {
		site,
		refills,
		erased,
		merged: new Map([...docs].map(([id, doc]) => [id, fieldsOf(doc)])),
		appended,
		snapshots,
		blob(vault, name, contentKey, size) {
			const file = new Uint8Array(readFileSync(join(root, 'vaults', vault, 'blobs', name)));
			demand(hex(hash(file)) === name, 'a blob that is not its name');
			const pieces = Math.max(1, Math.ceil(size / 1024 / 1024));
			const whole: Uint8Array[] = [];
			for (let piece = 0, from = 0; piece < pieces; piece++) {
				const length = 32 + 24 + 16 + Math.min(1024 * 1024, size - piece * 1024 * 1024);
				const context = cbor(['blob', site, vault, piece, pieces, size]);
				whole.push(decrypt(contentKey, context, file.subarray(from, from + length)));
				from += length;
			}
			return join2(...whole);
		},
	};
}

const bytesOf = (...path: string[]) => new Uint8Array(readFileSync(join(...path)));

/** Where a feed begins: its first segment, or behind the highest floor that its own device has signed. */
function highestFloor(
	names: readonly string[],
	read: (name: string) => Uint8Array,
	place: { site: string; vault: string; device: string },
	devices: ReadonlyMap<string, Uint8Array>,
): { seq: number; hash: Uint8Array } {
	const [name] = names.filter((each) => each.startsWith('floor-')).reverse();
	if (name === undefined) return { seq: 0, hash: new Uint8Array(32) };
	const file = read(name);
	const { header, body, signedBy } = open(file);
	demand(name.endsWith(hex(hash(file)).slice(0, 32)), 'a floor that is not its name');
	demand(header.type === 'floor' && header.by === place.device && body.length === 0, 'not a floor of its device');
	for (const key of ['site', 'vault', 'device'] as const) demand(header[key] === place[key], 'a floor of elsewhere');
	demand(signedBy(devices.get(place.device) ?? new Uint8Array(32)), 'a floor that nobody signed');
	demand(name.startsWith(`floor-${String(header.seq).padStart(10, '0')}-`), 'a floor under another number');
	return { seq: header.seq as number, hash: header.hash as Uint8Array };
}

function readRefills(folder: string, site: string, devices: ReadonlyMap<string, Uint8Array>): string[] {
	const names = readdirSync(folder).filter((name) => name.startsWith('refill-'));
	return names.map((name) => {
		const file = bytesOf(folder, name);
		const { header, body, signedBy } = open(file);
		const start = `refill-${String(header.seq).padStart(10, '0')}-`;
		demand(name === `${start}${hex(hash(file)).slice(0, 32)}`, 'a refill that is not its name');
		demand(header.type === 'refill' && header.site === site && body.length === 0, 'not a refill of this site');
		demand(signedBy(devices.get(header.by as string) ?? new Uint8Array(32)), 'a refill that nobody signed');
		return header.by as string;
	});
}

function below(root: string, vault: string, ...folders: string[]): string[] {
	try {
		const names = readdirSync(join(root, 'vaults', vault, ...folders));
		return names.filter((name) => !name.startsWith('tmp-')).sort();
	} catch {
		return [];
	}
}

function fieldsOf(doc: Y.Doc): Record<string, unknown> {
	const fields = doc.getMap('fields').toJSON() as Record<string, unknown>;
	for (const name of doc.share.keys()) if (name.startsWith('text:')) fields[name.slice(5)] = doc.getText(name).toString();
	return fields;
}
