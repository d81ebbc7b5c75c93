import type { z } from 'zod';
import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import type { LoanList } from '#shared/features/lending/contract.ts';

export type LoanFilter = z.infer<typeof LoanList>['filter'];

/** Which loans the list shows; whoever leads there from elsewhere sets it first. */
export const useLoanFilter = () => useStickyState<LoanFilter>('loans.filter', 'open');
