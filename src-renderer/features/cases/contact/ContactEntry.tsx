import { ActionIcon, Badge, Button, Group, Menu, VisuallyHidden } from '@mantine/core';
import { IconArrowRight, IconDots, IconHistory, IconPencil, IconTrash } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { HistoryDrawer } from '#renderer/features/records/HistoryDrawer.tsx';
import { formatDay, formatInstant, formatMinutes, formatTime } from '#renderer/i18n/format.ts';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { showError, showUndo } from '#renderer/ui/undo-toast.tsx';
import type { Contact } from '#shared/features/cases/model.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { refreshCases } from '../refreshCases.ts';
import classes from './Contact.module.css';
import { EditContact } from './EditContact.tsx';
import { PrivateNote } from './PrivateNote.tsx';
import { texts } from './texts.ts';

/** Longer texts are cut off in the timeline until somebody wants to read them. */
const LONG_TEXT = 1200;

interface Props {
	contact: Contact;
	/** A closed file is read only. */
	frozen: boolean;
}

/** One contact note in the timeline. */
export const ContactEntry = memo(function ContactEntry({ contact, frozen }: Props) {
	const t = useTexts(texts);
	const [editing, setEditing] = useState(false);
	const [whole, setWhole] = useState(false);
	const [historyShown, setHistoryShown] = useState(false);
	const long = contact.text.length > LONG_TEXT;

	const remove = async () => {
		try {
			await client.cases.removeContact({ id: contact.id });
			await refreshCases();
		} catch (error) {
			showError(error);
			return;
		}
		showUndo(t.removed, async () => {
			await client.cases.restoreContact({ id: contact.id });
			await refreshCases();
		});
	};

	if (editing) {
		return (
			<li className={classes.entry} style={{ contentVisibility: 'visible' }}>
				<EditContact contact={contact} onDone={() => setEditing(false)} />
			</li>
		);
	}
	return (
		<li className={classes.entry}>
			<div className={classes.entryHead}>
				<p className={classes.when}>
					<strong>
						<time dateTime={new Date(contact.at).toISOString()}>
							{formatDay(contact.at)}, {formatTime(contact.at)}
						</time>
					</strong>
					<span className={classes.quiet} style={{ alignSelf: 'center' }}>
						{[t.kind[contact.kind], contact.duration > 0 && formatMinutes(contact.duration), contact.authorName]
							.filter(Boolean)
							.join(' · ')}
					</span>
				</p>
				<Menu position="bottom-end">
					<Menu.Target>
						<ActionIcon variant="subtle" color="gray" size="md" aria-label={t.more(formatInstant(contact.at))}>
							<IconDots size={18} aria-hidden />
						</ActionIcon>
					</Menu.Target>
					<Menu.Dropdown>
						{!frozen && (
							<Menu.Item leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setEditing(true)}>
								{t.edit}
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
			</div>
			<p className={classes.text} data-clamped={(long && !whole) || undefined}>
				{contact.text}
			</p>
			{long && (
				<Button variant="subtle" size="compact-sm" onClick={() => setWhole(!whole)} style={{ alignSelf: 'flex-start' }} ml={-8}>
					{whole ? t.readLess : t.readAll}
				</Button>
			)}
			{contact.topics.length > 0 && (
				<Group gap={6}>
					{contact.topics.map((topic) => (
						<Badge key={topic} variant="default" size="md" tt="none" fw={500}>
							{t.topic[topic]}
						</Badge>
					))}
				</Group>
			)}
			{contact.nextStep && (
				<p className={classes.nextStep}>
					<IconArrowRight size={18} aria-hidden />
					<span>
						<VisuallyHidden>{t.next}: </VisuallyHidden>
						{contact.nextStep}
						{contact.nextStepDue && <span className={classes.quiet}> {t.until(formatLocalDate(contact.nextStepDue))}</span>}
					</span>
				</p>
			)}
			<PrivateNote contact={contact} />
			<HistoryDrawer
				table="contact"
				id={contact.id}
				opened={historyShown}
				onClose={() => setHistoryShown(false)}
				fieldNames={t.field}
				formatValue={(field, value) => valueWord(field, value, t)}
			/>
		</li>
	);
});

function valueWord(field: string, value: unknown, t: (typeof texts)['de']): string | undefined {
	if (field === 'at' && typeof value === 'number') return formatInstant(value);
	if (field === 'kind') return t.kind[value as keyof typeof t.kind];
	if (field === 'topics' && Array.isArray(value)) return value.map((topic) => t.topic[topic as keyof typeof t.topic]).join(', ');
	return undefined;
}
