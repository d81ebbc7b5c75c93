import { EventPublisher } from '@orpc/server';
import type { Change } from '#shared/features/records/contract.ts';
import type { Vault } from '#shared/features/members/model.ts';
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
	/** Ends the session: files closed, keys zeroed. Fine when nobody is signed in. */
	end(): void;
	tell(change: Change): void;
	changes(signal: AbortSignal | undefined): AsyncGenerator<Change>;
	/** Called after own commits: something waits for the share. */
	onCommit(vault: Vault, tables: ReadonlySet<string>, own: boolean): void;
}

export interface DeskHooks {
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
	return {
		session: () => session,
		sync: () => sync,
		begin(newSession, newSync) {
			session?.end();
			session = newSession;
			sync = newSync;
			hooks.started();
			tell({ kind: 'session' });
		},
		end() {
			if (!session) return;
			hooks.ended();
			session.end();
			session = null;
			sync = null;
			tell({ kind: 'session' });
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
