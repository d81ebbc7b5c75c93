import { Alert } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { texts } from './texts.ts';

/** One administrator alone is one forgotten passphrase away from needing the recovery kit. */
export function TooFewAdministrators() {
	const t = useTexts(texts);
	return (
		<Alert color="clay" variant="light" role="note" icon={<IconUsersPlus aria-hidden />} title={t.tooFewTitle}>
			{t.tooFewWords}
		</Alert>
	);
}
