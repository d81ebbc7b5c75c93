import { z } from 'zod';
import { KioskId } from '#shared/kernel/ids.ts';
import { equalBytes, type SealingKeys, toHex, wipe } from '../vaults/crypto.ts';
import { inboxKeysOf } from '../vaults/grants.ts';
import { epochName, type KioskState } from '../vaults/ledger-state.ts';
import type { OpenVault } from '../vaults/open-vault.ts';
import type { ShareContext } from './context.ts';
import { inboxesFolder, inboxFolder, receiptsOf, type SequenceFile, sequencesOf } from './layout.ts';
import { countWaiting } from './publish.ts';
import { readNamed } from './read-named.ts';
import { readReceipt, writeReceipt } from './receipts.ts';
import { NOTHING_BEFORE, openSignIn, readSignIn, type Said, type VerifiedSignIn } from './sign-in-file.ts';
import { TEMPORARY } from './target.ts';

/**
 * What kiosks have sealed is opened on an office PC: verified by the ledger, in the order in which it was said. A file that
 * is forged, re-ordered, replayed or somebody else's is refused with an alarm that names kiosk and file; the right one of
 * that number is taken all the same where it is there too.
 */
export interface Arrival {
	readonly kiosk: KioskId;
	readonly seq: number;
	readonly entry: string;
	/** By the kiosk's clock, ms UTC. */
	readonly at: number;
	readonly heard: number;
	readonly said: Said;
}

/** Where sealed sign-ins of one kiosk lie. */
export interface InboxSource {
	readonly files: ReadonlyMap<number, readonly SequenceFile[]>;
	read(file: SequenceFile): Promise<Uint8Array | 'damaged' | null>;
	/** For alarms. */
	path(file: SequenceFile): string;
}

export interface TakeIn {
	/** Writes records; in one transaction with the position. */
	write(arrivals: readonly Arrival[]): void;
	isCancelled(): boolean;
}

type Reading = Pick<ShareContext, 'site' | 'epochKeys' | 'ledger' | 'alarm'>;

/** Taken in together: one commit instead of many, and nobody waits long for it. */
const AT_ONCE = 200;

const PositionFile = z.object({ seq: z.int().min(0), hash: z.string() });
const settingOf = (kiosk: KioskId) => `inbox:${kiosk}`;

/** The last sign-in of a kiosk that was taken in here. */
export function inboxPosition(vault: OpenVault, kiosk: KioskId): { seq: number; hash: Uint8Array } {
	const known = PositionFile.safeParse(JSON.parse(vault.settings.get(settingOf(kiosk)) ?? 'null')).data;
	return known ? { seq: known.seq, hash: new Uint8Array(Buffer.from(known.hash, 'hex')) } : NOTHING_BEFORE;
}

function setPosition(vault: OpenVault, kiosk: KioskId, { seq, hash }: { seq: number; hash: Uint8Array }): void {
	vault.settings.set(settingOf(kiosk), JSON.stringify({ seq, hash: toHex(hash) }));
}

/** All inboxes on the share. Gives how many sign-ins were taken in. Throws TargetError. */
export async function exchangeInboxes(vault: OpenVault, context: ShareContext, take: TakeIn): Promise<number> {
	let taken = 0;
	const folder = inboxesFolder(context.site);
	for (const name of await context.target.list(folder)) {
		if (name.startsWith(TEMPORARY)) continue;
		const kiosk = KioskId.safeParse(name);
		const known = kiosk.success ? context.ledger().kiosks.get(kiosk.data) : undefined;
		if (!known) {
			context.alarm('tampered', null, `${folder}/${name}`);
			continue;
		}
		// What it has to say is heard once somebody has approved it.
		if (known.approvedAt === null) continue;
		taken += await exchangeInbox(vault, context, known, take);
		if (take.isCancelled()) break;
	}
	return taken;
}

async function exchangeInbox(vault: OpenVault, context: ShareContext, known: KioskState, take: TakeIn): Promise<number> {
	const { kiosk } = known;
	const folder = inboxFolder(context.site, kiosk);
	const names = await context.target.list(folder);
	const receipt = await readReceipt(context.target, context.ledger(), kiosk, names, (path) =>
		context.alarm('tampered', kiosk, path),
	);
	const position = inboxPosition(vault, kiosk);
	// Their records come with the feed of whoever took them in, and the files may be gone.
	if (receipt && receipt.seq > position.seq) setPosition(vault, kiosk, receipt);
	else if (position.seq > (receipt?.seq ?? 0) && countWaiting(vault.file, context.device.id) === 0) {
		await writeReceipt(context.target, { site: context.site, kiosk, ...position }, context.device, context.clock);
	}
	// A kiosk that is gone does not tidy up after itself.
	if (known.removed && receipt) {
		const old = [...sequencesOf(names).values()].flat().filter(({ seq }) => seq <= receipt.seq);
		const older = receiptsOf(names).filter(({ seq }) => seq < receipt.seq);
		for (const { listed } of [...old, ...older]) await context.target.remove(`${folder}/${listed}`);
	}
	return takeIn(
		vault,
		context,
		known,
		{
			files: sequencesOf(names),
			read: (file) => readNamed(context.target, folder, file),
			path: ({ listed }) => `${folder}/${listed}`,
		},
		take,
	);
}

