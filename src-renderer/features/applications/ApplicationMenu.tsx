import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconHistory, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { type Application, STAGES, stageOf } from '#shared/features/applications/model.ts';
import { ApplicationHistory } from './ApplicationHistory.tsx';
import { useApplicationActions } from './application-actions.ts';
import { texts } from './texts.ts';

interface Props {
	application: Application;
	/** Of a closed file: it is only looked at. */
	frozen: boolean;
	onEdit(): void;
}

export function ApplicationMenu({ application, frozen, onEdit }: Props) {
	const t = useTexts(texts);
	const { move, remove } = useApplicationActions(application);
	const [historyShown, setHistoryShown] = useState(false);
	const stage = stageOf(application);
	return (
		<>
			<Menu position="bottom-end">
				<Menu.Target>
					<ActionIcon variant="subtle" color="gray" aria-label={t.more(application.employer)}>
						<IconDots size={18} aria-hidden />
					</ActionIcon>
				</Menu.Target>
				<Menu.Dropdown>
					{!frozen && (
						<Menu.Item leftSection={<IconPencil size={18} aria-hidden />} onClick={onEdit}>
							{t.edit}
						</Menu.Item>
					)}
					<Menu.Item leftSection={<IconHistory size={18} aria-hidden />} onClick={() => setHistoryShown(true)}>
						{t.history}
					</Menu.Item>
					{!frozen && (
						<>
							<Menu.Item color="brick" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => void remove()}>
								{t.remove}
							</Menu.Item>
							<Menu.Label>{t.stand}</Menu.Label>
							{STAGES.filter((other) => other !== stage).map((other) => (
								<Menu.Item key={other} onClick={() => void move(other)}>
									{t.stage[other]}
								</Menu.Item>
							))}
						</>
					)}
				</Menu.Dropdown>
			</Menu>
			<ApplicationHistory id={application.id} opened={historyShown} onClose={() => setHistoryShown(false)} />
		</>
	);
}
