import { Alert, Button, Modal, Stack } from '@mantine/core';
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DialogActions } from '#renderer/ui/DialogActions.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import { type ExportFacts, enclosed, NotHere, saveArchive } from './archive.ts';
import { texts } from './texts.ts';

/** All of it leaves the vault as a file, after somebody has read what that means. */
export function ArchiveDialog({ facts, onClose }: { facts: ExportFacts; onClose(): void }) {
	const t = useTexts(texts);
	useReturnFocus();
	const [done, setDone] = useState(0);
	const count = enclosed(facts).length;
	const save = useMutation({
		mutationFn: () => saveArchive(facts, setDone),
		onSuccess: () => {
			onClose();
			showNotice(t.archived);
		},
	});
	return (
		<Modal opened onClose={onClose} title={<strong>{t.archiveTitle}</strong>} returnFocus={false}>
			<Stack>
				<p style={{ margin: 0 }}>{t.archiveWords(count)}</p>
				<Alert color="clay" icon={<IconAlertTriangle aria-hidden />}>
					{t.archiveWarning}
				</Alert>
				{save.isPending && count > 0 && <p role="status">{t.archiveProgress(done + 1, count)}</p>}
				<DialogActions
					notice={
						save.error instanceof NotHere ? (
							<Alert color="brick" role="alert">
								{t.notHere(save.error.title)}
							</Alert>
						) : (
							<ErrorNotice error={save.error} />
						)
					}
				>
					<Button variant="default" onClick={onClose} data-autofocus>
						{t.cancel}
					</Button>
					<Button leftSection={<IconDownload size={18} aria-hidden />} loading={save.isPending} onClick={() => save.mutate()}>
						{t.archiveNow}
					</Button>
				</DialogActions>
			</Stack>
		</Modal>
	);
}
