import { Alert, Button } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import type { Appointment } from '#shared/features/appointments/model.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { AppointmentRow } from './AppointmentRow.tsx';
import classes from './Appointments.module.css';
import { texts } from './texts.ts';

interface Props {
	counsellorId: MemberId | null;
	onChange(appointment: Appointment): void;
}

const SHOWN_FIRST = 3;

/** Past appointments of which nobody has said how they went. Nothing at all when there are none. */
export function Backlog({ counsellorId, onChange }: Props) {
	const t = useTexts(texts);
	const [all, setAll] = useState(false);
	const backlog = useQuery(api.appointments.backlog.queryOptions({ input: { counsellorId } }));
	const waiting = backlog.data ?? [];
	if (waiting.length === 0) return null;
	const shown = all ? waiting : waiting.slice(0, SHOWN_FIRST);
	return (
		<Alert color="clay" icon={<IconHourglass aria-hidden />} title={t.backlogTitle(waiting.length)} flex="none">
			<div className={classes.backlog}>
				<ul className={classes.rows}>
					{shown.map((one) => (
						<AppointmentRow
							key={one.id}
							appointment={one}
							without={counsellorId === null ? [] : ['counsellors']}
							onChange={onChange}
						/>
					))}
				</ul>
				{shown.length < waiting.length && (
					<Button size="compact-md" variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setAll(true)}>
						{t.backlogMore(waiting.length)}
					</Button>
				)}
			</div>
		</Alert>
	);
}
