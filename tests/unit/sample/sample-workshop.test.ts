import { describe, expect, test } from 'vitest';
import { sampleOffice } from '#main/features/site/sample/sample-office.ts';
import { BorrowerFields } from '#shared/features/borrowers/model.ts';
import { DamageFields } from '#shared/features/maintenance/model.ts';
import { ReservationFields } from '#shared/features/reservations/model.ts';
import { instantOf } from '#shared/kernel/berlin-time.ts';
import { addDays, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';

const SOME_ID = '0198c0de-0000-7000-8000-000000000000';

describe.each([
	[2026, '2026-11-25' as LocalDate],
	[2026, '2027-02-28' as LocalDate],
	[42, '2027-01-01' as LocalDate],
	[7, '2024-02-29' as LocalDate],
])('the workshop of seed %i on %s', (seed, today) => {
	const { items, workshop } = sampleOffice(seed, today);
	const { borrowers, loans, damages, reservations, holds } = workshop;
	const lines = loans.flatMap((loan) => loan.lines.map((line) => ({ ...line, ...loan })));
	const out = lines.filter(({ returnedAt }) => returnedAt === null);

	test('is valid by the models', () => {
		for (const { number, blockedReason: _, ...fields } of borrowers) {
			expect(BorrowerFields.parse(fields)).toEqual(fields);
			expect(number).toMatch(/^E-\d{5}$/);
		}
		for (const { itemIndex: _, loanIndex: __, stage: ___, ...fields } of damages)
			DamageFields.parse({ ...fields, itemId: SOME_ID, loanId: null, lineId: null, chargedCents: null, paidOn: null });
		for (const { fromOn, untilOn, note } of reservations) {
			ReservationFields.parse({ borrowerId: SOME_ID, itemId: SOME_ID, fromOn, untilOn, note, reason: null });
			expect(fromOn > today && untilOn > fromOn).toBe(true);
		}
	});

	test('shows what a desk meets: much that came back, some that is out, some of it late', () => {
		expect(loans.length).toBeGreaterThan(150);
		expect(out.length).toBeGreaterThan(5);
		expect(out.filter(({ dueOn }) => dueOn < today).length).toBeGreaterThan(0);
		expect(lines.filter(({ kind }) => kind === 'in_house').length).toBeGreaterThan(10);
		expect(reservations.length).toBeGreaterThan(1);
		expect(holds.length).toBe(1);
		expect(damages.some(({ unusable, stage }) => unusable && stage !== 'fixed')).toBe(true);
	});

	test('nothing is out twice, comes back before it went, or is out although it cannot be', () => {
		const free = new Map<number, number>();
		for (const { itemIndex, issuedAt, returnedAt } of lines) {
			expect(issuedAt).toBeGreaterThan(free.get(itemIndex) ?? 0);
			expect(returnedAt ?? Number.POSITIVE_INFINITY).toBeGreaterThan(issuedAt);
			free.set(itemIndex, returnedAt ?? Number.POSITIVE_INFINITY);
		}
		for (const { itemIndex, kind, borrowerIndex, dueOn, issuedAt } of out) {
			const item = items[itemIndex];
			expect(item?.state).toBe('active');
			expect(kind === 'take_home' && item?.inHouseOnly).toBe(false);
			expect(borrowers[borrowerIndex]?.blockedReason).toBeNull();
			expect(dueOn >= localDateOf(issuedAt)).toBe(true);
		}
		const tomorrow = instantOf(addDays(today, 1), '00:00');
		for (const { issuedAt, returnedAt } of lines) expect(Math.max(issuedAt, returnedAt ?? 0)).toBeLessThan(tomorrow);
	});
});
