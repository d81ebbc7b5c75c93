import { findCategory } from '#shared/features/repairs/find-category.ts';
import type { IntakeFields, RepairCategory, RepairPower } from '#shared/features/repairs/model.ts';
import { usualPower } from '../category-name.ts';

/** What is typed at the intake, and what follows from it until somebody says otherwise. */
export interface IntakeDraft {
	readonly item: string;
	readonly category: RepairCategory | null;
	readonly power: RepairPower | null;
	/** Chosen by hand: what is typed does not change it any more. */
	readonly isCategoryChosen: boolean;
	readonly isPowerChosen: boolean;
	readonly brand: string;
	readonly problem: string;
	readonly visitor: string;
	readonly borrower: { readonly id: string; readonly number: string; readonly name: string } | null;
	readonly isSelfHelp: boolean;
	readonly hasAgreed: boolean;
}

export const EMPTY: IntakeDraft = {
	...{ item: '', category: null, power: null, isCategoryChosen: false, isPowerChosen: false, brand: '', problem: '' },
	...{ visitor: '', borrower: null, isSelfHelp: false, hasAgreed: false },
};

/** `known`: what such a thing was when it was last brought. */
export function withItem(
	draft: IntakeDraft,
	item: string,
	known?: { readonly category: RepairCategory | null; readonly power: RepairPower },
): IntakeDraft {
	const category = draft.isCategoryChosen ? draft.category : (known?.category ?? findCategory(item));
	const usual = known?.power ?? (category === null ? null : usualPower(category));
	return { ...draft, item, category, power: draft.isPowerChosen ? draft.power : usual };
}

/** A group without power has none, and what has some belongs to no such group. */
export function withCategory(draft: IntakeDraft, category: RepairCategory | null): IntakeDraft {
	const fits = category === null || draft.power === null || (typeof category === 'string') === (draft.power === 'none');
	const isFree = !draft.isPowerChosen || !fits;
	const power = isFree && category !== null ? usualPower(category) : draft.power;
	return { ...draft, category, isCategoryChosen: category !== null, power };
}

export function withPower(draft: IntakeDraft, power: RepairPower): IntakeDraft {
	const fits = draft.category === null || (typeof draft.category === 'string') === (power === 'none');
	return { ...draft, power, isPowerChosen: true, category: fits ? draft.category : null };
}

/** As it can be sent; null while something is missing. */
export function completeIntake(draft: IntakeDraft): Pick<IntakeFields, 'item' | 'category' | 'power' | 'problem'> | null {
	const { item, category, power, problem } = draft;
	return item.trim() === '' || problem.trim() === '' || power === null ? null : { item, category, power, problem };
}
