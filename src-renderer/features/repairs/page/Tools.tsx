import { Alert, Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EVERYTHING } from '#renderer/features/inventory/all-items.ts';
import { obstacleTexts, sentenceOf } from '#renderer/features/lending/obstacle-sentences.ts';
import { formatTime } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { useScanner } from '#renderer/ui/scanner/useScanner.ts';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { stillFitting } from '#renderer/ui/still-fitting.ts';
import type { Repair } from '#shared/features/repairs/model.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import { VisitorField } from '../intake/VisitorField.tsx';
import classes from '../Repair.module.css';
import { ToolOut } from './ToolOut.tsx';
import { pageTexts } from './texts.ts';
import { useTools } from './useTools.ts';

/** Tools that are used here for this repair: out by a scan or a search, and back by a scan or a click. */
export function Tools({ repair }: { repair: Repair }) {
	const t = useTexts(pageTexts);
	const obstacleWords = useTexts(obstacleTexts);
	const tools = useTools(repair);
	const { lines, borrower, refused } = tools;
	const [typedFor, setTypedFor] = useState('');
	const [reason, setReason] = useState('');
	useScanner(true, false, (code) => tools.scan(code));
	const out = lines.filter(({ returnedAt }) => returnedAt === null);
	const back = lines.filter(({ returnedAt }) => returnedAt !== null);
	return (
		<Section title={t.tools} description={t.toolsWords}>
			{out.length === 0 && <p className={classes.quiet}>{t.noTools}</p>}
			<ul className={classes.rows}>
				{out.map((line) => (
					<ToolOut key={line.id} line={line} onBack={() => void tools.takeBack(line)} />
				))}
				{back.map((line) => (
					<li key={line.id} className={classes.quiet}>
						<span>
							{line.itemNumber} {line.itemName}
						</span>
						<span className={classes.side}>{t.toolBack(formatTime(line.returnedAt ?? 0))}</span>
					</li>
				))}
			</ul>
			<Stack gap="xs">
				<VisitorField
					label={t.toolFor}
					onlyCards
					visitor={typedFor}
					borrower={borrower}
					onChange={(chosen) => {
						setTypedFor(chosen.visitor);
						tools.setBorrower(chosen.borrower);
					}}
				/>
				<ToolField onChoose={(id) => void tools.lend(id, null)} />
				{refused && (
					<Alert color="clay" role="alert">
						<Stack gap="xs">
							{refused.obstacles.map(({ code, detail }) => (
								<span key={code + detail}>{sentenceOf(obstacleWords, { code, detail })}</span>
							))}
							{refused.obstacles.every(({ weight }) => weight !== 'forbids') && (
								<Group gap="xs" align="flex-end">
									<TextInput
										label={t.reason}
										maxLength={200}
										value={reason}
										onChange={(event) => setReason(event.currentTarget.value)}
										flex={1}
									/>
									<Button
										variant="default"
										disabled={reason.trim() === ''}
										onClick={() => {
											void tools.lend(refused.itemId, reason);
											setReason('');
										}}
									>
										{t.anyway}
									</Button>
								</Group>
							)}
						</Stack>
					</Alert>
				)}
			</Stack>
		</Section>
	);
}

function ToolField({ onChoose }: { onChoose(id: ItemId): void }) {
	const t = useTexts(pageTexts);
	const [typed, setTyped] = useState('');
	const [text] = useDebouncedValue(typed.trim(), 120);
	const found = useQuery({
		...api.inventory.list.queryOptions({ input: { ...EVERYTHING, text, offset: 0, limit: 12 } }),
		enabled: text !== '',
		placeholderData: (before) => before,
	});
	const rows = (text === '' ? [] : (found.data?.rows ?? [])).map((row) => ({
		value: row.id as string,
		label: [row.number, row.name, row.maker, row.type].filter(Boolean).join(' '),
	}));
	return (
		<Select
			{...scrollingOptions}
			label={t.tool}
			placeholder={t.toolHint}
			searchable
			value={null}
			searchValue={typed}
			onSearchChange={setTyped}
			data={stillFitting(rows, typed, typed.trim() !== text || found.isPlaceholderData)}
			filter={({ options }) => options}
			nothingFoundMessage={typed.trim() === '' ? undefined : t.noTool}
			onChange={(id) => {
				if (id === null) return;
				setTyped('');
				onChoose(id as ItemId);
			}}
		/>
	);
}
