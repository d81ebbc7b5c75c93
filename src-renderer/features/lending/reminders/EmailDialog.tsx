import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTexts } from '#renderer/i18n/texts.ts';
import { copyText } from '#renderer/ui/copy-text.ts';
import { DialogActions } from '#renderer/ui/DialogActions.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import { borrowerName } from '#shared/features/borrowers/model.ts';
import type { Reminder } from '#shared/features/lending/model.ts';
import { noteReminded } from './note-reminded.ts';
import { useReminderContext } from './reminder-context.ts';
import { reminderEmail } from './reminder-words.ts';
import { texts } from './texts.ts';

/**
 * The text of an e-mail, to be copied: the window may open nothing but https addresses, so no mail program either. What
 * is shown is what is copied.
 */
export function EmailDialog({ reminder, onClose }: { reminder: Reminder; onClose(): void }) {
	const t = useTexts(texts);
	const { context, error, retry } = useReminderContext();
	useReturnFocus();
	const note = useMutation({
		mutationFn: () => noteReminded([reminder], 'email'),
		onSuccess: () => {
			showNotice(t.noted(borrowerName(reminder.borrower), t.way.email));
			onClose();
		},
	});
	const email = context && reminderEmail(reminder, context);
	const copy = (text: string) => showNotice(copyText(text) ? t.copied : t.notCopied, 'copied');
	return (
		<Modal opened onClose={onClose} size="lg" title={<strong>{t.emailTitle}</strong>} returnFocus={false}>
			<Stack>
				<ErrorNotice error={error} onRetry={retry} />
				<Copied label={t.emailTo} value={reminder.borrower.email} none={t.noEmail} action={t.copyTo} onCopy={copy} />
				{email && (
					<>
						<Copied label={t.subject} value={email.subject} none="" action={t.copySubject} onCopy={copy} />
						<Textarea label={t.text} readOnly autosize minRows={8} maxRows={16} value={email.text} lang="de" />
					</>
				)}
				<DialogActions notice={<ErrorNotice error={note.error} />}>
					<Button variant="default" onClick={onClose}>
						{t.close}
					</Button>
					<Button variant="default" loading={note.isPending} onClick={() => note.mutate()}>
						{t.sent}
					</Button>
					<Button data-autofocus leftSection={<IconCopy size={18} aria-hidden />} onClick={() => email && copy(email.text)}>
						{t.copyText}
					</Button>
				</DialogActions>
			</Stack>
		</Modal>
	);
}

interface CopiedProps {
	label: string;
	value: string | null;
	/** What stands there instead of a value. */
	none: string;
	action: string;
	onCopy(text: string): void;
}

function Copied({ label, value, none, action, onCopy }: CopiedProps) {
	return (
		<Group align="flex-end" wrap="nowrap">
			<TextInput flex={1} label={label} readOnly value={value ?? ''} placeholder={none} />
			{value !== null && (
				<Button variant="default" onClick={() => onCopy(value)}>
					{action}
				</Button>
			)}
		</Group>
	);
}
