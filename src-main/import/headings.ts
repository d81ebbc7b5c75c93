import { fold } from '#shared/kernel/fold.ts';

/** What the headings of offices' lists say about their columns. */

/**
 * Looks headings up by what they mean: for each target its known headings, separated by `, ` and compared folded. The
 * beginning of a heading is enough (`Telefon 2`, `Tel. (privat)`), except for `wholeOnly`: words that say too little to
 * be the beginning of something else (`Name der Mutter`).
 */
export function headingLookup<Target extends string>(
	words: Partial<Record<Target, string>>,
	wholeOnly: readonly Target[],
): (heading: string) => Target | null {
	const known = new Map<string, Target>();
	for (const [target, list] of Object.entries(words) as [Target, string][]) {
		for (const heading of list.split(', ')) known.set(fold(heading), target);
	}
	return (heading) => {
		const parts = fold(heading).split(' ');
		for (let length = parts.length; length > 0; length--) {
			const target = known.get(parts.slice(0, length).join(' '));
			if (target !== undefined && (length === parts.length || !wholeOnly.includes(target))) return target;
		}
		return null;
	};
}

/** `Bemerkungen`: its cells are remarks as they stand. Other columns taken as remarks need their heading in front. */
export function isRemarkHeading(heading: string): boolean {
	return /^(bemerkung|anmerkung|notiz|kommentar|sonstiges|hinweis|info|remark|note|comment)/u.test(fold(heading));
}
