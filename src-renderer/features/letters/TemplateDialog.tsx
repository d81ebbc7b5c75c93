import { Button, Checkbox, Modal, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import { insertText } from '#renderer/ui/insert-text.ts';
import { SaveActions } from '#renderer/ui/SaveActions.tsx';
import { Unsaved } from '#renderer/ui/Unsaved.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import { useGuardedClose } from '#renderer/ui/useGuardedClose.ts';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import type { Template, TemplateFields, TemplateKind } from '#shared/features/letters/model.ts';
import { PLACEHOLDERS, type Placeholder, unknownPlaceholders } from '#shared/features/letters/placeholders.ts';
import classes from './Letters.module.css';
import { refreshLetters } from './refresh-letters.ts';
import { TemplatePreview } from './TemplatePreview.tsx';
import { templateTexts } from './template-texts.ts';

type Typed = Omit<TemplateFields, 'subject'> & { subject: string };

const NEW: Typed = { name: '', kind: 'letter', subject: '', body: '', isRetired: false };

/** A template and, beside it, what becomes of it for an invented person. */
export function TemplateDialog({ template, onClose }: { template: Template | null; onClose(): void }) {
	const t = useTexts(templateTexts);
	const [initial] = useState<Typed>(() => (template === null ? NEW : { ...template, subject: template.subject ?? '' }));
	const [typed, setTyped] = useState(initial);
	const [tried, setTried] = useState(false);
	const body = useRef<HTMLTextAreaElement>(null);
	const subject = useRef<HTMLInputElement>(null);
	/** Where one wrote last. */
	const [last, setLast] = useState<'body' | 'subject'>('body');
	const { isAsking, close } = useGuardedClose(typed, initial, onClose);
	useReturnFocus();
	const set = (changes: Partial<Typed>) => setTyped((before) => ({ ...before, ...changes }));
	const isLetter = typed.kind === 'letter';
	const insert = (name: Placeholder) => {
		const field = last === 'subject' && isLetter ? subject.current : body.current;
		if (field) insertText(field, `{${name}}`, (text) => set({ [field === subject.current ? 'subject' : 'body']: text }));
	};
	const save = useMutation({
		mutationFn: async () => {
			const fields = { name: typed.name, kind: typed.kind, subject: isLetter ? typed.subject || null : null };
			const rest = { body: typed.body, isRetired: typed.isRetired };
			if (template === null) await client.letters.addTemplate({ ...fields, ...rest });
			else
				await client.letters.changeTemplate({ id: template.id, changes: { ...fields, ...rest }, base: { body: template.body } });
		},
		onSuccess: async () => {
			onClose();
			showNotice(t.saved(typed.name.trim()));
			await refreshLetters();
		},
	});
	const unknown = { subject: isLetter ? unknownPlaceholders(typed.subject) : [], body: unknownPlaceholders(typed.body) };
	const told = (names: readonly string[]) => names.length > 0 && t.unknown(names.map((name) => `{${name}}`).join(', '));
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		setTried(true);
		const isWrong = !typed.name.trim() || !typed.body.trim() || unknown.subject.length > 0 || unknown.body.length > 0;
		if (isWrong) focusFirstWrong(event.currentTarget);
		else save.mutate();
	};
	return (
		<Modal
			opened
			onClose={close}
			size="76rem"
			title={<strong>{template === null ? t.addTitle : t.editTitle}</strong>}
			returnFocus={false}
		>
			<form noValidate onSubmit={submit}>
				<div className={classes.templates}>
					<Stack>
						<TextInput
							data-autofocus
							label={t.name}
							required
							maxLength={120}
							value={typed.name}
							error={tried && !typed.name.trim() && t.nameMissing}
							onChange={(event) => set({ name: event.currentTarget.value })}
						/>
						<SegmentedControl
							aria-label={t.kind}
							style={{ alignSelf: 'flex-start' }}
							data={Object.entries(t.kinds).map(([value, label]) => ({ value, label }))}
							value={typed.kind}
							onChange={(kind) => set({ kind: kind as TemplateKind })}
						/>
						{isLetter && (
							<TextInput
								ref={subject}
								label={t.subject}
								maxLength={200}
								value={typed.subject}
								error={told(unknown.subject)}
								onFocus={() => setLast('subject')}
								onChange={(event) => set({ subject: event.currentTarget.value })}
							/>
						)}
						<Textarea
							ref={body}
							className={classes.body ?? ''}
							label={t.body}
							required
							autosize
							minRows={10}
							maxRows={18}
							maxLength={50_000}
							value={typed.body}
							error={told(unknown.body) || (tried && !typed.body.trim() && t.bodyMissing)}
							onFocus={() => setLast('body')}
							onChange={(event) => set({ body: event.currentTarget.value })}
						/>
						<Checkbox
							label={t.offered}
							description={t.offeredHint}
							checked={!typed.isRetired}
							onChange={(event) => set({ isRetired: !event.currentTarget.checked })}
						/>
					</Stack>
					<Stack>
						<Placeholders onInsert={insert} />
						<TemplatePreview subject={isLetter ? typed.subject : ''} body={typed.body} />
					</Stack>
				</div>
				{isAsking && <Unsaved />}
				<SaveActions notice={<ErrorNotice error={save.error} />} isSaving={save.isPending} onCancel={onClose} />
			</form>
		</Modal>
	);
}

function Placeholders({ onInsert }: { onInsert(name: Placeholder): void }) {
	const t = useTexts(templateTexts);
	return (
		<fieldset style={{ margin: 0, padding: 0, border: 0 }}>
			<legend className={classes.quiet}>{`${t.insert}: ${t.insertHint}`}</legend>
			<div className={classes.chips}>
				{PLACEHOLDERS.map((name) => (
					<Button
						key={name}
						size="compact-sm"
						variant="default"
						fw={400}
						aria-label={t.insertOf(name)}
						onClick={() => onInsert(name)}
					>
						{name}
					</Button>
				))}
			</div>
		</fieldset>
	);
}
