import type { Copies, Erasure, Trace } from '#shared/features/privacy/model.ts';
import type { DeviceId } from '#shared/kernel/ids.ts';
import type { ShareContext } from '../../share/context.ts';
import { remainingOf, type Stock, stockOf } from '../../share/copies.ts';
import { TargetError } from '../../share/target.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { borrowerErasures, erasures, type StoredErasure } from './queries.ts';

/** That somebody was erased, and until when copies of it live on. */
export interface ErasedDeps {
	nameOf(session: Session, id: string): string;
	/** Throws TargetError when there is no share. */
	share(): ShareContext;
}

export function createErased({ nameOf, share }: ErasedDeps) {
	const stored = (session: Session, of: Erasure['of']): StoredErasure[] =>
		of === 'person'
			? erasures(openVaultOf(session, 'counselling').reader)
			: borrowerErasures(openVaultOf(session, 'workshop').reader);

	async function copiesOf(session: Session, all: readonly StoredErasure[], context: ShareContext): Promise<Copies[]> {
		const feeds = new Map<Trace['vault'], Set<DeviceId>>();
		for (const { vault, feeds: of } of all.flatMap(({ traces }) => traces)) {
			const known = feeds.get(vault) ?? new Set();
			feeds.set(vault, known);
			for (const [device] of of) known.add(device);
		}
		const stock = new Map<Trace['vault'], Stock>();
		for (const [vault, devices] of feeds) stock.set(vault, await stockOf(vault, devices, context));
		return all.map(({ id, at, traces }) => {
			const left = traces.flatMap((trace) => {
				const of = stock.get(trace.vault);
				return of ? [remainingOf(trace, at, of, context)] : [];
			});
			const waiting = new Map(left.flatMap(({ waitingFor }) => [...waitingFor]));
			const until = left.flatMap((one) => one.until ?? []);
			return {
				id,
				feeds: {
					isGone: left.every(({ isGone }) => isGone),
					expectedAt: Math.max(at, ...left.map(({ expectedAt }) => expectedAt)),
					waitingFor: [...waiting].map(([device, lastAt]) => ({ name: nameOf(session, device), lastAt })),
				},
				// A day's snapshots of several vaults are one to whoever reads this.
				snapshots: {
					count: Math.max(0, ...left.map(({ snapshots }) => snapshots.length)),
					until: until.length === 0 ? null : Math.max(...until),
				},
			};
		});
	}

	return {
		list: (session: Session, of: Erasure['of']): Erasure[] =>
			stored(session, of).map(({ id, at, member, reason, counts, heads }) => ({
				...{ id, at, reason, counts, heads, of, byName: nameOf(session, member) },
			})),
		/** Null where the share cannot be looked at now. */
		async copies(session: Session, of: Erasure['of']): Promise<Copies[] | null> {
			try {
				return await copiesOf(session, stored(session, of), share());
			} catch (error) {
				if (error instanceof TargetError) return null;
				throw error;
			}
		},
	};
}
