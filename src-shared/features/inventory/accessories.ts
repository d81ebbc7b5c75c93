/** Lists of accessories, in which the same thing may stand twice: two of it belong together. */

/** What of the first list is not in the second, each as often as it is missing. */
export function without(all: readonly string[], there: readonly string[]): string[] {
	const left = [...there];
	return all.filter((name) => {
		const at = left.indexOf(name);
		if (at >= 0) left.splice(at, 1);
		return at < 0;
	});
}

/** Those of these that a list has, each as often as it has it. */
export const among = (list: readonly string[], names: readonly string[]): string[] => without(names, without(names, list));
