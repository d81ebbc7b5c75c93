/**
 * Options found for an earlier text, while the answer to the last letter is on its way (`isStale`): without those that
 * the letter rules out, or Enter would take the wrong one.
 */
export function stillFitting<Option extends { readonly label: string }>(
	options: readonly Option[],
	typed: string,
	isStale: boolean,
): Option[] {
	const text = typed.trim().toLowerCase();
	return options.filter(({ label }) => !isStale || label.toLowerCase().includes(text));
}
