import { expect, it } from 'vitest';
import type { OfferId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { createOffer, TUESDAYS } from '#tests/support/offer-plan.ts';
import { joinSite, newSite, office, sync } from '#tests/support/office.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** Two PCs that do the roll call of one session while apart. */

const ruleDay = '2026-03-03' as LocalDate;

it('the same name is one head, heads without a name add up, and who was taken back stays away', async () => {
	const place = office();
	const left = await place.pc('Tresen');
	await newSite(left);
	await left.client.share.connect({ folder: place.share });
	const offerId: OfferId = await createOffer(left, TUESDAYS);
	await sync(left);
	const right = await place.pc('Büro');
	await joinSite(right, place.share);
	const meet = async () => {
		for (const pc of [left, right, left, right]) await sync(pc);
	};
	const mark = ({ client }: TestBackend, names: string[], anonymous: number) =>
		client.attendance.mark({
			...{ offerId, ruleDay, via: 'sheet', anonymous },
			names: names.map((name, at) => ({ name, line: at + 1 })),
		});
	const present = async ({ client }: TestBackend) =>
		(await client.attendance.ofSession({ offerId, ruleDay })).present.map(({ name }) => name ?? '–').sort();

	const here = await mark(left, ['Fatma Fabel', 'Anna K.', 'Anna K. (2)'], 2);
	const there = await mark(right, ['Anna K.', 'fatma fabel', 'Cem'], 3);
	expect([here.ids.length, there.ids.length]).toEqual([5, 6]);
	await meet();
	const names = await present(left);
	expect(await present(right)).toEqual(names);
	expect(names.map((name) => name.toLowerCase())).toEqual([
		...['anna k.', 'anna k. (2)', 'cem', 'fatma fabel'],
		...['–', '–', '–', '–', '–'],
	]);
	const [row] = await right.client.attendance.ofOffer({ offerId });
	expect(row).toMatchObject({ ruleDay, heads: 9, anonymous: 5 });

	// One takes their own entries back, the other has added one more meanwhile.
	await left.client.attendance.unmark({ ids: here.ids });
	await mark(right, ['Dilek'], 1);
	await meet();
	expect(await present(left)).toEqual(await present(right));
	expect(await present(right)).toEqual(['Cem', 'Dilek', '–', '–', '–', '–']);
	// Whoever is ticked off after all is there again, on both.
	await mark(right, ['Fatma Fabel'], 0);
	await meet();
	expect(await present(left)).toContain('Fatma Fabel');
}, 120_000);
