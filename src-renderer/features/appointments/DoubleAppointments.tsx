import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { weekdayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import type { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import type { Appointment } from '#shared/features/appointments/model.ts';
import type { RecordId } from '#shared/kernel/ids.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { setState } from './decide.ts';
import { doubleTexts } from './double-texts.ts';
import classes from './doubles/Doubles.module.css';
import { refreshAppointments } from './refresh-appointments.ts';
import { texts } from './texts.ts';

type Double = Awaited<ReturnType<typeof client.appointments.doubles>>[number];

/** Appointments that two PCs gave the same time, one decision for each knot of them. Nothing when there are none. */
export function DoubleAppointments({ onChange }: { onChange(appointment: Appointment): void }) {
	const t = useTexts(doubleTexts);
	const doubles = useQuery(api.appointments.doubles.queryOptions());
	const [deciding, setDeciding] = useState<string | null>(null);
	if (!doubles.data?.length) return null;
	const chosen = doubles.data.find((double) => keyOf(double) === deciding);
	return (
		<Alert color="clay" icon={<IconArrowsSplit2 aria-hidden />} title={t.title(doubles.data.length)} flex="none">
			{t.why}
			<ul className={classes.waiting}>
				{doubles.data.map((double) => {
					const what = t.of(
						whenOf(double),
						[
							...double.appointments.map(({ clientNames }) => clientNames.join(', ')),
							...double.sessions.map(({ name }) => name),
						].join(' / '),
					);
					return (
						<li key={keyOf(double)}>
							<span>{what}</span>
							<Button
								size="compact-md"
								variant="default"
								aria-label={t.decideOf(what)}
								onClick={() => setDeciding(keyOf(double))}
							>
								{t.decide}
							</Button>
						</li>
					);
				})}
			</ul>
			{chosen && (
				<Decide
					double={chosen}
					onClose={() => setDeciding(null)}
					onMove={(appointment) => {
						setDeciding(null);
						onChange(appointment);
					}}
				/>
			)}
		</Alert>
	);
}

function Decide({ double, onClose, onMove }: { double: Double; onClose(): void; onMove(appointment: Appointment): void }) {
	const t = useTexts(doubleTexts);
	const words = useTexts(texts);
	useReturnFocus();
	const keep = useMutation(
		api.appointments.keepDouble.mutationOptions({
			onSuccess: async () => {
				onClose();
				showNotice(t.kept);
				await refreshAppointments();
			},
		}),
	);
	return (
		<Modal opened onClose={onClose} size="lg" title={<strong>{t.decideTitle}</strong>} returnFocus={false}>
			<Stack>
				<Text>{t.words}</Text>
				<ul className={classes.sides}>
					{double.appointments.map((one) => {
						const { id, clientNames, counsellorNames, roomName, day, from, until, madeBy } = one;
						const name = clientNames.join(', ');
						return (
							<li key={id} className={classes.side}>
								<span className={classes.facts}>
									<strong>{name}</strong>
									<span>{`${weekdayOf(day)} ${formatLocalDate(day)}, ${from}–${until}`}</span>
									<span>{[words.with(counsellorNames.join(', ')), roomName, t.madeBy(madeBy)].filter(Boolean).join(' · ')}</span>
								</span>
								<Group gap="xs">
									<Button size="compact-md" variant="default" aria-label={t.moveOf(name)} onClick={() => onMove(one)}>
										{t.move}
									</Button>
									<Button
										size="compact-md"
										variant="default"
										aria-label={t.cancelOf(name)}
										onClick={() => {
											onClose();
											void setState(one, 'cancelled_by_us');
										}}
									>
										{t.cancel}
									</Button>
								</Group>
							</li>
						);
					})}
					{double.sessions.map(({ offerId, name, day, from, until, roomName, leaderNames }) => (
						<li key={`${offerId} ${day} ${from}`} className={classes.side}>
							<span className={classes.facts}>
								<strong>{name}</strong>
								<span>{`${weekdayOf(day)} ${formatLocalDate(day)}, ${from}–${until}`}</span>
								<span>{[...leaderNames, roomName].filter(Boolean).join(' · ')}</span>
							</span>
							<Button
								size="compact-md"
								variant="default"
								aria-label={t.toOfferOf(name)}
								renderRoot={(props) => <Link to="/angebote/$id" params={{ id: offerId }} {...props} />}
							>
								{t.toOffer}
							</Button>
						</li>
					))}
				</ul>
				<ErrorNotice error={keep.error} />
				<Group justify="flex-end">
					<Button variant="default" onClick={onClose}>
						{t.close}
					</Button>
					<Button loading={keep.isPending} onClick={() => keep.mutate({ ids: decidedIn(double) })}>
						{t.keep}
					</Button>
				</Group>
			</Stack>
		</Modal>
	);
}

/** The records that are decided about: all sessions of an offer are one. */
const decidedIn = ({ appointments, sessions }: Double): RecordId[] =>
	[...new Set<string>([...appointments.map(({ id }) => id), ...sessions.map(({ offerId }) => offerId)])] as RecordId[];

const keyOf = (double: Double): string => decidedIn(double).sort().join(' ');

function whenOf({ appointments: [first] }: Double): string {
	return first ? `${weekdayOf(first.day)} ${formatLocalDate(first.day)}, ${first.from}` : '';
}
