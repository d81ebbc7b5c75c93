import { Button } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { texts } from './texts.ts';

/** To the waiting list, with how many wait. */
export function WaitingListLink() {
	const t = useTexts(texts);
	const list = useQuery(api.waitingList.list.queryOptions());
	return (
		<Button
			variant="default"
			leftSection={<IconHourglass size={18} aria-hidden />}
			renderRoot={(props) => <Link to="/termine/warteliste" {...props} />}
		>
			{t.titleWith(list.data?.length ?? 0)}
		</Button>
	);
}
