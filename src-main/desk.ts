import { EventPublisher } from '@orpc/server';
import type { Vault } from '#shared/features/members/model.ts';
import type { Change } from '#shared/features/records/contract.ts';
import type { SiteStatus } from '#shared/features/site/model.ts';
import type { ShareSync } from './share/sync.ts';
import type { Session } from './vaults/session.ts';

/**
 * Who sits at this device right now, and who wants to hear of changes. The one piece of mutable state the features
 * share; everything else they keep is in the vaults.
 */
export interface Desk {
	session(): Session | null;
	sync(): ShareSync | null;
	begin(session: Session, sync: ShareSync): void;
	/**
	 * Ends the session: files closed, keys zeroed, at once. Fine when nobody is signed in. The promise is about the last
	 * encrypted segments, which are still on their way to the share; it never rejects.
	 */
	end(reason?: SessionEnd | null): Promise<void>;
	/** Done when no session that has ended has anything under way any more, on the share or here; never rejects. */
	left(): Promise<void>;
	/** Why the last session ended by itself; null once the next has begun. */
	ended(): SessionEnd | null;
	/** How many changes had not left when this device was removed. */
	lostChanges(): number;
	/** A vault could not be read: ends the session, and the next sign-in finds out which and offers the repair. */
	suspectDamage(): void;
	tell(change: Change): void;
	changes(signal: AbortSignal | undefined): AsyncGenerator<Change>;
	/** Called after own commits: something waits for the share. */
	onCommit(vault: Vault, tables: ReadonlySet<string>, own: boolean): void;
}

/** Why a session ended that nobody ended. */
export type SessionEnd = NonNullable<SiteStatus['ended']>;

export interface DeskHooks {
	/** Remembers it for the next sign-in. */
	suspectDamage(): void;
	/** Something waits for the share. */
	soon(): void;
	started(): void;
	ended(): void;
}

export function createDesk(hooks: DeskHooks): Desk {
	const publisher = new EventPublisher<{ change: Change }>();
	let session: Session | null = null;
	let sync: ShareSync | null = null;
	const tell = (change: Change) => publisher.publish('change', change);
	let endedBecause: SessionEnd | null = null;
	let lost = 0;
	let leaving: Promise<void> = Promise.resolve();
	const waitingChanges = () => {
		try {
			return sync?.status().waitingChanges ?? 0;
		} catch {
			return 0;
		}
	};
	async function end(reason: SessionEnd | null = null): Promise<void> {
		if (!session) return;
		endedBecause = reason;
		lost = reason === 'device_removed' ? waitingChanges() : 0;
		hooks.ended();
		let sendRest: (() => Promise<void>) | undefined;
		try {
			// A removed device is not listened to any more, and a removed member's keys are no longer the right ones: what waits
			// leaves under the new ones when somebody else signs in.
			if (reason !== 'device_removed' && reason !== 'member_removed') sendRest = sync?.farewell();
		} catch {
			// A full or damaged disk must not keep the vaults open. What could not be finished now waits in its vault.
		}
		session.end();
		const idle = sync?.idle();
		session = null;
		sync = null;
		tell({ kind: 'session' });
		// What does not arrive now is sent again, byte for byte, in the next session.
		const sent = sendRest?.().catch(() => {});
		leaving = Promise.allSettled([leaving, idle, sent]).then(() => {});
		await sent;
	}

	return {
		session: () => session,
		sync: () => sync,
		begin(newSession, newSync) {
			if (session) throw new Error('somebody is signed in already');
			endedBecause = null;
			lost = 0;
			session = newSession;
			sync = newSync;
			hooks.started();
			tell({ kind: 'session' });
		},
		end,
		left: () => leaving,
		ended: () => endedBecause,
		lostChanges: () => lost,
		suspectDamage() {
			hooks.suspectDamage();
			void end();
		},
		tell,
		changes: (signal) => publisher.subscribe('change', signal ? { signal } : {}),
		onCommit(_vault, tables, own) {
			tell({ kind: 'records', tables: [...tables] });
			if (own) {
				tell({ kind: 'share' });
				hooks.soon();
			}
		},
	};
}
