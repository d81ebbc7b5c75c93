import { Alert, Button, Textarea } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { type Draft, useDraft } from '#renderer/features/records/useDraft.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { showNotice, showUndo } from '#renderer/ui/undo-toast.tsx';
import { isAsked, problemWith, settled, standing } from '#shared/features/funder-data/answers.ts';
import { DAY_OF, NOT_BEGUN, type Part, type Participation } from '#shared/features/funder-data/model.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';
import { CompleteDialog } from './CompleteDialog.tsx';
import classes from './Funder.module.css';
import { FunderError } from './FunderError.tsx';
import { Question } from './Question.tsx';
import { GROUPS } from './questions.ts';
import { refreshFunderData } from './refresh-funder-data.ts';
import { texts } from './texts.ts';
import { usePartDraft } from './usePartDraft.ts';
import type { Suggest } from './useSuggestions.ts';

interface Props {
	caseId: CaseId;
	part: Part;
	participation: Participation | null;
	suggest: Suggest;
	/** A completed part is changed with a reason. */
	isCorrection: boolean;
	onDone(): void;
}

/** The questions of one part, to be answered or corrected; what is typed survives. */
export function PartForm(props: Props) {
	const draft = useDraft(`funder${props.isCorrection ? 'fix' : ''}${props.part.replace('_', '')}:${props.caseId}`);
	return draft.loaded && <LoadedForm {...props} draft={draft} />;
}

function LoadedForm({ caseId, part, participation, suggest, isCorrection, onDone, draft }: Props & { draft: Draft }) {
	const t = useTexts(texts);
	const form = usePartDraft(draft);
	const root = useRef<HTMLFormElement>(null);
	const [tried, setTried] = useState(false);
	const [saving, setSaving] = useState(false);
	const [completing, setCompleting] = useState(false);
	const [error, setError] = useState<unknown>(null);
	/** A new key empties the fields that keep their own state. */
	const [round, setRound] = useState(0);
	const values = settled(part, { ...NOT_BEGUN, ...participation, ...form.changes });
	const whole = { ...(NOT_BEGUN as unknown as Participation), ...participation, ...values };
	const problem = problemWith(part, whole, localDateOf(Date.now()));
	const { open, refused } = standing(part, values);

	const send = async (work: () => Promise<void>, said: string) => {
		if (saving) return false;
		setSaving(true);
		setError(null);
		try {
			await work();
			await form.clear();
			await refreshFunderData();
			showNotice(said);
			return true;
		} catch (caught) {
			setError(caught);
			return false;
		} finally {
			setSaving(false);
		}
	};
	const isReady = () => {
		if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
		setTried(true);
		if (problem === null && (!isCorrection || form.reason.trim() !== '')) return true;
		requestAnimationFrame(() => root.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
		return false;
	};
	const save = () => send(() => client.funderData.save({ caseId, changes: form.changes }), t.saved);
	const correct = async () => {
		if (!isReady()) return;
		const { changes, reason } = form;
		if (await send(() => client.funderData.correct({ caseId, part, changes, reason }), t.corrected)) onDone();
	};
	const complete = async () => {
		const { changes } = form;
		const done = await send(() => client.funderData.complete({ caseId, part, changes }), t.completed[part]);
		setCompleting(false);
		if (done) onDone();
	};
	const discard = async () => {
		const { changes, reason } = form;
		await form.clear();
		setTried(false);
		setRound(round + 1);
		if (isCorrection) onDone();
		else
			showUndo(t.discarded, () => {
				form.put(changes, reason);
				setRound(round + 2);
			});
	};
	const submit = () => void (isCorrection ? correct() : form.isWritten ? save() : undefined);

	return (
		<form
			ref={root}
			key={round}
			className={classes.form}
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				submit();
			}}
			onKeyDown={(event: KeyboardEvent) => {
				if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
					event.preventDefault();
					submit();
				}
			}}
		>
			{form.restored && (
				<Alert color="petrol" variant="light" icon={<IconHistory aria-hidden />} role="status">
					{t.restored}
				</Alert>
			)}
			{GROUPS[part].map(({ name, consent, fields }) => (
				// biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be laid out as a heading
				<div key={name} role="group" aria-label={t.group[name]} className={classes.group}>
					{GROUPS[part].length > 1 && <h3 className={classes.groupName}>{t.group[name]}</h3>}
					{consent && (
						<Question
							field={consent}
							isConsent
							value={values[consent]}
							suggestion={null}
							onChange={(value) => form.answer(consent, value)}
						/>
					)}
					{consent && values[consent] !== 'yes' && (
						<span className={classes.quiet}>{values[consent] === 'no' ? t.consentNo : t.consentOpen}</span>
					)}
					{(!consent || values[consent] === 'yes') &&
						fields
							.filter((field) => isAsked(field, values))
							.map((field) => (
								<Question
									key={field}
									field={field}
									value={values[field]}
									suggestion={suggest(field, values)}
									error={tried && problem !== null && field === DAY_OF[part] ? t.problem[problem] : undefined}
									onChange={(value) => form.answer(field, value)}
								/>
							))}
				</div>
			))}
			{isCorrection && (
				<Textarea
					label={t.reason}
					description={t.reasonHint}
					required
					autosize
					minRows={2}
					maxLength={500}
					value={form.reason}
					onChange={(event) => form.explain(event.currentTarget.value)}
					error={tried && form.reason.trim() === '' ? t.reasonMissing : undefined}
				/>
			)}
			<div className={classes.end}>
				<FunderError error={error} />
				<div className={classes.buttons}>
					<span className={classes.count} role="status">
						{t.standing(open.length, refused.length)}
					</span>
					{isCorrection ? (
						<>
							<Button variant="default" onClick={() => void discard()}>
								{t.cancel}
							</Button>
							<Button type="submit" loading={saving}>
								{t.saveCorrection}
							</Button>
						</>
					) : (
						<>
							{form.isWritten && (
								<>
									<Button variant="default" onClick={() => void discard()}>
										{t.discard}
									</Button>
									<Button variant="default" type="submit" loading={saving}>
										{t.save}
									</Button>
								</>
							)}
							<Button onClick={() => isReady() && setCompleting(true)}>{t.complete[part]}</Button>
						</>
					)}
				</div>
			</div>
			{completing && (
				<CompleteDialog
					part={part}
					open={open}
					saving={saving}
					onComplete={() => void complete()}
					onClose={() => setCompleting(false)}
				/>
			)}
			{error !== null && completing && <ErrorNotice error={error} />}
		</form>
	);
}
