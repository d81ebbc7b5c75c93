import { z } from 'zod';
import { mayTakeTurns } from '#shared/features/members/model.ts';
import type { SharePlace } from '#shared/features/share/model.ts';
import type { Clock, Random } from '#shared/kernel/environment.ts';
import { isDamage } from './database/open.ts';
import type { Desk, SessionEnd } from './desk.ts';
import type { Log } from './platform/log.ts';
import { type BlobsOfVault, createBlobExchange } from './share/blobs.ts';
import type { ShareContext } from './share/context.ts';
import { fetchVault } from './share/fetch-vault.ts';
import { createShareSync, type ShareSync } from './share/sync.ts';
import type { ShareTarget } from './share/target.ts';
import type { BlobFiles } from './vaults/blob-files.ts';
import { equalBytes, hash, toHex } from './vaults/crypto.ts';
import type { DataFolder } from './vaults/data-folder.ts';
import { readLedger } from './vaults/ledger.ts';
import type { LedgerState } from './vaults/ledger-state.ts';
import type { VaultDeps } from './vaults/open-vault.ts';
import { rotateStaleFiles } from './vaults/rotate.ts';
import { FolderError, type Opened, openSession, openVaultOf, type Session } from './vaults/session.ts';

/** Starts sessions: verifies the ledger, opens the vaults, and puts the share to work for them. */
export interface Sessions {
	/** The ledger of this device, verified from its first entry. Throws FolderError. */
	readLedger(): LedgerState;
	/** Opens the vaults and makes this the desk's session. Throws FolderError. */
	begin(opened: Opened): { session: Session; sync: ShareSync };
	/** Makes a longer ledger the session's, with all that it gives and takes. */
	follow(session: Session, ledger: LedgerState): void;
}

export interface SessionsDeps {
	readonly folder: DataFolder;
	readonly desk: Desk;
	readonly vaults: VaultDeps;
	readonly clock: Clock;
	readonly random: Random;
	readonly log: Log;
	/** Where blobs lie on this device, and which ones the session's records refer to; null: their vault is not open. */
	readonly blobFiles: BlobFiles;
	blobs(session: Session): BlobsOfVault | null;
	/** Some that were missing are here now. */
	onBlobs(): void;
	exchangeBesides(session: Session, context: ShareContext, isCancelled: () => boolean): Promise<void>;
	targetFor(place: SharePlace): ShareTarget;
	stopwatch(): number;
	onPulled(session: Session): void;
	/** Somebody is in: the features may note it. */
	onBegun(session: Session): void;
}

