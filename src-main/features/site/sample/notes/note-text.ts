import type { ContactKind, ContactTopic } from '#shared/features/cases/model.ts';

/** What must be true of a person for a text to make sense. */
export type Need =
	| 'children'
	| 'small_child'
	| 'school_child'
	| 'single_parent'
	| 'couple'
	| 'woman'
	| 'migrant'
	| 'title'
	| 'benefit'
	| 'job_seeker'
	| 'jobless'
	| 'employed'
	| 'young'
	| 'older'
	| 'senior';

/**
 * A contact note as a counsellor writes it, with places for what differs: {F} `Frau Kaya`/`Herr Kaya`, {Fn} the same
 * after a preposition (`Herrn Kaya`), {sie} {Sie} {sie_akk} {ihr} pronouns, {ihre} {ihren} {ihrer} possessives, {betrag}
 * and {summe} smaller and larger amounts, {datum} a day soon after, {tag} a weekday, {bereich} and {beruf} kinds of work,
 * {firma} an invented employer, {sprache} the mother tongue, {kollegin} the other counsellor.
 */
export interface NoteText {
	readonly text: string;
	readonly topics: readonly ContactTopic[];
	readonly kinds: readonly ContactKind[];
	/** Shortest and longest duration in minutes. */
	readonly minutes: readonly [number, number];
	readonly next?: string;
	/** Makes sense only after the note before it in the list. */
	readonly follows?: true;
	/** Only for people whose record fits. */
	readonly needs?: readonly Need[];
	/** Working note for the author's eyes only. */
	readonly privateNote?: string;
}
