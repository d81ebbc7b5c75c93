import {
	BusinessContactFields,
	BusinessFields,
	businessKey,
	EMPTY_BUSINESS,
	EMPTY_CONTACT,
	EMPTY_SITE,
	SiteFields,
} from '#shared/features/businesses/model.ts';
import { sortKey } from '#shared/kernel/fold.ts';
import { BusinessContactId, BusinessId, BusinessSiteId } from '#shared/kernel/ids.ts';
import { mergeKind, NO_ID } from '../../records/kind.ts';
import { business, businessContact, businessSite } from './tables.ts';

export const businessKind = mergeKind({
	vault: 'counselling',
	table: business,
	fields: BusinessFields.extend({ mainSiteId: BusinessSiteId.nullable(), mainContactId: BusinessContactId.nullable() }),
	empty: { ...EMPTY_BUSINESS, name: '–', mainSiteId: null, mainContactId: null },
	texts: ['remarks'],
	unasked: ['mainSiteId', 'mainContactId'],
	derive: ({ name }) => ({ sortName: sortKey(name), nameKey: businessKey(name) }),
	words: ({ name, branch, email, phone, website }) => wordsOf(name, branch, email, website, phone, digitsOf(phone)),
});

export const businessSiteKind = mergeKind({
	vault: 'counselling',
	table: businessSite,
	fields: SiteFields.extend({ businessId: BusinessId }),
	empty: { ...EMPTY_SITE, name: '–', businessId: NO_ID as BusinessId },
	texts: [],
	unasked: ['businessId'],
	words: ({ name, street, postcode, city }) => wordsOf(name, street, postcode, city),
});

export const businessContactKind = mergeKind({
	vault: 'counselling',
	table: businessContact,
	fields: BusinessContactFields.extend({ businessId: BusinessId }),
	empty: { ...EMPTY_CONTACT, name: '–', businessId: NO_ID as BusinessId },
	texts: [],
	unasked: ['businessId'],
	words: ({ name, email, phone }) => wordsOf(name, email, phone, digitsOf(phone)),
});

const wordsOf = (...words: readonly (string | null)[]): string => words.filter(Boolean).join(' ');
/** However it was grouped. */
const digitsOf = (phone: string | null): string | null => phone?.replace(/\D+/g, '') ?? null;
