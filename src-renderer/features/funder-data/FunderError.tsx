import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { refusalCode, refusalData } from '#renderer/rpc/refusal.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { texts } from './texts.ts';

/** Says what these procedures refuse in the words of this page; anything else as everywhere. */
export function FunderError({ error }: { error: unknown }) {
	const t = useTexts(texts);
	const code = refusalCode(error);
	const what = code === 'INVALID' ? refusalData<{ what: keyof typeof t.problem }>(error)?.what : undefined;
	const words = what ? t.problem[what] : t.refusal[code as keyof typeof t.refusal];
	if (!words) return <ErrorNotice error={error} />;
	return (
		<Alert color="brick" variant="light" icon={<IconAlertTriangle aria-hidden />} role="alert">
			{words}
		</Alert>
	);
}
