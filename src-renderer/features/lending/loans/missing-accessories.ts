import { without } from '#shared/features/inventory/accessories.ts';
import type { LoanLine } from '#shared/features/lending/model.ts';

/** What went out with a line and did not come back with it; each as often as it is missing. Nothing while it is out. */
export const missingOf = ({ outcome, accessoriesOut, accessoriesIn }: LoanLine): string[] =>
	outcome === 'returned' ? without(accessoriesOut, accessoriesIn) : [];
