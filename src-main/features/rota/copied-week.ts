import { type Duty, DutyKind } from '#shared/features/rota/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { addDays, type LocalDate, weekFrom } from '#shared/kernel/local-date.ts';

export interface Week {
	readonly monday: LocalDate;
	/** Of this week and the one before. */
	readonly duties: readonly Duty[];
	isOpen(day: LocalDate): boolean;
	/** Still works here and is not away. */
	isThere(memberId: MemberId, day: LocalDate): boolean;
}

/** Duties of the week before for those of this week that nobody has yet. Pure. */
export function copiedWeek({ monday, duties, isOpen, isThere }: Week): Duty[] {
	const on = (day: LocalDate, kind: DutyKind) => duties.filter((one) => one.day === day && one.kind === kind);
	return weekFrom(monday)
		.filter(isOpen)
		.flatMap((day) =>
			DutyKind.options
				.filter((kind) => on(day, kind).length === 0)
				.flatMap((kind) => on(addDays(day, -7), kind))
				.filter(({ memberId }) => isThere(memberId, day))
				.map((one) => ({ ...one, day })),
		);
}
