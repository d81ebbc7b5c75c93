import { Alert } from '@mantine/core';
import { useTexts } from '#renderer/i18n/texts.ts';
import { texts } from './texts.ts';

/** What the first Escape in a dialog says; see `useGuardedClose`. */
export function Unsaved() {
	const t = useTexts(texts);
	return (
		<Alert color="clay" role="alert" p="sm">
			{t.unsaved}
		</Alert>
	);
}
