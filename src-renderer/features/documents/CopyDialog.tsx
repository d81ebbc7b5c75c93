import { Alert, Button, Modal, Stack } from '@mantine/core';
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DialogActions } from '#renderer/ui/DialogActions.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import { type CaseDocument, isRisky } from '#shared/features/documents/model.ts';
import { saveCopy } from './content.ts';
import { texts } from './texts.ts';

/** A copy leaves the vault only after somebody has read what that means. */
export function CopyDialog({ document, onClose }: { document: CaseDocument; onClose(): void }) {
	const t = useTexts(texts);
	useReturnFocus();
	const save = useMutation({ mutationFn: () => saveCopy(document), onSuccess: onClose });
	return (
		<Modal opened onClose={onClose} title={<strong>{t.copyTitle}</strong>} returnFocus={false}>
			<Stack>
				<p style={{ margin: 0 }}>
					<bdi>{document.fileName}</bdi>
				</p>
				<p style={{ margin: 0 }}>{t.copyWords}</p>
				{isRisky(document) && (
					<Alert color="clay" icon={<IconAlertTriangle aria-hidden />}>
						{t.riskyWords}
					</Alert>
				)}
				<DialogActions notice={<ErrorNotice error={save.error} />}>
					<Button variant="default" onClick={onClose} data-autofocus>
						{t.cancel}
					</Button>
					<Button leftSection={<IconDownload size={18} aria-hidden />} loading={save.isPending} onClick={() => save.mutate()}>
						{t.copyNow}
					</Button>
				</DialogActions>
			</Stack>
		</Modal>
	);
}
