import type { BorrowerRow } from '#shared/features/borrowers/model.ts';
import type { Item } from '#shared/features/inventory/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { LendingRules, Obstacle } from './model.ts';

/** What stands against lending (design 5): pure, so that the desk, the step itself and its tests say the same. */

export interface ItemSituation {
	readonly item: Pick<Item, 'state' | 'stateReason' | 'testedUntil' | 'inHouseOnly'>;
	/** The day it goes out. */
	readonly day: LocalDate;
	readonly inHouse: boolean;
	/** Who has it; null: it is here. */
	readonly lentTo: string | null;
	/** Of a kit: the first part that cannot go along, by name. */
	readonly unavailablePart: string | null;
	/** The kit that it is part of and that is out without it. */
	readonly kitOut: string | null;
	/** Of its accessories those that are known to be gone. */
	readonly gone: readonly string[];
	/** Reservations and holds of others that the loan would be in the way of. */
	readonly claims: readonly { readonly kind: 'reserved' | 'held'; readonly borrowerName: string }[];
}

export function itemObstacles(situation: ItemSituation): Obstacle[] {
	const { item, day, inHouse, lentTo, unavailablePart, kitOut, gone, claims } = situation;
	const found: Obstacle[] = [];
	const add = (code: Obstacle['code'], weight: Obstacle['weight'], detail = '') => void found.push({ code, detail, weight });
	if (lentTo !== null) add('lent', 'forbids', lentTo);
	if (item.state === 'retired') add('retired', 'forbids', item.stateReason ?? '');
	if (item.state === 'missing') add('missing', 'forbids', item.stateReason ?? '');
	if (item.state === 'maintenance') add('maintenance', 'forbids', item.stateReason ?? '');
	if (item.testedUntil !== null && item.testedUntil < day) add('test_overdue', 'forbids', item.testedUntil);
	if (item.inHouseOnly && !inHouse) add('in_house_only', 'forbids');
	if (unavailablePart !== null) add('part_unavailable', 'forbids', unavailablePart);
	if (kitOut !== null) add('kit_out', 'asks', kitOut);
	if (gone.length > 0) add('accessory_gone', 'warns', gone.join(', '));
	for (const { kind, borrowerName } of claims) add(kind, 'asks', borrowerName);
	return found;
}

/** `adding`: how many more items they would have. */
export function borrowerObstacles(
	borrower: Pick<BorrowerRow, 'blockedReason' | 'out' | 'overdue'>,
	terms: { readonly mostItems: number | null; readonly houseRulesOn: LocalDate | null; readonly idSeenOn: LocalDate | null },
	rules: Pick<LendingRules, 'mostItems'>,
	adding: number,
): Obstacle[] {
	const found: Obstacle[] = [];
	const most = terms.mostItems ?? rules.mostItems;
	if (borrower.blockedReason !== null) found.push({ code: 'blocked', detail: borrower.blockedReason, weight: 'forbids' });
	if (borrower.out + adding > most) found.push({ code: 'limit', detail: String(most), weight: 'asks' });
	if (borrower.overdue > 0) found.push({ code: 'has_overdue', detail: String(borrower.overdue), weight: 'warns' });
	if (terms.houseRulesOn === null) found.push({ code: 'no_house_rules', detail: '', weight: 'warns' });
	if (terms.idSeenOn === null) found.push({ code: 'no_id_seen', detail: '', weight: 'warns' });
	return found;
}
