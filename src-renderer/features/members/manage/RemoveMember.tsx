import { Checkbox, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import type { MemberOverview } from '#shared/features/members/model.ts';
import type { DeviceId } from '#shared/kernel/ids.ts';
import { useSession } from '../session.ts';
import { ChangeDialog } from './ChangeDialog.tsx';
import { Consequences } from './Consequences.tsx';
import { texts } from './change-texts.ts';
import { useConsequences } from './useConsequences.ts';

const REMOVE = { kind: 'remove' } as const;

export interface RemoveMemberProps {
	member: MemberOverview;
	onClose: () => void;
	onRemoved: () => void;
}

/** Ends somebody's access, with the devices they keep or that are gone. */
export function RemoveMember({ member, onClose, onRemoved }: RemoveMemberProps) {
	const t = useTexts(texts);
	const queries = useQueryClient();
	const { deviceId } = useSession();
	const [ready, setReady] = useState(false);
	const [chosen, setChosen] = useState<string[]>([]);
	const remove = useMutation(
		api.members.remove.mutationOptions({
			onSuccess: () => {
				showNotice(t.done.removed(member.name));
				onRemoved();
			},
			onSettled: async () => {
				await queries.invalidateQueries({ queryKey: api.members.key() });
				await queries.invalidateQueries({ queryKey: api.devices.key() });
			},
		}),
	);
	const found = useConsequences(member.id, REMOVE, remove.isPending);
	// The device one sits at is removed from another one.
	const devices = found.data?.refusal === null ? found.data.devices.filter(({ id }) => id !== deviceId) : [];
	return (
		<ChangeDialog
			title={t.removeTitle(member.name)}
			confirm={t.removeSave}
			isRemoval
			ready={ready}
			pending={remove.isPending}
			error={remove.error}
			onConfirm={() => remove.mutate({ id: member.id, devices: chosen as DeviceId[], accepted: true })}
			onClose={onClose}
		>
			<Consequences member={member} change={REMOVE} beingMade={remove.isPending} onReady={setReady} />
			{devices.length > 0 && (
				<Checkbox.Group label={t.devices} description={t.devicesHint(member.name)} size="md" value={chosen} onChange={setChosen}>
					<Stack gap="xs" mt="xs">
						{devices.map(({ id, name }) => (
							<Checkbox key={id} value={id} label={name} />
						))}
					</Stack>
				</Checkbox.Group>
			)}
		</ChangeDialog>
	);
}
