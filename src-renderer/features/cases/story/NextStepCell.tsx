import { useQuery } from '@tanstack/react-query';
import { texts as appointmentTexts } from '#renderer/features/appointments/texts.ts';
import { today, weekdayOf } from '#renderer/i18n/days.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { useNow } from '#renderer/ui/useNow.ts';
import type { AppointmentKind } from '#shared/features/appointments/model.ts';
import { type NextStep, nextStepsOf, shownSteps } from '#shared/features/cases/next-steps.ts';
import { wallTimeOf } from '#shared/kernel/berlin-time.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { addDays, formatLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import classes from '../Story.module.css';
import { StoryCell } from '../StoryCell.tsx';
import { texts } from './texts.ts';

const SHOWN = 2;

/** What is to happen next, from everything in the file that looks ahead. */
export function NextStepCell({ caseId, frozen }: { caseId: CaseId; frozen: boolean }) {
	const t = useTexts(texts);
	const now = useNow(60_000);
	const input = { input: { caseId } };
	const todos = useQuery(api.cases.todos.queryOptions({ input: { ownerId: null, caseId, includeDone: true } }));
	const appointments = useQuery(api.appointments.ofCase.queryOptions(input));
	const goals = useQuery(api.goals.ofCase.queryOptions(input));
	const contacts = useQuery(api.cases.contacts.queryOptions(input));
	const applications = useQuery(api.applications.ofCase.queryOptions(input));
	const parts = [todos, appointments, goals, contacts, applications];
	const steps = nextStepsOf(
		{
			...{ todos: todos.data ?? [], appointments: appointments.data ?? [], goals: goals.data?.goals ?? [] },
			...{ contacts: contacts.data ?? [], applications: applications.data ?? [] },
		},
		{ today: today(), time: wallTimeOf(now) },
	);
	const shown = shownSteps(steps, SHOWN);
	const isShown = !frozen && parts.every(({ data }) => data !== undefined);
	return (
		<StoryCell title={t.nextStep} isFirst more={isShown && steps.length > SHOWN && t.more(steps.length - SHOWN)}>
			{frozen && <span className={classes.quiet}>{t.isClosed}</span>}
			{isShown && steps.length === 0 && <span className={classes.quiet}>{t.nothingNext}</span>}
			{isShown && steps.length > 0 && (
				<ul className={classes.list} data-steps>
					{shown.map((step) => (
						<StepLine key={`${step.kind} ${step.text} ${step.on} ${step.from}`} step={step} />
					))}
				</ul>
			)}
		</StoryCell>
	);
}

function StepLine({ step: { kind, text, on, from, isLate } }: { step: NextStep }) {
	const t = useTexts(texts);
	const { kind: kinds } = useTexts(appointmentTexts);
	const dated = kind === 'appointment' || kind === 'interview';
	const what =
		kind === 'appointment' ? t.appointment(kinds[text as AppointmentKind]) : kind === 'interview' ? t.interview(text) : text;
	const when = on === null ? t.noDay : isLate ? t.overdue(formatLocalDate(on)) : dated ? dayWords(on, t) : t.due(dayWords(on, t));
	return (
		<li>
			<span className={classes.oneLine} title={what}>
				{what}
			</span>
			<span className={classes.quiet}>
				<span className={isLate ? classes.late : undefined}>{from === null ? when : t.at(when, from)}</span>
				{!dated && ` · ${t.kind[kind]}`}
			</span>
		</li>
	);
}

/** `heute`, `morgen`, `Mo 07.12.2026` */
function dayWords(day: LocalDate, t: (typeof texts)['de']): string {
	if (day === today()) return t.today;
	if (day === addDays(today(), 1)) return t.tomorrow;
	return `${weekdayOf(day)} ${formatLocalDate(day)}`;
}
