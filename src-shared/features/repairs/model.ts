import { z } from 'zod';
import { BorrowerId, MemberId, RepairId, WaiverTextId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { optionalText, requiredText } from '#shared/kernel/text.ts';
import { ProductCategoryId, RepairBarrier, RepairResult, UnpoweredGroup } from './open-repair.ts';

/**
 * Repairs (Reparaturen) of the repair café, the bike workshop and the sewing workshop: from the slip at the door to the
 * row in the open repair data. Visitors are people of the door, never of the case files.
 */

/** waiting → in_work → (needs_parts | testing) → done; back to waiting when nobody has it in hand any more. See `stages.ts`. */
export const RepairStage = z.enum(['waiting', 'in_work', 'needs_parts', 'testing', 'done']);
export type RepairStage = z.infer<typeof RepairStage>;

/** What kind of thing it is: one of the standard's powered categories, or a group without power. */
export const RepairCategory = z.union([ProductCategoryId, UnpoweredGroup]);
export type RepairCategory = z.infer<typeof RepairCategory>;

/** mains: plugs into a socket, and needs the electrical test before it leaves · battery: also what is charged. */
export const RepairPower = z.enum(['mains', 'battery', 'none']);
export type RepairPower = z.infer<typeof RepairPower>;

/** Electrical safety of a mains device before it leaves (DIN EN 50699 / VDE 0702 in the workshop's own words). */
export const ElectricalTest = z.object({
	result: z.enum(['pass', 'fail', 'not_applicable']),
	by: MemberId,
	on: LocalDate,
});
export type ElectricalTest = z.infer<typeof ElectricalTest>;

export const RepairPart = z.object({ name: requiredText(120), costCents: z.int().min(0).max(10_000_000).nullable() });
export type RepairPart = z.infer<typeof RepairPart>;

/** How far it is and what came of it: one value, so that of two PCs' steps one holds as a whole. */
export const Standing = z
	.object({
		stage: RepairStage,
		/** Exactly what is done has one. Unknown: given up, or taken home again. */
		result: RepairResult.nullable(),
		/** Only of what is at its end of life. */
		barrier: RepairBarrier.nullable(),
		/** When somebody first had it in hand, ms UTC; null: it waits. */
		takenAt: z.number().nullable(),
		/** ms UTC */
		doneAt: z.number().nullable(),
	})
	.refine(({ stage, result, doneAt }) => (stage === 'done') === (result !== null) && (result !== null) === (doneAt !== null))
	.refine(({ result, barrier }) => barrier === null || result === 'End of life');
export type Standing = z.infer<typeof Standing>;

/** The number on the slip: the letter of the device that gave it out, and a count of its own for the day. */
export const QueueNumber = z.object({ letter: z.string().regex(/^[A-Z]{1,3}$/), count: z.int().min(1).max(99_999) });
export type QueueNumber = z.infer<typeof QueueNumber>;

/** Who brought it: kept apart from the repair, and erased before it (see `RetentionRules.visitorMonths`). */
export const RepairVisitor = z.object({
	/** Null: nobody asked, or they would rather not say. */
	visitorName: optionalText(120),
	/** By their card; the name is then the card's. */
	borrowerId: BorrowerId.nullable(),
});
export type RepairVisitor = z.infer<typeof RepairVisitor>;

/** What was brought. */
const BroughtFields = z.object({
	/** What it is in people's own words: Kaffeemaschine. */
	item: requiredText(120),
	/** Null: not said yet. */
	category: RepairCategory.nullable(),
	power: RepairPower,
	brand: optionalText(80),
	yearOfManufacture: z.int().min(1850).max(2200).nullable(),
	/** In the visitor's words. */
	problem: requiredText(2000),
	/** The text they accepted; null: not yet. */
	waiverId: WaiverTextId.nullable(),
	/** Done by the visitor with help (Selbsthilfe). */
	isSelfHelp: z.boolean(),
	/** The visit before, when it came back for the same thing. */
	followUpOf: RepairId.nullable(),
});

/** What the desk writes down when somebody comes with something. */
export const IntakeFields = RepairVisitor.extend(BroughtFields.shape);
export type IntakeFields = z.infer<typeof IntakeFields>;

/** What the workshop writes down later. */
const WorkFields = z.object({
	diagnosis: optionalText(4000),
	parts: z.array(RepairPart).max(30),
	materials: optionalText(400),
	donationCents: z.int().min(0).max(10_000_000).nullable(),
});

/** What somebody can change at any time; steps, tests and helpers have procedures of their own. */
export const RepairChanges = IntakeFields.extend(WorkFields.shape).partial();
export type RepairChanges = z.infer<typeof RepairChanges>;

/** As it is kept. */
export const RepairFields = BroughtFields.extend(WorkFields.shape).extend({
	/** The queue; together with the day it is this repair's alone. */
	day: LocalDate,
	/** When they came, ms UTC: waits since then. Entered later, noon of that day. */
	arrivedAt: z.number().min(0),
	letter: QueueNumber.shape.letter,
	count: QueueNumber.shape.count,
	electricalTest: ElectricalTest.nullable(),
	standing: Standing,
});
export type RepairFields = z.infer<typeof RepairFields>;

/** Who has it in hand, or had. */
const Helper = z.object({ id: MemberId, name: z.string() });

/** A repair in a list and on the board. */
export const RepairRow = RepairFields.pick({
	...{ day: true, item: true, category: true, power: true, brand: true, problem: true, isSelfHelp: true },
	...{ arrivedAt: true, waiverId: true, electricalTest: true, donationCents: true },
})
	.extend(Standing.shape)
	.extend({
		id: RepairId,
		/** `A7` */
		number: z.string(),
		/** As they said it or as the card has it; null: anonymous. */
		visitor: z.string().nullable(),
		borrowerId: BorrowerId.nullable(),
		helpers: z.array(Helper),
	});
export type RepairRow = z.infer<typeof RepairRow>;

/** Another visit with the same thing. */
export const RepairVisit = RepairRow.pick({ id: true, number: true, day: true, item: true, stage: true, result: true });
export type RepairVisit = z.infer<typeof RepairVisit>;

export const Repair = RepairFields.omit({ standing: true })
	.extend(RepairRow.shape)
	.extend({
		/** Who did the electrical test; empty: nobody yet. */
		testedBy: z.string(),
		before: RepairVisit.nullable(),
		/** Visits after this one, the oldest first. */
		after: z.array(RepairVisit),
	});
export type Repair = z.infer<typeof Repair>;

export const queueLabel = ({ letter, count }: QueueNumber): string => `${letter}${count}`;

/** `KONTOR-REPARATUR:<id>`: what the QR code on the slip says. */
export const SLIP_PREFIX = 'KONTOR-REPARATUR:';

/**
 * The repair whose slip was scanned; null for anything else. Scanners that type as if the keyboard were American send
 * `ß` for `-` and `Ö` for `:` on a German one.
 */
export function repairOnSlip(text: string): RepairId | null {
	const read = text.trim().replace(/[ßẞ]/gu, '-').replace(/ö/giu, ':').toUpperCase();
	if (!read.startsWith(SLIP_PREFIX)) return null;
	return RepairId.safeParse(read.slice(SLIP_PREFIX.length).toLowerCase()).data ?? null;
}
