import { ActionIcon, Menu } from '@mantine/core';
import { IconAlertTriangle, IconCalendarX, IconDots, IconPencil, IconRepeat, IconRotate, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { weekdayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { type Appointment, isFreed } from '#shared/features/appointments/model.ts';
import { formatLocalDate, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import classes from './Appointments.module.css';
import { remove, setState } from './decide.ts';
import { StateButtons } from './StateButtons.tsx';
import { texts } from './texts.ts';

interface Props {
	appointment: Appointment;
	/** Where they stand anyway. */
	without?: readonly ('day' | 'people' | 'counsellors')[];
	onChange(appointment: Appointment): void;
}

/** One appointment in a list: when, with whom, where, and how it went. */
export function AppointmentRow({ appointment, without = [], onChange }: Props) {
	const t = useTexts(texts);
	const { day, from, until, personIds, personNames, counsellorNames, roomName, place, kind, note, reason, state } = appointment;
	const isAhead = day > localDateOf(Date.now());
	const facts = [
		t.kind[kind],
		roomName === null ? place : t.room(roomName),
		!without.includes('counsellors') && t.with(counsellorNames.join(', ')),
	].filter(Boolean);
	return (
		<li className={classes.row} data-freed={isFreed(state) || undefined}>
			<span className={classes.when}>
				{!without.includes('day') && <span>{`${weekdayOf(day)} ${formatLocalDate(day)}`}</span>}
				<span>{`${from}–${until}`}</span>
			</span>
			<span className={classes.words}>
				{!without.includes('people') && (
					<span className={classes.people}>
						{personIds.map((id, at) => (
							<Link key={id} to="/personen/$id" params={{ id }}>
								{personNames[at]}
							</Link>
						))}
					</span>
				)}
				<span className={without.includes('people') ? undefined : classes.quiet}>
					{facts.join(' · ')}
					{appointment.seriesId !== null && (
						<>
							{' · '}
							<IconRepeat size="0.9375rem" className={classes.inline} aria-hidden /> {t.series}
						</>
					)}
				</span>
				{note !== null && <span className={classes.note}>{note}</span>}
				{reason !== null && (
					<span className={classes.reason}>
						<IconAlertTriangle size="1.0625rem" aria-hidden />
						<span>{t.reason(reason)}</span>
					</span>
				)}
			</span>
			<span className={classes.actions}>
				<StateButtons appointment={appointment} isAhead={isAhead} />
				<RowMenu appointment={appointment} onChange={onChange} />
			</span>
		</li>
	);
}

function RowMenu({ appointment, onChange }: { appointment: Appointment; onChange(appointment: Appointment): void }) {
	const t = useTexts(texts);
	const { state, seriesId, personNames, from } = appointment;
	return (
		<Menu position="bottom-end">
			<Menu.Target>
				<ActionIcon variant="subtle" color="gray" size={34} aria-label={t.more(personNames.join(', '), from)}>
					<IconDots size={20} aria-hidden />
				</ActionIcon>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Item leftSection={<IconPencil size={18} aria-hidden />} onClick={() => onChange(appointment)}>
					{t.change}
				</Menu.Item>
				{state !== 'cancelled_by_us' && (
					<Menu.Item
						leftSection={<IconCalendarX size={18} aria-hidden />}
						onClick={() => void setState(appointment, 'cancelled_by_us')}
					>
						{t.cancelByUs}
					</Menu.Item>
				)}
				{state !== 'planned' && (
					<Menu.Item leftSection={<IconRotate size={18} aria-hidden />} onClick={() => void setState(appointment, 'planned')}>
						{t.planAgain}
					</Menu.Item>
				)}
				<Menu.Item
					color="brick"
					leftSection={<IconTrash size={18} aria-hidden />}
					onClick={() => void remove(appointment, 'this')}
				>
					{t.remove}
				</Menu.Item>
				{seriesId !== null && (
					<Menu.Item
						color="brick"
						leftSection={<IconTrash size={18} aria-hidden />}
						onClick={() => void remove(appointment, 'following')}
					>
						{t.removeFollowing}
					</Menu.Item>
				)}
			</Menu.Dropdown>
		</Menu>
	);
}

/** Today and later. */
export const isComing = ({ day }: { readonly day: LocalDate }): boolean => day >= localDateOf(Date.now());
