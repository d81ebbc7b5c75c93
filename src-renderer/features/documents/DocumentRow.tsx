import { ActionIcon, Badge, Menu, UnstyledButton } from '@mantine/core';
import { IconCloudDown, IconDots, IconDownload, IconEye, IconHistory, IconPencil, IconTrash } from '@tabler/icons-react';
import { formatBytes, formatDay } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { CaseDocument } from '#shared/features/documents/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { DocumentMark } from './DocumentMark.tsx';
import classes from './Documents.module.css';
import { texts } from './texts.ts';
import { typeWords } from './type-words.ts';

export type DocumentAction = 'view' | 'edit' | 'copy' | 'history' | 'remove';

interface Props {
	document: CaseDocument;
	frozen: boolean;
	onAction(action: DocumentAction, document: CaseDocument): void;
}

/** One document in the list: what it is, of when, and what can be done with it. */
export function DocumentRow({ document, frozen, onAction }: Props) {
	const t = useTexts(texts);
	const { title, kind, date, size, tags, addedAt, addedByName, isHere } = document;
	const facts = [t.kind[kind], date && t.dated(formatLocalDate(date)), typeWords(document), formatBytes(size)].filter(Boolean);
	const act = (action: DocumentAction) => () => onAction(action, document);
	return (
		<li className={classes.row}>
			<span className={classes.rowIcon}>
				<DocumentMark mediaType={document.mediaType} size={28} />
			</span>
			<span className={classes.rowWords}>
				<span className={classes.tags}>
					<UnstyledButton className={classes.rowTitle ?? ''} onClick={act('view')}>
						<bdi>{title}</bdi>
					</UnstyledButton>
					{!isHere && (
						<Badge tt="none" variant="light" color="clay" leftSection={<IconCloudDown size={14} aria-hidden />}>
							{t.notHere}
						</Badge>
					)}
					{tags.map((tag) => (
						<Badge key={tag} tt="none" variant="default" fw={500}>
							<bdi>{tag}</bdi>
						</Badge>
					))}
				</span>
				<span className={classes.rowFacts}>{facts.join(' · ')}</span>
				<span className={classes.rowAdded}>{t.addedBy(formatDay(addedAt), addedByName)}</span>
			</span>
			<Menu position="bottom-end">
				<Menu.Target>
					<ActionIcon variant="subtle" color="gray" size={36} aria-label={t.actions(title)}>
						<IconDots size={20} aria-hidden />
					</ActionIcon>
				</Menu.Target>
				<Menu.Dropdown>
					<Menu.Item leftSection={<IconEye size={18} aria-hidden />} onClick={act('view')}>
						{t.open}
					</Menu.Item>
					{!frozen && (
						<Menu.Item leftSection={<IconPencil size={18} aria-hidden />} onClick={act('edit')}>
							{t.edit}
						</Menu.Item>
					)}
					<Menu.Item leftSection={<IconDownload size={18} aria-hidden />} onClick={act('copy')} disabled={!isHere}>
						{t.copy}
					</Menu.Item>
					<Menu.Item leftSection={<IconHistory size={18} aria-hidden />} onClick={act('history')}>
						{t.history}
					</Menu.Item>
					{!frozen && (
						<Menu.Item leftSection={<IconTrash size={18} aria-hidden />} color="brick" onClick={act('remove')}>
							{t.remove}
						</Menu.Item>
					)}
				</Menu.Dropdown>
			</Menu>
		</li>
	);
}
