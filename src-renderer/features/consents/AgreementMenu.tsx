import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconFileText, IconHistory, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { texts } from './texts.ts';

interface Props {
	/** What this is about. */
	name: string;
	/** Left out where nothing may be changed any more. */
	onEvidence?: (() => void) | undefined;
	onRemove?: (() => void) | undefined;
	onHistory(): void;
	/** What can be done besides. */
	children?: ReactNode;
}

/** What else can be done with a consent or a release. */
export function AgreementMenu({ name, onEvidence, onRemove, onHistory, children }: Props) {
	const t = useTexts(texts);
	return (
		<Menu position="bottom-end">
			<Menu.Target>
				<ActionIcon variant="subtle" color="gray" size={34} aria-label={t.more(name)}>
					<IconDots size={20} aria-hidden />
				</ActionIcon>
			</Menu.Target>
			<Menu.Dropdown>
				{children}
				{onEvidence && (
					<Menu.Item leftSection={<IconFileText size={18} aria-hidden />} onClick={onEvidence}>
						{t.changeEvidence}
					</Menu.Item>
				)}
				<Menu.Item leftSection={<IconHistory size={18} aria-hidden />} onClick={onHistory}>
					{t.history}
				</Menu.Item>
				{onRemove && (
					<Menu.Item color="brick" leftSection={<IconTrash size={18} aria-hidden />} onClick={onRemove}>
						{t.remove}
					</Menu.Item>
				)}
			</Menu.Dropdown>
		</Menu>
	);
}
