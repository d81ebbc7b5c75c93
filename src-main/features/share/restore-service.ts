import type { Vault } from '#shared/features/members/model.ts';
import type {
	AppliedProgress,
	RestoreCount,
	RestorePreview,
	RestoreProgress,
	RestoreRecord,
} from '#shared/features/share/restore-model.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Desk } from '../../desk.ts';
import { kindName } from '../../records/kind.ts';
import { applyDifferences, type Difference, differencesSince, endOf, inverseOf, untouchedOf } from '../../records/moment.ts';
import { withScratchCopy } from '../../share/restore.ts';
import type { ShareSync } from '../../share/sync.ts';
import type { VaultDeps } from '../../vaults/open-vault.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { labelOf } from './record-labels.ts';

/**
 * Brings a vault back to an earlier moment: first what that would change, then, when somebody says so, those changes and
 * no others. The present state is always in a snapshot before. What is frozen stays: closed case files, finished letters.
 */
export interface RestoreService {
	/** Null when it was cancelled. */
	preview(
		session: Session,
		moment: { vault: Vault; at: number },
		report: (progress: RestoreProgress) => void,
		isCancelled: () => boolean,
	): Promise<void>;
	records(session: Session, plan: string, table: string): RestoreRecord[] | undefined;
	apply(
		session: Session,
		plan: string,
		report: (progress: AppliedProgress) => void,
		isCancelled: () => boolean,
	): Promise<Result<void, 'not_found' | 'outdated'>>;
	undo(session: Session): { records: number; left: number } | undefined;
}

export interface RestoreDeps {
	readonly desk: Desk;
	readonly vaults: VaultDeps;
	readonly clock: Clock;
	readonly ids: Ids;
	/** For the scratch copy; encrypted and removed. */
	readonly scratch: string;
	/** May this record not be changed now, as it is or as it was? */
	isFrozen(session: Session, table: string, id: string, states: readonly Readonly<Record<string, unknown>>[]): boolean;
	/** Whom or what a record is about, by the ids in its fields; null when it is about nobody. */
	about(session: Session, table: string, id: string, fields: Readonly<Record<string, unknown>>): string | null;
	/** As after changes of other devices: what several records agree on is settled. */
	settle(session: Session): void;
	noteRestore(session: Session, seconds: number): void;
}

interface Plan {
	readonly id: string;
	readonly vault: Vault;
	readonly differences: readonly Difference[];
	readonly frozen: ReadonlySet<Difference>;
}

const MOST_RECORDS = 500;

export function createRestoreService(deps: RestoreDeps): RestoreService {
	const { desk, vaults, clock, ids, scratch, isFrozen, about, settle, noteRestore } = deps;
	/** Of the session that made it; gone with it. */
	const plans = new WeakMap<Session, Plan>();
	const applied = new WeakMap<Session, { vault: Vault; back: readonly Difference[] }>();

	const sync = (): ShareSync => {
		const running = desk.sync();
		if (!running) throw new Error('no session');
		return running;
	};
	const ended = (session: Session, isCancelled: () => boolean) => () => isCancelled() || session.vaults.size === 0;
	const isFrozenNow = (session: Session, { kind, id, shown, past, present }: Difference) =>
		isFrozen(session, kindName(kind), id, [
			{ ...shown, ...past },
			{ ...shown, ...present },
		]);
	const planOf = (session: Session, id: string) => {
		const plan = plans.get(session);
		return plan?.id === id ? plan : undefined;
	};

	return {
		async preview(session, { vault: name, at }, report, isCancelled) {
			const stop = ended(session, isCancelled);
			await sync().cycle();
			const differences = await withScratchCopy(
				name,
				scratch,
				sync().context(),
				vaults,
				{
					onProgress: (step, done, total) =>
						report({ step: `${name}.${step === 'snapshot' ? 'restore' : 'feeds'}`, done, total, preview: null }),
					isCancelled: stop,
				},
				async (copy) => {
					if (stop()) return [];
					return differencesSince(endOf(at), copy.file, openVaultOf(session, name).file, vaults.kinds, {
						onProgress: (done, total) => report({ step: `${name}.compare`, done, total, preview: null }),
						isCancelled: stop,
					});
				},
			);
			if (stop()) return;
			const wanted = differences.filter((each) => !isLeftAlone(each));
			const frozen = new Set(wanted.filter((each) => isFrozenNow(session, each)));
			const plan: Plan = { id: ids.next(), vault: name, differences: wanted, frozen };
			plans.set(session, plan);
			const preview: RestorePreview = { plan: plan.id, vault: name, at, counts: countsOf(plan) };
			report({ step: `${name}.compare`, done: 1, total: 1, preview });
		},
		records(session, id, table) {
			const plan = planOf(session, id);
			if (!plan) return undefined;
			return plan.differences
				.filter(({ kind }) => kindName(kind) === table)
				.slice(0, MOST_RECORDS)
				.map((each) => ({
					id: each.id,
					what: plan.frozen.has(each) ? 'frozen' : each.what,
					label: labelOf(each.shown, about(session, table, each.id, each.shown)),
				}));
		},
		async apply(session, id, report, isCancelled) {
			const plan = planOf(session, id);
			if (!plan) return err('not_found');
			const from = clock.now();
			const stop = ended(session, isCancelled);
			await sync().snapshotNow((vault, done, total) => report({ step: `${vault}.snapshot`, done, total, records: null }));
			if (stop()) return ok(undefined);
			const { file, store } = openVaultOf(session, plan.vault);
			const wanted = plan.differences.filter((each) => !plan.frozen.has(each));
			// Nothing may happen between this and the writing.
			if (plan.differences.some((each) => isFrozenNow(session, each) !== plan.frozen.has(each))) return err('outdated');
			if (!applyDifferences(file, store, wanted, session.member)) return err('outdated');
			applied.set(session, { vault: plan.vault, back: inverseOf(file, wanted) });
			plans.delete(session);
			settle(session);
			noteRestore(session, Math.round((clock.now() - from) / 1000));
			void sync().cycle();
			report({ step: `${plan.vault}.write`, done: 1, total: 1, records: wanted.length });
			return ok(undefined);
		},
		undo(session) {
			const last = applied.get(session);
			if (!last) return undefined;
			const { file, store } = openVaultOf(session, last.vault);
			const untouched = untouchedOf(file, last.back).filter((each) => !isFrozenNow(session, each));
			applyDifferences(file, store, untouched, session.member);
			applied.delete(session);
			settle(session);
			return { records: untouched.length, left: last.back.length - untouched.length };
		},
	};
}

/** What devices say of themselves is nobody's work, and a site does not cease to be one. */
function isLeftAlone({ kind, what }: Difference): boolean {
	const table = kindName(kind);
	return table === 'device_status' || (table === 'site_profile' && what === 'goes');
}

function countsOf({ differences, frozen }: Plan): RestoreCount[] {
	const tables = Map.groupBy(differences, ({ kind }) => kindName(kind));
	return [...tables].map(([table, all]) => {
		const free = all.filter((each) => !frozen.has(each));
		const count = (what: Difference['what']) => free.filter((each) => each.what === what).length;
		return {
			table,
			changes: count('changes'),
			returns: count('returns'),
			goes: count('goes'),
			frozen: all.length - free.length,
		};
	});
}
