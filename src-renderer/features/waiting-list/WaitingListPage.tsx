import { Anchor, Button, Skeleton } from '@mantine/core';
import { IconHourglassEmpty, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { OpenSlot, Waiting } from '#shared/features/waiting-list/model.ts';
import { GiveTime } from './GiveTime.tsx';
import { texts } from './texts.ts';
import { WaitingDialog } from './WaitingDialog.tsx';
import classes from './WaitingList.module.css';
import { WaitingRow } from './WaitingRow.tsx';
import { slotWords } from './waiting-words.ts';

/** Who waits for an appointment or an earlier one, and whom the times suit that were cancelled. */
export function WaitingListPage() {
	const t = useTexts(texts);
	const list = useQuery(api.waitingList.list.queryOptions());
	const freed = useQuery(api.waitingList.freed.queryOptions());
	const [editing, setEditing] = useState<'new' | Waiting | null>(null);
	const [giving, setGiving] = useState<{ waiting: Waiting; slot: OpenSlot } | null>(null);
	const add = (
		<Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setEditing('new')}>
			{t.add}
		</Button>
	);
	return (
		<Page>
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to="/termine" {...props} />}>{t.back}</Anchor>}
				title={t.title}
				subtitle={t.subtitle}
				actions={add}
			/>
			<ErrorNotice
				error={list.error ?? freed.error}
				onRetry={() => {
					void list.refetch();
					void freed.refetch();
				}}
			/>
			{list.isPending && <Skeleton height={240} />}
			{list.data?.length === 0 && (
				<EmptyState icon={<IconHourglassEmpty size={26} />} title={t.emptyTitle} action={add}>
					{t.emptyWords}
				</EmptyState>
			)}
			{list.data && list.data.length > 0 && (
				<Section title={t.waiting}>
					<ul className={classes.rows}>
						{list.data.map(({ earliest, ...one }) => (
							<li key={one.id} className={classes.row}>
								<WaitingRow
									waiting={one}
									slot={earliest}
									onGive={() => earliest !== null && setGiving({ waiting: one, slot: earliest })}
									onChange={() => setEditing(one)}
								/>
							</li>
						))}
					</ul>
				</Section>
			)}
			{freed.data && freed.data.length > 0 && (
				<Section title={t.freed}>
					<p className={classes.quiet}>{t.freedWords}</p>
					<ul className={classes.rows}>
						{freed.data.map(({ slot, waiting }) => (
							<li key={`${slot.day} ${slot.from} ${slot.until} ${slot.counsellorIds.join()}`} className={classes.freed}>
								<strong>{slotWords(slot, t)}</strong>
								<ul className={classes.suited}>
									{waiting.map((one) => (
										<li key={one.id}>
											<WaitingRow waiting={one} slot={slot} onGive={() => setGiving({ waiting: one, slot })} />
										</li>
									))}
								</ul>
							</li>
						))}
					</ul>
				</Section>
			)}
			{editing !== null && <WaitingDialog waiting={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
			{giving !== null && <GiveTime {...giving} onClose={() => setGiving(null)} />}
		</Page>
	);
}
