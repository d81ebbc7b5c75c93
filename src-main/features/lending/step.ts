import { without } from '#shared/features/inventory/accessories.ts';
import type { Item } from '#shared/features/inventory/model.ts';
import { isDueDay, isIssueDay } from '#shared/features/lending/due-day.ts';
import type { DeskStep, LineBack, LineOut, Obstacle, StepDone } from '#shared/features/lending/model.ts';
import { instantOf } from '#shared/kernel/berlin-time.ts';
import type { BorrowerId, DamageId, HoldId, ItemId, LoanId, LoanLineId, ReservationId } from '#shared/kernel/ids.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { nextNumber } from '../../records/numbering.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { LendingDeps } from './deps.ts';
import { depositsHeld, linesById, linesOfLoan, linesOutOf, type StoredLine } from './line-queries.ts';
import type { MoneyBox } from './money.ts';
import { loanKind, loanLineKind } from './records.ts';
import type { Scanner } from './scan.ts';
import type { LoanTerms, Situations } from './situations.ts';

/** One Enter at the desk: things come back and go out at once, or nothing happens at all. */

export type StepProblem =
	| { readonly refused: 'obstacles'; readonly obstacles: (Obstacle & { readonly itemId: ItemId | null })[] }
	| { readonly refused: 'no_borrower' | 'outdated' | 'impossible_date' };

export interface Steps {
	complete(session: Session, step: DeskStep): Result<StepDone, StepProblem>;
}

interface Parts {
	readonly deps: LendingDeps;
	readonly situations: Situations;
	readonly scanner: Scanner;
	readonly money: MoneyBox;
}

/** Ends the transaction; nothing of it stays. */
class Refusal extends Error {
	readonly problem: StepProblem;
	constructor(problem: StepProblem) {
		super(problem.refused);
		this.problem = problem;
	}
}

