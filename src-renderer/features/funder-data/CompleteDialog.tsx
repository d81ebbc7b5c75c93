import { Button, Modal, Stack } from '@mantine/core';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DialogActions } from '#renderer/ui/DialogActions.tsx';
import type { AnswerField, Part } from '#shared/features/funder-data/model.ts';
import { texts } from './texts.ts';

interface Props {
	part: Part;
	open: readonly AnswerField[];
	saving: boolean;
	onComplete(): void;
	onClose(): void;
}

/** Asks before a part is frozen, and says what is still open in it. */
export function CompleteDialog({ part, open, saving, onComplete, onClose }: Props) {
	const t = useTexts(texts);
	return (
		<Modal opened onClose={onClose} title={<strong>{t.complete[part]}</strong>}>
			<Stack>
				<p style={{ margin: 0 }}>{open.length === 0 ? t.completeNoneOpen : t.completeOpen(open.length)}</p>
				{open.length > 0 && (
					<ul style={{ margin: 0, paddingInlineStart: '1.25rem' }}>
						{open.map((field) => (
							<li key={field}>{t.field[field]}</li>
						))}
					</ul>
				)}
				<p style={{ margin: 0 }}>{t.completeWords}</p>
				<DialogActions>
					<Button variant="default" onClick={onClose}>
						{t.cancel}
					</Button>
					<Button data-autofocus loading={saving} onClick={onComplete}>
						{t.complete[part]}
					</Button>
				</DialogActions>
			</Stack>
		</Modal>
	);
}
