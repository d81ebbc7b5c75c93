/** How many lines fit on an A4 page, under the head and without it. */
const ON_FIRST_PAGE = 20;
const ON_EACH_MORE = 27;
const FEWEST_LINES = 15;
/** Five pages, more than is passed around a room. */
export const MOST_LINES = ON_FIRST_PAGE + 4 * ON_EACH_MORE;
/** Under names that are printed already. */
export const ALWAYS_FREE = 3;

/** One page, or as many as it takes, each full: a line alone on a page is paper for nothing. */
export function linesOnPaper(capacity: number | null, names: number): number {
	const wanted = Math.max(FEWEST_LINES, capacity ?? ON_FIRST_PAGE, names === 0 ? 0 : names + ALWAYS_FREE);
	if (wanted <= ON_FIRST_PAGE) return wanted;
	return Math.min(MOST_LINES, ON_FIRST_PAGE + ON_EACH_MORE * Math.ceil((wanted - ON_FIRST_PAGE) / ON_EACH_MORE));
}
