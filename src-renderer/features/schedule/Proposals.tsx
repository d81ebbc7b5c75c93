import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { weekdayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { Appointment } from '#shared/features/appointments/model.ts';
import type { FreeSlot } from '#shared/features/schedule/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { minutesOf, type WallTime } from '#shared/kernel/wall-time.ts';
import classes from './Absences.module.css';
import { texts } from './texts.ts';

const WEEKS = 8;
/** Of which some days are proposed, each at the time nearest to what it was. */
const MOST = 50;
const DAYS = 3;
/** Every quarter of an hour of one day, so that its own time is among them. */
const ONE_DAY = 50;

/** Where an appointment can go whose counsellor is away: to somebody else at the same time, or to the next free times. */
export function Proposals({ appointment, onChoose }: { appointment: Appointment; onChoose(slot: FreeSlot): void }) {
	const t = useTexts(texts);
	const { counsellorIds, roomId, day, from, until, clientNames } = appointment;
	const search = { room: roomId, minutes: minutesOf(until) - minutesOf(from), from: day, except: appointment.id } as const;
	const choices = useQuery(api.appointments.choices.queryOptions());
	const others = (choices.data?.counsellors ?? []).filter(({ id }) => !counsellorIds.includes(id));
	const later = useQuery({
		...api.appointments.freeSlots.queryOptions({
			input: { ...search, counsellorIds, needed: 'all', weeks: WEEKS, apart: true, most: MOST },
		}),
		staleTime: 0,
	});
	const instead = useQuery({
		...api.appointments.freeSlots.queryOptions({
			input: { ...search, counsellorIds: others.map(({ id }) => id), needed: 'any', weeks: 1, apart: false, most: ONE_DAY },
		}),
		enabled: others.length > 0,
		staleTime: 0,
	});
	const stoodIn = instead.data?.find((slot) => slot.day === day && slot.from === from);
	const nameOf = (slot: FreeSlot) => others.find(({ id }) => slot.counsellorIds.includes(id))?.name ?? '–';
	const name = clientNames.join(', ');
	const isNone = later.data?.length === 0 && !stoodIn && (others.length === 0 || instead.isFetched);
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row of buttons
		<div role="group" aria-label={t.proposalsOf(name)} className={classes.proposals}>
			<ErrorNotice error={later.error ?? instead.error} />
			{isNone && <span className={classes.quiet}>{t.noProposals}</span>}
			{stoodIn && (
				<Button size="compact-md" variant="light" onClick={() => onChoose(stoodIn)}>
					{t.standIn(nameOf(stoodIn))}
				</Button>
			)}
			{nearest(later.data ?? [], from).map((slot) => (
				<Button key={`${slot.day} ${slot.from}`} size="compact-md" variant="light" onClick={() => onChoose(slot)}>
					{t.moveTo(`${weekdayOf(slot.day)} ${formatLocalDate(slot.day).slice(0, 6)} ${slot.from}`)}
				</Button>
			))}
		</div>
	);
}

function nearest(slots: readonly FreeSlot[], time: WallTime): FreeSlot[] {
	const away = ({ from }: FreeSlot) => Math.abs(minutesOf(from) - minutesOf(time));
	return [...Map.groupBy(slots, ({ day }) => day).values()]
		.slice(0, DAYS)
		.flatMap((sameDay) => sameDay.toSorted((a, b) => away(a) - away(b)).slice(0, 1));
}
