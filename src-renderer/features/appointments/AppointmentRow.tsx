import { ActionIcon, Menu } from '@mantine/core';
import {
	IconAlertTriangle,
	IconCalendarCheck,
	IconCalendarX,
	IconDots,
	IconHistory,
	IconPencil,
	IconRepeat,
	IconRotate,
	IconTrash,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { weekdayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { type Appointment, AppointmentState, isFreed } from '#shared/features/appointments/model.ts';
import { formatLocalDate, type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { AppointmentHistory } from './AppointmentHistory.tsx';
import classes from './Appointments.module.css';
import { remove, setState } from './decide.ts';
import { StateButtons } from './StateButtons.tsx';
import { texts } from './texts.ts';

interface Props {
	appointment: Appointment;
	/** Where they stand anyway. */
	without?: readonly ('day' | 'people' | 'counsellors')[];
	/** Buttons only where something is to be decided. */
	isQuiet?: boolean;
	/** Only shown: it lies in a closed case file. */
	frozen?: boolean;
	onChange(appointment: Appointment): void;
}

/** One appointment in a list: when, with whom, where, and how it went. */
export function AppointmentRow({ appointment, without = [], isQuiet = false, frozen = false, onChange }: Props) {
	const t = useTexts(texts);
	const {
		day,
		from,
		until,
		personIds,
		personNames,
		businessId,
		clientNames,
		counsellorNames,
		roomName,
		place,
		kind,
		note,
		reason,
		state,
	} = appointment;
	const isAhead = day > localDateOf(Date.now());
	const facts = [t.kind[kind], roomName ?? place, !without.includes('counsellors') && t.with(counsellorNames.join(', '))].filter(
		Boolean,
	);
	return (
		<li className={classes.row} data-freed={isFreed(state) || undefined}>
			<span className={classes.when}>
				{!without.includes('day') && <span>{`${weekdayOf(day)} ${formatLocalDate(day)}`}</span>}
				<span>{`${from}–${until}`}</span>
			</span>
			<span className={classes.words}>
				{!without.includes('people') && (
					<span className={classes.people}>
						{businessId !== null && (
							<Link to="/unternehmen/$id" params={{ id: businessId }}>
								{clientNames[0]}
							</Link>
						)}
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
			{!frozen && (
				<span className={classes.actions}>
					<StateButtons appointment={appointment} isAhead={isAhead} isQuiet={isQuiet} />
					<RowMenu appointment={appointment} isAhead={isAhead} onChange={onChange} />
				</span>
			)}
		</li>
	);
}

interface MenuProps {
	appointment: Appointment;
	isAhead: boolean;
	onChange(appointment: Appointment): void;
}

function RowMenu({ appointment, isAhead, onChange }: MenuProps) {
	const t = useTexts(texts);
	const { state, seriesId, clientNames, from } = appointment;
	const [isHistoryShown, setIsHistoryShown] = useState(false);
	const states = (isAhead ? AHEAD : AppointmentState.options).filter((one) => one !== state);
	const menu = (
		<Menu position="bottom-end">
			<Menu.Target>
				<ActionIcon variant="subtle" color="gray" size={34} aria-label={t.more(clientNames.join(', '), from)}>
					<IconDots size={20} aria-hidden />
				</ActionIcon>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Item leftSection={<IconPencil size={18} aria-hidden />} onClick={() => onChange(appointment)}>
					{t.change}
				</Menu.Item>
				<Menu.Item leftSection={<IconHistory size={18} aria-hidden />} onClick={() => setIsHistoryShown(true)}>
					{t.history}
				</Menu.Item>
				<Menu.Divider />
				{states.map((one) => (
					<Menu.Item key={one} leftSection={<StateIcon state={one} />} onClick={() => void setState(appointment, one)}>
						{t.state[one]}
					</Menu.Item>
				))}
				<Menu.Divider />
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
	return (
		<span>
			{menu}
			{isHistoryShown && <AppointmentHistory appointment={appointment} onClose={() => setIsHistoryShown(false)} />}
		</span>
	);
}

/** What can be said of an appointment before its day. */
const AHEAD: readonly AppointmentState[] = ['planned', 'excused', 'cancelled_by_us'];

function StateIcon({ state }: { state: AppointmentState }) {
	const Icon = state === 'planned' ? IconRotate : isFreed(state) || state === 'no_show' ? IconCalendarX : IconCalendarCheck;
	return <Icon size={18} aria-hidden />;
}

/** Today and later. */
export const isComing = ({ day }: { readonly day: LocalDate }): boolean => day >= localDateOf(Date.now());
