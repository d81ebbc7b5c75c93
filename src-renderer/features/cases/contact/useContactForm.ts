import { useState } from 'react';
import type { Draft } from '#renderer/features/records/useDraft.ts';
import type { Contact } from '#shared/features/cases/model.ts';
import { type ContactValues, contactDraft, contactFromDraft } from './contactValues.ts';

export interface ContactForm {
	values: ContactValues;
	set(changes: Partial<ContactValues>): void;
	/** Something unsaved was found and put back. */
	restored: boolean;
	/** Starts over, after saving or throwing away. */
	reset(values: ContactValues): void;
}

/** The values of a note while it is written, kept as a draft together with the note `before`. The draft is loaded. */
export function useContactForm(initial: () => ContactValues, draft: Draft, before: Contact | null): ContactForm {
	const [kept] = useState(() => (draft.text === null ? null : contactFromDraft(initial(), draft.text)));
	const [values, setValues] = useState<ContactValues>(() => kept ?? initial());
	const [restored, setRestored] = useState(kept !== null);
	return {
		values,
		set: (changes) => {
			const next = { ...values, ...changes };
			setValues(next);
			draft.save(contactDraft(next, before));
		},
		restored,
		reset: (next) => {
			setValues(next);
			setRestored(false);
		},
	};
}
