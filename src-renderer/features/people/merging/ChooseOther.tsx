import { Button, Modal, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { PersonPicker } from '#renderer/features/cases/PersonPicker.tsx';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DialogActions } from '#renderer/ui/DialogActions.tsx';
import type { PersonId } from '#shared/kernel/ids.ts';
import { texts } from './texts.ts';

/** Whom to compare somebody with. */
export function ChooseOther({ id, opened, onClose }: { id: PersonId; opened: boolean; onClose(): void }) {
	const t = useTexts(texts);
	const navigate = useNavigate();
	const [other, setOther] = useState<PersonId | null>(null);
	const [problem, setProblem] = useState<string | undefined>();
	const compare = (event: FormEvent) => {
		event.preventDefault();
		if (other === null || other === id) {
			setProblem(other === null ? t.choosePerson : t.chooseAnother);
			return;
		}
		void navigate({ to: '/personen/$id/zusammenfuehren', params: { id }, search: { mit: other } });
	};
	return (
		<Modal opened={opened} onClose={onClose} title={<strong>{t.whoElse}</strong>}>
			<form onSubmit={compare} noValidate>
				<Stack pb="md">
					<Text c="dimmed">{t.whoElseHint}</Text>
					<PersonPicker
						autoFocus
						value={other}
						onChange={(chosen) => {
							setOther(chosen);
							setProblem(undefined);
						}}
						error={problem}
					/>
				</Stack>
				<DialogActions>
					<Button variant="default" onClick={onClose}>
						{t.cancel}
					</Button>
					<Button type="submit">{t.compare}</Button>
				</DialogActions>
			</form>
		</Modal>
	);
}
