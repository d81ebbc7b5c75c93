import { z } from 'zod';
import { ApplicationId, CaseId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { optionalText, requiredText } from '#shared/kernel/text.ts';

/** Job applications of a case (design 5): from the idea to what came of it. */

export const Channel = z.enum(['online', 'email', 'post', 'in_person', 'phone', 'agency']);
export type Channel = z.infer<typeof Channel>;

/** What the employer has answered last. */
export const Reply = z.enum(['none', 'received', 'invitation', 'offer', 'rejection']);
export type Reply = z.infer<typeof Reply>;

/** hired: begins to work there · rejected: by the employer · withdrawn: by the client. */
export const Outcome = z.enum(['open', 'hired', 'rejected', 'withdrawn']);
export type Outcome = z.infer<typeof Outcome>;

export const ApplicationFields = z.object({
	employer: requiredText(200),
	position: optionalText(200),
	channel: Channel.nullable(),
	/** Where the job was found: newspaper, agency, somebody. */
	foundThrough: optionalText(200),
	/** Null: not sent yet. */
	sentOn: LocalDate.nullable(),
	reply: Reply,
	repliedOn: LocalDate.nullable(),
	interviewsOn: z.array(LocalDate).max(10),
	outcome: Outcome,
	/** Why it came to nothing. */
	reason: optionalText(500),
	nextStep: optionalText(300),
	nextStepDue: LocalDate.nullable(),
});
export type ApplicationFields = z.infer<typeof ApplicationFields>;

export const Application = ApplicationFields.extend({ id: ApplicationId, caseId: CaseId });
export type Application = z.infer<typeof Application>;

/** Where it stands: derived from what is known, never stored. */
export const STAGES = ['planned', 'sent', 'invited', 'offer', 'hired', 'rejected', 'withdrawn'] as const;
export type Stage = (typeof STAGES)[number];

type Standing = Pick<ApplicationFields, 'sentOn' | 'reply' | 'repliedOn' | 'outcome' | 'interviewsOn'>;

export function stageOf({ sentOn, reply, outcome }: Pick<Standing, 'sentOn' | 'reply' | 'outcome'>): Stage {
	if (outcome !== 'open') return outcome;
	if (reply === 'offer') return 'offer';
	if (reply === 'invitation') return 'invited';
	if (reply === 'rejection') return 'rejected';
	return sentOn === null ? 'planned' : 'sent';
}

/** Nothing more is to be done about it. */
export const isOver = (stage: Stage): boolean => stage === 'hired' || stage === 'rejected' || stage === 'withdrawn';

/** What has to change so that an application stands there. What happened on the way is kept: who was invited, was. */
export function moveTo(stage: Stage, now: Standing, today: LocalDate): Partial<Standing> {
	const sent = now.sentOn === null ? { sentOn: today } : {};
	const replied = now.repliedOn === null ? { repliedOn: today } : {};
	switch (stage) {
		case 'planned':
			return { sentOn: null, reply: 'none', repliedOn: null, outcome: 'open' };
		case 'sent':
			return { ...sent, reply: now.reply === 'received' ? 'received' : 'none', outcome: 'open' };
		case 'invited':
			return { ...sent, ...replied, reply: 'invitation', outcome: 'open' };
		case 'offer':
			return { ...sent, ...replied, reply: 'offer', outcome: 'open' };
		case 'hired':
			return { ...sent, ...replied, reply: 'offer', outcome: 'hired' };
		case 'rejected':
			return {
				...sent,
				...replied,
				reply: now.reply === 'none' || now.reply === 'received' ? 'rejection' : now.reply,
				outcome: 'rejected',
			};
		case 'withdrawn':
			return { outcome: 'withdrawn' };
	}
}

export interface ApplicationFigures {
	readonly sent: number;
	readonly invitations: number;
	readonly offers: number;
	readonly hired: number;
	/** Sent, and nobody has decided yet. */
	readonly waiting: number;
}

/** Whoever was offered a job had been invited, and whoever was hired had been offered it. */
export function figuresOf(applications: readonly Standing[]): ApplicationFigures {
	const sent = applications.filter(({ sentOn }) => sentOn !== null);
	const count = (is: (application: Standing) => boolean) => sent.filter(is).length;
	const offered = ({ reply, outcome }: Standing) => reply === 'offer' || outcome === 'hired';
	return {
		sent: sent.length,
		invitations: count((item) => offered(item) || item.reply === 'invitation' || item.interviewsOn.length > 0),
		offers: count(offered),
		hired: count(({ outcome }) => outcome === 'hired'),
		waiting: count((item) => !isOver(stageOf(item))),
	};
}

/** The day something is next to be done about it: an interview or the next step; null when there is none. */
export function dueOn(application: ApplicationFields, today: LocalDate): LocalDate | null {
	if (isOver(stageOf(application))) return null;
	const interviews = application.interviewsOn.filter((day) => day >= today);
	const days = [...interviews, ...(application.nextStepDue === null ? [] : [application.nextStepDue])];
	return days.sort()[0] ?? null;
}
