import { Button, Group, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { flushDrafts } from '#renderer/features/records/pending-drafts.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { texts } from './texts.ts';

/** Says what follows before this PC becomes a kiosk; `onEntered`: this window forgets everything. */
export function EnterKiosk({ onClose, onEntered }: { onClose: () => void; onEntered: () => void }) {
	const t = useTexts(texts);
	const enter = useMutation(api.kiosk.enter.mutationOptions({ onMutate: flushDrafts, onSuccess: onEntered }));
	return (
		<Modal opened title={<strong>{t.enterTitle}</strong>} onClose={() => !enter.isPending && onClose()}>
			<p style={{ marginTop: 0 }}>{t.enterWords}</p>
			<ErrorNotice error={enter.error} />
			<Group justify="flex-end">
				<Button variant="default" onClick={onClose}>
					{t.cancel}
				</Button>
				<Button data-autofocus loading={enter.isPending} onClick={() => enter.mutate(undefined)}>
					{t.toKiosk}
				</Button>
			</Group>
		</Modal>
	);
}
