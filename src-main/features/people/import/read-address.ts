/** Addresses: parts of one address often share a cell. */

export interface AddressParts {
	street: string | null;
	postcode: string | null;
	city: string | null;
}

/** `D-40880 Ratingen`, `40880`, `Ratingen`. */
export function readPlace(cell: string): Omit<AddressParts, 'street'> {
	const match = /^(?:(?:D|DE)[ -])?(\d{4,5})(?: +(.+))?$/iu.exec(cell);
	if (match?.[1] !== undefined) return { postcode: match[1], city: match[2] ?? null };
	return { postcode: null, city: cell };
}

/** `Berliner Str. 5, 40880 Ratingen` is taken apart; everything else is a street. */
export function readStreet(cell: string): AddressParts {
	const match = /^(.+?),? +((?:D-)?\d{5} +\p{L}.*)$/u.exec(cell);
	if (match?.[1] === undefined || match[2] === undefined) return { street: cell, postcode: null, city: null };
	return { street: match[1], ...readPlace(match[2]) };
}

/** A German postcode has five digits. Anything else is taken as typed, with a warning: it may be from abroad. */
export function isUsualPostcode(postcode: string): boolean {
	return /^\d{5}$/u.test(postcode) && postcode !== '00000';
}

/** For comparing only: `Berliner Straße 5 a`, `Berliner Str. 5A` and `BERLINER STR 5a` are one street. */
export function sameStreetKey(foldedStreet: string): string {
	return foldedStreet.replace(/str(?:asse)?\b/gu, 'str').replace(/ /gu, '');
}
