import { without } from '#shared/features/inventory/accessories.ts';
import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { BorrowerId, ReservationId } from '#shared/kernel/ids.ts';
import type { Procedures } from './access.ts';
import { borrowerKind } from './features/borrowers/records.ts';
import { borrowersRouter } from './features/borrowers/router.ts';
import { createBorrowerService } from './features/borrowers/service.ts';
import { createItemImportService } from './features/inventory/import-service.ts';
import { itemKind, itemPhotoKind } from './features/inventory/records.ts';
import { inventoryRouter } from './features/inventory/router.ts';
import { createInventoryService } from './features/inventory/service.ts';
import { unusableDays } from './features/inventory/unusable-days.ts';
import { depositKind, lendingRulesKind, loanKind, loanLineKind, reminderKind } from './features/lending/records.ts';
import { lendingRouter } from './features/lending/router.ts';
import { createLendingService } from './features/lending/service.ts';
import { damageKind, itemManualKind } from './features/maintenance/records.ts';
import { maintenanceRouter } from './features/maintenance/router.ts';
import { createMaintenanceService } from './features/maintenance/service.ts';
import { importedRepairKind, openRepairSettingsKind } from './features/open-repair-data/records.ts';
import { openRepairDataRouter } from './features/open-repair-data/router.ts';
import { createOpenRepairDataService } from './features/open-repair-data/service.ts';
import { retentionRules } from './features/privacy/rules.ts';
import { doneRepairs } from './features/repairs/done-repairs.ts';
import { repairHelperKind, repairKind, repairLoanKind, repairVisitorKind, waiverTextKind } from './features/repairs/records.ts';
import { repairsRouter } from './features/repairs/router.ts';
import { createRepairsService } from './features/repairs/service.ts';
import { createClaims } from './features/reservations/claims.ts';
import { createFacts } from './features/reservations/facts.ts';
import { createHoldService } from './features/reservations/hold-service.ts';
import { holdKind, reservationKind } from './features/reservations/records.ts';
import { reservationsRouter } from './features/reservations/router.ts';
import { createReservationService } from './features/reservations/service.ts';
import type { OpeningHoursService } from './features/site/opening-hours.ts';
import { stocktakeActionKind, stocktakeKind, stocktakeScanKind } from './features/stocktake/records.ts';
import { stocktakeRouter } from './features/stocktake/router.ts';
import { createStocktakeService } from './features/stocktake/service.ts';
import { historyOf } from './records/history.ts';
import { openVaultOf, type Session } from './vaults/session.ts';

/**
 * Puts the workshop's features together: inventory, borrowers, maintenance, reservations, lending, stocktakes and
 * repairs, which ask each other and nobody else. Composition only.
 */
export interface WorkshopDeps {
	readonly ids: Ids;
	readonly clock: Clock;
	readonly opening: OpeningHoursService['opening'];
	memberName(session: Session, id: string): string;
}

export const WORKSHOP_MERGE_KINDS = [
	...[itemKind, borrowerKind, loanKind, loanLineKind, lendingRulesKind, reservationKind, holdKind, damageKind, stocktakeKind],
	...[repairKind, repairVisitorKind, repairHelperKind, openRepairSettingsKind],
];
export const WORKSHOP_APPEND_KINDS = [
	...[itemPhotoKind, itemManualKind, depositKind, reminderKind, stocktakeScanKind, stocktakeActionKind],
	...[repairLoanKind, waiverTextKind, importedRepairKind],
];

