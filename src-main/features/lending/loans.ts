import { borrowerName } from '#shared/features/borrowers/model.ts';
import { isDueDay } from '#shared/features/lending/due-day.ts';
import type { DepositEntry, Loan, LoanRow, OpenLine } from '#shared/features/lending/model.ts';
import type { BorrowerId, ItemId, LoanId, LoanLineId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { LendingDeps } from './deps.ts';
import {
	depositsHeld,
	linesById,
	linesOfItem,
	linesOfLoan,
	linesOut,
	linesOutOf,
	linesOutTo,
	type StoredLine,
} from './line-queries.ts';
import { loansAsCsv } from './loan-csv.ts';
import { depositsOf, getLoan, type Listing, lineMarks, listLoans, type StoredLoan } from './loan-queries.ts';
import type { MoneyBox } from './money.ts';
import { loanKind, loanLineKind } from './records.ts';
import type { StepProblem } from './step.ts';
import type { LineViews } from './views.ts';

/** Loans after they were made: looking them up, extending them, and the money for them. */
export interface Loans {
	list(session: Session, list: Listing & { offset: number; limit: number }): { rows: LoanRow[]; total: number };
	/** In the order of the ids; those that are not known are missing. */
	rows(session: Session, ids: readonly string[]): LoanRow[];
	get(session: Session, id: LoanId): Loan | undefined;
	/** All that is out, or of one borrower or item. */
	out(session: Session, of: { borrowerId: BorrowerId | null; itemId: ItemId | null; limit: number }): OpenLine[];
	extend(
		session: Session,
		of: { lineIds: readonly LoanLineId[]; dueOn: LocalDate; reason: string | null },
	): Result<LocalDate, StepProblem>;
	/** Null when there is no such loan. */
	deposit(
		session: Session,
		of: { loanId: LoanId; what: DepositEntry['what']; cents: number },
	): Result<{ receipt: string; heldCents: number }, { tooMuch: number }> | null;
	ofItem(session: Session, id: ItemId, limit: number): PastLine[];
	exportCsv(session: Session, list: Listing): string;
}

export interface PastLine {
	readonly lineId: LoanLineId;
	readonly loanId: LoanId;
	readonly loanNumber: string;
	readonly kind: 'in_house' | 'take_home';
	readonly borrower: { readonly id: BorrowerId; readonly name: string };
	readonly issuedAt: number;
	readonly dueOn: LocalDate;
	readonly returnedAt: number | null;
	readonly conditionIn: string | null;
	readonly missing: string[];
}

/** As the records hold them. */
const MOST_EXTENSIONS = 1000;
const LONGEST_REASON = 200;

export function createLoans(deps: LendingDeps, views: LineViews, money: MoneyBox): Loans {
	const vaultOf = (session: Session) => openVaultOf(session, 'workshop');
	const readerOf = (session: Session) => vaultOf(session).reader;

	function rowsOf(session: Session, loans: readonly StoredLoan[]): LoanRow[] {
		const reader = readerOf(session);
		const ids = loans.map(({ id }) => id);
		const marks = Map.groupBy(lineMarks(reader, ids), ({ loanId }) => loanId);
		const held = depositsHeld(reader, ids);
		const itemIds = [...new Set([...marks.values()].flatMap((lines) => lines.map(({ itemId }) => itemId as ItemId)))];
		const names = new Map(deps.itemNames(session, itemIds).map(({ id, name }) => [id as string, name]));
		const borrowers = new Map(
			deps.borrowerRows(session, [...new Set(loans.map(({ borrowerId }) => borrowerId))]).map((row) => [row.id, row]),
		);
		const today = localDateOf(deps.clock.now());
		return loans.map(({ id, number, kind, borrowerId, issuedAt }) => {
			const lines = marks.get(id) ?? [];
			const open = lines.filter(({ isOut }) => isOut);
			const days = (open.length > 0 ? open : lines).map(({ dueOn }) => dueOn as LocalDate).sort();
			const dueOn = (open.length > 0 ? days[0] : days.at(-1)) ?? localDateOf(issuedAt);
			const row = borrowers.get(borrowerId);
			return {
				...{ id, number, kind, borrowerId, issuedAt, dueOn },
				borrowerName: row ? borrowerName(row) : '?',
				lines: lines.length,
				openLines: open.length,
				isOverdue: open.length > 0 && dueOn < today,
				depositHeldCents: held.get(id) ?? 0,
				items: [...open, ...lines.filter(({ isOut }) => !isOut)].map(({ itemId }) => names.get(itemId) ?? '?'),
			};
		});
	}

	const list = (session: Session, listing: Listing & { offset: number; limit: number }) => {
		const { loans, total } = listLoans(readerOf(session), listing, deps.clock.now());
		return { rows: rowsOf(session, loans), total };
	};

	/** Who has reserved the item for the days that the loan would take further, or waits for it. */
	function inTheWay(session: Session, line: StoredLine, dueOn: LocalDate) {
		const from = addDays(line.dueOn < dueOn ? line.dueOn : dueOn, 1);
		const claims = deps.reservations?.claims(session, [line.itemId], from, dueOn) ?? [];
		const others = claims.filter(({ borrowerId }) => borrowerId !== line.borrowerId);
		const next = deps.reservations?.waitingFor(session, line.itemId);
		const isNews = next && next.borrowerId !== line.borrowerId && others.every(({ kind }) => kind !== 'held');
		return [...others, ...(isNews ? [{ kind: 'held' as const, ...next }] : [])].map(({ kind, borrowerName: detail }) => ({
			...{ code: kind, detail, weight: 'asks' as const, itemId: line.itemId },
		}));
	}

	/** Beside the one that the loan may have from when it was made. */
	function noteReason(session: Session, lines: readonly StoredLine[], reason: string): void {
		const { store, reader } = vaultOf(session);
		for (const loanId of new Set(lines.map((line) => line.loanId))) {
			const reasons = [getLoan(reader, loanId)?.reason, reason].filter(Boolean).join('; ');
			store.update(loanKind, loanId, { reason: reasons.slice(-LONGEST_REASON) }, session.acting);
		}
	}

	return {
		list,
		rows(session, ids) {
			const reader = readerOf(session);
			return rowsOf(
				session,
				ids.flatMap((id) => getLoan(reader, id as LoanId) ?? []),
			);
		},
		get(session, id) {
			const reader = readerOf(session);
			const stored = getLoan(reader, id);
			const [row] = stored ? rowsOf(session, [stored]) : [];
			if (!stored || !row) return undefined;
			const { items: _items, ...shown } = row;
			return {
				...shown,
				issuedByName: deps.memberName(session, stored.issuedBy),
				isBackdated: localDateOf(stored.issuedAt) < localDateOf(stored.createdAt),
				reason: stored.reason,
				lineList: views.whole(session, linesOfLoan(reader, id)),
				deposits: depositsOf(reader, id).map(({ member, ...entry }) => ({
					...entry,
					memberName: deps.memberName(session, member),
				})),
			};
		},
		out(session, { borrowerId, itemId, limit }) {
			const reader = readerOf(session);
			const found =
				borrowerId !== null
					? linesOutTo(reader, borrowerId)
					: itemId !== null
						? linesOutOf(reader, [itemId])
						: linesOut(reader, limit);
			const wanted = found.filter((line) => itemId === null || line.itemId === itemId).slice(0, limit);
			return views.open(session, wanted);
		},
		extend(session, { lineIds, dueOn: wanted, reason }) {
			const { store, reader } = vaultOf(session);
			const today = localDateOf(deps.clock.now());
			return store.atomically(() => {
				const lines = linesById(reader, lineIds);
				if (lines.length < new Set(lineIds).size || lines.some(({ returnedAt }) => returnedAt !== null)) {
					return err({ refused: 'outdated' });
				}
				if (!isDueDay(wanted, today, today)) return err({ refused: 'impossible_date' });
				const dueOn = deps.opening(session).nextOpenDay(wanted);
				const obstacles = lines.flatMap((line) => inTheWay(session, line, dueOn));
				if (obstacles.length > 0 && reason === null) return err({ refused: 'obstacles', obstacles });
				for (const { id, extended } of lines) {
					store.update(loanLineKind, id, { dueOn, extended: Math.min(extended + 1, MOST_EXTENSIONS) }, session.acting);
				}
				if (obstacles.length > 0 && reason !== null) noteReason(session, lines, reason);
				return ok(dueOn);
			});
		},
		deposit(session, { loanId, what, cents }) {
			return vaultOf(session).store.atomically(() => {
				const stored = getLoan(readerOf(session), loanId);
				if (!stored) return null;
				const held = money.held(session, loanId);
				const isPossible = what === 'paid' || (what === 'corrected' ? cents === -held : cents <= held);
				if (!isPossible) return err({ tooMuch: held });
				const { receipt } = money.book(session, stored, what, cents);
				return ok({ receipt, heldCents: money.held(session, loanId) });
			});
		},
		ofItem(session, id, limit) {
			const lines = linesOfItem(readerOf(session), id, limit);
			return views.whole(session, lines).map((line) => ({
				lineId: line.id,
				loanId: line.loanId,
				loanNumber: line.loanNumber,
				kind: line.kind,
				borrower: { id: line.borrower.id, name: line.borrower.name },
				issuedAt: line.issuedAt,
				dueOn: line.dueOn,
				returnedAt: line.returnedAt,
				conditionIn: line.conditionIn,
				missing: line.outcome === 'returned' ? line.accessoriesOut.filter((name) => !line.accessoriesIn.includes(name)) : [],
			}));
		},
		exportCsv: (session, listing) => loansAsCsv(list(session, { ...listing, offset: 0, limit: 1_000_000 }).rows),
	};
}
