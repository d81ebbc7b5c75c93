import { Button, Group, List, Modal, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { LedgerError } from '#renderer/features/members/LedgerError.tsx';
import { useSession } from '#renderer/features/members/session.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import { texts } from './kit-texts.ts';
import classes from './SettingsPage.module.css';

/** What a new kit means, before there is one; then on to printing it. */
export function RenewKit({ onClose }: { onClose: () => void }) {
	const t = useTexts(texts);
	const queries = useQueryClient();
	const navigate = useNavigate();
	const { vaults } = useSession();
	useReturnFocus();
	const renew = useMutation(
		api.site.renewKit.mutationOptions({
			// The page that prints it asks for it; nothing else keeps it.
			gcTime: 0,
			onSuccess: async () => {
				await queries.invalidateQueries({ queryKey: api.site.key() });
				onClose();
				await navigate({ to: '/notfallblatt' });
			},
		}),
	);
	return (
		<Modal opened onClose={onClose} title={<strong>{t.renewTitle}</strong>} size="lg">
			<Stack>
				<p className={classes.words}>{t.renewWhen}</p>
				<List spacing="xs">
					<List.Item>{t.renewOld}</List.Item>
					<List.Item>{t.renewNew}</List.Item>
					{!vaults.includes('counselling') && <List.Item>{t.renewCases}</List.Item>}
				</List>
				<LedgerError error={renew.error} />
				<Group justify="flex-end">
					<Button variant="default" onClick={onClose} data-autofocus>
						{t.cancel}
					</Button>
					<Button loading={renew.isPending} onClick={() => renew.mutate(undefined)}>
						{t.renewConfirm}
					</Button>
				</Group>
			</Stack>
		</Modal>
	);
}
