import { and, asc, desc, eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { BusinessList } from '#shared/features/businesses/contract.ts';
import type { BusinessContact, BusinessFields, BusinessRow, BusinessSite, Place } from '#shared/features/businesses/model.ts';
import type { BusinessContactId, BusinessId, BusinessSiteId, PersonId } from '#shared/kernel/ids.ts';
import type { Reader } from '../../database/handles.ts';
import { foundByText } from '../../records/found-by-text.ts';
import { business, businessContact, businessSite } from './tables.ts';

/** Reads of businesses, their sites and contacts. A removed one is only among them where that is said. */
type Listing = z.infer<typeof BusinessList>;

// Columns of the outer table are written out: drizzle leaves the table's name away, and inside a subquery `id` is another's.
/** The chosen one where it is there, or the oldest: as `mainFirst` has it. */
const ofMain = (table: 'business_site' | 'business_contact', main: string, column: string): SQL<string | null> =>
	sql.raw(`(SELECT ${table}.${column} FROM ${table} WHERE ${table}.business_id = business.id AND ${table}.removed_at IS NULL
		ORDER BY ${table}.id = business.${main} DESC, ${table}.id LIMIT 1)`) as SQL<string | null>;
const OPEN_CASES = sql<number>`(SELECT count(*) FROM case_file WHERE case_file.business_id = business.id AND case_file.removed_at IS NULL AND case_file.status <> 'closed')`;

const rowColumns = {
	id: business.id,
	name: business.name,
	legalForm: business.legalForm,
	branch: business.branch,
	street: ofMain('business_site', 'main_site_id', 'street'),
	city: ofMain('business_site', 'main_site_id', 'city'),
	contactName: ofMain('business_contact', 'main_contact_id', 'name'),
	phone: sql<string | null>`coalesce(${business.phone}, ${ofMain('business_contact', 'main_contact_id', 'phone')})`,
	updatedAt: business.updatedAt,
	openCases: OPEN_CASES,
};

const SORT = { name: business.sortName, branch: business.branch, updatedAt: business.updatedAt };

/** A business is found by its own words, and by those of its sites and contacts. */
function foundBy(text: string): SQL | undefined {
	const itself = foundByText(business.id, 'business', text);
	const site = foundByText(businessSite.id, 'business_site', text);
	const contact = foundByText(businessContact.id, 'business_contact', text);
	if (!itself || !site || !contact) return undefined;
	return sql`(${itself} OR business.id IN (SELECT ${businessSite.businessId} FROM ${businessSite} WHERE ${site} AND ${businessSite.removedAt} IS NULL
		UNION SELECT ${businessContact.businessId} FROM ${businessContact} WHERE ${contact} AND ${businessContact.removedAt} IS NULL))`;
}

export const businessesFoundBy = (db: Reader, text: string): BusinessId[] =>
	db
		.select({ id: business.id })
		.from(business)
		.where(and(isNull(business.removedAt), foundBy(text)))
		.all()
		.map(({ id }) => id as BusinessId);

export function listBusinesses(
	db: Reader,
	{ text, sort, limit, offset }: Listing & { offset: number; limit: number },
): { rows: BusinessRow[]; total: number } {
	const condition = and(isNull(business.removedAt), foundBy(text));
	const direction = sort.descending ? desc : asc;
	const by = SORT[sort.by];
	const order = [...(by === business.sortName ? [] : [by]), business.sortName, business.id].map((column) => direction(column));
	const rows = db
		.select(rowColumns)
		.from(business)
		.where(condition)
		.orderBy(...order)
		.limit(limit)
		.offset(offset)
		.all() as BusinessRow[];
	const total = db.select({ total: sql<number>`count(*)` }).from(business).where(condition).get();
	return { rows, total: total?.total ?? 0 };
}

/** In the order of names. */
export function rowsOfBusinesses(db: Reader, ids: readonly string[]): BusinessRow[] {
	return db
		.select(rowColumns)
		.from(business)
		.where(and(inArray(business.id, [...ids]), isNull(business.removedAt)))
		.orderBy(asc(business.sortName), asc(business.id))
		.all() as BusinessRow[];
}

export function businessesOfPerson(db: Reader, personId: PersonId): BusinessId[] {
	return db
		.selectDistinct({ id: businessContact.businessId })
		.from(businessContact)
		.where(and(eq(businessContact.personId, personId), isNull(businessContact.removedAt)))
		.all()
		.map(({ id }) => id as BusinessId);
}

export interface StoredBusiness extends BusinessFields {
	readonly id: BusinessId;
	readonly mainSiteId: BusinessSiteId | null;
	readonly mainContactId: BusinessContactId | null;
	readonly createdAt: number;
	readonly updatedAt: number;
	readonly isRemoved: boolean;
}

/** A removed one too. */
export function findBusiness(db: Reader, id: BusinessId): StoredBusiness | undefined {
	const row = db.select().from(business).where(eq(business.id, id)).get();
	if (!row) return undefined;
	const { removedAt, sortName: _sortName, nameKey: _nameKey, ...stored } = row;
	return { ...stored, isRemoved: removedAt !== null } as StoredBusiness;
}

export type StoredContact = Omit<BusinessContact, 'personName'>;

export function sitesOf(db: Reader, ids: readonly BusinessId[]): (BusinessSite & { businessId: BusinessId })[] {
	return db
		.select()
		.from(businessSite)
		.where(and(inArray(businessSite.businessId, [...ids]), isNull(businessSite.removedAt)))
		.all()
		.map(({ createdAt: _, updatedAt: __, removedAt: ___, ...site }) => site as BusinessSite & { businessId: BusinessId });
}

export function contactsOf(db: Reader, id: BusinessId): StoredContact[] {
	return db
		.select()
		.from(businessContact)
		.where(and(eq(businessContact.businessId, id), isNull(businessContact.removedAt)))
		.all()
		.map(({ createdAt: _, updatedAt: __, removedAt: ___, businessId: ____, ...contact }) => contact as StoredContact);
}

/** Whose site or contact it is; of a removed one too. */
export function ownerOfSite(db: Reader, id: BusinessSiteId): BusinessId | undefined {
	const row = db.select({ of: businessSite.businessId }).from(businessSite).where(eq(businessSite.id, id)).get();
	return row?.of as BusinessId | undefined;
}

export function ownerOfContact(db: Reader, id: BusinessContactId): BusinessId | undefined {
	const row = db.select({ of: businessContact.businessId }).from(businessContact).where(eq(businessContact.id, id)).get();
	return row?.of as BusinessId | undefined;
}

/** With the same key, and where they are. */
export function businessesKeyed(db: Reader, key: string, except: BusinessId | null): { id: BusinessId; places: Place[] }[] {
	const ids = db
		.select({ id: business.id })
		.from(business)
		.where(and(eq(business.nameKey, key), isNull(business.removedAt), except ? ne(business.id, except) : undefined))
		.limit(20)
		.all()
		.map(({ id }) => id as BusinessId);
	const sites = Map.groupBy(sitesOf(db, ids), ({ businessId }) => businessId);
	return ids.map((id) => ({ id, places: sites.get(id) ?? [] }));
}

/** Those that search found: by themselves, or by a site or contact of theirs. */
export function businessesHolding(db: Reader, ids: readonly string[]): BusinessId[] {
	const wanted = [...ids];
	const own = db
		.select({ id: business.id })
		.from(business)
		.where(and(inArray(business.id, wanted), isNull(business.removedAt)))
		.all();
	const bySite = db
		.select({ id: businessSite.businessId })
		.from(businessSite)
		.where(and(inArray(businessSite.id, wanted), isNull(businessSite.removedAt)))
		.all();
	const byContact = db
		.select({ id: businessContact.businessId })
		.from(businessContact)
		.where(and(inArray(businessContact.id, wanted), isNull(businessContact.removedAt)))
		.all();
	return [...new Set([...own, ...byContact, ...bySite].map(({ id }) => id as BusinessId))];
}
