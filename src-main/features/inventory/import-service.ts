import type {
	ItemDecision,
	ItemImportOptions,
	ItemImportPreview,
	ItemImportReport,
	ItemTarget,
} from '#shared/features/inventory/import-model.ts';
import type { Clock } from '#shared/kernel/environment.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { readTable, type TableProblem } from '../../import/read-table.ts';
import { columnsOf, knownMapping, rememberMapping, runSteps } from '../../import/table-import.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { guessMapping } from './import/guess-mapping.ts';
import { planImport } from './import/plan-import.ts';
import { previewRows } from './import/preview-rows.ts';
import { allItems, numbersGiven } from './queries.ts';
import type { InventoryService } from './service.ts';

/** Import of an office's tool list: the preview decides nothing, the run writes exactly what the preview showed. */
export interface ItemImportService {
	preview(session: Session, options: ItemImportOptions): Result<ItemImportPreview, TableProblem>;
	run(
		session: Session,
		options: ItemImportOptions & { decisions: readonly { line: number; decision: ItemDecision }[] },
		report: (progress: { step: string; done: number; total: number; report: ItemImportReport | null }) => void,
		isCancelled: () => boolean,
	): Promise<Result<void, TableProblem>>;
}

export function createItemImportService({
	clock,
	inventory,
}: {
	clock: Clock;
	inventory: Pick<InventoryService, 'create' | 'update'>;
}): ItemImportService {
	function read(session: Session, options: ItemImportOptions) {
		const table = readTable(new Uint8Array(Buffer.from(options.content, 'base64')), options);
		if (!table.ok) return table;
		const vault = openVaultOf(session, 'workshop');
		const mapping: readonly ItemTarget[] = knownMapping(vault, table.value, options.mapping) ?? guessMapping(table.value);
		const items = allItems(vault.reader);
		const removedNumbers = numbersGiven(vault.reader).flatMap(({ number, isRemoved }) => (isRemoved ? [number] : []));
		const previewed = previewRows(table.value, mapping, { today: localDateOf(clock.now()), items, removedNumbers });
		return ok({ vault, table: table.value, mapping, items, previewed });
	}

	return {
		preview(session, options) {
			const result = read(session, options);
			if (!result.ok) return err(result.error);
			const { table, mapping, previewed } = result.value;
			const { encoding, separator } = table;
			return ok({ encoding, separator, columns: columnsOf(table, mapping), rows: previewed.rows });
		},
		async run(session, options, report, isCancelled) {
			const result = read(session, options);
			if (!result.ok) return err(result.error);
			const { vault, table, mapping, items, previewed } = result.value;
			rememberMapping(vault, table, mapping);
			const decisions = new Map(options.decisions.map(({ line, decision }) => [line, decision]));
			const plan = planImport(previewed, decisions, items);
			const count = { created: 0, filled: 0, skipped: plan.skipped, unchanged: plan.unchanged };
			const steps = [
				...plan.create.map(({ item, number }) => () => {
					const created = inventory.create(session, { ...item, number });
					// Somebody else gave that number while this was running.
					if (!created.ok) inventory.create(session, { ...item, number: null });
					count.created += 1;
				}),
				...plan.fill.map(({ id, changes }) => () => {
					if (inventory.update(session, id, changes).ok) count.filled += 1;
				}),
			];
			const tell = (done: number) => report({ step: 'items', done, total: steps.length, report: null });
			await runSteps(vault, steps, tell, isCancelled);
			report({ step: 'items', done: steps.length, total: steps.length, report: count });
			return ok(undefined);
		},
	};
}
