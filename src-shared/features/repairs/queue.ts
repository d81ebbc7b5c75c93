/** Letters of devices on queue numbers: A … Z, AA … by their place in the ledger, which is the same on every PC. */
export function deviceLetter(place: number): string {
	const last = String.fromCharCode(65 + (place % 26));
	return place < 26 ? last : deviceLetter(Math.floor(place / 26) - 1) + last;
}
