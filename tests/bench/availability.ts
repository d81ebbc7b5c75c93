import { join } from 'node:path';
import { namesOfBorrowers } from '#main/features/borrowers/queries.ts';
import { itemsWithKin } from '#main/features/inventory/queries.ts';
import { itemKind } from '#main/features/inventory/records.ts';
import { unusableDays } from '#main/features/inventory/unusable-days.ts';
import { spansSince } from '#main/features/lending/line-queries.ts';
import { createFacts } from '#main/features/reservations/facts.ts';
import { systemClock } from '#main/platform/environment.ts';
import { historyOf } from '#main/records/history.ts';
import type { Session } from '#main/vaults/session.ts';
import { isFreeOn } from '#shared/features/reservations/availability.ts';
import { openingOf } from '#shared/features/site/opening.ts';
import { USUAL_HOURS } from '#shared/features/site/opening-hours.ts';
import { instantOf } from '#shared/kernel/berlin-time.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import { addDays, localDateOf } from '#shared/kernel/local-date.ts';
import { lentWorkshop } from './lent-workshop.ts';
import { percentile, timesOf } from './measure.ts';
import { type Line, ms } from './report.ts';

/** What the overview of many items over weeks asks for: from the database to every single day of every item. */
const ASKED = 500;
const DAYS = 60;
const CALLS = 60;

export async function availabilityOfMany(folder: string): Promise<Line[]> {
	const { vault, items, today } = lentWorkshop(join(folder, 'Werkstatt.db'));
	const opening = openingOf(USUAL_HOURS);
	const facts = createFacts({
		clock: systemClock,
		holdDays: () => 7,
		opening: () => opening,
		itemsWithKin: (_session, ids) => itemsWithKin(vault.reader, ids),
		unusableDays: (_session, id, day) => unusableDays(historyOf(vault.file, itemKind, id), day),
		borrowerNames: (_session, ids) => namesOfBorrowers(vault.reader, ids),
		lentDays: (_session, ids, from) =>
			spansSince(vault.reader, instantOf(from, '00:00'), ids).map(({ issuedAt, returnedAt, ...span }) => ({
				...span,
				from: localDateOf(issuedAt),
				returnedOn: returnedAt === null ? null : localDateOf(returnedAt),
			})),
	});
	const session = { vault: () => vault } as unknown as Session;
	const days = Array.from({ length: DAYS }, (_, ahead) => addDays(today, ahead));
	const freeDays = (asked: readonly ItemId[]): number => {
		const takenOf = facts.availability(session, asked);
		let free = 0;
		for (const id of asked) {
			const taken = takenOf(id);
			for (const day of days) if (isFreeOn(taken, day)) free += 1;
		}
		return free;
	};
	const slice = (at: number) => Array.from({ length: ASKED }, (_, nth) => items[(at * 331 + nth) % items.length] as ItemId);
	const free = freeDays(slice(0));
	// A workshop where everything or nothing is free would measure nothing.
	if (free < ASKED * DAYS * 0.2 || free > ASKED * DAYS * 0.95) throw new Error(`${free} of ${ASKED * DAYS} days are free`);
	await timesOf(10, (at) => freeDays(slice(at)));
	const times = await timesOf(CALLS, (at) => freeDays(slice(at)));
	vault.close();
	const p95 = percentile(times, 95);
	return [
		{
			what: `availability of ${ASKED} of 10,000 items over ${DAYS} days, 100,000 loans`,
			measured: `p50 ${ms(percentile(times, 50))}, p95 ${ms(p95)}`,
			compared: '',
			ratio: '',
			target: 'p95 ≤ 30 ms',
			met: p95 <= 30,
		},
	];
}
