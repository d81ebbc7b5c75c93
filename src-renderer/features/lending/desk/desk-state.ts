import { z } from 'zod';
import { parseMoney } from '#renderer/i18n/money.ts';
import { BorrowerRow, borrowerName } from '#shared/features/borrowers/model.ts';
import { DeskItem, type DeskStep, type LineBack, type LineOut, OpenLine } from '#shared/features/lending/model.ts';
import { ItemId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';

/**
 * What lies on the desk before Enter: whose card, what goes out, what comes back. Pure, so that a scan, a touch and a
 * draft from before the lock all lead to the same. Never what stands against it: that is asked anew all the time.
 */
const Going = z.object({
	item: DeskItem,
	/** The kit on the desk that it belongs to; it goes where the kit goes. */
	kitId: ItemId.nullable(),
	/** By position in `item.accessories`: the same thing may belong to it twice. */
	ticks: z.array(z.boolean()),
	/** Used here; what may not leave the house is so anyway. */
	inHouse: z.boolean(),
	/** At home; null: as `item.dueOn` says. */
	dueOn: LocalDate.nullable(),
});
export type Going = Readonly<z.infer<typeof Going>>;

const Coming = z.object({
	line: OpenLine,
	/** By position in `line.accessoriesOut`. */
	ticks: z.array(z.boolean()),
	/** Null: as before. */
	condition: z.string().nullable(),
	damage: z.object({ description: z.string(), unusable: z.boolean() }).nullable(),
});
export type Coming = Readonly<z.infer<typeof Coming>>;

const Desk = z.object({
	borrower: BorrowerRow.nullable(),
	out: z.array(Going),
	back: z.array(Coming),
	/** What is laid down next stays here. */
	inHouse: z.boolean(),
	/** Entered later than it happened; null: now. */
	issuedOn: LocalDate.nullable(),
	/** As typed, in euros; null: as the items suggest. */
	deposit: z.string().nullable(),
	/** Why nevertheless. */
	reason: z.string(),
});
export type Desk = Readonly<z.infer<typeof Desk>>;

export const EMPTY_DESK: Desk = {
	borrower: null,
	out: [],
	back: [],
	inHouse: false,
	issuedOn: null,
	deposit: null,
	reason: '',
};

export const isEmpty = ({ borrower, out, back }: Desk): boolean => borrower === null && out.length === 0 && back.length === 0;

export const isOnDesk = ({ out, back }: Desk, itemId: string): boolean =>
	out.some(({ item }) => item.id === itemId) || back.some(({ line }) => line.itemId === itemId);

/** Ticked but for what is known to be gone; the same thing may belong to it twice. */
function thereOf({ accessories, gone }: DeskItem): boolean[] {
	const left = [...gone];
	return accessories.map((name) => {
		const at = left.indexOf(name);
		if (at >= 0) left.splice(at, 1);
		return at < 0;
	});
}

const allOf = (names: readonly string[]): boolean[] => names.map(() => true);

/** `items[0]` is what was scanned, the others are its parts; one that lies there already joins its kit. */
export function withItems(desk: Desk, items: readonly DeskItem[]): Desk {
	const [first, ...parts] = items;
	if (first === undefined) return desk;
	const isPart = new Set<string>(parts.map(({ id }) => id));
	const inHouse = desk.inHouse || first.inHouseOnly;
	const laid = desk.out.map((going) => (isPart.has(going.item.id) ? { ...going, kitId: first.id, inHouse, dueOn: null } : going));
	const added = items
		.filter(({ id }) => !isOnDesk(desk, id))
		.map((item) => ({
			item,
			kitId: item === first ? null : first.id,
			ticks: thereOf(item),
			inHouse,
			dueOn: null,
		}));
	return { ...desk, out: [...laid, ...added] };
}

export function withLines(desk: Desk, lines: readonly OpenLine[]): Desk {
	const added = lines
		.filter(({ itemId }) => !isOnDesk(desk, itemId))
		.map((line) => ({ line, ticks: allOf(line.accessoriesOut), condition: null, damage: null }));
	return { ...desk, back: [...desk.back, ...added] };
}

/** Away from the desk again; a kit takes its parts along. */
export function without(desk: Desk, itemId: string): Desk {
	const leaving = new Set([itemId]);
	// A part may be a kit itself, and its parts may lie before it.
	for (let before = 0; before < leaving.size; ) {
		before = leaving.size;
		for (const { item, kitId } of desk.out) if (kitId !== null && leaving.has(kitId)) leaving.add(item.id);
	}
	const out = desk.out.filter(({ item }) => !leaving.has(item.id));
	const back = desk.back.filter(({ line }) => line.itemId !== itemId && line.kitId !== itemId);
	return { ...desk, out, back, ...(out.length === 0 && { deposit: null, reason: '' }) };
}

export const changeGoing = (desk: Desk, itemId: string, change: Partial<Going>): Desk => ({
	...desk,
	out: desk.out.map((going) => (going.item.id === itemId ? { ...going, ...change } : going)),
});

export const changeComing = (desk: Desk, lineId: string, change: Partial<Coming>): Desk => ({
	...desk,
	back: desk.back.map((coming) => (coming.line.id === lineId ? { ...coming, ...change } : coming)),
});

/** Without what has come since `before`, and with whose card lay there then; what was ticked or written stays. */
export function withoutNewer(desk: Desk, before: Desk): Desk {
	const out = desk.out.flatMap((going) => {
		const then = before.out.find(({ item }) => item.id === going.item.id);
		return then ? [{ ...going, kitId: then.kitId }] : [];
	});
	const back = desk.back.filter(({ line }) => before.back.some((then) => then.line.id === line.id));
	return { ...desk, borrower: before.borrower, out, back, ...(out.length === 0 && { deposit: null, reason: '' }) };
}

/** What lies there by now and did not before, by name: things, or whose card. */
export function newerNames(desk: Desk, before: Desk): string[] {
	const kept = withoutNewer(desk, before);
	const names = [
		...desk.out.filter(({ item, kitId }) => kitId === null && !isOnDesk(kept, item.id)).map(({ item }) => item.name),
		...desk.back.filter(({ line }) => !isOnDesk(kept, line.itemId)).map(({ line }) => line.itemName),
	];
	if (names.length > 0 || desk.borrower === null || desk.borrower.id === before.borrower?.id) return names;
	return [borrowerName(desk.borrower)];
}

/** What lay there before, with what has come since. */
export const withDesk = (before: Desk, since: Desk): Desk => ({
	...before,
	borrower: since.borrower ?? before.borrower,
	out: [...before.out, ...since.out.filter(({ item }) => !isOnDesk(before, item.id))],
	back: [...before.back, ...since.back.filter(({ line }) => !isOnDesk(before, line.itemId))],
});

/** Used here or taken home: one line with its parts, or (`itemId` null) all of it and what comes next. */
export function inHouseFor(desk: Desk, itemId: string | null, inHouse: boolean): Desk {
	const isMeant = ({ item, kitId }: Going) => itemId === null || item.id === itemId || kitId === itemId;
	const out = desk.out.map((going) => (isMeant(going) ? { ...going, inHouse: inHouse || going.item.inHouseOnly } : going));
	return { ...desk, out, inHouse: itemId === null ? inHouse : desk.inHouse };
}

/** The day for one line, or (`itemId` null) for all that go home. */
export const dueOnFor = (desk: Desk, itemId: string | null, dueOn: LocalDate | null): Desk => ({
	...desk,
	out: desk.out.map((going) => (itemId === null || going.item.id === itemId ? { ...going, dueOn } : going)),
});

/** What stands for itself: parts go with their kit. */
export const heads = (desk: Desk): readonly Going[] => desk.out.filter(({ kitId }) => kitId === null);
export const goesHome = (desk: Desk): readonly Going[] => heads(desk).filter(({ inHouse }) => !inHouse);
export const dayOf = ({ item, dueOn }: Going): LocalDate => dueOn ?? item.dueOn;

/** What the items say should be left as a deposit: only for what goes home; a kit's covers its parts. In cents. */
export const suggestedDeposit = (desk: Desk): number =>
	goesHome(desk).reduce((sum, { item }) => sum + (item.depositCents ?? 0), 0);

/** What is taken, in cents; undefined where something was typed that is no amount. */
export function depositOf(desk: Desk): number | undefined {
	if (goesHome(desk).length === 0) return 0;
	if (desk.deposit === null) return suggestedDeposit(desk);
	const typed = parseMoney(desk.deposit);
	return typed === null ? 0 : typed;
}

const ticked = (names: readonly string[], ticks: readonly boolean[]) => names.filter((_, at) => ticks[at] ?? true);

export const missingAccessories = ({ line, ticks }: Coming): string[] =>
	line.accessoriesOut.filter((_, at) => ticks[at] === false);

/** A damage that nobody has described. */
export const undescribed = (desk: Desk): Coming | undefined =>
	desk.back.find(({ damage }) => damage !== null && damage.description.trim() === '');

export function stepOf(desk: Desk): DeskStep {
	const out = desk.out.map(
		({ item, kitId, ticks, inHouse, dueOn }): LineOut => ({
			itemId: item.id,
			kitId,
			accessories: ticked(item.accessories, ticks),
			condition: null,
			inHouse,
			dueOn: inHouse ? null : dueOn,
		}),
	);
	const back = desk.back.map(
		({ line, ticks, condition, damage }): LineBack => ({
			lineId: line.id,
			accessories: ticked(line.accessoriesOut, ticks),
			condition: condition?.trim() || null,
			damage: damage && { ...damage, description: damage.description.trim() },
		}),
	);
	return {
		borrowerId: desk.borrower?.id ?? null,
		out,
		back,
		depositInCents: depositOf(desk) ?? 0,
		issuedOn: desk.issuedOn,
		reason: desk.reason.trim() || null,
	};
}

/** What a draft holds; null when it is none of this version's. */
export function readDraft(text: string): Desk | null {
	try {
		const read = Desk.safeParse(JSON.parse(text));
		return read.success ? read.data : null;
	} catch {
		return null;
	}
}
