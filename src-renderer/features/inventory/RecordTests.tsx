import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api, queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import { useReturnFocus } from '#renderer/ui/useReturnFocus.ts';
import type { ItemId } from '#shared/kernel/ids.ts';
import { formatLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import { fieldTexts } from './field-texts.ts';
import { texts } from './texts.ts';

/** Items of one call, as the contract has it. */
const AT_ONCE = 500;

interface Props {
	ids: readonly ItemId[];
	onClose(): void;
	onDone?(): void;
}

/** One day for the electrical tests of many items, as after the visit of whoever tests them. */
export function RecordTests({ ids, onClose, onDone }: Props) {
	const t = useTexts(texts);
	const { field } = useTexts(fieldTexts);
	const [day, setDay] = useState<LocalDate | null>(null);
	const [missing, setMissing] = useState(false);
	useReturnFocus();
	const save = useMutation({
		mutationFn: async (testedUntil: LocalDate) => {
			for (let from = 0; from < ids.length; from += AT_ONCE) {
				await client.inventory.recordTests({ ids: ids.slice(from, from + AT_ONCE), testedUntil });
			}
		},
		onSuccess: async (_, testedUntil) => {
			await queryClient.invalidateQueries({ queryKey: api.inventory.key() });
			showNotice(t.testDone(ids.length, formatLocalDate(testedUntil)));
			onDone?.();
			onClose();
		},
	});
	return (
		<Modal opened onClose={onClose} title={<strong>{t.testTitle(ids.length)}</strong>} returnFocus={false}>
			<form
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					// A day that cannot be read is known to its field alone.
					if (event.currentTarget.querySelector('[aria-invalid="true"]')) return;
					setMissing(day === null);
					if (day !== null) save.mutate(day);
				}}
			>
				<Stack>
					<Text>{t.testHint}</Text>
					<DateField
						data-autofocus
						label={field.testedUntil}
						value={day}
						onChange={(next) => {
							setDay(next);
							setMissing(false);
						}}
						error={missing ? t.testMissing : undefined}
					/>
					<ErrorNotice error={save.error} />
					<Group justify="flex-end">
						<Button variant="default" onClick={onClose}>
							{t.cancel}
						</Button>
						<Button type="submit" loading={save.isPending}>
							{t.testSave}
						</Button>
					</Group>
				</Stack>
			</form>
		</Modal>
	);
}
