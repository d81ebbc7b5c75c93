import type { Contact } from '#shared/features/cases/model.ts';
import { fold } from '#shared/kernel/fold.ts';
import { localDateOf } from '#shared/kernel/local-date.ts';

/** Newest first; of the same moment, the one written later. */
export function newestFirst(contacts: readonly Contact[]): Contact[] {
	return contacts.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

/** Those whose text or next step holds every typed word, umlauts forgiven. `text` is folded once per contact. */
export function matching(contacts: readonly Contact[], typed: string): Contact[] {
	const words = fold(typed).split(' ').filter(Boolean);
	if (words.length === 0) return [...contacts];
	return contacts.filter((contact) => {
		const text = fold(`${contact.text} ${contact.nextStep ?? ''} ${contact.authorName}`);
		return words.every((word) => text.includes(word));
	});
}

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
