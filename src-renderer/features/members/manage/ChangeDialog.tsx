import { Button, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { DialogActions } from '#renderer/ui/DialogActions.tsx';
import { LedgerError } from '../LedgerError.tsx';
import { texts } from './texts.ts';

export interface ChangeDialogProps {
	title: string;
	/** What the button says that does it. */
	confirm: string;
	/** Something is taken away for good. */
	isRemoval?: boolean;
	ready: boolean;
	pending: boolean;
	error: unknown;
	onConfirm: () => void;
	onClose: () => void;
	children: ReactNode;
}

/** The frame of a change that names its consequences first. Stays until the change is made or given up. */
export function ChangeDialog(props: ChangeDialogProps) {
	const { title, confirm, isRemoval = false, ready, pending, error, onConfirm, onClose, children } = props;
	const t = useTexts(texts);
	return (
		<Modal opened size="lg" title={<strong>{title}</strong>} closeOnClickOutside={false} onClose={() => !pending && onClose()}>
			<Stack gap="lg">
				{children}
				<DialogActions notice={<LedgerError error={error} />}>
					<Button variant="default" data-autofocus={isRemoval || undefined} disabled={pending} onClick={onClose}>
						{t.cancel}
					</Button>
					<Button color={isRemoval ? 'brick' : 'petrol'} disabled={!ready} loading={pending} onClick={onConfirm}>
						{confirm}
					</Button>
				</DialogActions>
			</Stack>
		</Modal>
	);
}
