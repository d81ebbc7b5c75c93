import { Button } from '@mantine/core';
import { type NotificationData, notifications, notificationsStore } from '@mantine/notifications';
import { currentTexts } from '#renderer/i18n/texts.ts';
import { refusalText } from '#renderer/rpc/refusal.ts';
import { texts } from './texts.ts';

export const MOST_TOASTS = 3;

/** The newest is always seen: Mantine would let it wait until an older one has gone, and what it offers to undo with it. */
export function showToast(toast: NotificationData): string {
	const { notifications: shown } = notificationsStore.getState();
	for (const { id } of shown.slice(0, Math.max(0, shown.length - MOST_TOASTS + 1))) if (id !== undefined) notifications.hide(id);
	return notifications.show(toast);
}

/** Says what was done and offers to take it back: used instead of asking "are you sure?". Stays for ten seconds. */
export function showUndo(message: string, undo: () => Promise<unknown> | unknown): void {
	const t = currentTexts(texts);
	const id = showToast({
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
	const id = showToast({
		...(subject !== undefined && { id: subject }),
		message,
		autoClose: 6000,
		closeButtonProps: { 'aria-label': currentTexts(texts).close },
	});
	return () => void notifications.hide(id);
}

/** For actions without a place of their own on the screen (checking something off in a list). */
export function showError(error: unknown): void {
	showToast({
		color: 'brick',
		autoClose: 12_000,
		message: refusalText(error),
		closeButtonProps: { 'aria-label': currentTexts(texts).close },
	});
}
