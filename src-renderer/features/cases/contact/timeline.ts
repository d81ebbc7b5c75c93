import type { Contact, ContactKind, ContactTopic } from '#shared/features/cases/model.ts';
import { fold } from '#shared/kernel/fold.ts';
import type { MemberId } from '#shared/kernel/ids.ts';
import { type LocalDate, localDateOf } from '#shared/kernel/local-date.ts';

/** Newest first; of the same moment, the one written later. */
export function newestFirst(contacts: readonly Contact[]): Contact[] {
	return contacts.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

/** What of a file somebody wants to see; an empty list is every one. */
export interface TimelineFilter {
	readonly text: string;
	readonly topics: readonly ContactTopic[];
	readonly kinds: readonly ContactKind[];
	readonly authorIds: readonly MemberId[];
	readonly from: LocalDate | null;
	readonly until: LocalDate | null;
}

export const ALL_CONTACTS: TimelineFilter = { text: '', topics: [], kinds: [], authorIds: [], from: null, until: null };

/** How many of the filter's fields besides the text leave something out. */
export const narrowedBy = ({ topics, kinds, authorIds, from, until }: TimelineFilter): number =>
	[topics.length > 0, kinds.length > 0, authorIds.length > 0, from !== null, until !== null].filter(Boolean).length;

/** Contacts made ready to be searched: texts are folded and days reckoned once, not with every letter typed. */
export interface Searchable {
	readonly contact: Contact;
	readonly folded: string;
	readonly day: LocalDate;
}

export const searchable = (contacts: readonly Contact[]): Searchable[] =>
	contacts.map((contact) => ({
		contact,
		folded: fold(`${contact.text} ${contact.nextStep ?? ''} ${contact.authorName}`),
		day: localDateOf(contact.at),
	}));

/** Those that pass every part of the filter; every typed word has to be in the text or next step, umlauts forgiven. */
export function matching(contacts: readonly Searchable[], filter: TimelineFilter): Contact[] {
	const { topics, kinds, authorIds, from, until } = filter;
	const words = fold(filter.text).split(' ').filter(Boolean);
	const passes = ({ contact, folded, day }: Searchable) =>
		(topics.length === 0 || contact.topics.some((topic) => topics.includes(topic))) &&
		(kinds.length === 0 || kinds.includes(contact.kind)) &&
		(authorIds.length === 0 || authorIds.includes(contact.authorId)) &&
		(from === null || day >= from) &&
		(until === null || day <= until) &&
		words.every((word) => folded.includes(word));
	return contacts.filter(passes).map(({ contact }) => contact);
}

/** Minutes of contacts by topic, the most first; one with several topics counts for each of them. */
export function minutesByTopic(contacts: readonly Contact[]): { readonly topic: ContactTopic; readonly minutes: number }[] {
	const minutes = new Map<ContactTopic, number>();
	for (const { topics, duration } of contacts)
		for (const topic of new Set(topics)) minutes.set(topic, (minutes.get(topic) ?? 0) + duration);
	return [...minutes]
		.filter(([, sum]) => sum > 0)
		.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
		.map(([topic, sum]) => ({ topic, minutes: sum }));
}

export const minutesOf = (contacts: readonly Contact[]): number => contacts.reduce((sum, { duration }) => sum + duration, 0);

/** Runs of the same month, `2026-11`, in the given order. */
export function byMonth(contacts: readonly Contact[]): { month: string; contacts: Contact[] }[] {
	const groups: { month: string; contacts: Contact[] }[] = [];
	for (const contact of contacts) {
		const month = localDateOf(contact.at).slice(0, 7);
		const last = groups.at(-1);
		if (last?.month === month) last.contacts.push(contact);
		else groups.push({ month, contacts: [contact] });
	}
	return groups;
}
