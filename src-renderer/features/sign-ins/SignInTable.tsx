import { Button, Table, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { formatTime } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { SignIn } from '#shared/features/sign-ins/model.ts';
import classes from './House.module.css';
import { MatchDialog } from './MatchDialog.tsx';
import { clockWords, whatFor, whoIn } from './sign-in-words.ts';
import { texts } from './texts.ts';

/** Sign-ins and sign-outs, the latest first; names that nobody knows yet can be matched to a borrower. */
export function SignInTable({ entries }: { entries: readonly SignIn[] }) {
	const t = useTexts(texts);
	const [matching, setMatching] = useState<SignIn | null>(null);
	if (entries.length === 0) return <p className={classes.quiet}>{t.empty}</p>;
	return (
		<>
			<Table.ScrollContainer
				minWidth={640}
				scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t.todayTitle, role: 'group' } }}
			>
				<Table verticalSpacing="xs">
					<Table.Thead>
						<Table.Tr>
							<Table.Th>{t.time}</Table.Th>
							<Table.Th>{t.who}</Table.Th>
							<Table.Th>{t.what}</Table.Th>
							<Table.Th>
								<VisuallyHidden>{t.known}</VisuallyHidden>
							</Table.Th>
						</Table.Tr>
					</Table.Thead>
					<Table.Tbody>
						{entries.map((entry) => (
							<Row key={entry.id} entry={entry} onMatch={() => setMatching(entry)} />
						))}
					</Table.Tbody>
				</Table>
			</Table.ScrollContainer>
			{matching && <MatchDialog entry={matching} onClose={() => setMatching(null)} />}
		</>
	);
}

function Row({ entry, onMatch }: { entry: SignIn; onMatch: () => void }) {
	const t = useTexts(texts);
	const clock = clockWords(entry.clockOffMs, t);
	const who = whoIn(entry, t);
	const { borrower } = entry;
	return (
		<Table.Tr>
			<Table.Td className={classes.time ?? ''}>{formatTime(entry.at)}</Table.Td>
			<Table.Td className={classes.who ?? ''}>
				{who}
				{borrower?.knownBy === 'member' && entry.name !== null && entry.name !== borrower.name && (
					<span className={classes.quiet}> „{entry.name}“</span>
				)}
				{borrower?.knownBy === 'card' && <span className={classes.quiet}> {t.byCard}</span>}
				{clock && <span className={classes.warn}>{clock}</span>}
			</Table.Td>
			<Table.Td>{entry.direction === 'out' ? t.out : whatFor(entry, t)}</Table.Td>
			<Table.Td className={classes.actions ?? ''}>
				{entry.name !== null && borrower === null && (
					<Button size="compact-sm" variant="subtle" aria-label={t.matchOf(entry.name)} onClick={onMatch}>
						{t.match}
					</Button>
				)}
				{borrower?.knownBy === 'member' && (
					<Button size="compact-sm" variant="subtle" aria-label={t.unmatchOf(who)} onClick={() => void unmatch(entry, t)}>
						{t.unmatch}
					</Button>
				)}
			</Table.Td>
		</Table.Tr>
	);
}

async function unmatch({ id, name, borrower }: SignIn, t: (typeof texts)['de']): Promise<void> {
	if (borrower === null) return;
	try {
		await client.signIns.match({ id, borrowerId: null });
		showUndo(t.unmatched(name ?? borrower.name), () => client.signIns.match({ id, borrowerId: borrower.id }));
	} catch (error) {
		showError(error);
	}
}
