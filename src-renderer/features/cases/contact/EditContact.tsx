import { Alert, Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useSession } from '#renderer/features/members/session.ts';
import { useDraft } from '#renderer/features/records/useDraft.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { Contact } from '#shared/features/cases/model.ts';
import { refreshCases } from '../refreshCases.ts';
import classes from './Contact.module.css';
import { ContactFieldset } from './ContactFieldset.tsx';
import { beforeOfDraft, changedContactFields, contactFields, contactValuesOf } from './contactValues.ts';
import { texts } from './texts.ts';
import { useContactForm } from './useContactForm.ts';

interface Props {
	contact: Contact;
	onDone(): void;
}

/** Changes a note in its place in the timeline. */
export function EditContact(props: Props) {
	const draft = useDraft(`contact:${props.contact.id}`);
	return draft.loaded ? <LoadedForm {...props} draft={draft} /> : null;
}

function LoadedForm({ contact, onDone, draft }: Props & { draft: ReturnType<typeof useDraft> }) {
	const t = useTexts(texts);
	const { member } = useSession();
	/** As it was when editing began, in a draft perhaps days ago: only what is changed here is sent. */
	const [before] = useState(() => beforeOfDraft(draft.text) ?? contact);
	const form = useContactForm(() => contactValuesOf(before), draft, before);
	const root = useRef<HTMLDivElement>(null);
	const [tried, setTried] = useState(false);
	const [saving, setSaving] = useState(false);
	const [error, setError] = useState<unknown>(null);
	const own = before.authorId === member.id;

	const save = async () => {
		if (saving) return;
		if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
		setTried(true);
		await new Promise((resolve) => setTimeout(resolve, 0));
		const fields = contactFields(form.values, before);
		const wrong = root.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
		if (fields === null || !fields.text || wrong) {
			requestAnimationFrame(() => root.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
			return;
		}
		const note = form.values.privateNote.trim();
		const noteChanged = own && note !== (before.privateNote ?? '');
		setSaving(true);
		setError(null);
		try {
			await client.cases.updateContact({
				id: before.id,
				changes: changedContactFields(before, fields),
				base: { text: before.text },
				...(noteChanged && { privateNote: note || null }),
			});
			await draft.discard();
			await refreshCases();
			onDone();
		} catch (caught) {
			setError(caught);
			setSaving(false);
		}
	};

	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: the shortcut belongs to the note as a whole
		<div
			ref={root}
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
			<ContactFieldset values={form.values} onChange={form.set} tried={tried} withTodo={false} withPrivateNote={own} />
			<ErrorNotice error={error} />
			<div className={classes.buttons}>
				<Button onClick={() => void save()} loading={saving}>
					{t.saveChanges}
				</Button>
				<Button variant="default" onClick={() => void draft.discard().then(onDone)}>
					{t.cancel}
				</Button>
			</div>
		</div>
	);
}
