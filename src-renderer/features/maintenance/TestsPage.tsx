import { Button, Checkbox, Select, Skeleton } from '@mantine/core';
import { IconCertificate, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { allItems, EVERYTHING } from '#renderer/features/inventory/all-items.ts';
import { InventoryTabs } from '#renderer/features/inventory/InventoryTabs.tsx';
import { RecordTests } from '#renderer/features/inventory/RecordTests.tsx';
import { TestDue } from '#renderer/features/inventory/TestDue.tsx';
import { useSession } from '#renderer/features/members/session.ts';
import { formatMonth } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { PrintedOnly } from '#renderer/print/PrintSheet.tsx';
import { TestListSheet } from '#renderer/print/TestListSheet.tsx';
import { api } from '#renderer/rpc/api.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useStickyState } from '#renderer/ui/list/listMemory.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { ItemId } from '#shared/kernel/ids.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { byMonth, type Horizon, type Month } from './tests/months.ts';
import classes from './tests/Tests.module.css';
import { testTexts } from './tests/texts.ts';

const TESTED = { ...EVERYTHING, filter: 'tested', sort: { by: 'testedUntil', descending: false } } as const;

/** Electrical tests by the month they end in: to plan a visit, print its list, and enter it afterwards. */
export function TestsPage() {
	const t = useTexts(testTexts);
	const { profile } = useSession();
	const [horizon, setHorizon] = useStickyState<Horizon>('tests.horizon', 'quarter');
	const [ticked, setTicked] = useState<ReadonlySet<ItemId>>(new Set());
	const [entering, setEntering] = useState(false);
	// Under the key of the inventory's lists, so that it is fetched again when an item changes.
	const found = useQuery({ queryKey: [...api.inventory.list.key(), 'tested'], queryFn: () => allItems(TESTED) });
	const today = localDateOf(Date.now());
	const months = byMonth(found.data ?? [], horizon, today);
	const rows = months.flatMap((month) => month.rows);
	// What is not shown any more is not ticked either.
	const chosen = rows.filter(({ id }) => ticked.has(id));
	const overdue = months.find(({ key }) => key === 'overdue')?.rows.length ?? 0;
	const toggle = (ids: readonly ItemId[], on: boolean) => {
		const next = new Set(ticked);
		for (const id of ids) {
			if (on) next.add(id);
			else next.delete(id);
		}
		setTicked(next);
	};
	const nameOf = ({ key }: Month) => (key === 'overdue' ? t.overdue : `${formatMonth(key)} ${key.slice(0, 4)}`);
	return (
		<Page>
			<InventoryTabs />
			<PageHeader
				title={t.title}
				subtitle={found.data && rows.length > 0 ? t.intro(rows.length, overdue) : undefined}
				actions={
					rows.length > 0 && (
						<Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
							{t.print}
						</Button>
					)
				}
			/>
			<Select
				label={t.until}
				data={Object.entries(t.horizon).map(([value, label]) => ({ value, label }))}
				value={horizon}
				onChange={(value) => setHorizon((value ?? 'quarter') as Horizon)}
				allowDeselect={false}
				w="18rem"
			/>
			<ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
			{found.isPending && <Skeleton height={240} />}
			{found.data && rows.length === 0 && (
				<EmptyState icon={<IconCertificate size={26} />} title={t.emptyTitle}>
					{t.emptyWords}
				</EmptyState>
			)}
			{rows.length > 0 && (
				<div className={classes.bar}>
					<strong role="status">{chosen.length === 0 ? t.noneChosen : t.chosen(chosen.length)}</strong>
					<Button
						size="sm"
						variant="default"
						onClick={() =>
							toggle(
								rows.map(({ id }) => id),
								chosen.length < rows.length,
							)
						}
					>
						{chosen.length < rows.length ? t.chooseAll : t.chooseNone}
					</Button>
					<Button
						size="sm"
						disabled={chosen.length === 0}
						leftSection={<IconCertificate size={18} aria-hidden />}
						onClick={() => setEntering(true)}
					>
						{t.enter}
					</Button>
				</div>
			)}
			{months.map((month) => (
				<MonthSection key={month.key} month={month} name={nameOf(month)} ticked={ticked} onToggle={toggle} />
			))}
			{entering && (
				<RecordTests ids={chosen.map(({ id }) => id)} onClose={() => setEntering(false)} onDone={() => setTicked(new Set())} />
			)}
			{rows.length > 0 && (
				<PrintedOnly>{() => <TestListSheet rows={chosen.length > 0 ? chosen : rows} profile={profile} />}</PrintedOnly>
			)}
		</Page>
	);
}

interface MonthSectionProps {
	month: Month;
	name: string;
	ticked: ReadonlySet<ItemId>;
	onToggle(ids: readonly ItemId[], on: boolean): void;
}

function MonthSection({ month: { rows }, name, ticked, onToggle }: MonthSectionProps) {
	const t = useTexts(testTexts);
	const count = rows.filter(({ id }) => ticked.has(id)).length;
	return (
		<Section title={t.group(name, rows.length)}>
			<table className={classes.table}>
				<thead>
					<tr>
						<th scope="col" className={classes.tick}>
							<Checkbox
								aria-label={t.choose(name)}
								checked={count === rows.length}
								indeterminate={count > 0 && count < rows.length}
								onChange={(event) =>
									onToggle(
										rows.map(({ id }) => id),
										event.currentTarget.checked,
									)
								}
							/>
						</th>
						<th scope="col" className={classes.number}>
							{t.number}
						</th>
						<th scope="col">{t.device}</th>
						<th scope="col" className={classes.place}>
							{t.place}
						</th>
						<th scope="col" className={classes.day}>
							{t.validUntil}
						</th>
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr key={row.id}>
							<td className={classes.tick}>
								<Checkbox
									aria-label={t.chooseItem(`${row.number} ${row.name}`)}
									checked={ticked.has(row.id)}
									onChange={(event) => onToggle([row.id], event.currentTarget.checked)}
								/>
							</td>
							<td className={classes.number}>{row.number}</td>
							<td>
								<Link to="/inventar/$id" params={{ id: row.id }}>
									{row.name}
								</Link>
							</td>
							<td className={classes.place}>{row.location ?? t.noLocation}</td>
							<td className={classes.day}>
								<TestDue testedUntil={row.testedUntil} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</Section>
	);
}