export function createSteps({ deps, situations, scanner, money }: Parts): Steps {
	const vaultOf = (session: Session) => openVaultOf(session, 'workshop');

	/** When it happened: at noon of a day that somebody enters later, else now. */
	function momentOf({ issuedOn }: DeskStep): { at: number; day: LocalDate } {
		const now = deps.clock.now();
		const today = localDateOf(now);
		if (issuedOn === null || issuedOn === today) return { at: now, day: today };
		if (!isIssueDay(issuedOn, today)) throw new Refusal({ refused: 'impossible_date' });
		return { at: Math.max(0, instantOf(issuedOn, '12:00')), day: issuedOn };
	}

	function takeBack(session: Session, back: readonly LineBack[], at: number): { lines: StoredLine[]; damages: DamageId[] } {
		const { store, reader } = vaultOf(session);
		const lines = new Map(
			linesById(
				reader,
				back.map(({ lineId }) => lineId),
			).map((line) => [line.id, line]),
		);
		if (lines.size < back.length) throw new Refusal({ refused: 'outdated' });
		const damages: DamageId[] = [];
		for (const { lineId, accessories, condition, damage } of back) {
			const line = lines.get(lineId);
			if (!line || line.returnedAt !== null) throw new Refusal({ refused: 'outdated' });
			// What is entered later still did not come back before it went out.
			const returnedAt = Math.max(at, line.issuedAt);
			store.update(
				loanLineKind,
				lineId,
				{ returnedAt, returnedBy: session.acting, accessoriesIn: [...accessories], conditionIn: condition },
				session.acting,
			);
			if (condition !== null) deps.setCondition(session, line.itemId, condition);
			const about = { itemId: line.itemId, loanId: line.loanId, lineId, foundOn: localDateOf(returnedAt) };
			const missing = without(line.accessoriesOut, accessories);
			if (missing.length > 0) {
				const description = `Bei der Rückgabe fehlte: ${missing.join(', ')}`.slice(0, 2000);
				damages.push(
					deps.damages.report(session, { ...about, kind: 'accessory', description, accessories: missing, unusable: false }),
				);
			}
			if (damage) damages.push(deps.damages.report(session, { ...about, kind: 'broken', ...damage, accessories: [] }));
		}
		return { lines: [...lines.values()], damages };
	}

	/**
	 * All that goes out. A kit takes its parts along, whoever names them or not, and a part that was named by itself goes
	 * out in its kit; what goes out in a kit goes where the kit goes, for as long.
	 */
	function itemsGoing(session: Session, out: readonly LineOut[]): { line: LineOut; item: Item }[] {
		const lines = new Map(out.map((line) => [line.itemId, line]));
		if (lines.size < out.length) throw new Refusal({ refused: 'outdated' });
		const items = new Map(deps.items(session, [...lines.keys()]).map((item) => [item.id, item]));
		// Gone from the inventory since it was scanned.
		if (items.size < lines.size) throw new Refusal({ refused: 'outdated' });
		const unnamed = [...items.values()].flatMap(({ parts }) => parts).filter((id) => !items.has(id));
		for (const part of deps.items(session, unnamed)) items.set(part.id, part);

		const going = new Map<ItemId, { line: LineOut; item: Item }>();
		const add = (item: Item, line: LineOut) => {
			if (!going.has(item.id)) going.set(item.id, { line, item });
		};
		for (const kit of items.values()) {
			const line = lines.get(kit.id);
			if (!line || kit.parts.length === 0 || going.has(kit.id)) continue;
			add(kit, { ...line, kitId: null });
			const terms = { kitId: kit.id, inHouse: line.inHouse, dueOn: line.dueOn };
			for (const part of kit.parts.flatMap((id) => items.get(id) ?? [])) {
				const given = lines.get(part.id) ?? { itemId: part.id, accessories: part.accessories, condition: null };
				add(part, { ...given, ...terms });
			}
		}
		for (const line of lines.values()) {
			const item = items.get(line.itemId);
			// Gone from its kit since it was scanned.
			if (line.kitId !== null && going.get(line.itemId)?.line.kitId !== line.kitId) throw new Refusal({ refused: 'outdated' });
			if (item) add(item, line);
		}
		return [...going.values()];
	}

	/** The reason that is kept with the loan: none where nothing asked for one. */
	function reasonFor(session: Session, borrowerId: BorrowerId, going: readonly Going[], reason: string | null): string | null {
		const [row] = deps.borrower(session, borrowerId) ? deps.borrowerRows(session, [borrowerId]) : [];
		if (!row) throw new Refusal({ refused: 'no_borrower' });
		const units = going.filter(({ line }) => line.kitId === null).length;
		const ofBorrower = scanner.obstaclesFor(session, row, units).map((obstacle) => ({ ...obstacle, itemId: null }));
		const ofItems = going.flatMap(({ item, terms }) =>
			situations.obstacles(session, item, terms).map((obstacle) => ({ ...obstacle, itemId: item.id })),
		);
		const obstacles = [...ofBorrower, ...ofItems];
		const stops = obstacles.some(({ weight }) => weight === 'forbids' || (weight === 'asks' && reason === null));
		if (stops) throw new Refusal({ refused: 'obstacles', obstacles });
		return obstacles.some(({ weight }) => weight === 'asks') ? reason : null;
	}

	function lend(session: Session, step: DeskStep, borrowerId: BorrowerId, at: number, day: LocalDate) {
		const { store, file } = vaultOf(session);
		const today = localDateOf(deps.clock.now());
		const dueDays = new Map<ItemId, LocalDate>();
		// Kits come before their parts.
		const going = itemsGoing(session, step.out).map(({ line, item }): Going => {
			if (line.dueOn !== null && !line.inHouse && !isDueDay(line.dueOn, day, today))
				throw new Refusal({ refused: 'impossible_date' });
			const ofKit = line.kitId === null ? undefined : dueDays.get(line.kitId);
			const dueOn = ofKit ?? (line.inHouse ? day : situations.dueOn(session, item, day, line.dueOn));
			dueDays.set(item.id, dueOn);
			return { line, item, dueOn, terms: { day, inHouse: line.inHouse, borrowerId, until: dueOn, kitId: line.kitId } };
		});
		const reason = reasonFor(session, borrowerId, going, step.reason);
		const loans: StepDone['loans'] = [];
		const collected: (ReservationId | HoldId)[] = [];
		for (const kind of ['take_home', 'in_house'] as const) {
			const lines = going.filter(({ line }) => line.inHouse === (kind === 'in_house'));
			const [first] = lines;
			if (!first) continue;
			const loanId = deps.ids.next() as LoanId;
			const number = nextNumber(file, 'loan', 'L');
			const issued = { issuedAt: at, issuedBy: session.acting, reason };
			store.insert(loanKind, loanId, { number, borrowerId, kind, ...issued }, session.acting);
			const lineIds = lines.map(({ line, item, dueOn }) => {
				const lineId = deps.ids.next() as LoanLineId;
				const { kitId, accessories, condition } = line;
				const out = { accessoriesOut: [...accessories], conditionOut: condition ?? item.condition };
				store.insert(loanLineKind, lineId, { loanId, itemId: item.id, kitId, dueOn, ...out }, session.acting);
				return lineId;
			});
			const days = lines.map((line) => line.dueOn).sort();
			const [dueOn = first.dueOn, until = first.dueOn] = [days[0], days.at(-1)];
			const wanted = lines.map(({ item }) => item.id);
			for (const id of deps.reservations?.claimsOf(session, borrowerId, wanted, day, until) ?? []) {
				deps.reservations?.collect(session, id, loanId);
				collected.push(id);
			}
			loans.push({ id: loanId, number, kind, lines: lineIds, dueOn });
		}
		const [forDeposit] = loans;
		if (step.depositInCents > 0 && forDeposit) money.book(session, forDeposit, 'paid', step.depositInCents);
		return { loans, collected };
	}

	function returnedOf(session: Session, lines: readonly StoredLine[]): StepDone['returned'] {
		const { reader } = vaultOf(session);
		const held = depositsHeld(
			reader,
			lines.map(({ loanId }) => loanId),
		);
		const after = new Map(
			linesById(
				reader,
				lines.map(({ id }) => id),
			).map((line) => [line.id, line]),
		);
		return lines.map(({ id, loanId, loanNumber }) => ({
			lineId: id,
			loanId,
			loanNumber,
			returnedAt: after.get(id)?.returnedAt ?? 0,
			closesLoan: linesOfLoan(reader, loanId).every(({ returnedAt }) => returnedAt !== null),
			depositHeldCents: held.get(loanId) ?? 0,
		}));
	}

	function waitingFor(session: Session, lines: readonly StoredLine[]): StepDone['waiting'] {
		const { reader } = vaultOf(session);
		const back = lines.filter(({ itemId }) => linesOutOf(reader, [itemId]).length === 0);
		const names = new Map(
			deps
				.items(
					session,
					back.map(({ itemId }) => itemId),
				)
				.map(({ id, name }) => [id, name]),
		);
		return back.flatMap(({ itemId }) => {
			const next = deps.reservations?.waitingFor(session, itemId);
			if (!next) return [];
			const { borrowerName, until } = next;
			return [{ itemId, itemName: names.get(itemId) ?? '?', borrowerName, until }];
		});
	}

	return {
		complete(session, step) {
			try {
				return vaultOf(session).store.atomically(() => {
					const { at, day } = momentOf(step);
					const { lines, damages } = takeBack(session, step.back, at);
					let lent: ReturnType<typeof lend> = { loans: [], collected: [] };
					if (step.out.length > 0) {
						if (step.borrowerId === null) throw new Refusal({ refused: 'no_borrower' });
						lent = lend(session, step, step.borrowerId, at, day);
					}
					return ok({ ...lent, returned: returnedOf(session, lines), damages, waiting: waitingFor(session, lines) });
				});
			} catch (error) {
				if (error instanceof Refusal) return err(error.problem);
				throw error;
			}
		},
	};
}

interface Going {
	readonly line: LineOut;
	readonly item: Item;
	readonly dueOn: LocalDate;
	readonly terms: LoanTerms;
}
