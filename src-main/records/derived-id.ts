import { hash, utf8 } from '../vaults/crypto.ts';

/**
 * The id of a record that there is one of for a thing and something about it (an offer and a day): the same on every
 * device, so that two which write it while apart write one record. A UUIDv7 in shape; it sorts with the thing's own id.
 */
export function derivedId(thing: string, about: string): string {
	const hex = Buffer.from(hash(utf8(`${thing} ${about}`))).toString('hex');
	const variant = '89ab'[Number.parseInt(hex.charAt(3), 16) % 4];
	return `${thing.slice(0, 13)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
}
