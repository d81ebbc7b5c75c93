import { Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import { SaveActions } from '#renderer/ui/SaveActions.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { Unsaved } from '#renderer/ui/Unsaved.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import { useGuardedClose } from '#renderer/ui/useGuardedClose.ts';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import { type Application, type ApplicationFields, Channel, Outcome, Reply } from '#shared/features/applications/model.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import classes from './Applications.module.css';
import { refreshApplications } from './refresh-applications.ts';
import { texts } from './texts.ts';

const NEW: ApplicationFields = {
	...{ employer: '', position: null, channel: null, foundThrough: null, sentOn: null, reply: 'none', repliedOn: null },
	...{ interviewsOn: [], outcome: 'open', reason: null, nextStep: null, nextStepDue: null },
};
const MOST_INTERVIEWS = 10;

interface Props {
	caseId: CaseId;
	application: Application | null;
	onClose(): void;
}

/** A job application, new or known. Only what was changed is sent. */
export function ApplicationDialog({ caseId, application, onClose }: Props) {
	const t = useTexts(texts);
	const [initial] = useState(() => fieldsOf(application ?? NEW));
	const [typed, setTyped] = useState(initial);
	const [tried, setTried] = useState(false);
	const { isAsking, close } = useGuardedClose(typed, initial, onClose);
	useReturnFocus();
	const set = (changes: Partial<ApplicationFields>) => setTyped((before) => ({ ...before, ...changes }));
	const save = useMutation({
		mutationFn: async () => {
			if (application === null) await client.applications.add({ ...typed, caseId });
			else await client.applications.change({ id: application.id, changes: changed(initial, typed) });
		},
		onSuccess: async () => {
			onClose();
			showNotice(t.saved(typed.employer.trim()));
			await refreshApplications();
		},
	});
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		setTried(true);
		const unread = event.currentTarget.querySelector('[aria-invalid="true"]') !== null;
		if (unread || !typed.employer.trim()) focusFirstWrong(event.currentTarget);
		else save.mutate();
	};
	const text = (field: 'position' | 'foundThrough' | 'nextStep', label: string, maxLength: number, placeholder?: string) => (
		<TextInput
			label={label}
			placeholder={placeholder ?? ''}
			maxLength={maxLength}
			value={typed[field] ?? ''}
			onChange={(event) => set({ [field]: event.currentTarget.value })}
		/>
	);
	const isOver = typed.outcome === 'rejected' || typed.reply === 'rejection' || typed.outcome === 'withdrawn';
	return (
		<Modal
			opened
			onClose={close}
			size="xl"
			title={<strong>{application === null ? t.addTitle : t.editTitle}</strong>}
			returnFocus={false}
		>
			<form noValidate onSubmit={submit}>
				<Stack>
					<div className={classes.pair}>
						<TextInput
							data-autofocus
							label={t.employer}
							required
							maxLength={200}
							value={typed.employer}
							error={tried && !typed.employer.trim() && t.employerMissing}
							onChange={(event) => set({ employer: event.currentTarget.value })}
						/>
						{text('position', t.position, 200)}
					</div>
					<div className={classes.pair}>
						<Select
							{...scrollingOptions}
							label={t.channelLabel}
							clearable
							data={Channel.options.map((channel) => ({ value: channel as string, label: t.channel[channel] }))}
							value={typed.channel}
							onChange={(channel) => set({ channel: channel as ApplicationFields['channel'] })}
						/>
						{text('foundThrough', t.foundThrough, 200, t.foundThroughHint)}
					</div>
					<div className={classes.pair}>
						<DateField label={t.sent} value={typed.sentOn} onChange={(sentOn) => set({ sentOn })} />
						<Select
							{...scrollingOptions}
							label={t.replyLabel}
							allowDeselect={false}
							data={Reply.options.map((reply) => ({ value: reply as string, label: t.reply[reply] }))}
							value={typed.reply}
							onChange={(reply) => reply !== null && set({ reply: reply as ApplicationFields['reply'] })}
						/>
						{typed.reply !== 'none' && (
							<DateField label={t.replied} value={typed.repliedOn} onChange={(repliedOn) => set({ repliedOn })} />
						)}
					</div>
					{(typed.interviewsOn.length > 0 || typed.reply === 'invitation' || typed.reply === 'offer') && (
						<Interviews days={typed.interviewsOn} onChange={(interviewsOn) => set({ interviewsOn })} />
					)}
					<div className={classes.pair}>
						<Select
							{...scrollingOptions}
							label={t.outcomeLabel}
							allowDeselect={false}
							data={Outcome.options.map((outcome) => ({ value: outcome as string, label: t.outcome[outcome] }))}
							value={typed.outcome}
							onChange={(outcome) => outcome !== null && set({ outcome: outcome as ApplicationFields['outcome'] })}
						/>
						{(isOver || typed.reason !== null) && (
							<Textarea
								label={t.reason}
								description={t.reasonHint}
								autosize
								maxLength={500}
								value={typed.reason ?? ''}
								onChange={(event) => set({ reason: event.currentTarget.value })}
							/>
						)}
					</div>
					<div className={classes.pair}>
						{text('nextStep', t.nextStep, 300)}
						<DateField label={t.nextStepDue} value={typed.nextStepDue} onChange={(nextStepDue) => set({ nextStepDue })} />
					</div>
					{isAsking && <Unsaved />}
					<SaveActions notice={<ErrorNotice error={save.error} />} isSaving={save.isPending} onCancel={onClose} />
				</Stack>
			</form>
		</Modal>
	);
}

/** One field for each interview, and an empty one for the next. */
function Interviews({ days, onChange }: { days: readonly LocalDate[]; onChange(days: LocalDate[]): void }) {
	const t = useTexts(texts);
	const fields: (LocalDate | null)[] = days.length < MOST_INTERVIEWS ? [...days, null] : [...days];
	return (
		<fieldset style={{ margin: 0, padding: 0, border: 0 }}>
			<legend className={classes.quiet}>{t.interviews}</legend>
			<div className={classes.pair}>
				{fields.map((day, index) => (
					<DateField
						// biome-ignore lint/suspicious/noArrayIndexKey: the fields are nothing but their places
						key={index}
						label={t.interview(index + 1)}
						value={day}
						onChange={(next) => onChange(fields.map((old, at) => (at === index ? next : old)).filter((one) => one !== null))}
					/>
				))}
			</div>
		</fieldset>
	);
}

const FIELDS = Object.keys(NEW) as (keyof ApplicationFields)[];

const fieldsOf = (application: ApplicationFields): ApplicationFields =>
	Object.fromEntries(FIELDS.map((field) => [field, application[field]])) as ApplicationFields;

const changed = (before: ApplicationFields, after: ApplicationFields): Partial<ApplicationFields> =>
	Object.fromEntries(
		FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])).map((field) => [
			field,
			after[field],
		]),
	);
