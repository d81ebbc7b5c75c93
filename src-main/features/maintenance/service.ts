import { among, without } from '#shared/features/inventory/accessories.ts';
import { type ItemState, MOST_ACCESSORIES } from '#shared/features/inventory/model.ts';
import {
	type Damage,
	type DamageChanges,
	type DamageKind,
	type DamageStage,
	isOpen,
} from '#shared/features/maintenance/model.ts';
import type { BorrowerId, DamageId, ItemId, LoanId, LoanLineId } from '#shared/kernel/ids.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { historyOf } from '../../records/history.ts';
import type { Fields } from '../../records/merge.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { damagesAsCsv } from './damage-csv.ts';
import type { MaintenanceDeps } from './deps.ts';
import { createItemStates, reasonOf } from './item-state.ts';
import { createManuals, type Manuals } from './manuals.ts';
import { getDamage, type Listing, openAccessoryCases, openCharges, type StoredDamage, wasThere } from './queries.ts';
import { damageKind } from './records.ts';
import { damageViews } from './views.ts';

/** Decisions about damage: what keeps an item from being lent, and what becomes of it. */
export interface MaintenanceService {
	readonly manuals: Manuals;
	list(session: Session, list: Listing & { offset: number; limit: number }): { rows: Damage[]; total: number };
	get(session: Session, id: DamageId): { damage: Damage; onChecklist: string[]; itemIsThere: boolean } | undefined;
	/** By hand: of an item that is there, with a line of it or none. */
	enter(session: Session, damage: Omit<NewDamage, 'loanId'>): Result<DamageId, 'not_found' | 'impossible_date'>;
	/** For lending: what a return found. */
	report(session: Session, damage: NewDamage): DamageId;
	/** What is missing of an item by its open cases, each thing as often as it is. */
	goneOf(session: Session, itemId: ItemId): string[];
	/** As if it had never been reported: the step that found it was taken back. */
	withdraw(session: Session, id: DamageId): boolean;
	restore(session: Session, id: DamageId): boolean;
	/** It came of one of these lines, and nobody has worked on it since. */
	isFresh(session: Session, id: DamageId, lineIds: ReadonlySet<LoanLineId>): boolean;
	/** `base`: what changed notes were made from. */
	update(
		session: Session,
		id: DamageId,
		changes: DamageChanges,
		base?: { notes: string | null },
	): Result<void, 'not_found' | 'impossible_date'>;
	/** False when there is no such case. */
	setStage(session: Session, id: DamageId, stage: DamageStage, checklist: ChecklistChange): boolean;
	/** What borrowers are asked to pay for damage and have not paid. */
	charges(session: Session): ReadonlyMap<BorrowerId, number>;
	exportCsv(session: Session, list: Listing): string;
	/** Somebody has set an item's state by hand. `before`: what it was. */
	stateSet(session: Session, itemId: ItemId, before: ItemState): void;
	/** After merging: states of items that two PCs decided while apart. */
	settleStates(session: Session): void;
}

/** What an item's list of accessories loses and gets back. */
export interface ChecklistChange {
	readonly drop: readonly string[];
	readonly putBack: readonly string[];
}

export interface NewDamage {
	readonly itemId: ItemId;
	readonly kind: DamageKind;
	readonly description: string;
	readonly accessories: readonly string[];
	readonly unusable: boolean;
	readonly foundOn: LocalDate;
	/** Null: found in the house. */
	readonly loanId: LoanId | null;
	readonly lineId: LoanLineId | null;
}

