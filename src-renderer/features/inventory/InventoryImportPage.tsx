import { Anchor, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { useProgress } from '#renderer/rpc/useProgress.ts';
import { Counts } from '#renderer/ui/import/Counts.tsx';
import classes from '#renderer/ui/import/Import.module.css';
import { ImportDone } from '#renderer/ui/import/ImportDone.tsx';
import { ImportRows } from '#renderer/ui/import/ImportRows.tsx';
import { ImportSteps } from '#renderer/ui/import/ImportSteps.tsx';
import { useTableImport } from '#renderer/ui/import/useTableImport.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { Progress } from '#shared/contract-base.ts';
import type { ItemDecision, ItemImportReport, ItemImportRow, ItemTarget } from '#shared/features/inventory/import-model.ts';
import { fieldTexts } from './field-texts.ts';
import {
	type Choices,
	choiceOf,
	countsOf,
	type ImportCounts,
	type RowFilter,
	rowsOf,
	withChoice,
	withChoiceForAll,
} from './import/decisions.ts';
import { ItemRowView } from './import/ItemRowView.tsx';
import { texts as importTexts } from './import/texts.ts';
import { texts } from './texts.ts';

const NO_CHOICES: Choices = new Map();

/** From an office's tool list to items: read, look, decide, and only then write. */
export function InventoryImportPage() {
	const t = useTexts(importTexts);
	const { backToList } = useTexts(texts);
	const targets = useTargets();
	const file = useTableImport(client.inventory.previewImport);
	const [choices, setChoices] = useState<Choices>(NO_CHOICES);
	const [filter, setFilter] = useState<RowFilter>('all');
	const [cancelled, setCancelled] = useState(false);
	const [report, setReport] = useState<ItemImportReport | null>(null);
	const importing = useProgress<Progress & { report: ItemImportReport | null }>();
	const { options, table } = file;
	const counts = useMemo(() => countsOf(table?.rows ?? [], choices), [table, choices]);

	const startOver = () => {
		file.forget();
		setChoices(NO_CHOICES);
		setFilter('all');
		setReport(null);
		setCancelled(false);
		importing.clearError();
	};
	const choose = useCallback(
		(row: ItemImportRow, decision: ItemDecision) => setChoices((before) => withChoice(before, row, decision)),
		[],
	);
	const run = async () => {
		if (options === null) return;
		setCancelled(false);
		const decisions = [...choices].map(([line, decision]) => ({ line, decision }));
		const { last } = await importing.run((signal) => client.inventory.runImport({ ...options, decisions }, { signal }));
		void queryClient.invalidateQueries({ queryKey: api.inventory.key() });
		if (last?.report) setReport(last.report);
	};
	const cancel = () => {
		importing.cancel();
		setCancelled(true);
		// What was written before shows up as known rows.
		if (options) void file.read(options);
	};

	return (
		<Page width="wide">
			<div className={classes.page}>
				<PageHeader
					above={<Anchor renderRoot={(props) => <Link to="/inventar" {...props} />}>{backToList}</Anchor>}
					title={t.title}
					subtitle={t.subtitle}
				/>
				<ImportSteps
					file={file}
					onFile={(chosen) => {
						startOver();
						void file.takeFile(chosen);
					}}
					onStartOver={startOver}
					targets={targets}
					onOptions={(change) => {
						if (options === null) return;
						if (change.mapping === null) setChoices(NO_CHOICES);
						setCancelled(false);
						void file.read({ ...options, ...change });
					}}
					counts={
						<Counts
							counts={(Object.keys(t.count) as (keyof ImportCounts)[]).map((key) => ({
								key,
								label: t.count[key],
								value: counts[key],
							}))}
						/>
					}
					rows={
						<ImportRows<ItemImportRow, RowFilter, ItemDecision>
							rows={table?.rows ?? []}
							filters={t.filter}
							rowsOf={rowsOf}
							filter={filter}
							onFilter={setFilter}
							decisions={t.forAll}
							suggested={t.allSuggested}
							onChooseAll={(rows, decision) => setChoices((before) => withChoiceForAll(before, rows, decision))}
						>
							{(row) => <ItemRowView row={row} decision={choiceOf(row, choices)} onChoose={choose} />}
						</ImportRows>
					}
					toImport={counts.create + counts.fill}
					onRun={() => void run()}
					importing={importing}
					runningLabel={t.running}
					onCancel={cancel}
					cancelled={cancelled}
					result={
						report && (
							<ImportDone
								lines={(Object.keys(t.report) as (keyof ItemImportReport)[])
									.filter((key) => report[key] > 0)
									.map((key) => t.report[key](report[key]))}
								action={<Button renderRoot={(props) => <Link to="/inventar" {...props} />}>{t.toInventory}</Button>}
								onAgain={startOver}
							/>
						)
					}
				/>
			</div>
		</Page>
	);
}

/** What a column can become, in the words of the item's fields. */
function useTargets(): Record<ItemTarget, string> {
	const { ignore } = useTexts(importTexts);
	const { field } = useTexts(fieldTexts);
	const { number, name, maker, type, category, serial, location, condition, boughtOn, testedUntil, accessories, remarks } = field;
	return {
		ignore,
		number,
		name,
		maker,
		type,
		category,
		serial,
		location,
		condition,
		boughtOn,
		price: field.priceCents,
		deposit: field.depositCents,
		testedUntil,
		accessories,
		remarks,
	};
}
