import type { DeskStep, LineBack, LineOut, StepDone } from '#shared/features/lending/model.ts';
import { openingOf } from '#shared/features/site/opening.ts';
import { USUAL_HOURS } from '#shared/features/site/opening-hours.ts';
import { instantOf } from '#shared/kernel/berlin-time.ts';
import type { BorrowerId, ItemId, LoanId, LoanLineId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';

/**
 * A lending desk in memory, as simple as it can be: what the real one is compared with after random sequences of
 * everything that can be done. It knows nothing of how the real one stores or asks.
 */

export interface ModelItem {
	readonly id: ItemId;
	readonly number: string;
	readonly accessories: readonly string[];
	readonly parts: readonly ItemId[];
	readonly inHouseOnly: boolean;
	readonly loanDays: number | null;
	state: 'active' | 'maintenance' | 'missing' | 'retired';
	testedUntil: LocalDate | null;
}

export interface ModelBorrower {
	readonly id: BorrowerId;
	readonly mostItems: number | null;
	isBlocked: boolean;
}

export interface ModelLine {
	readonly id: LoanLineId;
	readonly loan: ModelLoan;
	readonly item: ItemId;
	readonly kit: ItemId | null;
	readonly accessories: readonly string[];
	dueOn: LocalDate;
	extended: number;
	returnedAt: number | null;
	missing: readonly string[];
	/** When it was changed last. */
	touchedAt: number;
}

export interface ModelLoan {
	readonly id: LoanId;
	readonly borrower: BorrowerId;
	readonly kind: 'in_house' | 'take_home';
	readonly issuedAt: number;
	readonly deposits: number[];
}

/** What the real desk should answer: the code of a refusal, and for REFUSED what stands against it. */
export type Expected =
	| { readonly code: 'none' }
	| { readonly code: 'OUTDATED' | 'NO_BORROWER' | 'IMPOSSIBLE_DATE' | 'TOO_LATE' | 'TOO_MUCH' }
	| { readonly code: 'REFUSED'; readonly obstacles: readonly string[] };

const GOOD: Expected = { code: 'none' };
const OPENING = openingOf(USUAL_HOURS);
const USUAL_DAYS = 14;
const USUAL_MOST = 5;
const YEARS = 5 * 366;

interface Outgoing extends LineOut {
	readonly due: LocalDate;
}

/** How things stand once what comes back is here. */
interface Things {
	readonly stays: readonly ModelLine[];
	readonly broken: ReadonlySet<ItemId>;
	readonly incomplete: ReadonlySet<ItemId>;
}

export class LendingModel {
	readonly items = new Map<ItemId, ModelItem>();
	readonly borrowers = new Map<BorrowerId, ModelBorrower>();
	lines: ModelLine[] = [];
	loans: ModelLoan[] = [];

	open = (): ModelLine[] => this.lines.filter(({ returnedAt }) => returnedAt === null);
	isOut = (item: ItemId): boolean => this.open().some((line) => line.item === item);
	held = ({ deposits }: ModelLoan): number => deposits.reduce((sum, cents) => sum + cents, 0);
	linesOf = (loan: ModelLoan): ModelLine[] => this.lines.filter((line) => line.loan === loan);

	/** Items with a borrower, a kit counting once. */
	unitsOf(borrower: BorrowerId, isCounted: (line: ModelLine) => boolean = () => true): number {
		const theirs = this.open().filter((line) => line.loan.borrower === borrower && isCounted(line));
		return new Set(theirs.map(({ loan, kit, item }) => `${loan.id} ${kit ?? item}`)).size;
	}

	/** What a step should be answered with. Changes nothing. */
	expectStep(step: DeskStep, now: number): Expected {
		const today = localDateOf(now);
		const day = step.issuedOn ?? today;
		if (day > today || day < '1970-01-01') return { code: 'IMPOSSIBLE_DATE' };
		const back = step.back.map(({ lineId }) => lineId);
		if (new Set(back).size < back.length) return { code: 'OUTDATED' };
		if (back.some((id) => !this.open().some((line) => line.id === id))) return { code: 'OUTDATED' };
		if (step.out.length === 0) return GOOD;
		const borrower = step.borrowerId && this.borrowers.get(step.borrowerId);
		if (!borrower) return { code: 'NO_BORROWER' };
		if (new Set(step.out.map(({ itemId }) => itemId)).size < step.out.length) return { code: 'OUTDATED' };
		const going = this.going(step.out, day);
		const kits = new Set(step.out.map(({ itemId }) => itemId));
		if (step.out.some(({ kitId, itemId }) => kitId && !(kits.has(kitId) && this.items.get(kitId)?.parts.includes(itemId))))
			return { code: 'OUTDATED' };
		const isImpossible = (due: LocalDate | null) => due !== null && (due < day || due > addDays(today, YEARS));
		if (going.some(({ dueOn, inHouse }) => !inHouse && isImpossible(dueOn))) return { code: 'IMPOSSIBLE_DATE' };

		const stays = this.open().filter(({ id }) => !back.includes(id));
		const broken = new Set(
			step.back.flatMap(({ lineId, damage }) =>
				damage?.unusable ? this.lines.filter(({ id }) => id === lineId).map(({ item }) => item) : [],
			),
		);
		const incomplete = this.incompleteAfter(step.back);
		const units = going.filter(({ kitId }) => kitId === null).length;
		const found = this.against(borrower, units, stays, today);
		for (const line of going)
			for (const code of this.againstItem(line, day, { stays, broken, incomplete })) found.push(`${line.itemId}:${code}`);
		const weights = found.map((text) => WEIGHT[text.split(':')[1] ?? '']);
		const stops = weights.includes('forbids') || (weights.includes('asks') && step.reason === null);
		return stops ? { code: 'REFUSED', obstacles: found.sort() } : GOOD;
	}

	private against(borrower: ModelBorrower, adding: number, stays: readonly ModelLine[], today: LocalDate): string[] {
		const has = (isCounted: (line: ModelLine) => boolean) =>
			this.unitsOf(borrower.id, (line) => stays.includes(line) && isCounted(line));
		const found = ['-:no_house_rules', '-:no_id_seen'];
		if (borrower.isBlocked) found.push('-:blocked');
		if (has(() => true) + adding > (borrower.mostItems ?? USUAL_MOST)) found.push('-:limit');
		if (has(({ dueOn }) => dueOn < today) > 0) found.push('-:has_overdue');
		return found;
	}

	private againstItem(
		{ itemId, kitId, inHouse }: Pick<LineOut, 'itemId' | 'kitId' | 'inHouse'>,
		day: LocalDate,
		things: Things,
	): string[] {
		const { stays, broken, incomplete } = things;
		const item = this.item(itemId);
		const isOut = (id: ItemId) => stays.some((line) => line.item === id);
		const state = broken.has(itemId) && item.state === 'active' ? 'maintenance' : item.state;
		const found: string[] = [];
		if (isOut(itemId)) found.push('lent');
		if (state !== 'active') found.push(state);
		if (item.testedUntil !== null && item.testedUntil < day) found.push('test_overdue');
		if (item.inHouseOnly && !inHouse) found.push('in_house_only');
		const isUnavailable = (part: ItemId) =>
			this.againstItem({ itemId: part, kitId: itemId, inHouse }, day, things).some((code) => WEIGHT[code] === 'forbids');
		if (item.parts.some(isUnavailable)) found.push('part_unavailable');
		const kits = [...this.items.values()].filter(({ id, parts }) => id !== kitId && parts.includes(itemId));
		if (kits.some(({ id }) => isOut(id))) found.push('kit_out');
		if (incomplete.has(itemId)) found.push('accessory_gone');
		return found;
	}

	/** Items of which something did not come back, or does not with this step. */
	private incompleteAfter(back: readonly LineBack[]): Set<ItemId> {
		const before = this.lines.filter(({ missing }) => missing.length > 0);
		const now = back.map(({ lineId, accessories }) => ({ line: this.line(lineId), accessories }));
		const short = now.filter(({ line, accessories }) => line.accessories.some((name) => !accessories.includes(name)));
		return new Set([...before, ...short.map(({ line }) => line)].map(({ item }) => item));
	}

	/** With the parts of kits, and when each is due. */
	going(out: readonly LineOut[], day: LocalDate): Outgoing[] {
		const due = ({ itemId, inHouse, dueOn }: LineOut) =>
			inHouse ? day : OPENING.nextOpenDay(dueOn ?? addDays(day, this.item(itemId).loanDays ?? USUAL_DAYS));
		const kits = out.filter(({ itemId }) => this.item(itemId).parts.length > 0);
		const inKits = kits.flatMap((kit) =>
			this.item(kit.itemId).parts.map((part): Outgoing => {
				const given = out.find(({ itemId }) => itemId === part);
				const { accessories } = this.item(part);
				const along = given ?? { itemId: part, accessories: [...accessories], condition: null };
				return { ...along, kitId: kit.itemId, inHouse: kit.inHouse, dueOn: kit.dueOn, due: due(kit) };
			}),
		);
		const alone = out.filter(({ itemId }) => inKits.every((part) => part.itemId !== itemId));
		return [...alone.map((line) => ({ ...line, kitId: null, due: due(line) })), ...inKits];
	}

	/** Takes over what the real desk has done, with the ids that it gave. */
	didStep(step: DeskStep, done: StepDone, lineItems: ReadonlyMap<LoanLineId, ItemId>, now: number): void {
		const day = step.issuedOn ?? localDateOf(now);
		const at = day === localDateOf(now) ? now : instantOf(day, '12:00');
		for (const back of step.back) this.takeBack(back, at, now);
		if (step.out.length === 0 || !step.borrowerId) return;
		const going = this.going(step.out, day);
		for (const [index, { id, kind, lines }] of done.loans.entries()) {
			const deposits = index === 0 && step.depositInCents > 0 ? [step.depositInCents] : [];
			const loan: ModelLoan = { id, borrower: step.borrowerId, kind, issuedAt: at, deposits };
			this.loans.push(loan);
			for (const lineId of lines) {
				const item = lineItems.get(lineId);
				const line = going.find(({ itemId, inHouse }) => itemId === item && inHouse === (kind === 'in_house'));
				if (!line) throw new Error('a line that nobody asked for');
				const { kitId: kit, accessories, due: dueOn } = line;
				const fresh = { extended: 0, returnedAt: null, missing: [], touchedAt: now };
				this.lines.push({ id: lineId, loan, item: line.itemId, kit, accessories, dueOn, ...fresh });
			}
		}
	}

	private takeBack({ lineId, accessories }: LineBack, at: number, now: number): void {
		const line = this.line(lineId);
		line.returnedAt = Math.max(at, line.loan.issuedAt);
		line.missing = line.accessories.filter((name) => !accessories.includes(name));
		line.touchedAt = now;
	}

	/** `heldAfter`: what was held of each loan when the step was done. */
	expectUndo(done: StepDone): Expected {
		const own = new Set(done.loans.flatMap(({ lines }) => lines));
		const returned = new Set(done.returned.map(({ lineId }) => lineId));
		const areOut = done.loans.every(({ id, lines }) => {
			const loan = this.loans.find((each) => each.id === id);
			const there = loan ? this.linesOf(loan) : [];
			const isSame =
				there.length === lines.length && there.every(({ returnedAt, extended }) => returnedAt === null && extended === 0);
			return loan !== undefined && loan.deposits.length <= 1 && isSame;
		});
		const areBack = done.returned.every(({ lineId, returnedAt, depositHeldCents }) => {
			const line = this.lines.find(({ id }) => id === lineId);
			if (!line || line.returnedAt !== returnedAt || this.held(line.loan) !== depositHeldCents) return false;
			const later = this.lines.filter(({ item, touchedAt }) => item === line.item && touchedAt > line.touchedAt);
			return later.every(({ id }) => own.has(id) || returned.has(id));
		});
		return areOut && areBack ? GOOD : { code: 'TOO_LATE' };
	}

	didUndo(done: StepDone, now: number): void {
		const loans = new Set(done.loans.map(({ id }) => id));
		this.lines = this.lines.filter(({ loan }) => !loans.has(loan.id));
		this.loans = this.loans.filter(({ id }) => !loans.has(id));
		for (const { lineId } of done.returned) Object.assign(this.line(lineId), { returnedAt: null, missing: [], touchedAt: now });
	}

	expectExtension(lines: readonly ModelLine[], dueOn: LocalDate, now: number): Expected {
		const today = localDateOf(now);
		if (lines.some((line) => !this.lines.includes(line) || line.returnedAt !== null)) return { code: 'OUTDATED' };
		return dueOn < today || dueOn > addDays(today, YEARS) ? { code: 'IMPOSSIBLE_DATE' } : GOOD;
	}

	didExtend(lines: readonly ModelLine[], wanted: LocalDate, now: number): LocalDate {
		const dueOn = OPENING.nextOpenDay(wanted);
		for (const line of lines) Object.assign(line, { dueOn, extended: line.extended + 1, touchedAt: now });
		return dueOn;
	}

	item(id: ItemId): ModelItem {
		const found = this.items.get(id);
		if (!found) throw new Error('no such item in the model');
		return found;
	}

	line(id: LoanLineId): ModelLine {
		const found = this.lines.find((line) => line.id === id);
		if (!found) throw new Error('no such line in the model');
		return found;
	}
}

const WEIGHT: Record<string, 'forbids' | 'asks' | 'warns'> = {
	...{ lent: 'forbids', maintenance: 'forbids', missing: 'forbids', retired: 'forbids', test_overdue: 'forbids' },
	...{ in_house_only: 'forbids', part_unavailable: 'forbids', blocked: 'forbids' },
	...{ kit_out: 'asks', limit: 'asks' },
	...{ accessory_gone: 'warns', has_overdue: 'warns', no_house_rules: 'warns', no_id_seen: 'warns' },
};
