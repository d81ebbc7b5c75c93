import { Alert } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { refusalCode, refusalText, shareProblemIn } from '#renderer/rpc/refusal.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { texts } from './texts.ts';

/**
 * Why a change to members or devices was not made. Unlike records, which wait for the share, such a change counts only
 * once it lies there: without the share nothing has happened, and this says so.
 */
export function LedgerError({ error }: { error: unknown }) {
	const t = useTexts(texts);
	if (refusalCode(error) !== 'SHARE') return <ErrorNotice error={error} />;
	return (
		<Alert color="brick" variant="light" icon={<IconPlugConnectedX aria-hidden />} role="alert" title={t.nothingChanged}>
			{shareProblemIn(error) === 'unreachable' ? t.shareAway : refusalText(error)} {t.countsOnShare}
		</Alert>
	);
}
