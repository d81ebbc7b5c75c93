import { ActionIcon, Button, Menu, Skeleton } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { AppointmentRow } from '#renderer/features/appointments/AppointmentRow.tsx';
import appointmentClasses from '#renderer/features/appointments/Appointments.module.css';
import { BookDialog } from '#renderer/features/appointments/BookDialog.tsx';
import { refreshAppointments } from '#renderer/features/appointments/refresh-appointments.ts';
import { useSession } from '#renderer/features/members/session.ts';
import { weekdayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Appointment } from '#shared/features/appointments/model.ts';
import type { Absence, FreeSlot } from '#shared/features/schedule/model.ts';
import type { AbsenceId } from '#shared/kernel/ids.ts';
import { formatLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import classes from './Absences.module.css';
import { Proposals } from './Proposals.tsx';
import { texts } from './texts.ts';

const inWords = (day: LocalDate) => `${weekdayOf(day)} ${formatLocalDate(day)}`;

/** One absence. Who reads appointments sees those that fall into it, and can move them; the others know how many. */
export function AbsenceRow({ absence, onChange }: { absence: Absence; onChange(absence: Absence): void }) {
	const t = useTexts(texts);
	const { vaults } = useSession();
	const [isOpen, setIsOpen] = useState(false);
	const { id, memberName, from, until, note, toMove, mayChange } = absence;
	const remove = async () => {
		try {
			await client.schedule.removeAbsence({ id });
			showUndo(t.removed, async () => {
				await client.schedule.restoreAbsence({ id });
				await refreshAppointments();
			});
			await refreshAppointments();
			document.querySelector<HTMLElement>('[data-page-title]')?.focus({ preventScroll: true });
		} catch (error) {
			showError(error);
		}
	};
	return (
		<li className={classes.row}>
			<span className={classes.words}>
				<strong>{memberName}</strong>
				<span>{t.days(inWords(from), inWords(until))}</span>
				{note !== null && <span className={classes.quiet}>{note}</span>}
			</span>
			<span className={classes.toMove} data-some={toMove > 0 || undefined}>
				{t.toMove(toMove)}
				{toMove > 0 && vaults.includes('counselling') && (
					<Button
						size="compact-md"
						variant="default"
						aria-expanded={isOpen}
						aria-label={t.showMoveOf(memberName)}
						onClick={() => setIsOpen(!isOpen)}
					>
						{isOpen ? t.hideMove : t.showMove}
					</Button>
				)}
			</span>
			{mayChange && (
				<Menu position="bottom-end">
					<Menu.Target>
						<ActionIcon variant="subtle" color="gray" size={34} aria-label={t.more(memberName, formatLocalDate(from))}>
							<IconDots size={20} aria-hidden />
						</ActionIcon>
					</Menu.Target>
					<Menu.Dropdown>
						<Menu.Item leftSection={<IconPencil size={18} aria-hidden />} onClick={() => onChange(absence)}>
							{t.change}
						</Menu.Item>
						<Menu.Item color="brick" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => void remove()}>
							{t.remove}
						</Menu.Item>
					</Menu.Dropdown>
				</Menu>
			)}
			{isOpen && <ToMove id={id} />}
		</li>
	);
}

function ToMove({ id }: { id: AbsenceId }) {
	const [changing, setChanging] = useState<{ appointment: Appointment; slot: FreeSlot | null } | null>(null);
	const list = useQuery(api.schedule.toMove.queryOptions({ input: { id } }));
	return (
		<div className={`${classes.list} ${appointmentClasses.narrow}`}>
			<ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
			{list.isPending && <Skeleton height={56} />}
			<ul className={appointmentClasses.rows}>
				{list.data?.map((one) => (
					<Fragment key={one.id}>
						<AppointmentRow
							appointment={one}
							without={['counsellors']}
							isQuiet
							onChange={() => setChanging({ appointment: one, slot: null })}
						/>
						<li>
							<Proposals appointment={one} onChoose={(slot) => setChanging({ appointment: one, slot })} />
						</li>
					</Fragment>
				))}
			</ul>
			{changing && (
				<BookDialog
					appointment={changing.appointment}
					{...(changing.slot && { day: changing.slot.day, place: changing.slot })}
					onClose={() => setChanging(null)}
				/>
			)}
		</div>
	);
}
