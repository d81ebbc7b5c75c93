import { Menu } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { texts } from './texts.ts';

/** In the menu of a person's page. */
export function EraseItem({ personId }: { personId: PersonId }) {
	const t = useTexts(texts);
	return (
		<Menu.Item
			color="brick"
			leftSection={<IconEraser size={18} aria-hidden />}
			renderRoot={(props) => <Link to="/personen/$id/loeschen" params={{ id: personId }} {...props} />}
		>
			{t.menu}
		</Menu.Item>
	);
}
