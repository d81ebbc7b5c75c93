import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { refusalCode, refusalText } from '#renderer/rpc/refusal.ts';
import { texts } from './texts.ts';

export interface ErrorNoticeProps {
	/** What a call ended with; nothing is shown for null. */
	error: unknown;
	onRetry?: () => void;
	/** A way out besides trying again. */
	action?: ReactNode;
}

/** Says in one sentence what happened and what to do. */
export function ErrorNotice({ error, onRetry, action }: ErrorNoticeProps) {
	const t = useTexts(texts);
	if (error === null || error === undefined) return null;
	// What one may not do, one may not do the second time either.
	const mayRetry = onRetry !== undefined && refusalCode(error) !== 'NO_ACCESS';
	return (
		<Alert color="brick" variant="light" icon={<IconAlertTriangle aria-hidden />} role="alert">
			{refusalText(error)}
			{(mayRetry || action) && (
				<div style={{ display: 'flex', gap: '0.5rem', marginTop: '0.75rem' }}>
					{mayRetry && (
						<Button size="sm" variant="default" onClick={onRetry}>
							{t.retry}
						</Button>
					)}
					{action}
				</div>
			)}
		</Alert>
	);
}
