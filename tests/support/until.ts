/** Waits for a condition by asking again and again; no test sleeps for a guessed time. Throws after ten seconds. */
export async function until(what: string, condition: () => boolean | Promise<boolean>, limitMs = 10_000): Promise<void> {
	const end = performance.now() + limitMs;
	while (!(await condition())) {
		if (performance.now() > end) throw new Error(`waited in vain for: ${what}`);
		await new Promise<void>((resolve) => setTimeout(resolve, 5));
	}
}
