import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconHistory, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Letter } from '#shared/features/letters/model.ts';
import { LetterHistory } from './LetterHistory.tsx';
import { useLetterActions } from './letter-actions.ts';
import { texts } from './texts.ts';

interface Props {
	letter: Letter;
	withCopy?: boolean;
	/** Of a closed file: it is only looked at. */
	frozen?: boolean;
}

export function LetterMenu({ letter, withCopy = false, frozen = false }: Props) {
	const t = useTexts(texts);
	const { copy, remove } = useLetterActions(letter);
	const [historyShown, setHistoryShown] = useState(false);
	return (
		<>
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
					<Menu.Item leftSection={<IconHistory size={18} aria-hidden />} onClick={() => setHistoryShown(true)}>
						{t.history}
					</Menu.Item>
					{!frozen && (
						<Menu.Item color="brick" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => void remove()}>
							{t.remove}
						</Menu.Item>
					)}
				</Menu.Dropdown>
			</Menu>
			<LetterHistory id={letter.id} opened={historyShown} onClose={() => setHistoryShown(false)} />
		</>
	);
}
