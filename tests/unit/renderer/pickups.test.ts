import { expect, test } from 'vitest';
import { pickupsOf } from '#renderer/features/today/pickups-of.ts';
import type { Hold, ReservationRow } from '#shared/features/reservations/model.ts';
import type { BorrowerId, HoldId, ItemId, ReservationId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

const TODAY = '2026-11-30' as LocalDate;
const day = (text: string) => text as LocalDate;

const item = (name: string) => ({
	itemId: name as ItemId,
	itemNumber: 'WZ-1',
	itemName: name,
	borrowerId: 'borrower' as BorrowerId,
	borrowerName: 'Ada Muster',
	createdAt: 0,
});
const reserved = (name: string, from: string, until: string, state: ReservationRow['state'] = 'open'): ReservationRow => ({
	...item(name),
	id: name as ReservationId,
	fromOn: day(from),
	untilOn: day(until),
	note: null,
	reason: null,
	state,
	loanId: null,
	cancelNote: null,
	conflicts: [],
});
const hold = (name: string, state: Hold['state'], until: string | null): Hold => ({
	...item(name),
	id: name as HoldId,
	place: 1,
	state,
	until: until === null ? null : day(until),
});

test('what lies ready comes first, then what is reserved from today on; what is to come or over is left out', () => {
	const found = pickupsOf(
		[
			reserved('today', '2026-11-30', '2026-12-04'),
			reserved('since Friday', '2026-11-27', '2026-12-04'),
			reserved('tomorrow', '2026-12-01', '2026-12-04'),
			reserved('nobody came', '2026-11-20', '2026-11-29'),
			reserved('collected', '2026-11-30', '2026-12-04', 'collected'),
		],
		[hold('ready long', 'ready', '2026-12-07'), hold('ready short', 'ready', '2026-12-01'), hold('waits', 'waiting', null)],
		TODAY,
	);
	expect(found.map(({ itemName, kind }) => [itemName, kind])).toEqual([
		['ready short', 'held'],
		['ready long', 'held'],
		['since Friday', 'reserved'],
		['today', 'reserved'],
	]);
});
