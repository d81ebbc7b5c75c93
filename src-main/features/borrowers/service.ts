import {
	type Borrower,
	type BorrowerFields,
	type BorrowerRow,
	borrowerName,
	CARD_LETTER,
} from '#shared/features/borrowers/model.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import { foldedWords } from '#shared/kernel/fold.ts';
import type { BorrowerId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Changes, Fields } from '../../records/merge.ts';
import { nextNumber, settleDoubledNumbers } from '../../records/numbering.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { borrowersAsCsv } from './borrower-csv.ts';
import {
	allBorrowers,
	borrowersNamed,
	borrowersNumbered,
	getBorrower,
	type LentTo,
	type Listing,
	listBorrowers,
	namesOfBorrowers,
	rowsOfBorrowers,
	wasThere,
} from './queries.ts';
import { borrowerKind } from './records.ts';

/** Decisions about borrowers: card numbers, who may be a duplicate, who is blocked, who can be removed. */
export interface BorrowerService {
	list(session: Session, list: Listing & { offset: number; limit: number }): { rows: BorrowerRow[]; total: number };
	get(session: Session, id: BorrowerId): Borrower | undefined;
	/** By name; also of removed ones, whose old loans still tell who it was. */
	rows(session: Session, ids: readonly string[]): BorrowerRow[];
	/** By id; also of removed ones. Those that are not known are missing. */
	names(session: Session, ids: readonly BorrowerId[]): ReadonlyMap<BorrowerId, string>;
	/** Several when two PCs gave one number while apart. */
	byCard(session: Session, number: string): BorrowerRow[];
	create(session: Session, borrower: BorrowerFields): { id: BorrowerId; number: string };
	/** False when there is no such borrower; so do the others. */
	update(session: Session, id: BorrowerId, changes: Changes<BorrowerFields>): boolean;
	block(session: Session, id: BorrowerId, reason: string | null): boolean;
	remove(session: Session, id: BorrowerId): Result<void, { refused: 'not_found' } | { refused: 'has_loans'; lines: number }>;
	restore(session: Session, id: BorrowerId): boolean;
	duplicates(session: Session, of: PossibleDuplicate): BorrowerRow[];
	exportCsv(session: Session, list: Listing): string;
	/** After merging: a number that two PCs gave out while apart stays with the older record; ours gets a new one. */
	settleNumbers(session: Session): void;
}

export interface PossibleDuplicate {
	readonly id: BorrowerId | null;
	readonly firstName: string | null;
	readonly lastName: string;
	readonly postcode: string | null;
	readonly phone: string | null;
	readonly email: string | null;
}

export function createBorrowerService({
	ids,
	lentTo,
}: {
	ids: Ids;
	/** Of these borrowers; of all when left out. */
	lentTo(session: Session, ids?: readonly string[]): LentTo;
}): BorrowerService {
	const vaultOf = (session: Session) => openVaultOf(session, 'workshop');
	const readerOf = (session: Session) => vaultOf(session).reader;
	const isThere = (session: Session, id: BorrowerId) => getBorrower(readerOf(session), id) !== undefined;

	return {
		list: (session, list) => listBorrowers(readerOf(session), list, lentTo(session)),
		get: (session, id) => getBorrower(readerOf(session), id),
		rows: (session, wanted) => rowsOfBorrowers(readerOf(session), wanted, lentTo(session, wanted)),
		names: (session, wanted) => namesOfBorrowers(readerOf(session), wanted),
		byCard: (session, number) => borrowersNumbered(readerOf(session), number, lentTo(session)),
		create(session, fields) {
			const { store, file } = vaultOf(session);
			return store.atomically(() => {
				const id = ids.next() as BorrowerId;
				const number = nextNumber(file, 'borrower', CARD_LETTER);
				store.insert(borrowerKind, id, { ...(fields as Fields), number }, session.acting);
				return { id, number };
			});
		},
		update(session, id, changes) {
			if (!isThere(session, id)) return false;
			vaultOf(session).store.update(borrowerKind, id, changes as Fields, session.acting);
			return true;
		},
		block(session, id, blockedReason) {
			if (!isThere(session, id)) return false;
			vaultOf(session).store.update(borrowerKind, id, { blockedReason }, session.acting);
			return true;
		},
		remove(session, id) {
			if (!isThere(session, id)) return err({ refused: 'not_found' });
			const lines = lentTo(session, [id]).get(id)?.out ?? 0;
			if (lines > 0) return err({ refused: 'has_loans', lines });
			vaultOf(session).store.remove(borrowerKind, id, session.acting);
			return ok(undefined);
		},
		restore(session, id) {
			const { store, reader } = vaultOf(session);
			if (!wasThere(reader, id)) return false;
			store.restore(borrowerKind, id, session.acting);
			return true;
		},
		duplicates(session, { id, firstName, lastName, ...typed }) {
			const name = foldedWords(borrowerName({ firstName, lastName })).join(' ');
			if (name === '') return [];
			return borrowersNamed(readerOf(session), name, id, lentTo(session)).filter((other) => isLikelySame(typed, other));
		},
		exportCsv(session, list) {
			const reader = readerOf(session);
			const { rows } = listBorrowers(reader, { ...list, offset: 0, limit: 1_000_000 }, lentTo(session));
			const whole = new Map(allBorrowers(reader).map((borrower) => [borrower.id, borrower]));
			return borrowersAsCsv(
				rows.flatMap((row) => {
					const found = whole.get(row.id);
					return found ? [{ ...found, out: row.out, overdue: row.overdue }] : [];
				}),
			);
		},
		settleNumbers(session) {
			const { store, file } = vaultOf(session);
			settleDoubledNumbers(file, 'borrower', CARD_LETTER, session.device.id, (id, number) =>
				store.update(borrowerKind, id, { number }, session.acting),
			);
		},
	};
}

type Reachable = Pick<PossibleDuplicate, 'postcode' | 'phone' | 'email'>;

/** The same name is given. What both have and differs in everything says no; anything that agrees, or nothing to compare, yes. */
function isLikelySame(typed: Reachable, other: Reachable): boolean {
	const comparable = (['postcode', 'phone', 'email'] as const).filter((field) => typed[field] && other[field]);
	return comparable.length === 0 || comparable.some((field) => typed[field]?.toLowerCase() === other[field]?.toLowerCase());
}
