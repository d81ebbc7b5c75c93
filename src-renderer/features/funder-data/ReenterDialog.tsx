import { Modal, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { focusFirstWrong } from '#renderer/ui/focus-first-wrong.ts';
import { SaveActions } from '#renderer/ui/SaveActions.tsx';
import { showNotice } from '#renderer/ui/undo-toast.tsx';
import type { CaseId } from '#shared/kernel/ids.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { FunderError } from './FunderError.tsx';
import { refreshFunderData } from './refresh-funder-data.ts';
import { texts } from './texts.ts';

/** Somebody who left takes part again: what is kept and what is asked anew is said before. */
export function ReenterDialog({ caseId, onClose }: { caseId: CaseId; onClose(): void }) {
	const t = useTexts(texts);
	const [on, setOn] = useState<LocalDate | null>(() => localDateOf(Date.now()));
	const [saving, setSaving] = useState(false);
	const [error, setError] = useState<unknown>(null);
	const submit = async (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		if (on === null) {
			focusFirstWrong(event.currentTarget);
			return;
		}
		setSaving(true);
		setError(null);
		try {
			await client.funderData.reenter({ caseId, on });
			await refreshFunderData();
			showNotice(t.reentered);
			onClose();
		} catch (caught) {
			setError(caught);
			setSaving(false);
		}
	};
	return (
		<Modal opened onClose={onClose} title={<strong>{t.reenterTitle}</strong>}>
			<form noValidate onSubmit={(event) => void submit(event)}>
				<Stack>
					<p style={{ margin: 0 }}>{t.reenterWords}</p>
					<DateField
						data-autofocus
						label={t.reenterOn}
						required
						notInFuture
						value={on}
						onChange={setOn}
						error={on === null ? t.problem.day_missing : undefined}
					/>
					<SaveActions notice={<FunderError error={error} />} word={t.reenter} isSaving={saving} onCancel={onClose} />
				</Stack>
			</form>
		</Modal>
	);
}
