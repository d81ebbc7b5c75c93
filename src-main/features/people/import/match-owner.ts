import { foldedWords } from '#shared/kernel/fold.ts';

const SALUTATION = /^(frau|fr\.|herrn?|hr\.|hrn\.)\s+/iu;

/**
 * The one member that a list calls `Frau Berger`, `M. Berger` or `Berger, Miriam`; null when none fits, or several do.
 */
export function matchOwner<M extends { readonly name: string }>(text: string, members: readonly M[]): M | null {
	const wanted = foldedWords(text.replace(SALUTATION, ''));
	if (wanted.length === 0) return null;
	const found = members.filter((member) => {
		const words = foldedWords(member.name);
		return (
			wanted.some((word) => word.length > 1) &&
			wanted.every((word) => words.some((other) => other === word || (word.length === 1 && other.startsWith(word))))
		);
	});
	return found.length === 1 ? (found[0] ?? null) : null;
}
