import { Modal, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import { SaveActions } from '#renderer/ui/SaveActions.tsx';
import { Unsaved } from '#renderer/ui/Unsaved.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import { useGuardedClose } from '#renderer/ui/useGuardedClose.ts';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import type { CaseId } from '#shared/kernel/ids.ts';
import { texts } from '../closing-texts.ts';
import { refreshCases } from '../refreshCases.ts';
import classes from './Closing.module.css';

/** Opens a closed file again, with why. */
export function ReopenDialog({ caseId, onClose }: { caseId: CaseId; onClose(): void }) {
	const t = useTexts(texts);
	const [reason, setReason] = useState('');
	const [tried, setTried] = useState(false);
	const { isAsking, close } = useGuardedClose(reason, '', onClose);
	useReturnFocus();
	const reopen = useMutation({
		mutationFn: () => client.cases.reopen({ id: caseId, reason }),
		onSuccess: async () => {
			onClose();
			await refreshCases();
			showNotice(t.reopened);
		},
	});
	return (
		<Modal opened onClose={close} title={<strong>{t.reopenTitle}</strong>} returnFocus={false}>
			<form
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					setTried(true);
					if (reason.trim() === '') focusFirstWrong(event.currentTarget);
					else reopen.mutate();
				}}
			>
				<Stack>
					<p className={classes.hint}>{t.reopenWords}</p>
					<Textarea
						label={t.reopenReason}
						data-autofocus
						required
						autosize
						minRows={2}
						maxLength={500}
						value={reason}
						error={tried && reason.trim() === '' && t.reopenMissing}
						onChange={(event) => setReason(event.currentTarget.value)}
					/>
					<SaveActions
						notice={
							<>
								<ErrorNotice error={reopen.error} />
								{isAsking && <Unsaved />}
							</>
						}
						word={t.reopen}
						isSaving={reopen.isPending}
						onCancel={onClose}
					/>
				</Stack>
			</form>
		</Modal>
	);
}
