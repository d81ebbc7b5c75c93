/**
 * Sizes and seeds of randomised tests. `KONTOR_CAMPAIGN=ci` runs the sizes that design 8 promises; without it a test
 * takes a fraction of the time and finds less. `KONTOR_SEED=N` repeats a run that failed.
 */
export function campaign<T = number>(local: T, ci: T): T {
	return process.env.KONTOR_CAMPAIGN === 'ci' ? ci : local;
}

/** Printed, so that what failed can be repeated. */
export function printedSeed(what: string): number {
	const seed = Number(process.env.KONTOR_SEED ?? (Date.now() ^ (process.pid << 8)) >>> 1);
	console.log(`${what}: KONTOR_SEED=${seed}`);
	return seed;
}
