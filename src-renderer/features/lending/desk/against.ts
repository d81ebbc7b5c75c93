import type { DeskItem, Obstacle, ScanAnswer } from '#shared/features/lending/model.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import type { Desk, Going } from './desk-state.ts';

/** What stands against the step as it lies on the desk; `itemId` null: it is about the borrower. */
export interface Against extends Obstacle {
	readonly itemId: ItemId | null;
}

/** Judged anew whenever something changes, here or on another PC; not known while it is being asked. */
export interface Facts {
	readonly borrower: readonly Obstacle[];
	readonly items: ReadonlyMap<ItemId, DeskItem>;
	/** Lines on the desk that came back elsewhere meanwhile. */
	readonly backAlready: ReadonlySet<string>;
}

/** Too many is said once, at the borrower; using it here is the answer to what may not leave the house. */
export const obstaclesOf = (going: Going, { items }: Pick<Facts, 'items'>): readonly Obstacle[] =>
	(items.get(going.item.id) ?? going.item).obstacles.filter(
		({ code }) => code !== 'limit' && !(code === 'in_house_only' && going.inHouse),
	);

export function againstStep(desk: Desk, facts: Facts): Against[] {
	if (desk.out.length === 0) return [];
	const ofBorrower = desk.borrower === null ? [] : facts.borrower.map((obstacle) => ({ ...obstacle, itemId: null }));
	const ofItems = desk.out.flatMap((going) =>
		obstaclesOf(going, facts).map((obstacle) => ({ ...obstacle, itemId: going.item.id })),
	);
	return [...ofBorrower, ...ofItems];
}

export const forbids = (against: readonly Obstacle[]): boolean => against.some(({ weight }) => weight === 'forbids');
export const asks = (against: readonly Obstacle[]): boolean => against.some(({ weight }) => weight === 'asks');

/** What a scan of its number says now about an item that lies on the desk. */
export function itemIn(answer: ScanAnswer | undefined, id: ItemId): readonly DeskItem[] {
	if (answer?.kind === 'item') return answer.items[0]?.id === id ? answer.items : [];
	if (answer?.kind === 'several') return answer.items.filter((item) => item.id === id);
	return [];
}

/** It went out elsewhere while it lay here. */
export function lentMeanwhile(item: DeskItem, answer: ScanAnswer | undefined): DeskItem | null {
	const line =
		answer?.kind === 'out' || answer?.kind === 'several' ? answer.lines.find(({ itemId }) => itemId === item.id) : null;
	if (!line) return null;
	return { ...item, obstacles: [{ code: 'lent', detail: line.borrower.name, weight: 'forbids' }] };
}
