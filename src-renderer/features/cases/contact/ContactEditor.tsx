import { Alert, Button, Skeleton, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconHistory, IconPencil } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { type Draft, useDraft } from '#renderer/features/records/useDraft.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { showNotice, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { CaseId } from '#shared/kernel/ids.ts';
import { refreshCases } from '../refreshCases.ts';
import classes from './Contact.module.css';
import { ContactFieldset } from './ContactFieldset.tsx';
import { blankContact, contactFields, isUnwritten } from './contactValues.ts';
import { texts } from './texts.ts';
import { useContactForm } from './useContactForm.ts';

/**
 * Always ready above the notes, as one line: the note is written while the person is still there. It opens when somebody
 * comes to it (Alt+N from anywhere on the page), and by itself where a begun note waits.
 */
export function ContactEditor({ caseId }: { caseId: CaseId }) {
	const draft = useDraft(`contact:${caseId}`);
	return draft.loaded ? <LoadedEditor caseId={caseId} draft={draft} /> : <Skeleton height={58} />;
}

function LoadedEditor({ caseId, draft }: { caseId: CaseId; draft: Draft }) {
	const t = useTexts(texts);
	const titleId = useId();
	const { member } = useSession();
	const form = useContactForm(() => blankContact(Date.now()), draft, null);
	const root = useRef<HTMLElement>(null);
	const [open, setOpen] = useState(form.restored);
	/** The focus comes back to the line by itself, which is no wish to write yet. */
	const comesBack = useRef(false);
	const [tried, setTried] = useState(false);
	const [saving, setSaving] = useState(false);
	const [error, setError] = useState<unknown>(null);
	/** A new key empties the fields that keep their own state. */
	const [round, setRound] = useState(0);
	const { values } = form;
	const written = !isUnwritten(values);
	const textField = () => root.current?.querySelector('textarea');
	const comeBack = () => {
		comesBack.current = true;
		textField()?.focus();
		comesBack.current = false;
	};
	// biome-ignore lint/correctness/useExhaustiveDependencies: once per round, when the fields are new
	useEffect(() => {
		// Who has gone nowhere else meanwhile goes on from here.
		if (round > 0 && document.activeElement === document.body) comeBack();
	}, [round]);
	const write = () => {
		if (document.querySelector('[aria-modal="true"]')) return;
		setOpen(true);
		textField()?.focus();
	};
	useHotkeys([['alt+N', write, { preventDefault: true, usePhysicalKeys: true }]], []);

	const startOver = () => {
		form.reset(blankContact(Date.now()));
		setTried(false);
		setOpen(false);
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
			setOpen(true);
			setRound((before) => before + 1);
		});
	};
	const putAway = () => {
		startOver();
		void draft.discard();
	};

	return (
		<section
			ref={root}
			key={round}
			aria-labelledby={titleId}
			className={classes.note}
			data-short={!open || undefined}
			onFocus={(event) => !comesBack.current && event.target.tagName === 'TEXTAREA' && setOpen(true)}
			onMouseDown={() => setOpen(true)}
			onKeyDown={(event: KeyboardEvent<HTMLElement>) => {
				if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
					event.preventDefault();
					void save();
				}
				const isInList = event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true';
				if (event.key === 'Escape' && open && !written && !isInList) putAway();
			}}
		>
			<div className={classes.editor}>
				<Title order={2} id={titleId} className={open ? undefined : classes.unseen}>
					{t.newNote}
				</Title>
				{form.restored && (
					<Alert color="petrol" variant="light" icon={<IconHistory aria-hidden />} role="status">
						{t.restored}
					</Alert>
				)}
				<ContactFieldset
					values={values}
					onChange={(changes) => {
						setOpen(true);
						form.set(changes);
					}}
					tried={tried}
					withTodo
					withPrivateNote
					isShort={!open}
				/>
				{open && (
					<>
						<ErrorNotice error={error} />
						<div className={classes.buttons}>
							<Button onClick={() => void save()} loading={saving}>
								{t.save}
							</Button>
							<Button variant="default" onClick={() => (written ? void discard() : putAway())}>
								{written ? t.discard : t.putAway}
							</Button>
							<span className={classes.quiet}>{t.saveHint}</span>
						</div>
					</>
				)}
			</div>
			{!open && (
				<>
					<IconPencil className={classes.pen} size={20} aria-hidden />
					<kbd className={classes.key} aria-hidden>
						{t.beginKey}
					</kbd>
				</>
			)}
		</section>
	);
}
