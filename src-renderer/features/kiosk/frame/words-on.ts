/** What is read aloud of a page: its question and its answers, a pause between two. `data-silent`: in another language. */
export function wordsOn(main: HTMLElement): string {
	return (
		[...main.querySelectorAll<HTMLElement>('h1, p, button')]
			.filter((each) => each.closest('[data-silent]') === null)
			// biome-ignore lint/performance/useDomNodeTextContent: lines of a button are a pause, and nothing hidden is read
			.map((each) => each.innerText.replace(/\s+/g, ' ').trim())
			.filter((words) => words !== '')
			.join('. ')
	);
}
