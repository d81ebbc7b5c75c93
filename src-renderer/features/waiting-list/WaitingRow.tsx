import { ActionIcon, Badge, Button, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { texts as appointmentTexts } from '#renderer/features/appointments/texts.ts';
import { today } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { OpenSlot, Waiting } from '#shared/features/waiting-list/model.ts';
import { daysBetween } from '#shared/kernel/local-date.ts';
import { refreshWaitingList } from './refresh-waiting-list.ts';
import { texts } from './texts.ts';
import classes from './WaitingList.module.css';
import { slotWords, timeWords, wishWords } from './waiting-words.ts';

interface Props {
	waiting: Waiting;
	/** A time they can be given. */
	slot: OpenSlot | null;
	onGive(): void;
	/** Left out where only the time is looked at. */
	onChange?(): void;
}

/** Somebody who waits: what they wish, what they have, and what they can be given. */
export function WaitingRow({ waiting, slot, onGive, onChange }: Props) {
	const t = useTexts(texts);
	const kinds = useTexts(appointmentTexts).kind;
	const { personId, personName, since, kind, isUrgent, note, appointment } = waiting;
	const when = slot === null ? '' : slotWords(slot, t);
	return (
		<div className={classes.person}>
			<span className={classes.words}>
				<span className={classes.name}>
					<Link to="/personen/$id" params={{ id: personId }}>
						{personName}
					</Link>
					{isUrgent && (
						<Badge color="brick" variant="light" tt="none">
							{t.urgent}
						</Badge>
					)}
				</span>
				<span>{`${kinds[kind]} · ${wishWords(waiting, t)}`}</span>
				{!onChange && appointment !== null && <span className={classes.quiet}>{t.has(timeWords(appointment, t))}</span>}
				{onChange && (
					<>
						<span className={classes.quiet}>
							{`${t.since(daysBetween(since, today()))} · ${appointment === null ? t.hasNone : t.has(timeWords(appointment, t))}`}
						</span>
						<span className={slot === null ? classes.quiet : classes.earliest}>{slot === null ? t.none : t.earliest(when)}</span>
					</>
				)}
				{note !== null && <span className={classes.note}>{note}</span>}
			</span>
			{slot !== null && (
				<Button
					size="compact-md"
					variant="light"
					aria-label={(appointment === null ? t.giveOf : t.bringOf)(personName, when)}
					onClick={onGive}
				>
					{appointment === null ? t.give : t.bring}
				</Button>
			)}
			{onChange && (
				<Menu position="bottom-end">
					<Menu.Target>
						<ActionIcon variant="subtle" color="gray" size={34} aria-label={t.more(personName)} className={classes.more ?? ''}>
							<IconDots size={20} aria-hidden />
						</ActionIcon>
					</Menu.Target>
					<Menu.Dropdown>
						<Menu.Item leftSection={<IconPencil size={18} aria-hidden />} onClick={onChange}>
							{t.change}
						</Menu.Item>
						<Menu.Item
							color="brick"
							leftSection={<IconTrash size={18} aria-hidden />}
							onClick={() => void remove(waiting, t.removed(personName))}
						>
							{t.remove}
						</Menu.Item>
					</Menu.Dropdown>
				</Menu>
			)}
		</div>
	);
}

async function remove({ id }: Waiting, said: string): Promise<void> {
	try {
		await client.waitingList.remove({ id });
		showUndo(said, async () => {
			await client.waitingList.restore({ id });
			await refreshWaitingList();
		});
		await refreshWaitingList();
		document.querySelector<HTMLElement>('[data-page-title]')?.focus({ preventScroll: true });
	} catch (error) {
		showError(error);
	}
}
