import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { BorrowerId, SignInId } from '#shared/kernel/ids.ts';
import { daysBetween, LocalDate } from '#shared/kernel/local-date.ts';
import { Building, SignIn, SignInFigures, SignInRules } from './model.ts';

const Span = z
	.object({ from: LocalDate, until: LocalDate })
	.refine(({ from, until }) => from <= until && daysBetween(from, until) <= 1200);

export const signIns = {
	/** Of this day, the latest first. */
	ofDay: procedure.input(z.object({ day: LocalDate })).output(z.array(SignIn)),
	/** Now; by name, as people sort, and those without one last. */
	building: procedure.output(Building),
	/** Somebody says which borrower it is; null: takes that back. What is on a card needs no saying. */
	match: procedure.input(z.object({ id: SignInId, borrowerId: BorrowerId.nullable() })).output(z.void()),
	/** They left without saying so at the kiosk, or under another name; false takes that back. */
	setLeft: procedure.input(z.object({ id: SignInId, hasLeft: z.boolean() })).output(z.void()),
	/** Without names; small numbers are not told. */
	figures: procedure.input(Span).output(z.array(SignInFigures)),
	exportCsv: procedure.input(Span).output(z.object({ fileName: z.string(), text: z.string() })),
	rules: procedure.output(SignInRules),
	saveRules: procedure.input(SignInRules).output(z.void()),
};
