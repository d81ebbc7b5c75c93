import { ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { kiosk } from '#shared/features/kiosk/contract.ts';
import type { KioskSignIn, KioskSignOut } from '#shared/features/kiosk/model.ts';

export type KioskClient = ContractRouterClient<typeof kiosk>;

export type Said = ({ readonly way: 'in' } & KioskSignIn) | ({ readonly way: 'out' } & KioskSignOut);

/** written: sealed and on the disk. The others: kept in this page and tried again until it is. */
export type Outcome = 'written' | 'disk_full' | 'no_answer';

/**
 * What was said and is not on the disk yet. Tried again until it is, always under the entry it was first sent with, so
 * that it is written once whatever was lost on the way. Nobody waits for it: the next person goes on.
 */
export interface Outbox {
	/** Resolves when it is known what to tell the person; never rejects. */
	send(said: Said): Promise<Outcome>;
	/** How many are not written yet. */
	count(): number;
	onCount(listener: () => void): () => void;
}

export interface OutboxDependencies {
	readonly client: Pick<KioskClient, 'signIn' | 'signOut'>;
	/** UUIDv7 of an entry. */
	readonly newEntry: () => string;
	/** Calls back after so many ms; what it returns calls it off. */
	readonly after: (ms: number, run: () => void) => () => void;
}

/** Longer than any disk takes, and short enough to stand in front of. */
export const PATIENCE_MS = 2000;
/** A call that was on its way when the backend died is never answered. */
export const LOST_MS = 10_000;
const AGAIN_MS = 3000;

export function createOutbox({ client, newEntry, after }: OutboxDependencies): Outbox {
	const waiting = new Map<string, Said>();
	const listeners = new Set<() => void>();
	let isCalled = false;

	const changed = () => {
		for (const listener of listeners) listener();
	};

	function call(entry: string, said: Said): Promise<void> {
		if (said.way === 'in') {
			const { way: _, ...signIn } = said;
			return client.signIn({ ...signIn, entry });
		}
		const { way: _, ...signOut } = said;
		return client.signOut({ ...signOut, entry });
	}

	async function write(entry: string, said: Said): Promise<Outcome> {
		let stop = () => {};
		const lost = new Promise<never>((_, reject) => {
			stop = after(LOST_MS, () => reject(new Error('no answer')));
		});
		try {
			await Promise.race([call(entry, said), lost]).finally(() => stop());
		} catch (error) {
			again();
			return error instanceof ORPCError && error.code === 'DISK_FULL' ? 'disk_full' : 'no_answer';
		}
		waiting.delete(entry);
		changed();
		return 'written';
	}

	/** One after the other: a sign-out after its sign-in. */
	async function writeAll(): Promise<void> {
		for (const [entry, said] of [...waiting]) if (waiting.has(entry)) await write(entry, said);
	}

	function again(): void {
		if (isCalled) return;
		isCalled = true;
		after(AGAIN_MS, () => {
			isCalled = false;
			void writeAll();
		});
	}

	return {
		send(said) {
			const entry = newEntry();
			waiting.set(entry, said);
			changed();
			return new Promise((resolve) => {
				const stop = after(PATIENCE_MS, () => resolve('no_answer'));
				void write(entry, said).then((outcome) => {
					stop();
					resolve(outcome);
				});
			});
		},
		count: () => waiting.size,
		onCount(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
