import { bundleKits } from '#shared/features/lending/kit-lines.ts';
import type { LoanLine } from '#shared/features/lending/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

export interface ContractRow {
	readonly id: string;
	readonly number: string;
	readonly name: string;
	readonly accessories: readonly string[];
	readonly condition: string | null;
	readonly dueOn: LocalDate;
	/** Of the kit above it. */
	readonly isPart: boolean;
}

/** What the contract lists: everything that really went out with this loan, a kit's parts after the kit. */
export function contractRows(lines: readonly LoanLine[]): ContractRow[] {
	const rowOf = (line: LoanLine, isPart: boolean): ContractRow => ({
		id: line.id,
		number: line.itemNumber,
		name: line.itemName,
		accessories: line.accessoriesOut,
		condition: line.conditionOut,
		dueOn: line.dueOn,
		isPart,
	});
	return bundleKits(lines.filter(({ outcome }) => outcome !== 'double')).flatMap(({ line, parts }) => [
		rowOf(line, false),
		...parts.map((part) => rowOf(part, true)),
	]);
}
