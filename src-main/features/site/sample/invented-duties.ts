import type { Duty } from '#shared/features/rota/model.ts';
import { addDays, type LocalDate, mondayOf } from '#shared/kernel/local-date.ts';

/** Who opens and closes the invented house in this week and the next; some shifts have nobody yet. */
export type SampleDuty = Omit<Duty, 'memberId'> & { readonly memberIndex: number };

const [MIRIAM, TOMASZ, LEYLA, HORST, PETRA] = [0, 1, 2, 3, 4];

/** Monday first; the other of the two weeks has only the first days. */
const WEEK: readonly (readonly [opens: readonly number[], closes: readonly number[]])[] = [
	[[PETRA], [LEYLA]],
	[[HORST], [MIRIAM]],
	[[LEYLA], [HORST, PETRA]],
	[[TOMASZ], []],
	[[], [MIRIAM]],
];
const PLANNED_NEXT = 2;

export function inventDuties(today: LocalDate): SampleDuty[] {
	const monday = mondayOf(today);
	const dutiesOn = (day: LocalDate, at: number): SampleDuty[] => {
		const [opens = [], closes = []] = WEEK[at] ?? [];
		return [
			...opens.map((memberIndex): SampleDuty => ({ day, kind: 'open', memberIndex })),
			...closes.map((memberIndex): SampleDuty => ({ day, kind: 'close', memberIndex })),
		];
	};
	return WEEK.flatMap((_, at) => [
		...dutiesOn(addDays(monday, at), at),
		...(at < PLANNED_NEXT ? dutiesOn(addDays(monday, at + 7), at) : []),
	]);
}
