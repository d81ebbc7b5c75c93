import type { LoanKind } from '#shared/features/lending/model.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { berlinInstant, isWorkingDay, workingDayFrom } from './calendar.ts';
import type { Dice } from './dice.ts';
import type { SampleBorrower } from './invented-borrowers.ts';
import type { SampleItem } from './invented-items.ts';

/** A year of lending: most comes back in time, some late, a few things are out now and some of those overdue. */
export interface SampleLoan {
	readonly borrowerIndex: number;
	readonly kind: LoanKind;
	/** ms UTC */
	readonly issuedAt: number;
	readonly depositCents: number;
	readonly lines: readonly SampleLine[];
}

/** Indexes point into the items. */
export interface SampleLine {
	readonly itemIndex: number;
	readonly kitIndex: number | null;
	readonly dueOn: LocalDate;
	readonly extended: number;
	/** ms UTC; null: still out. */
	readonly returnedAt: number | null;
	/** Those that did not come back with it. */
	readonly missing: readonly string[];
}

const DAYS = 330;
const USUAL_DAYS = 14;
/** Some of what went out in these days has not come back, although it is due. */
const FORGOTTEN_DAYS = 45;
const OPENS = 10 * 60;
const CLOSES = 17 * 60;

export function inventLoans(
	dice: Dice,
	items: readonly SampleItem[],
	borrowers: readonly SampleBorrower[],
	today: LocalDate,
): SampleLoan[] {
	const loans: SampleLoan[] = [];
	/** First day each item can go out again. */
	const freeFrom = items.map(() => '0000-00-00');
	const partOf = new Map(items.flatMap((item, kit) => item.partIndexes.map((part) => [part, kit] as const)));
	const unitOf = (index: number): number[] => [index, ...(items[index]?.partIndexes ?? [])];

	for (let day = addDays(today, -DAYS); day <= today; day = addDays(day, 1)) {
		if (!isWorkingDay(day)) continue;
		for (let times = dice.whole(1, 6); times > 0; times--) {
			const index = dice.whole(0, items.length - 1);
			const item = items[index];
			const isFree = unitOf(index).every((part) => (freeFrom[part] ?? '') <= day);
			if (!item || !isFree || partOf.has(index) || !isLendable(items, unitOf(index), day, today)) continue;
			const loan = inventLoan(dice, items, index, dice.pick(lending(borrowers)), day, today);
			loans.push(loan);
			const back = loan.lines[0]?.returnedAt;
			const free = back == null ? '9999-12-31' : addDays(new Date(back).toISOString().slice(0, 10) as LocalDate, 1);
			for (const part of unitOf(index)) freeFrom[part] = free;
		}
	}
	return loans;
}

/** Whoever is blocked has borrowed nothing since. */
const lending = (borrowers: readonly SampleBorrower[]): number[] =>
	borrowers.flatMap(({ blockedReason }, index) => (blockedReason === null ? [index] : []));

/** Nothing of it is overdue for its test, broken or gone; what is so today was lent before. */
function isLendable(items: readonly SampleItem[], unit: readonly number[], day: LocalDate, today: LocalDate): boolean {
	const isLongAgo = day < addDays(today, -60);
	return unit.every((index) => {
		const item = items[index];
		return item !== undefined && (item.state === 'active' ? (item.testedUntil ?? '9999') >= today : isLongAgo);
	});
}

function inventLoan(
	dice: Dice,
	items: readonly SampleItem[],
	index: number,
	borrowerIndex: number,
	day: LocalDate,
	today: LocalDate,
): SampleLoan {
	const item = items[index];
	const isInHouse = item?.inHouseOnly === true || dice.chance(0.15);
	const minutes = dice.whole(OPENS, CLOSES - 120);
	const dueOn = isInHouse ? day : workingDayFrom(addDays(day, item?.loanDays ?? USUAL_DAYS));
	const returnedOn = isInHouse ? day : workingDayFrom(addDays(dueOn, lateness(dice)));
	const isForgotten = dueOn < today && day >= addDays(today, -FORGOTTEN_DAYS) && dice.chance(0.12);
	const isOut = isInHouse ? day === today : returnedOn >= today || isForgotten;
	const returnedAt = isOut
		? null
		: berlinInstant(returnedOn, isInHouse ? dice.whole(minutes + 30, CLOSES) : dice.whole(OPENS, CLOSES));
	// Only of what has come back does anybody know that something is missing, and of what is in use since it was found.
	const line = (itemIndex: number, kitIndex: number | null): SampleLine => ({
		itemIndex,
		kitIndex,
		dueOn,
		extended: 0,
		returnedAt,
		missing: returnedAt !== null && dice.chance(0.03) ? (items[itemIndex]?.accessories ?? []).slice(-1) : [],
	});
	return {
		borrowerIndex,
		kind: isInHouse ? 'in_house' : 'take_home',
		issuedAt: berlinInstant(day, minutes),
		depositCents: isInHouse ? 0 : (item?.depositCents ?? 0),
		lines: [line(index, null), ...(item?.partIndexes ?? []).map((part) => line(part, index))],
	};
}

/** Days after the due day; negative: earlier. */
function lateness(dice: Dice): number {
	return dice.weighted([
		[-dice.whole(1, 9), 60],
		[0, 22],
		[dice.whole(1, 6), 12],
		[dice.whole(7, 30), 6],
	]);
}
