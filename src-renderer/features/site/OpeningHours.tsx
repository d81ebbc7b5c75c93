import { Select } from '@mantine/core';
import { useTexts } from '#renderer/i18n/texts.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { FederalState, type OpeningHours as Hours } from '#shared/features/site/opening-hours.ts';
import { formatLocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { ClosureFields } from './hours/ClosureFields.tsx';
import { nextClosures } from './hours/closed-days.ts';
import classes from './hours/Hours.module.css';
import { texts } from './hours/texts.ts';
import { WeekFields } from './hours/WeekFields.tsx';
import type { HoursForm } from './useHoursForm.ts';

/** When the house is open, to be changed by those who may. */
export function OpeningHours({ form }: { form: HoursForm }) {
	const t = useTexts(texts);
	const { values, hours, change, problem, onLeave } = form;
	const fields = { problem, onLeave };
	return (
		<Section title={t.title} description={t.intro}>
			<div className={classes.form}>
				<WeekFields week={values.week} onChange={(week) => change({ week })} {...fields} />
				<Select
					{...scrollingOptions}
					label={t.state}
					description={t.stateHint}
					data={FederalState.options.map((state) => ({ value: state, label: t.states[state] }))}
					value={values.state}
					onChange={(state) => change({ state: FederalState.parse(state) })}
					allowDeselect={false}
					maw="30rem"
				/>
				<ClosureFields closures={values.closures} onChange={(closures) => change({ closures })} {...fields} />
				{hours && <NextClosures hours={hours} />}
				<ErrorNotice error={form.error} />
			</div>
		</Section>
	);
}

const SHOWN = 6;

/** What follows from it: seen before it is saved. */
function NextClosures({ hours }: { hours: Hours }) {
	const t = useTexts(texts);
	const closures = nextClosures(hours, localDateOf(Date.now()), SHOWN);
	return (
		<div>
			<div className={classes.legend}>{t.next}</div>
			{hours.week.every((day) => day === null) ? (
				<p className={classes.hint}>{t.never}</p>
			) : closures.length === 0 ? (
				<p className={classes.hint}>{t.nextNone}</p>
			) : (
				<dl className={classes.next}>
					{closures.map(({ from, until, name }) => (
						<div key={from} style={{ display: 'contents' }}>
							<dt>
								{formatLocalDate(from)}
								{until !== from && ` – ${formatLocalDate(until)}`}
							</dt>
							<dd>{name}</dd>
						</div>
					))}
				</dl>
			)}
		</div>
	);
}
