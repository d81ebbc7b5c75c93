import { Button, Skeleton } from '@mantine/core';
import { IconCalendarPlus, IconCalendarSmile } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Absence } from '#shared/features/schedule/model.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { AbsenceDialog } from './AbsenceDialog.tsx';
import { AbsenceRow } from './AbsenceRow.tsx';
import classes from './Absences.module.css';
import { texts } from './texts.ts';

const DAYS_AHEAD = 365;

/** Who is away now and in the year to come, and which appointments that leaves to be moved. */
export function AbsencesPage() {
	const t = useTexts(texts);
	const [editing, setEditing] = useState<'new' | Absence | null>(null);
	const day = today();
	const absences = useQuery(api.schedule.absences.queryOptions({ input: { from: day, until: addDays(day, DAYS_AHEAD) } }));
	const now = (absences.data ?? []).filter(({ from }) => from <= day);
	const coming = (absences.data ?? []).filter(({ from }) => from > day);
	const add = (
		<Button leftSection={<IconCalendarPlus size={18} aria-hidden />} onClick={() => setEditing('new')}>
			{t.add}
		</Button>
	);
	return (
		<Page>
			<PageHeader title={t.title} subtitle={t.subtitle} actions={add} />
			<ErrorNotice error={absences.error} onRetry={() => void absences.refetch()} />
			{absences.isPending && <Skeleton height={160} />}
			{absences.data?.length === 0 && (
				<EmptyState icon={<IconCalendarSmile size={26} />} title={t.emptyTitle}>
					{t.emptyWords}
				</EmptyState>
			)}
			{[
				{ title: t.now, rows: now },
				{ title: t.coming, rows: coming },
			].map(
				({ title, rows }) =>
					rows.length > 0 && (
						<Section key={title} title={title}>
							<ul className={classes.rows}>
								{rows.map((one) => (
									<AbsenceRow key={one.id} absence={one} onChange={setEditing} />
								))}
							</ul>
						</Section>
					),
			)}
			{editing !== null && <AbsenceDialog absence={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
		</Page>
	);
}
