import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconTrash } from '@tabler/icons-react';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Letter } from '#shared/features/letters/model.ts';
import { useLetterActions } from './letter-actions.ts';
import { texts } from './texts.ts';

export function LetterMenu({ letter, withCopy = false }: { letter: Letter; withCopy?: boolean }) {
	const t = useTexts(texts);
	const { copy, remove } = useLetterActions(letter);
	return (
		<Menu position="bottom-end">
			<Menu.Target>
				<ActionIcon variant="default" size={36} aria-label={t.more}>
					<IconDots size={18} aria-hidden />
				</ActionIcon>
			</Menu.Target>
			<Menu.Dropdown>
				{withCopy && (
					<Menu.Item leftSection={<IconCopy size={18} aria-hidden />} onClick={() => void copy()}>
						{t.copy}
					</Menu.Item>
				)}
				<Menu.Item color="brick" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => void remove()}>
					{t.remove}
				</Menu.Item>
			</Menu.Dropdown>
		</Menu>
	);
}
