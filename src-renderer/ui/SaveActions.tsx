import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DialogActions } from './DialogActions.tsx';
import { texts } from './texts.ts';

interface Props {
	/** What went wrong, above the buttons. */
	notice?: ReactNode;
	/** On the button that submits the form; left out, „Speichern“. */
	word?: string | undefined;
	isSaving: boolean;
	onCancel(): void;
}

/** How a dialog with a form ends. */
export function SaveActions({ notice, word, isSaving, onCancel }: Props) {
	const t = useTexts(texts);
	return (
		<DialogActions notice={notice}>
			<Button variant="default" onClick={onCancel}>
				{t.cancel}
			</Button>
			<Button type="submit" loading={isSaving}>
				{word ?? t.save}
			</Button>
		</DialogActions>
	);
}
