import type { BorrowerRow } from '#shared/features/borrowers/model.ts';
import type { Item } from '#shared/features/inventory/model.ts';
import { isDueDay, isIssueDay } from '#shared/features/lending/due-day.ts';
import type { LendingRules, Obstacle, ScanAnswer } from '#shared/features/lending/model.ts';
import { borrowerObstacles } from '#shared/features/lending/obstacles.ts';
import { readScan } from '#shared/features/lending/scan-text.ts';
import type { BorrowerId, ItemId } from '#shared/kernel/ids.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { LendingDeps } from './deps.ts';
import { linesOfLoan, linesOutOf, type StoredLine } from './line-queries.ts';
import type { LoanTerms, Situations } from './situations.ts';
import type { LineViews } from './views.ts';

/** What was scanned at the desk. Changes nothing. */
export interface Scan {
	readonly text: string;
	readonly borrowerId: BorrowerId | null;
	/** What already lies there and would go out. */
	readonly onDesk: readonly ItemId[];
	readonly inHouse: boolean;
	readonly issuedOn: LocalDate | null;
	/** By hand; null: as usual. */
	readonly dueOn: LocalDate | null;
}

interface Parts {
	readonly deps: LendingDeps;
	readonly situations: Situations;
	readonly views: LineViews;
	rules(session: Session): LendingRules;
}

export function createScanner({ deps, situations, views, rules }: Parts) {
	const readerOf = (session: Session) => openVaultOf(session, 'workshop').reader;

	function obstaclesFor(session: Session, row: BorrowerRow, adding: number): Obstacle[] {
		const borrower = deps.borrower(session, row.id);
		return borrower ? borrowerObstacles(row, borrower, rules(session), adding) : [];
	}

	/** A kit and those of its parts that lie there are one. */
	function unitsOf(session: Session, ids: readonly ItemId[]): number {
		const items = deps.items(session, [...new Set(ids)]);
		const parts = new Set(items.flatMap((item) => item.parts));
		return items.filter(({ id }) => !parts.has(id)).length;
	}

	/** Whether this is one too many for whose card lies there. */
	function limitFor(session: Session, item: Item, { borrowerId, onDesk }: Scan): Obstacle[] {
		const [row] = borrowerId === null ? [] : deps.borrowerRows(session, [borrowerId]);
		if (!row) return [];
		return obstaclesFor(session, row, unitsOf(session, [...onDesk, item.id])).filter(({ code }) => code === 'limit');
	}

	function itemAnswer(session: Session, found: readonly Item[], scan: Scan): ScanAnswer {
		const today = localDateOf(deps.clock.now());
		const isPossible = scan.issuedOn !== null && isIssueDay(scan.issuedOn, today);
		const day = isPossible && scan.issuedOn ? scan.issuedOn : today;
		const isDue = scan.dueOn !== null && isDueDay(scan.dueOn, day, today);
		const terms: LoanTerms = {
			...{ day, inHouse: scan.inHouse, borrowerId: scan.borrowerId },
			until: isDue && scan.dueOn ? deps.opening(session).nextOpenDay(scan.dueOn) : undefined,
		};
		const ids = found.map(({ id }) => id);
		const out = linesOutOf(readerOf(session), ids);
		if (found.length > 1 || out.length > 1) {
			const here = found.filter(({ id }) => out.every(({ itemId }) => itemId !== id));
			return {
				kind: 'several',
				items: here.map((item) => situations.deskItem(session, item, terms)),
				lines: views.open(session, out),
			};
		}
		const [line] = out;
		const [item] = found as [Item];
		if (!line) {
			const parts = deps.items(session, item.parts);
			const inOrder = item.parts.flatMap((id) => parts.find((part) => part.id === id) ?? []);
			const first = situations.deskItem(session, item, terms);
			const asPart = { ...terms, kitId: item.id, until: first.dueOn };
			const deskParts = inOrder.map((part) => situations.deskItem(session, part, asPart));
			const withLimit = { ...first, obstacles: [...first.obstacles, ...limitFor(session, item, scan)] };
			return { kind: 'item', items: [withLimit, ...deskParts] };
		}
		return outAnswer(session, line);
	}

	/** Comes back: with all that went out in it, whatever belongs to the kit by now. */
	function outAnswer(session: Session, line: StoredLine): ScanAnswer {
		const ofKit = linesOfLoan(readerOf(session), line.loanId).filter(
			({ kitId, returnedAt }) => kitId === line.itemId && returnedAt === null,
		);
		return { kind: 'out', lines: views.open(session, [line, ...ofKit]) };
	}

	/** The items on the desk count as the borrower's already. */
	function borrowerAnswer(session: Session, row: BorrowerRow, onDesk: readonly ItemId[]): ScanAnswer {
		return { kind: 'borrower', borrower: row, obstacles: obstaclesFor(session, row, unitsOf(session, onDesk)) };
	}

	/** Whoever has an item that was removed from the inventory has it at home: it can still come back. */
	function removedAnswer(session: Session, numbers: readonly string[]): ScanAnswer | null {
		const removed = deps.numbersAmong(session, numbers).flatMap((found) => found.removed ?? []);
		const [line] = linesOutOf(readerOf(session), removed);
		return line ? outAnswer(session, line) : null;
	}

	/** Two labels caught in one pull of the trigger: one number after the other, and there are both. */
	function isTwoLabels(session: Session, number: string): boolean {
		const cuts = Array.from({ length: number.length - 1 }, (_, at) => [number.slice(0, at + 1), number.slice(at + 1)]);
		const known = new Set(deps.numbersAmong(session, cuts.flat()).map((found) => found.number));
		return cuts.some((halves) => halves.every((half) => known.has(half)));
	}

	return {
		obstaclesFor,
		scan(session: Session, scan: Scan): ScanAnswer {
			const read = readScan(scan.text);
			if (read.kind === 'unreadable') return read;
			if (read.kind === 'member') return { kind: 'member', memberId: read.id };
			const card = read.kind === 'card' ? read.number : read.kind === 'card_or_item' ? read.card : null;
			const numbers = read.kind === 'card' ? [] : [read.number, ...read.others];
			for (const number of numbers) {
				const items = deps.itemsNumbered(session, number);
				if (items.length > 0) return itemAnswer(session, items, scan);
			}
			const [borrower] = card === null ? [] : deps.borrowersByCard(session, card);
			if (borrower) return borrowerAnswer(session, borrower, scan.onDesk);
			const removed = removedAnswer(session, numbers);
			if (removed) return removed;
			if (numbers.some((number) => isTwoLabels(session, number))) return { kind: 'unreadable', why: 'two_codes' };
			if (read.kind === 'card' || read.kind === 'card_or_item') {
				return { kind: 'unknown', looksLike: 'card', code: card ?? '' };
			}
			return { kind: 'unknown', looksLike: 'item', code: read.number };
		},
	};
}

export type Scanner = ReturnType<typeof createScanner>;
