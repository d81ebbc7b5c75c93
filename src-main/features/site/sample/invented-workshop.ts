import type { DamageKind, DamageStage } from '#shared/features/maintenance/model.ts';
import { addDays, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { workingDayFrom } from './calendar.ts';
import type { Dice } from './dice.ts';
import { inventBorrowers, type SampleBorrower } from './invented-borrowers.ts';
import type { SampleItem } from './invented-items.ts';
import { inventLoans, type SampleLoan } from './invented-loans.ts';
import { inventRepairs, type SampleRepair } from './invented-repairs.ts';

/** What happens with the items of the sample office: who borrows, reserves and waits, and what broke on the way. */
export interface SampleWorkshop {
	readonly borrowers: readonly SampleBorrower[];
	readonly loans: readonly SampleLoan[];
	readonly damages: readonly SampleDamage[];
	readonly reservations: readonly SampleReservation[];
	readonly repairs: readonly SampleRepair[];
	readonly holds: readonly { readonly borrowerIndex: number; readonly itemIndex: number }[];
}

/** Indexes point into items and loans; `loanIndex` null: found in the house. */
export interface SampleDamage {
	readonly itemIndex: number;
	readonly loanIndex: number | null;
	readonly kind: DamageKind;
	readonly description: string;
	readonly accessories: readonly string[];
	readonly unusable: boolean;
	readonly foundOn: LocalDate;
	readonly stage: DamageStage;
	readonly notes: string | null;
	readonly costCents: number | null;
}

export interface SampleReservation {
	readonly borrowerIndex: number;
	readonly itemIndex: number;
	readonly fromOn: LocalDate;
	readonly untilOn: LocalDate;
	readonly note: string | null;
}

const BORROWERS = 32;
/** Of whatever is in maintenance. */
const REPAIRS: readonly Pick<SampleDamage, 'stage' | 'notes' | 'costCents'>[] = [
	{ stage: 'parts', notes: 'Schalter beim Hersteller bestellt, kommt in etwa zwei Wochen.', costCents: 1890 },
	{ stage: 'found', notes: null, costCents: null },
];

export function inventWorkshop(dice: Dice, items: readonly SampleItem[], today: LocalDate): SampleWorkshop {
	const borrowers = inventBorrowers(dice, BORROWERS, today);
	const loans = inventLoans(dice, items, borrowers, today);
	return {
		borrowers,
		loans,
		damages: [...repairs(items, today), ...missingAccessories(items, loans, today)],
		repairs: inventRepairs(today),
		reservations: inventReservations(dice, items, loans, today),
		holds: loans
			.filter(({ lines }) => lines.some(({ returnedAt, dueOn }) => returnedAt === null && dueOn < today))
			.slice(0, 1)
			.flatMap(({ borrowerIndex, lines }) => {
				const itemIndex = lines[0]?.itemIndex;
				return itemIndex === undefined ? [] : [{ borrowerIndex: (borrowerIndex + 1) % BORROWERS, itemIndex }];
			}),
	};
}

function repairs(items: readonly SampleItem[], today: LocalDate): SampleDamage[] {
	return items
		.flatMap((item, itemIndex) => (item.state === 'maintenance' ? [{ item, itemIndex }] : []))
		.map(({ item, itemIndex }, at) => ({
			itemIndex,
			loanIndex: null,
			kind: 'broken',
			description: item.stateReason ?? 'Muss nachgesehen werden',
			accessories: [],
			unusable: true,
			foundOn: addDays(today, -9 - at),
			...(REPAIRS[at % REPAIRS.length] ?? { stage: 'found', notes: null, costCents: null }),
		}));
}

function missingAccessories(items: readonly SampleItem[], loans: readonly SampleLoan[], today: LocalDate): SampleDamage[] {
	return loans.flatMap(({ lines }, loanIndex) =>
		lines.flatMap(({ itemIndex, missing, returnedAt }): SampleDamage[] => {
			if (missing.length === 0 || returnedAt === null) return [];
			const foundOn = localDateOf(returnedAt);
			const isFixed = foundOn < addDays(today, -30);
			return [
				{
					itemIndex,
					loanIndex,
					kind: 'accessory',
					description: `Bei der Rückgabe fehlte: ${missing.join(', ')}`,
					accessories: missing,
					unusable: false,
					foundOn,
					stage: isFixed ? 'fixed' : 'found',
					notes: isFixed ? `${items[itemIndex]?.name ?? 'Teil'}: wurde nachgebracht.` : null,
					costCents: null,
				},
			];
		}),
	);
}

/** Of what is not out now and comes with the next days. */
function inventReservations(
	dice: Dice,
	items: readonly SampleItem[],
	loans: readonly SampleLoan[],
	today: LocalDate,
): SampleReservation[] {
	const out = new Set(loans.flatMap(({ lines }) => lines.flatMap((line) => (line.returnedAt === null ? [line.itemIndex] : []))));
	const parts = new Set(items.flatMap(({ partIndexes }) => partIndexes));
	const free = items.flatMap((item, index) => {
		const tested = (item.testedUntil ?? '9999') > addDays(today, 40);
		const isFree = item.state === 'active' && tested && !item.inHouseOnly && item.partIndexes.length === 0;
		return isFree && !out.has(index) && !parts.has(index) ? [index] : [];
	});
	const notes = ['Straßenfest', null, 'Umzug am Wochenende', null];
	return dice
		.shuffled(free)
		.slice(0, notes.length)
		.map((itemIndex, at) => {
			const fromOn = workingDayFrom(addDays(today, 1 + at * 3));
			const untilOn = workingDayFrom(addDays(fromOn, 2 + at));
			return { borrowerIndex: dice.whole(0, BORROWERS - 1), itemIndex, fromOn, untilOn, note: notes[at] ?? null };
		});
}
