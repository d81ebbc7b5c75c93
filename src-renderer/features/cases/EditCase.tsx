import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import type { CaseFields, CaseFile } from '#shared/features/cases/model.ts';
import { CaseFieldsForm } from './CaseFieldsForm.tsx';
import { refreshCases } from './refreshCases.ts';
import { texts } from './texts.ts';

/** Changes the fields of a case file; only what was changed is sent. */
export function EditCase({ caseFile, onClose }: { caseFile: CaseFile; onClose(): void }) {
	const t = useTexts(texts);
	const [changes, setChanges] = useState<Partial<CaseFields>>({});
	const [saving, setSaving] = useState(false);
	const [error, setError] = useState<unknown>(null);
	const save = async () => {
		setSaving(true);
		setError(null);
		try {
			if (Object.keys(changes).length > 0) await client.cases.update({ id: caseFile.id, changes });
			await refreshCases();
			onClose();
		} catch (caught) {
			setError(caught);
			setSaving(false);
		}
	};
	return (
		<Modal opened onClose={onClose} title={t.editTitle} size="lg">
			<form
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					void save();
				}}
				onKeyDown={(event) => {
					if (event.key === 'Enter' && event.ctrlKey) {
						event.preventDefault();
						void save();
					}
				}}
			>
				<Stack>
					<CaseFieldsForm
						values={{ ...caseFile, ...changes }}
						onChange={(more) => setChanges((before) => ({ ...before, ...more }))}
					/>
					<ErrorNotice error={error} />
					<Group>
						<Button type="submit" loading={saving}>
							{t.save}
						</Button>
						<Button variant="default" onClick={onClose}>
							{t.cancel}
						</Button>
					</Group>
				</Stack>
			</form>
		</Modal>
	);
}
