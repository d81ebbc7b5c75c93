import { Button, Group, List, Modal, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { LedgerError } from '#renderer/features/members/LedgerError.tsx';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import type { DeviceId } from '#shared/kernel/ids.ts';
import { focusPageTitle } from './focus-page-title.ts';
import { texts } from './texts.ts';

export interface RemoveDeviceProps {
	id: DeviceId;
	name: string;
	onClose: () => void;
}

/** Says what follows from it before a device is removed for good. */
export function RemoveDevice({ id, name, onClose }: RemoveDeviceProps) {
	const t = useTexts(texts);
	const queries = useQueryClient();
	const { vaults } = useSession();
	const remove = useMutation(
		api.devices.remove.mutationOptions({
			onSuccess: async () => {
				await queries.invalidateQueries({ queryKey: api.devices.key() });
				showNotice(t.removed(name));
				onClose();
				focusPageTitle();
			},
		}),
	);
	return (
		<Modal opened size="lg" title={<strong>{t.removeTitle(name)}</strong>} onClose={() => !remove.isPending && onClose()}>
			<Stack gap="lg">
				<p style={{ margin: 0 }}>{t.removeWhen}</p>
				<List spacing="xs">
					<List.Item>{t.removeStays}</List.Item>
					<List.Item>{t.removeLater}</List.Item>
					<List.Item>
						{t.removeKeys} {!vaults.includes('counselling') && t.removeKeysLater}
					</List.Item>
					<List.Item>{t.removeCopies}</List.Item>
					<List.Item>{t.removeBack}</List.Item>
				</List>
				<LedgerError error={remove.error} />
				<Group justify="flex-end">
					<Button variant="default" data-autofocus onClick={onClose}>
						{t.cancel}
					</Button>
					<Button color="brick" loading={remove.isPending} onClick={() => remove.mutate({ id })}>
						{t.removeConfirm}
					</Button>
				</Group>
			</Stack>
		</Modal>
	);
}
