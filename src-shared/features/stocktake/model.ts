import { z } from 'zod';
import { ItemId, MemberId, StocktakeActionId, StocktakeId } from '#shared/kernel/ids.ts';
import { optionalText, requiredText } from '#shared/kernel/text.ts';

/**
 * Stocktake (Inventur): what is really there. Scans are only ever added, so that several PCs count at once; what they
 * mean is computed against the inventory and the loans, and kept as it was once somebody finishes.
 */

export const StocktakeFields = z.object({
	name: requiredText(120),
	/** Only what belongs here is expected; null: everything. */
	location: optionalText(80),
	category: optionalText(80),
});
export type StocktakeFields = z.infer<typeof StocktakeFields>;

export const StocktakeFinding = z.enum([
	'found', // where it belongs
	'misplaced', // somewhere else than where it belongs
	'missing', // expected and not scanned (yet)
	'on_loan', // expected, and with a borrower
	'returned', // scanned although it is lent: it came back without anybody noting it
	'unknown', // a code that nothing here has (or had, when it was scanned)
	'twice', // the same label on two shelves
	'unexpected', // not in this stocktake's scope, retired or missing until now
]);
export type StocktakeFinding = z.infer<typeof StocktakeFinding>;

/** The consequence that somebody drew from a finding. */
export const StocktakeAction = z.enum([
	'moved', // belongs where it was counted last
	'moved_back', // was put where it belongs
	'marked_missing',
	'taken_back',
	'made_active',
	'created', // an item with the code that was unknown; never recorded, seen by its number
	'ignored',
	'undone', // takes back another one
]);
export type StocktakeAction = z.infer<typeof StocktakeAction>;

/** Consequences that somebody can draw with one click. */
export const Consequence = StocktakeAction.exclude(['created', 'undone']);
export type Consequence = z.infer<typeof Consequence>;

/** Longer than any label; what is longer is no code. */
export const MOST_SHELF = 80;
export const Shelf = requiredText(MOST_SHELF);

export const Stocktake = StocktakeFields.extend({
	id: StocktakeId,
	createdAt: z.number(),
	startedByName: z.string(),
	finishedAt: z.number().nullable(),
	finishedByName: z.string().nullable(),
});
export type Stocktake = z.infer<typeof Stocktake>;

/** What came of one item, or of one code that no item has. */
export const FindingRow = z.object({
	finding: StocktakeFinding,
	/** Null: of an unknown code. */
	itemId: ItemId.nullable(),
	/** The item's number, or the unknown code. */
	number: z.string(),
	/** Empty for an unknown code. */
	name: z.string(),
	/** Where it belonged before anybody drew a consequence. */
	location: z.string().nullable(),
	/** Where it was counted last; null: not counted, or without saying where. */
	shelf: z.string().nullable(),
	/** Every place it was counted at, in that order; more than one only for the same label in two places. */
	shelves: z.array(z.string()),
	/** When it was counted there, ms UTC. */
	countedAt: z.number().nullable(),
	/** True when it should have been there: the others are extra. */
	expected: z.boolean(),
	/** Missing or retired until now. */
	gone: z.enum(['missing', 'retired']).nullable(),
	/** The loan it is (or was) out with. */
	loan: z.string().nullable(),
	settled: StocktakeAction.nullable(),
	/** To take the consequence back; null where there is none to take back. */
	actionId: StocktakeActionId.nullable(),
});
export type FindingRow = z.infer<typeof FindingRow>;

export const Counter = z.object({ name: z.string(), from: z.number(), until: z.number(), scans: z.int() });
/** Who counted, from when until when (ms UTC), how many scans. */
export type Counter = z.infer<typeof Counter>;

/** What the protocol says; kept when a stocktake is finished, so that later changes of the inventory do not change it. */
export const Protocol = z.object({ rows: z.array(FindingRow), counters: z.array(Counter), scans: z.int() });
export type Protocol = z.infer<typeof Protocol>;

const Known = z.object({
	id: ItemId,
	number: z.string(),
	name: z.string(),
	location: z.string().nullable(),
});
export const CountedItem = Known;
export type CountedItem = z.infer<typeof CountedItem>;

/** What the counting screen says to a scan. Only `counted` and `unknown` have been written down. */
export const CountAnswer = z.discriminatedUnion('kind', [
	/** From here on things are counted there. `isNew`: nothing in the inventory has this place yet. */
	z.object({ kind: z.literal('shelf'), shelf: z.string(), expected: z.int(), isNew: z.boolean() }),
	z.object({
		kind: z.literal('counted'),
		item: Known,
		finding: StocktakeFinding,
		/** Had been counted on this shelf before: nothing new. */
		again: z.boolean(),
		/** The other places it was counted at. */
		elsewhere: z.array(z.string()),
		/** Of a kit: how many of its parts have not been counted yet. */
		partsLeft: z.int(),
		/** With whom the loans have it; null: with nobody. */
		borrowerName: z.string().nullable(),
		/** What can follow from it, the usual one first. */
		consequences: z.array(Consequence),
	}),
	z.object({ kind: z.literal('unknown'), code: z.string(), again: z.boolean() }),
	/** Two PCs gave one number to several items: somebody says which one it is. */
	z.object({ kind: z.literal('several'), items: z.array(Known) }),
	z.object({ kind: z.literal('card') }),
	z.object({ kind: z.literal('member'), memberId: MemberId }),
	z.object({ kind: z.literal('unreadable'), why: z.enum(['empty', 'too_long', 'two_codes', 'no_code']) }),
]);
export type CountAnswer = z.infer<typeof CountAnswer>;
