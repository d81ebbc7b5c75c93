import { z } from 'zod';
import { RepairCategory } from '#shared/features/repairs/model.ts';
import { RepairBarrier } from '#shared/features/repairs/open-repair.ts';
import { MemberId } from '#shared/kernel/ids.ts';

/** Which repairs a figure or a file is about. */
export const RepairSource = z.enum(['own', 'imported', 'all']);
export type RepairSource = z.infer<typeof RepairSource>;

export const Selection = z.object({
	source: RepairSource,
	/** Null: all years. */
	year: z.int().min(1900).max(2999).nullable(),
});
export type Selection = z.infer<typeof Selection>;

/** How many ended how; the standard's words. */
export const ResultCounts = z.object({ Fixed: z.int(), Repairable: z.int(), 'End of life': z.int(), Unknown: z.int() });
export type ResultCounts = z.infer<typeof ResultCounts>;

/** Years an item is old at its repair, from … to (both included); the last has no end. */
export const AGE_SPANS = [
	{ from: 0, to: 2 },
	{ from: 3, to: 5 },
	{ from: 6, to: 10 },
	{ from: 11, to: 20 },
	{ from: 21, to: null },
] as const;

export const RepairFigures = z.object({
	/** Years with repairs of this source, newest first, whatever year is chosen. */
	years: z.array(z.int()),
	providers: z.array(z.string()),
	counts: ResultCounts,
	/** Most first; null: not said. */
	categories: z.array(z.object({ category: RepairCategory.nullable(), counts: ResultCounts })),
	/** As `AGE_SPANS`; the last one: age not known. */
	ages: z.array(ResultCounts),
	/** Own repairs by who did them together, most first. */
	teams: z.array(z.object({ memberIds: z.array(MemberId), names: z.array(z.string()), counts: ResultCounts })),
	/** Of what was fixed and has an average; most CO₂ first. */
	saved: z.array(z.object({ category: RepairCategory, items: z.int(), kilograms: z.number(), co2: z.number() })),
	/** Fixed, but without an average: not in `saved`. */
	withoutAverage: z.int(),
	/** By year; by month when a year is chosen. Only of what is at its end; `unsaid`: no barrier was said. */
	barriers: z.array(z.object({ period: z.string(), counts: z.record(RepairBarrier, z.int()), unsaid: z.int() })),
});
export type RepairFigures = z.infer<typeof RepairFigures>;

export const totalOf = (counts: ResultCounts): number =>
	counts.Fixed + counts.Repairable + counts['End of life'] + counts.Unknown;
