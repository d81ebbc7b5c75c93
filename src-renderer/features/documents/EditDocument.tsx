import { Modal, Select, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import { SaveActions } from '#renderer/ui/SaveActions.tsx';
import { Unsaved } from '#renderer/ui/Unsaved.tsx';
import { useGuardedClose } from '#renderer/ui/useGuardedClose.ts';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import { plainLine } from '#shared/features/documents/file-name.ts';
import { type CaseDocument, type DocumentFields, DocumentKind } from '#shared/features/documents/model.ts';
import { refreshDocuments } from './refresh-documents.ts';
import { texts } from './texts.ts';

/** What a document is called, and what it is. */
export function EditDocument({ document, onClose }: { document: CaseDocument; onClose(): void }) {
	const t = useTexts(texts);
	const [initial] = useState<DocumentFields>(() => {
		const { title, kind, tags, date, note } = document;
		return { title, kind, tags, date, note };
	});
	const [fields, setFields] = useState(initial);
	const [tried, setTried] = useState(false);
	const { isAsking, close } = useGuardedClose(fields, initial, onClose);
	useReturnFocus();
	const set = (changes: Partial<DocumentFields>) => setFields((before) => ({ ...before, ...changes }));
	const save = useMutation({
		mutationFn: () => client.documents.update({ id: document.id, changes: changedOf(initial, fields) }),
		onSuccess: async () => {
			onClose();
			await refreshDocuments();
		},
	});
	const isTitleMissing = plainLine(fields.title) === '';
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		setTried(true);
		const isUnread = event.currentTarget.querySelector('[data-unread] [aria-invalid="true"]') !== null;
		if (isUnread || isTitleMissing) focusFirstWrong(event.currentTarget);
		else save.mutate();
	};
	return (
		<Modal opened onClose={close} size="lg" title={<strong>{t.edit}</strong>} returnFocus={false}>
			<form noValidate onSubmit={submit}>
				<Stack>
					<TextInput
						label={t.field.title}
						required
						data-autofocus
						maxLength={160}
						value={fields.title}
						error={tried && isTitleMissing ? t.titleMissing : undefined}
						onChange={(event) => set({ title: event.currentTarget.value })}
					/>
					<Select
						label={t.field.kind}
						allowDeselect={false}
						data={DocumentKind.options.map((value) => ({ value, label: t.kind[value] }))}
						value={fields.kind}
						onChange={(kind) => set({ kind: (kind ?? 'other') as DocumentKind })}
						maw="20rem"
					/>
					<div data-unread>
						<DateField label={t.field.date} value={fields.date} onChange={(date) => set({ date })} />
					</div>
					<TagsInput
						label={t.field.tags}
						description={t.tagsHint}
						maxTags={12}
						value={fields.tags}
						onChange={(tags) => set({ tags: tags.map((tag) => plainLine(tag).slice(0, 40)).filter(Boolean) })}
					/>
					<Textarea
						label={t.field.note}
						autosize
						minRows={2}
						maxRows={8}
						maxLength={2000}
						value={fields.note ?? ''}
						onChange={(event) => set({ note: event.currentTarget.value })}
					/>
					{isAsking && <Unsaved />}
					<SaveActions notice={<ErrorNotice error={save.error} />} isSaving={save.isPending} onCancel={close} />
				</Stack>
			</form>
		</Modal>
	);
}

/** Only what was changed here: what a colleague changed meanwhile stays. */
function changedOf(before: DocumentFields, after: DocumentFields): Partial<DocumentFields> {
	const names = Object.keys(after) as (keyof DocumentFields)[];
	return Object.fromEntries(
		names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).map((name) => [name, after[name]]),
	);
}
