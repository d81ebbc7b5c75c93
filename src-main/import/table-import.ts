import type { OpenVault } from '../vaults/open-vault.ts';
import type { Table } from './read-table.ts';

/** What every import of a table does alike: its columns, the mapping that is remembered, writing in groups. */

/** The columns as the preview shows them. */
export function columnsOf<Target extends string>(
	table: Table,
	mapping: readonly Target[],
): { heading: string; examples: string[]; target: Target | 'ignore' }[] {
	return table.headings.map((heading, at) => ({
		heading,
		examples: examplesOf(table, at),
		target: mapping[at] ?? 'ignore',
	}));
}

function examplesOf(table: Table, column: number): string[] {
	const cells = table.rows.map((row) => (row.cells[column] ?? '').trim()).filter((cell) => cell !== '');
	return [...new Set(cells)].slice(0, 3);
}

/** The mapping that was wanted, or used for these headings last time; null: guess. */
export function knownMapping<Target extends string>(
	vault: OpenVault,
	table: Table,
	wanted: readonly Target[] | null,
): readonly Target[] | null {
	if (wanted && wanted.length === table.headings.length) return wanted;
	const remembered = vault.settings.get(mappingKey(table));
	return remembered === null ? null : JSON.parse(remembered);
}

/** It says nothing about anybody; it stays on this device, in the vault that the list goes into. */
export function rememberMapping(vault: OpenVault, table: Table, mapping: readonly string[]): void {
	vault.settings.set(mappingKey(table), JSON.stringify(mapping));
}

const mappingKey = (table: Table): string => `import:${JSON.stringify(table.headings)}`;

/** Records are written in groups of this size, one commit each; in between the screen is answered. */
const STEPS_PER_COMMIT = 100;

/** Stops between two groups when cancelled. */
export async function runSteps(
	vault: OpenVault,
	steps: readonly (() => void)[],
	report: (done: number) => void,
	isCancelled: () => boolean,
): Promise<void> {
	for (let at = 0; at < steps.length && !isCancelled(); at += STEPS_PER_COMMIT) {
		vault.store.atomically(() => {
			for (const step of steps.slice(at, at + STEPS_PER_COMMIT)) step();
		});
		report(Math.min(steps.length, at + STEPS_PER_COMMIT));
		// Lets other work have its turn.
		await new Promise<void>((resolve) => setImmediate(resolve));
	}
}
