import { domainToASCII } from 'node:url';
import { PersonFields } from '#shared/features/people/model.ts';
import { notTaken, type Reading, taken } from '../../../import/cell.ts';

/**
 * An e-mail address; a domain with umlauts is stored the way mail servers spell it. A local part with diacritics
 * (`olena.wójcik@…`) is not taken: most mail servers refuse it and in lists it is mostly a name typed as it is
 * written, so the address goes to the remarks for a person to look at instead of being changed by guesswork.
 */
export function readEmail(cell: string): Reading<string, 'email_unreadable'> {
	const bare = cell.replace(/^(mailto:|e-?mail:?)\s*/iu, '').replace(/^<|>$/gu, '');
	const at = bare.lastIndexOf('@');
	const domain = domainToASCII(bare.slice(at + 1));
	const address = PersonFields.shape.email.safeParse(`${bare.slice(0, at)}@${domain}`);
	return at < 1 || !address.success || address.data === null ? notTaken('email_unreadable') : taken(address.data);
}
