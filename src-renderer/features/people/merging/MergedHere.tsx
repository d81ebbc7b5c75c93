import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { HistoryDrawer, type HistoryDrawerProps } from '#renderer/features/records/HistoryDrawer.tsx';
import { formatDay } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { showError, showNotice } from '#renderer/ui/undo-toast.tsx';
import type { MergedPerson } from '#shared/features/people/merge-contract.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import classes from './Merging.module.css';
import { texts } from './texts.ts';

/** Whose records became part of this one: their histories, and the way back. */
export function MergedHere({ id, ...words }: { id: PersonId } & Pick<HistoryDrawerProps, 'fieldNames' | 'formatValue'>) {
	const t = useTexts(texts);
	const merged = useQuery(api.people.mergedHere.queryOptions({ input: { id } }));
	const [shown, setShown] = useState<PersonId | null>(null);
	if (!merged.data || merged.data.length === 0) return null;
	const separate = async ({ id: away, number }: MergedPerson) => {
		try {
			await client.people.separate({ id: away });
			await queryClient.invalidateQueries();
			showNotice(t.separated(number));
		} catch (error) {
			showError(error);
		}
	};
	return (
		<Section title={t.mergedHere}>
			<ul className={classes.plain}>
				{merged.data.map((one) => (
					<li key={one.id} className={classes.entry}>
						<span>
							<strong>{one.number}</strong> {one.name}
							<br />
							{one.at !== null && <span className={classes.small}>{t.mergedHow(formatDay(one.at), one.byName)}</span>}
						</span>
						<Group gap="xs">
							<Button size="compact-md" variant="default" aria-label={t.historyOf(one.number)} onClick={() => setShown(one.id)}>
								{t.history}
							</Button>
							<Button
								size="compact-md"
								variant="default"
								aria-label={t.separateFrom(one.number)}
								onClick={() => void separate(one)}
							>
								{t.separate}
							</Button>
						</Group>
					</li>
				))}
			</ul>
			<HistoryDrawer table="person" id={shown ?? id} opened={shown !== null} onClose={() => setShown(null)} {...words} />
		</Section>
	);
}
