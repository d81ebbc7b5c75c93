import { type BorrowerRow, borrowerName } from '#shared/features/borrowers/model.ts';
import type { Account, OpenLine, Overpaid, Reminder, ReminderWay } from '#shared/features/lending/model.ts';
import { sortKey } from '#shared/kernel/fold.ts';
import type { BorrowerId, LoanLineId } from '#shared/kernel/ids.ts';
import { addDays, localDateOf } from '#shared/kernel/local-date.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { LendingDeps } from './deps.ts';
import { linesById, linesOut } from './line-queries.ts';
import { heldByBorrower, overpaidLoans, remindersOf } from './loan-queries.ts';
import { reminderKind } from './records.ts';
import type { LineViews } from './views.ts';

/** What has to be looked after: the end of the day, whom to remind, who owes what. */
export interface FollowUp {
	endOfDay(session: Session): { inHouse: OpenLine[]; dueToday: OpenLine[]; overdue: OpenLine[] };
	reminders(session: Session): Reminder[];
	/** False when none of these lines is with this borrower. */
	noteReminded(session: Session, of: { borrowerId: BorrowerId; lineIds: readonly LoanLineId[]; way: ReminderWay }): boolean;
	/** Deposits given back twice, by PCs that were apart. */
	overpaid(session: Session): Overpaid[];
	accounts(session: Session): Account[];
}

/** Whoever is late hears of it once a week. */
const AGAIN_AFTER_MS = 7 * 24 * 60 * 60 * 1000;

export function createFollowUp(deps: LendingDeps, views: LineViews): FollowUp {
	const readerOf = (session: Session) => openVaultOf(session, 'workshop').reader;
	const allOut = (session: Session) => views.open(session, linesOut(readerOf(session)));

	/** By name, and only those who are still in the list of borrowers. */
	function rowsByName(session: Session, ids: Iterable<BorrowerId>): BorrowerRow[] {
		const key = ({ lastName, firstName }: BorrowerRow) => sortKey(`${lastName} ${firstName ?? ''}`);
		return deps.borrowerRows(session, [...ids]).sort((a, b) => (key(a) < key(b) ? -1 : 1));
	}

	return {
		endOfDay(session) {
			const today = localDateOf(deps.clock.now());
			const due = allOut(session).filter(({ dueOn }) => dueOn <= today);
			return {
				inHouse: due.filter(({ kind }) => kind === 'in_house'),
				dueToday: due.filter(({ kind, dueOn }) => kind === 'take_home' && dueOn === today),
				overdue: due.filter(({ kind, dueOn }) => kind === 'take_home' && dueOn < today),
			};
		},
		reminders(session) {
			const now = deps.clock.now();
			const today = localDateOf(now);
			// On a Friday, what is due on Monday is due soon.
			const soon = deps.opening(session).nextOpenDay(addDays(today, 1));
			const due = allOut(session).filter(({ kind, dueOn }) => kind === 'take_home' && dueOn !== today && dueOn <= soon);
			const byBorrower = Map.groupBy(due, ({ borrower }) => borrower.id);
			const past = Map.groupBy(remindersOf(readerOf(session), [...byBorrower.keys()]), ({ borrowerId }) => borrowerId);
			return rowsByName(session, byBorrower.keys()).map((borrower) => {
				const lines = byBorrower.get(borrower.id) ?? [];
				const ids = new Set<string>(lines.map(({ id }) => id));
				const last = past.get(borrower.id)?.find(({ lineIds }) => lineIds.some((id) => ids.has(id)));
				return {
					borrower,
					lines,
					kind: lines.some(({ isOverdue }) => isOverdue) ? 'overdue' : 'due_soon',
					lastAt: last?.at ?? null,
					isDue: last === undefined || now - last.at >= AGAIN_AFTER_MS,
				};
			});
		},
		noteReminded(session, { borrowerId, lineIds, way }) {
			const { store } = openVaultOf(session, 'workshop');
			const theirs = linesById(readerOf(session), lineIds).filter((line) => line.borrowerId === borrowerId);
			if (theirs.length === 0) return false;
			const reminded = { borrowerId, lineIds: theirs.map(({ id }) => id), way };
			store.append(reminderKind, deps.ids.next(), reminded, session.acting);
			return true;
		},
		overpaid(session) {
			const loans = overpaidLoans(readerOf(session));
			const names = deps.borrowerRows(
				session,
				loans.map(({ borrowerId }) => borrowerId),
			);
			const nameOf = new Map(names.map((row) => [row.id, borrowerName(row)]));
			return loans.map(({ id, number, borrowerId, cents }) => ({
				...{ loanId: id, loanNumber: number, cents },
				borrowerName: nameOf.get(borrowerId) ?? '?',
			}));
		},
		accounts(session) {
			const held = heldByBorrower(readerOf(session));
			const charged = deps.damages.charges(session);
			return rowsByName(session, new Set([...held.keys(), ...charged.keys()])).map((borrower) => ({
				borrower,
				depositHeldCents: held.get(borrower.id) ?? 0,
				chargedCents: charged.get(borrower.id) ?? 0,
			}));
		},
	};
}
