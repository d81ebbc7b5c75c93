import { Button, Group } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { texts } from './texts.ts';

/** A page broke: says so kindly, keeps the navigation alive, and shows only the kind of error (never data). */
export function PageFailure({ error, reset }: ErrorComponentProps) {
	const t = useTexts(texts);
	return (
		<Page width="reading">
			<PageHeader title={t.failureTitle} />
			<p style={{ margin: 0 }}>{t.failureBody}</p>
			<Group>
				<Button onClick={reset}>{t.reload}</Button>
				<Button
					variant="default"
					onClick={() => {
						location.hash = '#/';
						location.reload();
					}}
				>
					{t.toToday}
				</Button>
			</Group>
			<details>
				<summary>{t.details}</summary>
				<code>{error instanceof Error ? error.name : typeof error}</code>
			</details>
		</Page>
	);
}
