/** Timing: medians of rounds that take turns, so that what the machine does besides hits both sides alike. */

/** Milliseconds each call of `work` took. */
export async function timesOf(count: number, work: (at: number) => unknown): Promise<number[]> {
	const times: number[] = [];
	for (let at = 0; at < count; at++) {
		const start = performance.now();
		await work(at);
		times.push(performance.now() - start);
	}
	return times;
}

/** Both sides in turns, one round of each thrown away first; gives the median round of each in ms. */
export function inTurns(
	rounds: number,
	ours: (round: number) => void,
	theirs: (round: number) => void,
): { ours: number; theirs: number } {
	const times = { ours: [] as number[], theirs: [] as number[] };
	for (let round = 0; round <= rounds; round++) {
		const sides = [() => timed(times.ours, () => ours(round)), () => timed(times.theirs, () => theirs(round))];
		// Who comes first changes, so that neither always pays for the other's dirty pages.
		for (const side of round % 2 === 0 ? sides : sides.reverse()) side();
		if (round === 0) for (const list of Object.values(times)) list.length = 0;
	}
	return { ours: percentile(times.ours, 50), theirs: percentile(times.theirs, 50) };
}

function timed(times: number[], work: () => void): void {
	const start = performance.now();
	work();
	times.push(performance.now() - start);
}

/** Nearest rank. */
export function percentile(values: readonly number[], percent: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}
