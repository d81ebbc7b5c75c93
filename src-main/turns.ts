/**
 * Work that must not overlap, one after the other in the order it was asked for, however the one before ended: two
 * windows that found, join or repair a site at once, or many passphrases tried at once to get past the delay.
 */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

export function createTurns(): InTurn {
	let last: Promise<unknown> = Promise.resolve();
	return (work) => {
		const mine = last.then(work);
		last = mine.catch(() => {});
		return mine;
	};
}