/** From where it stopped, for as long as one follows the other. */
export async function takeIn(
	vault: OpenVault,
	reading: Reading,
	known: KioskState,
	source: InboxSource,
	{ write, isCancelled }: TakeIn,
): Promise<number> {
	const { kiosk } = known;
	const secrets = inboxSecrets(reading);
	const last = known.removed?.last ?? Number.POSITIVE_INFINITY;
	let position = inboxPosition(vault, kiosk);
	let taken = 0;
	let batch: Arrival[] = [];
	let at = position;
	const flush = () => {
		if (at.seq === position.seq) return;
		vault.store.atomically(() => {
			write(batch);
			setPosition(vault, kiosk, at);
		});
		taken += batch.length;
		position = at;
		batch = [];
	};
	try {
		nameReplaced(reading, known, source, position);
		rows: while (!isCancelled()) {
			const [first] = source.files.get(at.seq + 1) ?? [];
			if (!first) break;
			if (at.seq >= last) {
				reading.alarm('removed_device', kiosk, source.path(first));
				break;
			}
			const run = await inARow(reading, known, source, at, Math.min(last, at.seq + AT_ONCE));
			if (run.length === 0) {
				const one = await theOne(reading, known, source, at);
				if (!one) break;
				run.push(one);
			}
			for (const next of run) {
				const secret = secrets.of(next.header.epoch);
				// Of a key that was not granted to us yet, or that is not what the ledger says of it.
				if (!secret) {
					reading.alarm('no_key', kiosk, null);
					break rows;
				}
				const said = openSignIn(next, secret);
				const { seq, entry, at: saidAt, heard } = next.header;
				if (!said) {
					const [file] = source.files.get(seq) ?? [first];
					reading.alarm('tampered', kiosk, source.path(file ?? first));
					break rows;
				}
				batch.push({ kiosk, seq, entry, at: saidAt, heard, said });
				at = { seq, hash: next.envelope.hash };
			}
			if (batch.length >= AT_ONCE) flush();
		}
		if (!isCancelled()) flush();
		return taken;
	} finally {
		secrets.wipe();
	}
}

/**
 * The next ones up to a number, for as long as there is one file each and one names the other's hash: then the signature
 * of the last vouches for all of them, and the thousands of a kiosk that was away for weeks need not be checked one by one.
 */
async function inARow(
	reading: Reading,
	{ kiosk, signPublic }: KioskState,
	source: InboxSource,
	at: { readonly seq: number; readonly hash: Uint8Array },
	until: number,
): Promise<VerifiedSignIn[]> {
	const run: VerifiedSignIn[] = [];
	let prev = at.hash;
	for (let seq = at.seq + 1; seq <= until; seq++) {
		const [file, ...others] = source.files.get(seq) ?? [];
		if (!file || others.length > 0) break;
		const bytes = await source.read(file);
		const read =
			bytes && bytes !== 'damaged' ? readSignIn(bytes, { site: reading.site, kiosk, seq, prev }, signPublic, 'chained') : null;
		if (!read?.ok) break;
		run.push(read.value);
		prev = read.value.envelope.hash;
	}
	// Somebody else's at the end: the half before it is vouched for by its own last.
	while (run.length > 0 && run.at(-1)?.envelope.isSignedBy(signPublic) !== true) run.length = Math.floor(run.length / 2);
	return run;
}

/** Of several files of one number, the one that the kiosk signed as the next; null: none, or more than one. */
async function theOne(
	reading: Reading,
	{ kiosk, signPublic }: KioskState,
	source: InboxSource,
	at: { readonly seq: number; readonly hash: Uint8Array },
): Promise<VerifiedSignIn | null> {
	const files = source.files.get(at.seq + 1) ?? [];
	const right: VerifiedSignIn[] = [];
	for (const file of files) {
		const bytes = await source.read(file);
		if (bytes === null) continue;
		const place = { site: reading.site, kiosk, seq: at.seq + 1, prev: at.hash };
		const read = bytes === 'damaged' ? null : readSignIn(bytes, place, signPublic);
		if (read?.ok) right.push(read.value);
		else reading.alarm(read && !read.ok && read.error === 'newer' ? 'newer' : 'tampered', kiosk, source.path(file));
	}
	const [first, second] = right;
	// It said two different things under one number: somebody else has its key, or put it back to an older state.
	if (second && files[0]) reading.alarm('tampered', kiosk, source.path(files[0]));
	return second ? null : (first ?? null);
}

/** Another file under the number that was taken in last. */
function nameReplaced(
	reading: Reading,
	{ kiosk }: KioskState,
	source: InboxSource,
	position: { readonly seq: number; readonly hash: Uint8Array },
): void {
	for (const file of source.files.get(position.seq) ?? []) {
		if (!toHex(position.hash).startsWith(file.hashStart)) reading.alarm('tampered', kiosk, source.path(file));
	}
}

/** The inbox's secret keys, made when they are needed and wiped together. */
function inboxSecrets({ epochKeys, ledger }: Reading) {
	const made = new Map<number, SealingKeys>();
	return {
		of(epoch: number): SealingKeys | null {
			const known = made.get(epoch);
			if (known) return known;
			const key = epochKeys.get(epochName('workshop', epoch));
			const said = ledger().inboxes.get(epoch);
			if (!key || !said) return null;
			const keys = inboxKeysOf(key);
			made.set(epoch, keys);
			return equalBytes(keys.publicKey, said) ? keys : null;
		},
		wipe: () => wipe(...[...made.values()].map(({ secretKey }) => secretKey)),
	};
}
