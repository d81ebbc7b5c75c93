import { type Borrower, borrowerName } from '#shared/features/borrowers/model.ts';
import type { SiteProfile } from '#shared/features/site/model.ts';

const NO_BREAK = '\u00a0';

type Address = Pick<Borrower, 'street' | 'postcode' | 'city'>;
type Addressee = Address & Pick<Borrower, 'firstName' | 'lastName'>;

/** Street and place, as far as they are known. */
export function postalAddress({ street, postcode, city }: Address): string[] {
	const place = [postcode, city].filter(Boolean).join(' ');
	return [street, place].filter((line): line is string => Boolean(line?.trim()));
}

/**
 * The lines of the address field of a letter (DIN 5008: at most six, without empty lines between them), or null where
 * no post could be delivered: street or place are not known.
 */
export function addressField(borrower: Addressee): string[] | null {
	const { street, city } = borrower;
	if (!street?.trim() || !city?.trim()) return null;
	return [borrowerName(borrower), ...postalAddress(borrower)];
}

/** So many letters fit above the address, in the smallest type that post and people still read. */
const RETURN_LINE = 76;

/** The line above the address in the window: who sent it, from where; without the organisation where both need two lines. */
export function returnLine(profile: Pick<SiteProfile, 'name' | 'organisation'> & Address): string {
	const address = postalAddress(profile);
	const whole = [...new Set([profile.name, profile.organisation]), ...address].join(' · ');
	return whole.length <= RETURN_LINE ? whole : [profile.name, ...address].join(' · ');
}

/** Under the name of the house on its papers: where it is and how to call it; empty where nobody has entered it. */
export const siteContact = (profile: SiteProfile): string =>
	[...postalAddress(profile), ...(profile.phone ? [`Tel. ${profile.phone}`.replaceAll(' ', NO_BREAK)] : [])].join(' · ');