export function createSessions({
	folder,
	desk,
	vaults,
	clock,
	random,
	log,
	blobFiles,
	blobs,
	onBlobs,
	exchangeBesides,
	targetFor,
	stopwatch,
	onPulled,
	onBegun,
}: SessionsDeps): Sessions {
	return {
		readLedger() {
			const ledger = readLedger(folder.readLedger());
			if (ledger.ok) return ledger.value;
			throw new FolderError(ledger.error.refusal === 'newer' ? 'newer' : 'damaged', 'ledger');
		},
		begin(opened) {
			// Signing in while somebody is signed in (a second window, a double click) takes over.
			void desk.end();
			const session = openSession(folder, opened, vaults);
			try {
				refuseOlderLedger(session, folder);
			} catch (error) {
				session.end();
				throw error;
			}
			rotateFiles(session);
			const sync = createShareSync({
				session,
				folder,
				clock,
				random,
				log,
				before: desk.left(),
				targetFor,
				stopwatch,
				onLedger: (ledger) => follow(session, ledger),
				onRewind: (to) => extendSessionLedger(session, to),
				blobs: createBlobExchange({ files: blobFiles, clock, blobs: () => blobs(session), onFetched: onBlobs }),
				exchangeBesides: (context, isCancelled) => exchangeBesides(session, context, isCancelled),
				fetchVault: (vault, context, isCancelled) => fetchVault({ session, folder, vault }, context, vaults, isCancelled),
				onFetched: () => takeOver(session, session.ledger),
				onDamage: () => desk.suspectDamage(),
				onStatus: () => desk.tell({ kind: 'share' }),
				onWork: () => desk.tell({ kind: 'share_work' }),
				onPulled: () => onPulled(session),
			});
			tidyBlobs(session);
			// Erased elsewhere and taken in since this file was opened the last time.
			for (const vault of session.vaults.values()) vault.scrub();
			desk.begin(session, sync);
			onBegun(session);
			return { session, sync };
		},
		follow,
	};

	/** Before anything is written in this session: what no record refers to was cut off, or is of no use any more. */
	function tidyBlobs(session: Session): void {
		const needed = blobs(session)?.needed();
		if (!needed) return;
		const names = new Set(needed.map(({ name }) => name));
		blobFiles.tidy((name) => names.has(name));
	}

	function follow(session: Session, ledger: LedgerState): void {
		if (ledger.seq === session.ledger.seq) return;
		const reason = reasonToEnd(session, ledger);
		rememberLedger(session, ledger);
		if (reason) void desk.end(reason);
		else takeOver(session, ledger);
	}

	function takeOver(session: Session, ledger: LedgerState): void {
		try {
			session.followLedger(ledger);
		} catch (error) {
			if (!(error instanceof FolderError)) throw error;
			// The next sign-in finds out what is wrong with the file and offers the repair.
			desk.suspectDamage();
			return;
		}
		const acting = ledger.members.get(session.acting);
		const mayStay = acting?.left === null && mayTakeTurns(acting.roles) && mayTakeTurns(session.roles);
		if (!mayStay) session.acting = session.member;
		rotateFiles(session);
		desk.tell({ kind: 'session' });
	}

	function rotateFiles(session: Session): void {
		try {
			rotateStaleFiles(session, folder, random);
		} catch (error) {
			// No room on the disk, say: the vault is open under its old key, and the next sign-in tries again.
			log.bug('rotation', error);
			const isLost = [...session.vaults.values()].some(({ file }) => !file.open);
			if (isLost || isDamage(error)) desk.suspectDamage();
		}
	}
}

/** Why a member can no longer work here, as far as this ledger says so. */
function reasonToEnd(session: Session, newer: LedgerState): SessionEnd | null {
	const member = newer.members.get(session.member);
	if (!member || member.left !== null) return 'member_removed';
	if (newer.devices.get(session.device.id)?.removed) return 'device_removed';
	// What these keys seal, nobody could open again.
	return equalBytes(member.signPublic, session.memberKeys.signing.publicKey) ? null : 'keys_replaced';
}

const Head = z.object({ seq: z.int(), hash: z.string() });

/**
 * The ledger files lie in clear in the data folder; the office vault remembers how far they went. Somebody who puts an
 * older ledger back (to bring a removed member back, say) is noticed here.
 */
function refuseOlderLedger(session: Session, folder: DataFolder): void {
	const { settings } = openVaultOf(session, 'office');
	const remembered = settings.get('ledger_head');
	const head = remembered === null ? null : Head.parse(JSON.parse(remembered));
	const file = head && folder.readLedger()[head.seq - 1];
	if (head && (!file || toHex(hash(file)) !== head.hash)) throw new FolderError('damaged', 'ledger');
	rememberLedger(session, session.ledger);
}

/** The session's ledger is this one from now on; nothing else follows from it. */
export function extendSessionLedger(session: Session, ledger: LedgerState): void {
	session.ledger = ledger;
	rememberLedger(session, ledger);
}

function rememberLedger(session: Session, ledger: LedgerState): void {
	const head = { seq: ledger.seq, hash: toHex(ledger.hash) };
	openVaultOf(session, 'office').settings.set('ledger_head', JSON.stringify(head));
}
