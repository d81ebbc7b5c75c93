import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { daysBetween, LocalDate } from '#shared/kernel/local-date.ts';
import { Duty, DutyChange } from './model.ts';

export const rota = {
	/** By day; who was put down first comes first. */
	duties: procedure
		.input(
			z
				.object({ from: LocalDate, until: LocalDate })
				.refine(({ from, until }) => from <= until && daysBetween(from, until) <= 100),
		)
		.output(z.array(Duty)),
	/**
	 * Everybody puts themselves in or out, coordination anybody. Gives what was not so before: undo is the other way round.
	 * NOT_FOUND: somebody is not there (any more).
	 */
	change: procedure
		.input(DutyChange)
		.output(DutyChange)
		.errors({
			/** The house does not open that day. */
			HOUSE_CLOSED: { status: 409 },
			PAST: { status: 409 },
		}),
	/**
	 * Puts down for this week who had the duties in the week before, on days that are to come, are open and have nobody;
	 * whoever is away or has left is not put down. Gives who was.
	 */
	copyWeek: procedure.input(z.object({ monday: LocalDate })).output(z.object({ come: z.array(Duty) })),
};
