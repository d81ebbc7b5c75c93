import type { StepDone } from '#shared/features/lending/model.ts';
import type { LoanId } from '#shared/kernel/ids.ts';

/** What is to be given back after a return. Only where a loan is over: until then the deposit stays for what is still out. */
export function depositsToGive(returned: StepDone['returned']): { loanId: LoanId; cents: number }[] {
	const held = new Map(returned.filter(({ closesLoan }) => closesLoan).map((line) => [line.loanId, line.depositHeldCents]));
	return [...held].flatMap(([loanId, cents]) => (cents > 0 ? [{ loanId, cents }] : []));
}