export function createMaintenanceService(deps: MaintenanceDeps): MaintenanceService {
	const vaultOf = (session: Session) => openVaultOf(session, 'workshop');
	const find = (session: Session, id: DamageId) => getDamage(vaultOf(session).reader, id);
	const today = () => localDateOf(deps.clock.now());
	const states = createItemStates(deps);
	const views = damageViews(deps);

	function report(session: Session, { accessories, ...damage }: NewDamage): DamageId {
		const { store } = vaultOf(session);
		const id = deps.ids.next() as DamageId;
		store.atomically(() => {
			store.insert(damageKind, id, { ...damage, accessories: [...accessories] }, session.acting);
			states.putRight(session, damage.itemId);
		});
		return id;
	}

	/** The item goes with what is given up, unless only something that belongs to it is gone; and comes back with it. */
	function followStage(session: Session, { id, kind, itemId, description }: StoredDamage, from: DamageStage, to: DamageStage) {
		const item = deps.items(session, [itemId])[0];
		if (!item || from === to) return;
		if (from === 'retired') deps.undoRetirement(session, itemId, id);
		if (to === 'retired' && kind !== 'accessory' && item.state !== 'retired')
			deps.setState(session, itemId, 'retired', reasonOf({ description }), id);
	}

	function changeChecklist(session: Session, itemId: ItemId, { drop, putBack }: ChecklistChange) {
		const item = deps.items(session, [itemId])[0];
		if (!item || drop.length + putBack.length === 0) return;
		deps.setAccessories(session, itemId, [...without(item.accessories, drop), ...putBack].slice(0, MOST_ACCESSORIES));
	}

	return {
		manuals: createManuals(deps),
		list(session, { offset, limit, ...list }) {
			const all = views.listed(session, list);
			return { rows: all.slice(offset, offset + limit), total: all.length };
		},
		get(session, id) {
			const found = find(session, id);
			const [damage] = found ? views.named(session, [found]) : [];
			if (!damage) return undefined;
			const item = deps.items(session, [damage.itemId])[0];
			return { damage, onChecklist: among(item?.accessories ?? [], damage.accessories), itemIsThere: item !== undefined };
		},
		enter(session, damage) {
			const line = damage.lineId === null ? null : deps.line(session, damage.lineId);
			const isKnown = deps.items(session, [damage.itemId]).length > 0 && (line === null || line?.itemId === damage.itemId);
			if (!isKnown) return err('not_found');
			if (damage.foundOn > today()) return err('impossible_date');
			return ok(report(session, { ...damage, loanId: line?.loanId ?? null }));
		},
		report,
		goneOf: (session, itemId) => openAccessoryCases(vaultOf(session).reader, itemId).flatMap(({ accessories }) => accessories),
		withdraw(session, id) {
			const { store } = vaultOf(session);
			return store.atomically(() => {
				const damage = find(session, id);
				if (!damage) return false;
				store.remove(damageKind, id, session.acting);
				followStage(session, damage, damage.stage, 'found');
				states.putRight(session, damage.itemId);
				return true;
			});
		},
		restore(session, id) {
			const { store, reader } = vaultOf(session);
			return store.atomically(() => {
				if (!wasThere(reader, id)) return false;
				store.restore(damageKind, id, session.acting);
				const damage = find(session, id);
				if (!damage) return false;
				followStage(session, damage, 'found', damage.stage);
				states.putRight(session, damage.itemId);
				return true;
			});
		},
		isFresh(session, id, lineIds) {
			const damage = find(session, id);
			if (!damage || damage.lineId === null || !lineIds.has(damage.lineId)) return false;
			return historyOf(vaultOf(session).file, damageKind, id).length === 1;
		},
		update(session, id, changes, base) {
			const { store } = vaultOf(session);
			return store.atomically(() => {
				const damage = find(session, id);
				if (!damage) return err('not_found');
				if (changes.foundOn !== undefined && changes.foundOn > today()) return err('impossible_date');
				const ofNobody = damage.loanId === null ? { chargedCents: null, paidOn: null } : {};
				const bases = base && { notes: base.notes ?? '' };
				store.update(damageKind, id, { ...(changes as Fields), ...ofNobody }, session.acting, bases);
				states.putRight(session, damage.itemId);
				return ok(undefined);
			});
		},
		setStage(session, id, stage, checklist) {
			const { store } = vaultOf(session);
			return store.atomically(() => {
				const damage = find(session, id);
				if (!damage) return false;
				const closedOn = isOpen(stage) ? null : (damage.closedOn ?? today());
				store.update(damageKind, id, { stage, closedOn }, session.acting);
				followStage(session, damage, damage.stage, stage);
				changeChecklist(session, damage.itemId, checklist);
				states.putRight(session, damage.itemId);
				return true;
			});
		},
		charges(session) {
			const open = openCharges(vaultOf(session).reader);
			const loanIds = open.map(({ loanId }) => loanId);
			const borrowerOf = new Map(deps.loans(session, loanIds).map((loan) => [loan.id, loan.borrowerId]));
			const charges = new Map<BorrowerId, number>();
			for (const { loanId, cents } of open) {
				const borrowerId = borrowerOf.get(loanId);
				if (borrowerId) charges.set(borrowerId, (charges.get(borrowerId) ?? 0) + cents);
			}
			return charges;
		},
		exportCsv: (session, list) => damagesAsCsv(views.listed(session, list)),
		stateSet: states.setByHand,
		settleStates: states.settle,
	};
}
