import { Button, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { showError } from '#renderer/ui/undo-toast.tsx';
import type { Repair, RepairVisit } from '#shared/features/repairs/model.ts';
import type { RepairId } from '#shared/kernel/ids.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import classes from '../Repair.module.css';
import { refreshRepairs } from '../refresh-repairs.ts';
import { texts } from '../texts.ts';
import { pageTexts } from './texts.ts';

/** The same thing, another day: linked both ways. */
export function Visits({ repair }: { repair: Repair }) {
	const t = useTexts(pageTexts);
	const { id, before, after } = repair;
	const link = (followUpOf: RepairId | null) =>
		client.repairs.update({ id, changes: { followUpOf } }).then(refreshRepairs, showError);
	return (
		<Section title={t.visits}>
			{before !== null && (
				<>
					<Visit label={t.before} visit={before} />
					<Button variant="subtle" size="compact-md" onClick={() => void link(null)}>
						{t.unlink}
					</Button>
				</>
			)}
			{after.map((visit) => (
				<Visit key={visit.id} label={t.after} visit={visit} />
			))}
			{before === null && <EarlierVisit of={repair} onChoose={(chosen) => void link(chosen)} />}
			<Button variant="default" renderRoot={(props) => <Link to="/reparaturen/annahme" search={{ folge: id }} {...props} />}>
				{t.again}
			</Button>
		</Section>
	);
}

function Visit({ label, visit: { id, number, day, item, stage, result } }: { label: string; visit: RepairVisit }) {
	const words = useTexts(texts);
	return (
		<p className={classes.visit}>
			<span className={classes.quiet}>{label}: </span>
			<Link to="/reparaturen/$id" params={{ id }}>
				{number} {item}
			</Link>
			, {formatLocalDate(day)}, {result === null ? words.stage[stage] : words.result[result]}
		</p>
	);
}

function EarlierVisit({ of: { id, day }, onChoose }: { of: Repair; onChoose(id: RepairId): void }) {
	const t = useTexts(pageTexts);
	const [typed, setTyped] = useState('');
	const [text] = useDebouncedValue(typed.trim(), 150);
	const found = useQuery({
		...api.repairs.list.queryOptions({
			input: { text, filter: 'all', borrowerId: null, sort: { by: 'day', descending: true }, offset: 0, limit: 12 },
		}),
		enabled: text !== '',
		placeholderData: (before) => before,
	});
	const rows = (text === '' ? [] : (found.data?.rows ?? [])).filter((row) => row.id !== id && row.day <= day);
	return (
		<Select
			label={t.link}
			placeholder={t.linkHint}
			searchable
			value={null}
			searchValue={typed}
			onSearchChange={setTyped}
			data={rows.map((row) => ({
				value: row.id as string,
				label: [`${row.number} ${row.item}`, formatLocalDate(row.day), row.visitor].filter(Boolean).join(' · '),
			}))}
			filter={({ options }) => options}
			nothingFoundMessage={typed.trim() === '' ? undefined : t.linkNone}
			onChange={(chosen) => chosen !== null && onChoose(chosen as RepairId)}
		/>
	);
}
