import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { currentTexts } from '#renderer/i18n/texts.ts';
import { refusalText } from '#renderer/rpc/refusal.ts';
import { texts } from './texts.ts';

/** Says what was done and offers to take it back: used instead of asking "are you sure?". Stays for ten seconds. */
export function showUndo(message: string, undo: () => Promise<unknown> | unknown): void {
	const t = currentTexts(texts);
	const id = notifications.show({
		autoClose: 10_000,
		closeButtonProps: { 'aria-label': t.close },
		message: (
			<div style={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '1rem' }}>
				<span>{message}</span>
				<Button
					size="compact-md"
					variant="light"
					flex="none"
					onClick={async () => {
						notifications.hide(id);
						try {
							await undo();
						} catch (error) {
							showError(error);
						}
					}}
				>
					{t.undo}
				</Button>
			</div>
		),
	});
}

/**
 * A quiet word about something that happened beside what the person looks at. Of the same `subject` only the newest one
 * is shown. The answer takes it away again, for when it is no longer true.
 */
export function showNotice(message: string, subject?: string): () => void {
	if (subject !== undefined) notifications.hide(subject);
	const id = notifications.show({
		...(subject !== undefined && { id: subject }),
		message,
		autoClose: 6000,
		closeButtonProps: { 'aria-label': currentTexts(texts).close },
	});
	return () => void notifications.hide(id);
}

/** For actions without a place of their own on the screen (checking something off in a list). */
export function showError(error: unknown): void {
	notifications.show({
		color: 'brick',
		autoClose: 12_000,
		message: refusalText(error),
		closeButtonProps: { 'aria-label': currentTexts(texts).close },
	});
}
