import type { OpenRepair, OpenRepairSettings } from '#shared/features/open-repair-data/model.ts';
import type { RepairFields } from '#shared/features/repairs/model.ts';
import type { RepairBarrier, RepairResult, UnpoweredGroup } from '#shared/features/repairs/open-repair.ts';
import { productCategory } from '#shared/features/repairs/product-categories.ts';
import { fold } from '#shared/kernel/fold.ts';
import type { MemberId, RepairId } from '#shared/kernel/ids.ts';

/** The house's own repairs that are done, and how they become rows of open repair data. */

export interface DoneRepair
	extends Pick<
		RepairFields,
		'day' | 'letter' | 'count' | 'item' | 'category' | 'brand' | 'yearOfManufacture' | 'problem' | 'diagnosis'
	> {
	readonly id: RepairId;
	readonly result: RepairResult | null;
	/** Only of what is at its end of life. */
	readonly barrier: RepairBarrier | null;
	readonly helpers: readonly MemberId[];
	/** Names of the visitor, as typed and as their card has it. */
	readonly names: readonly string[];
}

export type PoweredRepair = DoneRepair & { readonly category: number };
export type UnpoweredRepair = DoneRepair & { readonly category: UnpoweredGroup };

export const isPowered = (repair: DoneRepair): repair is PoweredRepair => typeof repair.category === 'number';
export const isUnpowered = (repair: DoneRepair): repair is UnpoweredRepair => typeof repair.category === 'string';

/** Fault and solution as one text on one line, as the standard wants it; a full stop between them where there is none. */
export function problemOf({ problem, diagnosis }: Pick<DoneRepair, 'problem' | 'diagnosis'>): string {
	const [fault, solution] = [problem, diagnosis ?? ''].map((text) => text.replace(/\s+/gu, ' ').trim());
	return [fault && solution && /[\p{L}\p{N}]$/u.test(fault) ? `${fault}.` : fault, solution].filter(Boolean).join(' ');
}

export const resultOf = ({ result }: Pick<DoneRepair, 'result'>): OpenRepair['result'] => result ?? 'Unknown';

/** Full years; null when the year is not known, or said to be still to come. */
export function ageOf({ day, yearOfManufacture }: Pick<DoneRepair, 'day' | 'yearOfManufacture'>): number | null {
	const age = yearOfManufacture === null ? -1 : Number(day.slice(0, 4)) - yearOfManufacture;
	return age < 0 ? null : age;
}

/** As open data, with the texts that were looked at. */
export function asOpenRepair(
	repair: PoweredRepair,
	{ provider, country, group }: OpenRepairSettings,
	texts: { readonly item: string; readonly problem: string },
): OpenRepair {
	const age = ageOf(repair);
	const item = texts.item.replace(/\s+/gu, ' ').trim();
	const area = productCategory(repair.category).german;
	const result = resultOf(repair);
	return {
		...{ provider, country, group, result, age, day: repair.day },
		reference: `${slugOf(provider)}-${numberOf(repair)}`,
		partnerCategory: item === '' ? area : `${area} ~ ${item}`,
		category: repair.category,
		brand: repair.brand,
		yearOfManufacture: age === null ? null : repair.yearOfManufacture,
		barrier: result === 'End of life' ? repair.barrier : null,
		problem: texts.problem.replace(/\s+/gu, ' ').trim(),
	};
}

/** The standard allows letters from a to z in front of an id's number. */
const slugOf = (provider: string): string => fold(provider).replace(/[^a-z]/gu, '') || 'repair';

/** Day, letters and count of the slip: this repair's alone, and the same in every export. */
function numberOf({ day, letter, count }: DoneRepair): string {
	let letters = 0;
	for (const one of letter) letters = letters * 26 + (one.charCodeAt(0) - 64);
	return `${day.replaceAll('-', '')}${String(letters).padStart(5, '0')}${String(count).padStart(5, '0')}`;
}
