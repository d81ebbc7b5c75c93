import { Button } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import type { Contact } from '#shared/features/cases/model.ts';
import classes from './Contact.module.css';
import { texts } from './texts.ts';

/** What there is of a private working note, said honestly. One's own stays covered: somebody may be looking along. */
export function PrivateNote({ contact }: { contact: Contact }) {
	const t = useTexts(texts);
	const [shown, setShown] = useState(false);
	if (contact.privateNoteState === 'none') return null;
	if (contact.privateNoteState !== 'own') {
		return (
			<p className={classes.sealed} style={{ margin: 0 }}>
				<IconLock size={16} aria-hidden />
				{contact.privateNoteState === 'sealed' ? t.privateSealed(contact.authorName) : t.privateLost}
			</p>
		);
	}
	return (
		<div className={shown ? classes.private : undefined}>
			<Button
				variant="subtle"
				color="clay"
				size="compact-sm"
				aria-expanded={shown}
				leftSection={shown ? <IconLockOpen size={16} aria-hidden /> : <IconLock size={16} aria-hidden />}
				onClick={() => setShown(!shown)}
				ml={-8}
			>
				{shown ? t.privateHide : t.privateShow}
			</Button>
			{shown && (
				<>
					<p className={classes.privateText}>{contact.privateNote}</p>
					<span className={classes.privateLabel} style={{ marginTop: '0.5rem' }}>
						{t.privateOnlyYou}
					</span>
				</>
			)}
		</div>
	);
}
