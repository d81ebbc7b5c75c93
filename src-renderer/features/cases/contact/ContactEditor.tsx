import { Alert, Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { useDraft } from '#renderer/features/records/useDraft.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { showNotice, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { CaseId } from '#shared/kernel/ids.ts';
import { refreshCases } from '../refreshCases.ts';
import classes from './Contact.module.css';
import { ContactFieldset } from './ContactFieldset.tsx';
import { blankContact, contactFields, isUnwritten } from './contactValues.ts';
import { texts } from './texts.ts';
import { useContactForm } from './useContactForm.ts';

/** Always ready at the top of a case file: the note is written while the person is still there. */
export function ContactEditor({ caseId }: { caseId: CaseId }) {
	const draft = useDraft(`contact:${caseId}`);
	const t = useTexts(texts);
	return <Section title={t.newNote}>{draft.loaded && <LoadedEditor caseId={caseId} draft={draft} />}</Section>;
}

function LoadedEditor({ caseId, draft }: { caseId: CaseId; draft: ReturnType<typeof useDraft> }) {
	const t = useTexts(texts);
	const { member } = useSession();
	const form = useContactForm(() => blankContact(Date.now()), draft, null);
	const root = useRef<HTMLDivElement>(null);
	const [tried, setTried] = useState(false);
	const [saving, setSaving] = useState(false);
	const [error, setError] = useState<unknown>(null);
	/** A new key empties the fields that keep their own state. */
	const [round, setRound] = useState(0);
	const { values } = form;
	const written = !isUnwritten(values);
	// The fields are new: who has gone nowhere else meanwhile goes on writing in them.
	useEffect(() => {
		if (round > 0 && document.activeElement === document.body) root.current?.querySelector('textarea')?.focus();
	}, [round]);

	const startOver = () => {
		form.reset(blankContact(Date.now()));
		setTried(false);
		setRound((before) => before + 1);
	};
	const save = async () => {
		if (saving) return;
		if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
		setTried(true);
		await new Promise((resolve) => setTimeout(resolve, 0));
		const fields = contactFields(values, null);
		const wrong = root.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
		if (fields === null || !fields.text || wrong) {
			requestAnimationFrame(() => root.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
			return;
		}
		setSaving(true);
		setError(null);
		try {
			await client.cases.addContact({ ...fields, caseId, privateNote: values.privateNote.trim() || null });
		} catch (caught) {
			setError(caught);
			setSaving(false);
			return;
		}
		await draft.discard();
		if (fields.nextStep && values.asTodo) {
			await client.cases
				.addTodo({ subject: fields.nextStep, due: fields.nextStepDue, ownerId: member.id, caseId })
				.catch(() => showNotice(t.todoFailed));
		}
		setSaving(false);
		startOver();
		void refreshCases();
	};
	const discard = async () => {
		const typed = JSON.stringify(values);
		await draft.discard();
		startOver();
		showUndo(t.discarded, () => {
			form.reset(JSON.parse(typed));
			draft.save(typed);
			setRound((before) => before + 1);
		});
	};

	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: the shortcut belongs to the note as a whole
		<div
			ref={root}
			key={round}
			className={classes.editor}
			onKeyDown={(event: KeyboardEvent) => {
				if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
					event.preventDefault();
					void save();
				}
			}}
		>
			{form.restored && (
				<Alert color="petrol" variant="light" icon={<IconHistory aria-hidden />} role="status">
					{t.restored}
				</Alert>
			)}
			<ContactFieldset values={values} onChange={form.set} tried={tried} withTodo withPrivateNote />
			<ErrorNotice error={error} />
			<div className={classes.buttons}>
				<Button onClick={() => void save()} loading={saving}>
					{t.save}
				</Button>
				{written && (
					<Button variant="default" onClick={() => void discard()}>
						{t.discard}
					</Button>
				)}
				<span className={classes.quiet}>{t.saveHint}</span>
			</div>
		</div>
	);
}
