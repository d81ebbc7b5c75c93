import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { type Application, STAGES, stageOf } from '#shared/features/applications/model.ts';
import { useApplicationActions } from './application-actions.ts';
import { texts } from './texts.ts';

export function ApplicationMenu({ application, onEdit }: { application: Application; onEdit(): void }) {
	const t = useTexts(texts);
	const { move, remove } = useApplicationActions(application);
	const stage = stageOf(application);
	return (
		<Menu position="bottom-end">
			<Menu.Target>
				<ActionIcon variant="subtle" color="gray" aria-label={t.more(application.employer)}>
					<IconDots size={18} aria-hidden />
				</ActionIcon>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Item leftSection={<IconPencil size={18} aria-hidden />} onClick={onEdit}>
					{t.edit}
				</Menu.Item>
				<Menu.Item color="brick" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => void remove()}>
					{t.remove}
				</Menu.Item>
				<Menu.Label>{t.stand}</Menu.Label>
				{STAGES.filter((other) => other !== stage).map((other) => (
					<Menu.Item key={other} onClick={() => void move(other)}>
						{t.stage[other]}
					</Menu.Item>
				))}
			</Menu.Dropdown>
		</Menu>
	);
}
