import { Button } from '@mantine/core';
import { useTexts } from '#renderer/i18n/texts.ts';
import { type Appointment, type AppointmentState, isUndecided } from '#shared/features/appointments/model.ts';
import classes from './Appointments.module.css';
import { setState } from './decide.ts';
import { texts } from './texts.ts';

const USUAL: readonly AppointmentState[] = ['arrived', 'attended', 'excused', 'no_show'];

interface Props {
	appointment: Appointment;
	/** It is on a day to come. */
	isAhead: boolean;
	/** Buttons only where something is to be decided; elsewhere the state as a word. */
	isQuiet: boolean;
}

/** How it went, one click each; the one that holds is pressed. A click on it again takes it back. */
export function StateButtons({ appointment, isAhead, isQuiet }: Props) {
	const t = useTexts(texts);
	const { state, clientNames, from } = appointment;
	if (state === 'cancelled_by_us' || (isQuiet && !(isUndecided(state) && !isAhead))) {
		return state === 'planned' ? null : <span className={classes.stateWord}>{t.state[state]}</span>;
	}
	// Nobody has come to what is still to come.
	const offered = isAhead ? USUAL.filter((one) => one === 'excused' || one === state) : USUAL;
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row of buttons
		<div role="group" aria-label={t.stateOf(clientNames.join(', '), from)} className={classes.states}>
			{offered.map((one) => (
				<Button
					key={one}
					size="compact-sm"
					variant={state === one ? 'filled' : 'default'}
					aria-pressed={state === one}
					data-state={one}
					onClick={() => void setState(appointment, state === one ? 'planned' : one)}
				>
					{t.state[one]}
				</Button>
			))}
		</div>
	);
}
