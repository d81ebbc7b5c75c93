import { Alert, Anchor, Button, Skeleton } from '@mantine/core';
import { IconDoor, IconPlus, IconUserExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Room } from '#shared/features/rooms/model.ts';
import { RoomDialog } from './RoomDialog.tsx';
import classes from './Rooms.module.css';
import { texts } from './texts.ts';

/** The rooms of the house, for those who plan. */
export function RoomsPage() {
	const t = useTexts(texts);
	const { member, acting } = useSession();
	const rooms = useQuery(api.rooms.list.queryOptions());
	const [editing, setEditing] = useState<Room | 'new' | null>(null);
	const mayPlan = acting.id === member.id;
	const add = (
		<Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEditing('new')}>
			{t.add}
		</Button>
	);
	return (
		<Page>
			<PageHeader
				above={<Anchor renderRoot={(props) => <Link to="/einstellungen" {...props} />}>{t.back}</Anchor>}
				title={t.title}
				subtitle={t.intro}
				actions={mayPlan && rooms.data && rooms.data.length > 0 && add}
			/>
			{!mayPlan && (
				<Alert color="clay" icon={<IconUserExclamation aria-hidden />} role="status">
					{t.turn(acting.name, member.name)}
				</Alert>
			)}
			<ErrorNotice error={rooms.error} onRetry={() => void rooms.refetch()} />
			{rooms.isPending && <Skeleton height={240} />}
			{rooms.data?.length === 0 && (
				<EmptyState icon={<IconDoor size={26} />} title={t.emptyTitle} action={mayPlan && add}>
					{t.emptyWords}
				</EmptyState>
			)}
			{rooms.data && rooms.data.length > 0 && (
				<Section title={t.title}>
					<ul className={classes.rows}>
						{rooms.data.map((room) => (
							<li key={room.id} className={classes.row}>
								<span className={classes.words}>
									<span className={classes.name}>{room.name}</span>
									<Facts room={room} />
								</span>
								{mayPlan && (
									<span className={classes.buttons}>
										<Button size="sm" variant="default" aria-label={t.editOf(room.name)} onClick={() => setEditing(room)}>
											{t.edit}
										</Button>
										<Button
											size="sm"
											variant="default"
											aria-label={t.removeOf(room.name)}
											onClick={() => void remove(room, t.removed(room.name))}
										>
											{t.remove}
										</Button>
									</span>
								)}
							</li>
						))}
					</ul>
				</Section>
			)}
			{editing !== null && <RoomDialog room={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
		</Page>
	);
}

function Facts({ room: { capacity, forCounselling, note } }: { room: Room }) {
	const t = useTexts(texts);
	const facts = [capacity === null ? null : t.people(capacity), forCounselling ? t.counselling : null, note];
	return <span className={classes.quiet}>{facts.filter((fact) => fact !== null).join(' · ')}</span>;
}

const fetchAgain = () => queryClient.invalidateQueries({ queryKey: api.rooms.key() });

async function remove({ id }: Room, done: string): Promise<void> {
	try {
		await client.rooms.remove({ id });
	} catch (error) {
		showError(error);
		return;
	}
	showUndo(done, async () => {
		await client.rooms.restore({ id });
		await fetchAgain();
	});
	await fetchAgain();
	// The row with the button that had the focus is gone.
	document.querySelector<HTMLElement>('[data-page-title]')?.focus({ preventScroll: true });
}
