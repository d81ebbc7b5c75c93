import { collator } from '#renderer/i18n/format.ts';
import { MEMBER_CARD_PREFIX } from '#shared/features/members/model.ts';
import { foldedWords } from '#shared/kernel/fold.ts';
import type { MemberId } from '#shared/kernel/ids.ts';

/** Somebody who may take the next turn at this desk. */
export interface TurnChoice {
	readonly id: MemberId;
	readonly name: string;
}

/** Whoever signed in first, the others by name; whom records name right now is always among them. */
export function turnChoices(turns: readonly TurnChoice[], acting: TurnChoice, signedIn: MemberId): TurnChoice[] {
	const all = new Map([acting, ...turns].map(({ id, name }) => [id, { id, name }]));
	return [...all.values()].sort(
		(a, b) => Number(b.id === signedIn) - Number(a.id === signedIn) || collator.compare(a.name, b.name),
	);
}

/** Those with a word of their name that begins as typed, whatever the accents. */
export function choicesFor(choices: readonly TurnChoice[], text: string): readonly TurnChoice[] {
	const words = foldedWords(text);
	return choices.filter(({ name }) => {
		const parts = foldedWords(name);
		return words.every((word) => parts.some((part) => part.startsWith(word)));
	});
}

/** What is printed as a code on a member's card; upper case makes the code smaller. */
export function cardText(id: MemberId): string {
	return `${MEMBER_CARD_PREFIX}${id.toUpperCase()}`;
}

/**
 * The member id a scanned card names; null for any other text. Many scanners type as if the keyboard were American: on a
 * German one `-` arrives as `ß` and `:` as `Ö`.
 */
export function readCard(text: string): string | null {
	const read = text.trim().replace(/[ßẞ]/gu, '-').replace(/ö/giu, ':').toUpperCase();
	return read.startsWith(MEMBER_CARD_PREFIX) ? read.slice(MEMBER_CARD_PREFIX.length).toLowerCase() : null;
}
