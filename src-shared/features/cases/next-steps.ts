import { type Application, dueOn, isOver, stageOf } from '#shared/features/applications/model.ts';
import { type Appointment, isUndecided } from '#shared/features/appointments/model.ts';
import type { Goal } from '#shared/features/goals/model.ts';
import { isOpenAction } from '#shared/features/goals/progress.ts';
import { fold } from '#shared/kernel/fold.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Contact, Todo } from './model.ts';

/** What is to happen next in a case file, gathered from everything in it that looks ahead. Pure. */

/** In the order in which they count on the same day: what has an hour comes first. */
const KINDS = ['appointment', 'interview', 'todo', 'action', 'note', 'application'] as const;
export type StepKind = (typeof KINDS)[number];

export interface NextStep {
	readonly kind: StepKind;
	/** What is to be done: the to-do, the step, the employer; the kind of an appointment is the screen's to name. */
	readonly text: string;
	/** Null: nobody said until when. */
	readonly on: LocalDate | null;
	/** `14:00` of an appointment. */
	readonly from: string | null;
	readonly isLate: boolean;
}

export interface Ahead {
	readonly todos: readonly Pick<Todo, 'subject' | 'due' | 'doneAt'>[];
	readonly appointments: readonly Pick<Appointment, 'day' | 'from' | 'until' | 'state' | 'kind'>[];
	readonly goals: readonly {
		readonly balance: Goal['balance'];
		readonly actions: readonly Pick<Goal['actions'][number], 'text' | 'due' | 'state'>[];
	}[];
	readonly contacts: readonly Pick<Contact, 'at' | 'nextStep' | 'nextStepDue'>[];
	readonly applications: readonly Application[];
}

export interface Now {
	readonly today: LocalDate;
	/** `14:00` */
	readonly time: string;
}

/** The earliest first, so that what is late leads; what has no day comes last. */
export function nextStepsOf(ahead: Ahead, { today, time }: Now): NextStep[] {
	const { todos, appointments, goals, contacts, applications } = ahead;
	const steps: Omit<NextStep, 'isLate'>[] = [
		...todos
			.filter(({ doneAt }) => doneAt === null)
			.map(({ subject, due }) => ({ kind: 'todo' as const, text: subject, on: due, from: null })),
		...appointments
			.filter(({ day, until, state }) => isUndecided(state) && (day > today || (day === today && until > time)))
			.map(({ day, from, kind }) => ({ kind: 'appointment' as const, text: kind, on: day, from })),
		...goals
			.filter(({ balance }) => balance === null)
			.flatMap(({ actions }) => actions.filter(isOpenAction))
			.map(({ text, due }) => ({ kind: 'action' as const, text, on: due, from: null })),
		...ofLastContact(contacts, todos),
		...applications.flatMap((application) => ofApplication(application, today)),
	];
	const sortKey = ({ on, from, kind }: Omit<NextStep, 'isLate'>) => `${on ?? '9999-99-99'} ${KINDS.indexOf(kind)} ${from ?? ''}`;
	return steps
		.map((step) => ({ ...step, isLate: step.on !== null && step.on < today }))
		.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0));
}

/** The first `most`; the next appointment is always one of them: who is there on the phone asks for it. */
export function shownSteps(steps: readonly NextStep[], most: number): NextStep[] {
	const first = steps.slice(0, most);
	const appointment = steps.find(({ kind }) => kind === 'appointment');
	if (!appointment || first.includes(appointment)) return first;
	return [...first.slice(0, most - 1), appointment];
}

/** A note's next step is never ticked off: only the newest note still says what comes next, and not what became a to-do. */
function ofLastContact(contacts: Ahead['contacts'], todos: Ahead['todos']): Omit<NextStep, 'isLate'>[] {
	const last = contacts.reduce<Ahead['contacts'][number] | null>((a, b) => (a === null || b.at > a.at ? b : a), null);
	const words = last?.nextStep;
	if (!last || !words || todos.some(({ subject }) => fold(subject) === fold(words))) return [];
	return [{ kind: 'note', text: words, on: last.nextStepDue, from: null }];
}

function ofApplication(application: Application, today: LocalDate): Omit<NextStep, 'isLate'>[] {
	const { employer, nextStep, interviewsOn } = application;
	if (isOver(stageOf(application))) return [];
	const on = dueOn(application, today);
	if (on !== null && on >= today && interviewsOn.includes(on)) return [{ kind: 'interview', text: employer, on, from: null }];
	return nextStep === null ? [] : [{ kind: 'application', text: `${employer}: ${nextStep}`, on, from: null }];
}
