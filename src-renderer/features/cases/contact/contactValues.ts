import { Contact, type ContactFields, type ContactKind, type ContactTopic } from '#shared/features/cases/model.ts';
import { instantOf, parseWallTime, wallTimeOf } from '#shared/kernel/berlin-time.ts';
import { LocalDate, localDateOf } from '#shared/kernel/local-date.ts';

/** A contact note as it stands in its form. */
export interface ContactValues {
	day: LocalDate;
	/** As typed. */
	time: string;
	duration: number;
	kind: ContactKind;
	topics: ContactTopic[];
	text: string;
	nextStep: string;
	nextStepDue: LocalDate | null;
	/** The next step also becomes a to-do (new notes only). */
	asTodo: boolean;
	privateNote: string;
}

export function blankContact(now: number): ContactValues {
	return {
		day: localDateOf(now),
		time: wallTimeOf(now),
		duration: 30,
		kind: 'planned',
		topics: [],
		text: '',
		nextStep: '',
		nextStepDue: null,
		asTodo: true,
		privateNote: '',
	};
}

export function contactValuesOf(contact: Contact): ContactValues {
	return {
		day: localDateOf(contact.at),
		time: wallTimeOf(contact.at),
		duration: contact.duration,
		kind: contact.kind,
		topics: contact.topics,
		text: contact.text,
		nextStep: contact.nextStep ?? '',
		nextStepDue: contact.nextStepDue,
		asTodo: false,
		privateNote: contact.privateNote ?? '',
	};
}

/** The fields to store; `at` of an unchanged day and time stays as exact as it was. */
export function contactFields(values: ContactValues, before: Contact | null): ContactFields | null {
	const time = parseWallTime(values.time);
	if (time === null) return null;
	const at = instantOf(values.day, time);
	return {
		at: before !== null && Math.floor(before.at / 60_000) * 60_000 === at ? before.at : at,
		duration: values.duration,
		kind: values.kind,
		topics: values.topics,
		text: values.text.normalize('NFC').trim(),
		nextStep: values.nextStep.normalize('NFC').trim() || null,
		nextStepDue: values.nextStepDue,
	};
}

/** Nothing was written yet that somebody would miss. */
export function isUnwritten(values: ContactValues): boolean {
	return !values.text.trim() && !values.nextStep.trim() && !values.privateNote.trim() && values.topics.length === 0;
}

/** Only what changed, so that two people's edits of one note both survive. */
export function changedContactFields(before: Contact, after: ContactFields): Partial<ContactFields> {
	const keys = (Object.keys(after) as (keyof ContactFields)[]).filter(
		(key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
	);
	return Object.fromEntries(keys.map((key) => [key, after[key]]));
}

/** A draft of a changed note, with the note as it was: taken up later, it undoes nothing that others changed meanwhile. */
export function contactDraft(values: ContactValues, before: Contact | null): string {
	return JSON.stringify(before === null ? values : { ...values, before });
}

/** The note that a draft was made from; null when it does not tell. */
export function beforeOfDraft(text: string | null): Contact | null {
	try {
		const draft: unknown = JSON.parse(text ?? 'null');
		if (typeof draft !== 'object' || draft === null || !('before' in draft)) return null;
		return Contact.safeParse(draft.before).data ?? null;
	} catch {
		return null;
	}
}

/** A draft laid over blank or stored values; null when it cannot be read. */
export function contactFromDraft(base: ContactValues, text: string): ContactValues | null {
	try {
		const draft: unknown = JSON.parse(text);
		if (typeof draft !== 'object' || draft === null) return null;
		const { before: _before, ...typed } = draft as Record<string, unknown>;
		const values = { ...base, ...typed } as ContactValues;
		const readable =
			typeof values.text === 'string' &&
			typeof values.privateNote === 'string' &&
			Array.isArray(values.topics) &&
			LocalDate.safeParse(values.day).success;
		return readable ? values : null;
	} catch {
		return null;
	}
}