export function createWorkshop({ ids, clock, opening, memberName }: WorkshopDeps) {
	const fileOf = (session: Session) => openVaultOf(session, 'workshop').file;
	const inventory = createInventoryService({
		ids,
		clock,
		stateSet: (session, id, before) => maintenance.stateSet(session, id, before),
	});
	const borrowers = createBorrowerService({ ids, lentTo: (session, of) => lending.lentTo(session, of) });
	const maintenance = createMaintenanceService({
		ids,
		clock,
		items: inventory.some,
		itemNames: inventory.names,
		inMaintenance: inventory.inMaintenance,
		setState: inventory.setStateFor,
		undoRetirement: inventory.undoRetirement,
		setAccessories: (session, id, accessories) => void inventory.update(session, id, { accessories: [...accessories] }),
		loans: (session, loanIds) => lending.briefly(session, loanIds),
		line: (session, id) => lending.lines(session, [id])[0],
		borrowerNames: borrowers.names,
	});
	const holdDays = (session: Session) => lending.rules(session).holdDays;
	const facts = createFacts({
		clock,
		holdDays,
		itemsWithKin: inventory.withKin,
		unusableDays: (session, id, today) => unusableDays(historyOf(fileOf(session), itemKind, id), today),
		borrowerNames: borrowers.names,
		opening,
		lentDays: (session, itemIds, from) => lending.lentDays(session, itemIds, from),
	});
	const reservationParts = {
		ids,
		facts,
		borrowerExists: (session: Session, id: BorrowerId) => borrowers.get(session, id) !== undefined,
		items: inventory.some,
		itemNames: inventory.names,
		madeBy: (session: Session, id: ReservationId) =>
			memberName(session, historyOf(fileOf(session), reservationKind, id)[0]?.member ?? ''),
	};
	const reservations = createReservationService(reservationParts);
	const holds = createHoldService(reservationParts);
	const lending = createLendingService({
		ids,
		clock,
		items: inventory.some,
		allItems: inventory.countable,
		losses: inventory.losses,
		itemNames: inventory.names,
		numbersAmong: inventory.numbersAmong,
		itemsNumbered: inventory.numbered,
		kitsWith: inventory.kitsWith,
		setCondition: (session, id, condition) => void inventory.update(session, id, { condition }),
		undoCondition: inventory.undoCondition,
		borrower: borrowers.get,
		borrowerRows: borrowers.rows,
		borrowersByCard: borrowers.byCard,
		opening,
		memberName,
		reservations: createClaims({ facts, holdDays }),
		damages: maintenance,
	});
	const stocktakes = createStocktakeService({
		ids,
		clock,
		countable: inventory.countable,
		items: inventory.some,
		itemsNumbered: inventory.numbered,
		places: (session) => inventory.words(session).locations,
		setPlace: (session, id, location) => void inventory.update(session, id, { location }),
		setState: (session, id, state, reason) => void inventory.setState(session, id, state, reason),
		isBorrowerCard: (session, number) => borrowers.byCard(session, number).length > 0,
		outNow: lending.outNow,
		linesOut: lending.linesOut,
		takeBackLine: lending.takeBackLine,
		undoReturn: (session, returned) => lending.undo(session, { loans: [], returned, damages: [], collected: [] }),
		memberName,
	});
	const repairs = createRepairsService({
		ids,
		clock,
		memberName,
		visitorMonths: (session) => retentionRules.get(session).visitorMonths,
		borrowerNames: borrowers.names,
		accessories(session, id) {
			const item = inventory.some(session, [id])[0];
			return item && without(item.accessories, maintenance.goneOf(session, id));
		},
		lend: lending.complete,
		takeBackLine: lending.takeBackLine,
		loan: lending.loans.get,
	});
	const openRepairData = createOpenRepairDataService({
		clock,
		memberName,
		done: (session, year) => doneRepairs({ borrowerNames: borrowers.names }, session, year),
	});
	const itemImports = createItemImportService({ clock, inventory });
	return {
		inventory,
		borrowers,
		lending,
		repairs,
		/** After changes of other devices have arrived. */
		settle(session: Session) {
			borrowers.settleNumbers(session);
			lending.settleNumbers(session);
			maintenance.settleStates(session);
			repairs.forgetVisitors(session);
		},
		routers(procedures: Procedures) {
			const now = () => clock.now();
			return {
				inventory: inventoryRouter(procedures, inventory, itemImports, now),
				borrowers: borrowersRouter(procedures, borrowers, now),
				lending: lendingRouter(procedures, lending, now),
				reservations: reservationsRouter(procedures, reservations, holds, now),
				maintenance: maintenanceRouter(procedures, maintenance, now),
				stocktake: stocktakeRouter(procedures, stocktakes, now),
				openRepairData: openRepairDataRouter(procedures, openRepairData),
				repairs: repairsRouter(procedures, repairs, now),
			};
		},
	};
}
