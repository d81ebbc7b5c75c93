import { Alert } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { VAULTS } from '#shared/features/members/model.ts';
import { texts } from './texts.ts';

/** Why somebody stands here all of a sudden: a role was taken away while they worked. Said once. */
export function ClosedNotice() {
	const t = useTexts(texts);
	const navigate = useNavigate();
	const { geschlossen } = useSearch({ from: '/' });
	const [named, setNamed] = useState(geschlossen);
	useEffect(() => {
		if (geschlossen !== undefined) void navigate({ to: '/', search: {}, replace: true });
	}, [geschlossen, navigate]);
	const closed = VAULTS.filter((vault) => named?.split(' ').includes(vault));
	if (closed.length === 0) return null;
	return (
		<Alert
			color="clay"
			variant="light"
			role="alert"
			icon={<IconLock aria-hidden />}
			title={t.closedNotice}
			withCloseButton
			closeButtonLabel={t.close}
			onClose={() => setNamed(undefined)}
		>
			{[...closed.map((vault) => t.closed[vault]), t.closedNoticeBody].join(' ')}
		</Alert>
	);
}
