import { Alert, Button, Select, Textarea, TextInput } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { BalanceFields } from '#renderer/features/goals/BalanceFields.tsx';
import { SituationSection } from '#renderer/features/goals/SituationSection.tsx';
import { texts as goalTexts } from '#renderer/features/goals/texts.ts';
import { useDraft } from '#renderer/features/records/useDraft.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { scrollingOptions } from '#renderer/ui/scrolling-options.ts';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import { type ClosingFields, ClosingOutcome, ClosingReason } from '#shared/features/cases/closing.ts';
import type { CaseFile } from '#shared/features/cases/model.ts';
import type { Goal, Situation } from '#shared/features/goals/model.ts';
import { withoutExit } from '#shared/features/goals/progress.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { texts } from '../closing-texts.ts';
import { refreshCases } from '../refreshCases.ts';
import classes from './Closing.module.css';
import { type ClosingValues, closingFields, problemsOf, readDraft } from './closing-values.ts';
import { StillOpen } from './StillOpen.tsx';

interface Props {
	caseFile: CaseFile;
	goals: readonly Goal[];
	situation: readonly Situation[];
}

/** Closing a file, from top to bottom: what is still open, what came of it, and why it ends. */
export function ClosingForm({ caseFile, goals, situation }: Props) {
	const t = useTexts(texts);
	const draft = useDraft(`closing:${caseFile.id}`);
	return (
		<>
			<StillOpen caseId={caseFile.id} goals={goals} />
			<Section title={t.balances}>
				{goals.length === 0 ? (
					<p className={classes.hint}>{t.balancesNone}</p>
				) : (
					<ul className={classes.goals}>
						{goals.map((goal) => (
							<li key={goal.id}>
								<h3>{goal.text}</h3>
								<BalanceFields goal={goal} />
							</li>
						))}
					</ul>
				)}
			</Section>
			<SituationSection caseId={caseFile.id} situation={situation} frozen={false} moments={['exit']} />
			{draft.loaded && <Fields caseFile={caseFile} goals={goals} situation={situation} draft={draft} />}
		</>
	);
}

function Fields({ caseFile, goals, situation, draft }: Props & { draft: ReturnType<typeof useDraft> }) {
	const t = useTexts(texts);
	const areaNames = useTexts(goalTexts).themes;
	const today = localDateOf(Date.now());
	const [isRestored] = useState(draft.text !== null);
	const [values, setValues] = useState(() => readDraft(draft.text, today));
	const [tried, setTried] = useState(false);
	const unsaid = goals.filter(({ balance }) => balance === null);
	const areas = withoutExit(situation);
	const isWhole = unsaid.length === 0 && areas.length === 0;
	const problems = problemsOf(values, { openedOn: caseFile.openedOn, today, isWhole });
	const shown = (problem: Parameters<typeof problems.has>[0], words: string) => tried && problems.has(problem) && words;
	const close = useMutation({
		mutationFn: (fields: ClosingFields) => client.cases.close({ ...fields, id: caseFile.id }),
		onSuccess: async () => {
			await draft.discard();
			await refreshCases();
			showNotice(t.closed);
			document.querySelector<HTMLElement>('[data-page-title]')?.focus();
		},
	});
	const set = (changes: Partial<ClosingValues>) => {
		const next = { ...values, ...changes };
		setValues(next);
		draft.save(JSON.stringify(next));
		close.reset();
	};
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		setTried(true);
		const fields = closingFields(values);
		if (fields === null || problems.size > 0 || event.currentTarget.querySelector('[aria-invalid="true"]')) {
			focusFirstWrong(event.currentTarget);
			return;
		}
		close.mutate(fields);
	};
	return (
		<Section title={t.fields} description={t.intro}>
			{isRestored && <p className={classes.hint}>{t.restored}</p>}
			<form noValidate onSubmit={submit} style={{ display: 'contents' }}>
				<DateField
					label={t.closedOn}
					required
					notInFuture
					value={values.closedOn}
					onChange={(closedOn) => set({ closedOn })}
					error={shown('day', t.day)}
				/>
				<div className={classes.pair}>
					<Select
						{...scrollingOptions}
						label={t.reason}
						required
						data={ClosingReason.options.map((reason) => ({ value: reason as string, label: t.reasons[reason] }))}
						value={values.reason}
						onChange={(reason) => set({ reason: reason as ClosingReason | null })}
						error={shown('reason', t.reasonMissing)}
					/>
					<TextInput
						label={t.reasonWords}
						required={values.reason === 'other'}
						maxLength={500}
						value={values.reasonWords}
						onChange={(event) => set({ reasonWords: event.currentTarget.value })}
						error={shown('other', t.otherMissing)}
					/>
					<Select
						{...scrollingOptions}
						label={t.outcome}
						required
						data={ClosingOutcome.options.map((outcome) => ({ value: outcome as string, label: t.outcomes[outcome] }))}
						value={values.outcome}
						onChange={(outcome) => set({ outcome: outcome as ClosingOutcome | null })}
						error={shown('outcome', t.outcomeMissing)}
					/>
					<TextInput
						label={t.outcomeWords}
						maxLength={500}
						value={values.outcomeWords}
						onChange={(event) => set({ outcomeWords: event.currentTarget.value })}
					/>
				</div>
				<Textarea
					label={t.summary}
					description={t.summaryHint}
					autosize
					minRows={4}
					maxLength={10_000}
					value={values.summary}
					onChange={(event) => set({ summary: event.currentTarget.value })}
				/>
				{!isWhole && (
					<>
						<Alert color="clay" title={t.missing}>
							<ul className={classes.missing}>
								{unsaid.map(({ id, text }) => (
									<li key={id}>{t.missingGoal(text)}</li>
								))}
								{areas.length > 0 && <li>{t.missingAreas(areas.map((area) => areaNames[area]).join(', '))}</li>}
							</ul>
						</Alert>
						<TextInput
							label={t.missingBecause}
							description={t.missingBecauseHint}
							required
							maxLength={500}
							value={values.missingBecause}
							onChange={(event) => set({ missingBecause: event.currentTarget.value })}
							error={shown('missing', t.missingBecauseMissing)}
						/>
					</>
				)}
				<ErrorNotice error={close.error} />
				<div className={classes.actions}>
					<Button type="submit" loading={close.isPending} leftSection={<IconArchive size={18} aria-hidden />}>
						{t.close}
					</Button>
				</div>
			</form>
		</Section>
	);
}
