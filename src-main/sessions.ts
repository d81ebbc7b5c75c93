import { z } from 'zod';
import type { Clock, Random } from '#shared/kernel/environment.ts';
import type { Desk } from './desk.ts';
import type { Log } from './platform/log.ts';
import { createShareSync, type ShareSync } from './share/sync.ts';
import type { ShareTarget } from './share/target.ts';
import { equalBytes, hash, toHex } from './vaults/crypto.ts';
import type { DataFolder } from './vaults/data-folder.ts';
import { type LedgerState, readLedger } from './vaults/ledger.ts';
import type { VaultDeps } from './vaults/open-vault.ts';
import { FolderError, type Opened, openSession, openVaultOf, type Session } from './vaults/session.ts';

/** Starts sessions: verifies the ledger, opens the vaults, and puts the share to work for them. */
export interface Sessions {
	/** The ledger of this device, verified from its first entry. Throws FolderError. */
	readLedger(): LedgerState;
	/** Opens the vaults and makes this the desk's session. Throws FolderError. */
	begin(opened: Opened): { session: Session; sync: ShareSync };
}

export interface SessionsDeps {
	readonly folder: DataFolder;
	readonly desk: Desk;
	readonly vaults: VaultDeps;
	readonly clock: Clock;
	readonly random: Random;
	readonly log: Log;
	targetFor(folder: string): ShareTarget;
	onPulled(session: Session): void;
}

export function createSessions({ folder, desk, vaults, clock, random, log, targetFor, onPulled }: SessionsDeps): Sessions {
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
			const sync = createShareSync({
				session,
				folder,
				clock,
				random,
				log,
				targetFor,
				onLedger(ledger) {
					const isReplaced = keysReplaced(session, ledger);
					extendSessionLedger(session, ledger);
					// The recovery kit gave this member new keys elsewhere: what these ones seal, nobody could open again.
					if (isReplaced) void desk.end();
				},
				onDamage: () => desk.suspectDamage(),
				onStatus: () => desk.tell({ kind: 'share' }),
				onPulled: () => onPulled(session),
			});
			desk.begin(session, sync);
			return { session, sync };
		},
	};
}

/** Were these the member's keys until now, and are no longer? */
function keysReplaced(session: Session, newer: LedgerState): boolean {
	const own = session.memberKeys.signing.publicKey;
	const isMine = (ledger: LedgerState) => equalBytes(ledger.members.get(session.member)?.signPublic ?? own, own);
	return isMine(session.ledger) && !isMine(newer);
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
	rememberLedger(session);
}

/** The session's ledger has grown, by us or by others. */
export function extendSessionLedger(session: Session, ledger: LedgerState): void {
	session.ledger = ledger;
	rememberLedger(session);
}

function rememberLedger(session: Session): void {
	const head = { seq: session.ledger.seq, hash: toHex(session.ledger.hash) };
	openVaultOf(session, 'office').settings.set('ledger_head', JSON.stringify(head));
}
