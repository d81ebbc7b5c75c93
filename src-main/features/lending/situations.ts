import { borrowerName } from '#shared/features/borrowers/model.ts';
import { among } from '#shared/features/inventory/accessories.ts';
import type { Item } from '#shared/features/inventory/model.ts';
import type { DeskItem, LendingRules, Obstacle } from '#shared/features/lending/model.ts';
import { itemObstacles } from '#shared/features/lending/obstacles.ts';
import type { BorrowerId, ItemId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import type { LendingDeps } from './deps.ts';
import { linesOutOf } from './line-queries.ts';

/** How things stand with items that are about to go out: gathered once, judged by the shared rules. */
export interface Situations {
	/** `until`: the day it would be due at home; usual when left out. `borrowerId`: whose own claims are no obstacle. */
	obstacles(session: Session, item: Item, of: LoanTerms): Obstacle[];
	/** When it is due: by hand or as usual, and in any case on an opening day. */
	dueOn(session: Session, item: Pick<Item, 'loanDays'>, day: LocalDate, wanted?: LocalDate | null): LocalDate;
	deskItem(session: Session, item: Item, of: LoanTerms): DeskItem;
}

export interface LoanTerms {
	readonly day: LocalDate;
	readonly inHouse: boolean;
	readonly borrowerId: BorrowerId | null;
	readonly until?: LocalDate | undefined;
	/** The kit that goes along with it, if it goes as a part. */
	readonly kitId?: ItemId | null;
}

export function createSituations(deps: LendingDeps, rules: (session: Session) => LendingRules): Situations {
	const readerOf = (session: Session) => openVaultOf(session, 'workshop').reader;

	function dueOn(session: Session, item: Pick<Item, 'loanDays'>, day: LocalDate, wanted?: LocalDate | null): LocalDate {
		return deps.opening(session).nextOpenDay(wanted ?? addDays(day, item.loanDays ?? rules(session).loanDays));
	}

	function holderOf(session: Session, itemId: ItemId): string | null {
		const [line] = linesOutOf(readerOf(session), [itemId]);
		if (!line) return null;
		const [row] = deps.borrowerRows(session, [line.borrowerId]);
		return row ? borrowerName(row) : '?';
	}

	/** The first part that cannot go out with its kit. */
	function unavailablePart(session: Session, kit: Item, of: LoanTerms): string | null {
		if (kit.parts.length === 0) return null;
		const parts = new Map(deps.items(session, kit.parts).map((part) => [part.id, part]));
		for (const id of kit.parts) {
			const part = parts.get(id);
			const forbids = part && obstacles(session, part, { ...of, kitId: kit.id }).some(({ weight }) => weight === 'forbids');
			if (!part || forbids) return part?.name ?? '?';
		}
		return null;
	}

	/** A kit that is out while this part of it is here. */
	function kitOutOf(session: Session, item: Item, kitId: ItemId | null | undefined): string | null {
		const kits = deps.kitsWith(session, item.id).filter(({ id }) => id !== kitId);
		const out = new Set(
			linesOutOf(
				readerOf(session),
				kits.map(({ id }) => id),
			).map(({ itemId }) => itemId),
		);
		return kits.find(({ id }) => out.has(id))?.name ?? null;
	}

	const goneOf = (session: Session, { id, accessories }: Item) =>
		accessories.length === 0 ? [] : among(accessories, deps.damages.goneOf(session, id));

	function obstacles(session: Session, item: Item, of: LoanTerms, gone = goneOf(session, item)): Obstacle[] {
		const until = of.inHouse ? of.day : (of.until ?? dueOn(session, item, of.day));
		// What stands against a part that goes along is said of its kit.
		const claims = of.kitId ? [] : (deps.reservations?.claims(session, [item.id], of.day, until) ?? []);
		return itemObstacles({
			item,
			day: of.day,
			inHouse: of.inHouse,
			lentTo: holderOf(session, item.id),
			unavailablePart: unavailablePart(session, item, of),
			kitOut: kitOutOf(session, item, of.kitId),
			gone,
			claims: claims.filter(({ borrowerId }) => borrowerId !== of.borrowerId),
		});
	}

	return {
		obstacles,
		dueOn,
		deskItem(session, item, of) {
			const { id, number, name, location, accessories, condition, depositCents, inHouseOnly } = item;
			const gone = goneOf(session, item);
			return {
				...{ id, number, name, location, accessories, condition, depositCents, inHouseOnly },
				gone,
				dueOn: of.until ?? dueOn(session, item, of.day),
				obstacles: obstacles(session, item, of, gone),
			};
		},
	};
}
