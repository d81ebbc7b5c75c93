import type {
	DeskStep,
	Figures,
	LendingRules,
	LentTwice,
	LoanLine,
	OpenLine,
	ScanAnswer,
	StepDone,
} from '#shared/features/lending/model.ts';
import type { OutLine } from '#shared/features/stocktake/findings.ts';
import { instantOf } from '#shared/kernel/berlin-time.ts';
import type { BorrowerId, ItemId, LoanId, LoanLineId } from '#shared/kernel/ids.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Changes, Fields } from '../../records/merge.ts';
import { settleDoubledNumbers } from '../../records/numbering.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { DEFAULT_RULES } from './default-rules.ts';
import type { LendingDeps } from './deps.ts';
import { createDoubles } from './doubles.ts';
import { figuresOf } from './figures.ts';
import { createFollowUp, type FollowUp } from './follow-up.ts';
import { lastReturnOf, linesById, linesOutOf, outNow, spansSince } from './line-queries.ts';
import { lentByBorrower, loansAmong, readRules, type StoredLoan } from './loan-queries.ts';
import { createLoans, type Loans } from './loans.ts';
import { createMoneyBox } from './money.ts';
import { lendingRulesKind, loanKind } from './records.ts';
import { createScanner, type Scan } from './scan.ts';
import { createSituations } from './situations.ts';
import { createSteps, type StepProblem } from './step.ts';
import { createUndo, type Undoable } from './undo.ts';
import { lineViews } from './views.ts';

/** Lending as the router and the other features know it; each subject has a file of its own. */
export interface LendingService extends FollowUp {
	readonly loans: Loans;
	scan(session: Session, scan: Scan): ScanAnswer;
	complete(session: Session, step: DeskStep): Result<StepDone, StepProblem>;
	/** False when it is too late. */
	undo(session: Session, step: Undoable): boolean;
	lentTwice(session: Session): LentTwice[];
	settleLentTwice(session: Session, itemId: ItemId, lineId: LoanLineId): boolean;
	figures(session: Session, year: number): Figures;
	rules(session: Session): LendingRules;
	saveRules(session: Session, changes: Changes<LendingRules>): void;
	/** Who has something now (of these, or of all), how much of it, and how much of that is late. */
	lentTo(session: Session, borrowerIds?: readonly string[]): ReadonlyMap<BorrowerId, { out: number; overdue: number }>;
	linesOut(session: Session, itemIds: readonly ItemId[]): OpenLine[];
	/** Every line of these items that was out on `from` or later, as days; those closed as double were never out. */
	lentDays(session: Session, itemIds: readonly ItemId[], from: LocalDate): LentDays[];
	/** When an item came back last, ms UTC; null: it never was out, or is out now. */
	lastReturn(session: Session, itemId: ItemId): number | null;
	/** Those of these loans that are there. */
	briefly(session: Session, ids: readonly LoanId[]): Pick<StoredLoan, 'id' | 'number' | 'borrowerId'>[];
	lines(session: Session, lineIds: readonly LoanLineId[]): LoanLine[];
	/** Whatever is out now, with nothing but where it is written down. */
	outNow(session: Session): OutLine[];
	/** What turned up without anybody having noted its return; the answer is what `undo` takes. Undefined when it is noted already. */
	takeBackLine(session: Session, lineId: LoanLineId): StepDone['returned'] | undefined;
	/** After merging: a number that two PCs gave out while apart stays with the older loan; ours gets a new one. */
	settleNumbers(session: Session): void;
}

export interface LentDays {
	readonly itemId: ItemId;
	readonly lineId: LoanLineId;
	readonly borrowerId: BorrowerId;
	readonly from: LocalDate;
	readonly dueOn: LocalDate;
	/** Null: still out. */
	readonly returnedOn: LocalDate | null;
}

export function createLendingService(deps: LendingDeps): LendingService {
	const vaultOf = (session: Session) => openVaultOf(session, 'workshop');
	const rules = (session: Session): LendingRules => {
		const stored = readRules(vaultOf(session).reader, session.site);
		return stored ? rulesOf(stored) : DEFAULT_RULES;
	};
	const views = lineViews(deps);
	const money = createMoneyBox(deps.ids);
	const situations = createSituations(deps, rules);
	const scanner = createScanner({ deps, situations, views, rules });
	const steps = createSteps({ deps, situations, scanner, money });
	const doubles = createDoubles(deps, views);
	const lentDays = (session: Session, itemIds: readonly ItemId[], from: LocalDate): LentDays[] =>
		spansSince(vaultOf(session).reader, instantOf(from, '00:00'), itemIds).map(({ issuedAt, returnedAt, ...span }) => ({
			...span,
			from: localDateOf(issuedAt),
			returnedOn: returnedAt === null ? null : localDateOf(returnedAt),
		}));

	return {
		...createFollowUp(deps, views),
		loans: createLoans(deps, views, money),
		scan: scanner.scan,
		complete: steps.complete,
		undo: createUndo(deps, money),
		lentTwice: doubles.list,
		settleLentTwice: doubles.settle,
		figures: (session, year) => figuresOf(deps, session, year),
		rules,
		saveRules(session, changes) {
			const { store, reader } = vaultOf(session);
			store.atomically(() => {
				const isThere = readRules(reader, session.site) !== undefined;
				if (isThere) store.update(lendingRulesKind, session.site, changes as Fields, session.acting);
				else store.insert(lendingRulesKind, session.site, { ...DEFAULT_RULES, ...(changes as Fields) }, session.acting);
			});
		},
		lentTo: (session, borrowerIds) => lentByBorrower(vaultOf(session).reader, localDateOf(deps.clock.now()), borrowerIds),
		linesOut: (session, itemIds) => views.open(session, linesOutOf(vaultOf(session).reader, itemIds)),
		outNow: (session) => outNow(vaultOf(session).reader),
		lentDays,
		lastReturn: (session, itemId) => lastReturnOf(vaultOf(session).reader, itemId),
		briefly: (session, wanted) => loansAmong(vaultOf(session).reader, wanted),
		lines: (session, lineIds) => views.whole(session, linesById(vaultOf(session).reader, lineIds)),
		takeBackLine(session, lineId) {
			const [line] = linesById(vaultOf(session).reader, [lineId]);
			if (!line) return undefined;
			const back = { lineId, accessories: line.accessoriesOut, condition: null, damage: null };
			const step = { borrowerId: null, out: [], back: [back], depositInCents: 0, issuedOn: null, reason: null };
			const done = steps.complete(session, step);
			return done.ok ? done.value.returned : undefined;
		},
		settleNumbers(session) {
			const { store, file } = vaultOf(session);
			settleDoubledNumbers(file, 'loan', 'L', session.device.id, (id, number) =>
				store.update(loanKind, id, { number }, session.acting),
			);
		},
	};
}

function rulesOf({ loanDays, mostItems, holdDays, liabilityText, houseRulesText, reminderText }: LendingRules): LendingRules {
	return { loanDays, mostItems, holdDays, liabilityText, houseRulesText, reminderText };
}
