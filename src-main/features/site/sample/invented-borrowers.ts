import { type BorrowerFields, EMPTY_BORROWER } from '#shared/features/borrowers/model.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { Dice } from './dice.ts';
import { inventPeople } from './invented-people.ts';

/** Neighbours who borrow tools. Who of them also has a case file is nobody's business here, so none of them does. */
export interface SampleBorrower extends BorrowerFields {
	readonly number: string;
	readonly blockedReason: string | null;
}

const GROUPS = ['Gartengruppe Musterviertel', 'Elternrat Kita Regenbogen (erfunden)'];
const BLOCKED = new Map([[11, 'Der Lastenanhänger vom Sommer ist noch nicht ersetzt.']]);

export function inventBorrowers(dice: Dice, count: number, today: LocalDate): SampleBorrower[] {
	const neighbours = inventPeople(dice, count - GROUPS.length, today).map((person): BorrowerFields => {
		const since = addDays(today, -dice.whole(20, 500));
		return {
			...EMPTY_BORROWER,
			firstName: person.firstName,
			lastName: person.lastName ?? '?',
			street: person.street,
			postcode: person.postcode,
			city: person.city,
			phone: person.phones[0]?.number ?? null,
			idSeenOn: dice.chance(0.9) ? since : null,
			houseRulesOn: dice.chance(0.95) ? since : null,
		};
	});
	const groups = GROUPS.map(
		(lastName): BorrowerFields => ({ ...EMPTY_BORROWER, lastName, mostItems: 12, houseRulesOn: addDays(today, -300) }),
	);
	return [...neighbours, ...groups].map((fields, index) => ({
		...fields,
		number: `E-${String(index + 1).padStart(5, '0')}`,
		blockedReason: BLOCKED.get(index) ?? null,
	}));
}
