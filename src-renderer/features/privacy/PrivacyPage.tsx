import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { showError } from '#renderer/ui/undo-toast.tsx';
import type { DuePerson } from '#shared/features/privacy/model.ts';
import { DueRow } from './DueRow.tsx';
import { ErasedList } from './ErasedList.tsx';
import { ExcludeDialog } from './ExcludeDialog.tsx';
import classes from './Privacy.module.css';
import { NoneDue, PrivacyFrame } from './PrivacyFrame.tsx';
import { texts } from './texts.ts';

/** Whose time is over, and who was erased. */
export function PrivacyPage() {
	const t = useTexts(texts);
	const due = useQuery(api.privacy.due.queryOptions());
	const erased = useQuery(api.privacy.erased.queryOptions());
	const copies = useQuery(api.privacy.copies.queryOptions());
	const isExcluded = ({ keeps }: DuePerson) => keeps.some(({ what }) => what === 'excluded');
	return (
		<PrivacyFrame intro={t.intro}>
			<Section title={t.due} description={t.dueHint}>
				<ErrorNotice error={due.error} onRetry={() => void due.refetch()} />
				{due.isPending && <Skeleton height={120} />}
				{due.data?.every(isExcluded) && <NoneDue />}
				<DueList people={due.data?.filter((one) => !isExcluded(one)) ?? []} />
			</Section>
			{due.data?.some(isExcluded) && (
				<Section title={t.excluded}>
					<ul className={classes.rows}>
						{due.data.filter(isExcluded).map((one) => (
							<DueRow key={one.personId} due={one}>
								<Button
									size="compact-md"
									variant="default"
									aria-label={t.includeOf(one.name)}
									onClick={() =>
										void client.privacy
											.include({ personId: one.personId })
											.then(() => queryClient.invalidateQueries({ queryKey: api.privacy.key() }))
											.catch(showError)
									}
								>
									{t.include}
								</Button>
							</DueRow>
						))}
					</ul>
				</Section>
			)}
			<ErrorNotice error={erased.error ?? copies.error} onRetry={() => void erased.refetch()} />
			<ErasedList erased={erased.data} copies={copies.data} />
		</PrivacyFrame>
	);
}

function DueList({ people }: { people: readonly DuePerson[] }) {
	const t = useTexts(texts);
	const [excluding, setExcluding] = useState<DuePerson | null>(null);
	return (
		<>
			<ul className={classes.rows}>
				{people.map((one) => (
					<DueRow key={one.personId} due={one}>
						<Button size="compact-md" variant="subtle" aria-label={t.excludeOf(one.name)} onClick={() => setExcluding(one)}>
							{t.exclude}
						</Button>
						<Button
							size="compact-md"
							variant="default"
							aria-label={t.lookOf(one.name)}
							renderRoot={(props) => <Link to="/personen/$id/loeschen" params={{ id: one.personId }} {...props} />}
						>
							{t.look}
						</Button>
					</DueRow>
				))}
			</ul>
			{excluding && <ExcludeDialog due={excluding} onClose={() => setExcluding(null)} />}
		</>
	);
}
