import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import type { Business } from '#shared/features/businesses/model.ts';
import classes from './Businesses.module.css';
import { ContactDialog } from './ContactDialog.tsx';
import { PartsSection } from './PartsSection.tsx';
import { texts } from './texts.ts';

/** Who speaks for a business. */
export function ContactsSection({ business }: { business: Business }) {
	const t = useTexts(texts);
	return (
		<PartsSection
			title={t.contacts}
			empty={t.noContacts}
			addLabel={t.addContact}
			mainMark={t.mainContactMark}
			parts={business.contacts}
			facts={({ role, phone, email, personId, personName }) => (
				<>
					{role !== null && <span className={classes.quiet}>{role}</span>}
					{phone !== null && <span>{phone}</span>}
					{email !== null && <Anchor href={`mailto:${email}`}>{email}</Anchor>}
					{personId !== null && personName !== null && (
						<Anchor size="sm" renderRoot={(props) => <Link to="/personen/$id" params={{ id: personId }} {...props} />}>
							{`${t.toPerson}: ${personName}`}
						</Anchor>
					)}
				</>
			)}
			dialog={(contact, isMain, onClose) => (
				<ContactDialog businessId={business.id} contact={contact} isMain={isMain} onClose={onClose} />
			)}
			remove={({ id }) => client.businesses.removeContact({ id })}
			restore={({ id }) => client.businesses.restoreContact({ id })}
			removed={t.contactRemoved}
		/>
	);
}
