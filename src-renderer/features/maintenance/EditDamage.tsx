import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import type { Damage, DamageChanges } from '#shared/features/maintenance/model.ts';
import { completeDraft, type DamageDraft, DamageFormFields } from './DamageFormFields.tsx';
import { pageTexts } from './page-texts.ts';
import { refreshDamages } from './refresh-damages.ts';

/** Changes what is known of a case; what somebody else changed meanwhile in other fields stays. */
export function EditDamage({ damage, onClose }: { damage: Damage; onClose(): void }) {
	const t = useTexts(pageTexts);
	const [before] = useState(damage);
	const [draft, setDraft] = useState<DamageDraft>(damage);
	const [tried, setTried] = useState(false);
	useReturnFocus();
	const item = useQuery(api.inventory.get.queryOptions({ input: { id: damage.itemId } }));
	const save = useMutation({
		mutationFn: (changes: DamageChanges) => client.maintenance.update({ id: damage.id, changes }),
		onSuccess: async () => {
			await refreshDamages();
			onClose();
		},
	});
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		setTried(true);
		const complete = completeDraft(draft);
		// A day that cannot be read is known to its field alone.
		if (complete && !event.currentTarget.querySelector('[aria-invalid="true"]')) save.mutate(changedOf(before, complete));
	};
	return (
		<Modal opened onClose={onClose} title={<strong>{t.editTitle}</strong>} returnFocus={false}>
			<form noValidate onSubmit={submit}>
				<Stack>
					<DamageFormFields
						draft={draft}
						onChange={(changes) => setDraft((now) => ({ ...now, ...changes }))}
						checklist={item.data?.item.accessories ?? []}
						tried={tried}
					/>
					<ErrorNotice error={save.error} />
					<Group justify="flex-end">
						<Button variant="default" onClick={onClose}>
							{t.cancel}
						</Button>
						<Button type="submit" loading={save.isPending}>
							{t.save}
						</Button>
					</Group>
				</Stack>
			</form>
		</Modal>
	);
}

function changedOf(before: Damage, after: NonNullable<ReturnType<typeof completeDraft>>): DamageChanges {
	const { kind, description, accessories, unusable, foundOn } = after;
	const all = Object.entries({ kind, description, accessories, unusable, foundOn });
	return Object.fromEntries(
		all.filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof Damage])),
	);
}
