import { borrowerName } from '#shared/features/borrowers/model.ts';
import type { LoanLine, OpenLine } from '#shared/features/lending/model.ts';
import type { BorrowerId, ItemId } from '#shared/kernel/ids.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { LendingDeps } from './deps.ts';
import { depositsHeld, type StoredLine } from './line-queries.ts';

/** Lines as the screen shows them: with the names of items, borrowers and members. What is gone is a question mark. */
export interface LineViews {
	open(session: Session, lines: readonly StoredLine[]): OpenLine[];
	whole(session: Session, lines: readonly StoredLine[]): LoanLine[];
}

export function lineViews({ itemNames, borrowerRows, memberName, clock }: LendingDeps): LineViews {
	function namesFor(session: Session, lines: readonly StoredLine[]) {
		const itemIds = [...new Set(lines.map(({ itemId }) => itemId))];
		const borrowerIds = [...new Set(lines.map(({ borrowerId }) => borrowerId))];
		const itemOf = new Map(itemNames(session, itemIds).map((item) => [item.id, item]));
		const borrowerOf = new Map(borrowerRows(session, borrowerIds).map((row) => [row.id, row]));
		return {
			item: (id: ItemId) => {
				const item = itemOf.get(id);
				return { itemNumber: item?.number ?? '?', itemName: item?.name ?? '?' };
			},
			borrower: (id: BorrowerId) => {
				const row = borrowerOf.get(id);
				return { id, number: row?.number ?? '?', name: row ? borrowerName(row) : '?' };
			},
		};
	}

	function shownOf(line: StoredLine, names: ReturnType<typeof namesFor>) {
		const { id, loanId, loanNumber, kind, itemId, kitId, issuedAt, dueOn, accessoriesOut, conditionOut, returnedAt } = line;
		return {
			...{ id, loanId, loanNumber, kind, itemId, kitId, issuedAt, dueOn, accessoriesOut, conditionOut },
			...names.item(itemId),
			borrower: names.borrower(line.borrowerId),
			isOverdue: returnedAt === null && dueOn < localDateOf(clock.now()),
		};
	}

	return {
		open(session, lines) {
			const names = namesFor(session, lines);
			const held = depositsHeld(
				openVaultOf(session, 'workshop').reader,
				lines.map(({ loanId }) => loanId),
			);
			return lines.map((line) => ({ ...shownOf(line, names), depositHeldCents: held.get(line.loanId) ?? 0 }));
		},
		whole(session, lines) {
			const names = namesFor(session, lines);
			return lines.map((line) => ({
				...shownOf(line, names),
				returnedAt: line.returnedAt,
				returnedBy: line.returnedBy && memberName(session, line.returnedBy),
				accessoriesIn: line.accessoriesIn,
				conditionIn: line.conditionIn,
				extended: line.extended,
				outcome: line.isDouble ? 'double' : line.returnedAt === null ? 'out' : 'returned',
			}));
		},
	};
}
