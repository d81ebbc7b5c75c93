import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { client } from '#renderer/rpc/client.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { type BusinessContact, BusinessContactFields } from '#shared/features/businesses/model.ts';
import type { BusinessId } from '#shared/kernel/ids.ts';
import { changedOf, contactFields, contactProblems, EMPTY_CONTACT_VALUES } from './business-values.ts';
import { ContactFieldset } from './ContactFieldset.tsx';
import { refreshBusinesses } from './refresh-businesses.ts';
import { texts } from './texts.ts';

interface Props {
	businessId: BusinessId;
	/** Null: a new one. */
	contact: BusinessContact | null;
	/** Whether it is the main one; null: it is the only one, and there is nothing to choose. */
	isMain: boolean | null;
	onClose(): void;
}

export function ContactDialog({ businessId, contact, isMain, onClose }: Props) {
	const t = useTexts(texts);
	const [before] = useState(() => (contact === null ? EMPTY_CONTACT_VALUES : BusinessContactFields.parse(contact)));
	const [initial] = useState({ ...before, isMain: isMain ?? false });
	const [values, setValues] = useState(initial);
	const [tried, setTried] = useState(false);
	return (
		<FormDialog
			title={contact === null ? t.newContact : t.editContact(contact.name)}
			values={values}
			initial={initial}
			isComplete={contactProblems(values).size === 0}
			onTry={() => setTried(true)}
			save={async () => {
				const fields = BusinessContactFields.parse(contactFields(values));
				if (contact === null) await client.businesses.addContact({ businessId, fields, isMain: values.isMain });
				else {
					const main = values.isMain === initial.isMain ? {} : { isMain: values.isMain };
					await client.businesses.changeContact({ id: contact.id, changes: changedOf(before, fields), ...main });
				}
			}}
			refresh={refreshBusinesses}
			onClose={onClose}
		>
			<ContactFieldset
				values={values}
				onChange={(changes) => setValues((current) => ({ ...current, ...changes }))}
				tried={tried}
			/>
			{isMain !== null && (
				<Checkbox
					label={t.isMainContact}
					checked={values.isMain}
					onChange={(event) => setValues({ ...values, isMain: event.currentTarget.checked })}
				/>
			)}
		</FormDialog>
	);
}
