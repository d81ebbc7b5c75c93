import type { z } from 'zod';
import type { AccessKind } from '#shared/features/access-log/model.ts';
import type { BusinessList } from '#shared/features/businesses/contract.ts';
import {
	type Business,
	type BusinessContactFields,
	type BusinessFields,
	type BusinessRow,
	businessKey,
	mainFirst,
	mayBeSamePlace,
	type SiteFields,
} from '#shared/features/businesses/model.ts';
import { writeCsv } from '#shared/kernel/csv.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import type { BusinessContactId, BusinessId, BusinessSiteId, PersonId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Changes, Fields } from '../../records/merge.ts';
import type { RecordStore } from '../../records/store.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import { CSV_COLUMNS } from './csv.ts';
import {
	businessesFoundBy,
	businessesHolding,
	businessesKeyed,
	businessesOfPerson,
	contactsOf,
	findBusiness,
	listBusinesses,
	ownerOfContact,
	ownerOfSite,
	rowsOfBusinesses,
	sitesOf,
} from './queries.ts';
import { businessContactKind, businessKind, businessSiteKind } from './records.ts';

/** Decisions about businesses: which may be a duplicate, which can be removed, which of their records is the main one. */
export interface BusinessService {
	list(session: Session, list: Listing & { offset: number; limit: number }): { rows: BusinessRow[]; total: number };
	/** Undefined where there is none. */
	get(session: Session, id: BusinessId): Business | undefined;
	rows(session: Session, ids: readonly string[]): BusinessRow[];
	/** What search found of businesses, their sites and contacts, as businesses. */
	holding(session: Session, ids: readonly string[]): BusinessRow[];
	/** Those that a text finds. */
	found(session: Session, text: string): BusinessId[];
	ofPerson(session: Session, personId: PersonId): BusinessRow[];
	/** Undefined when the contact is linked to nobody that is there. */
	create(session: Session, business: NewBusiness): BusinessId | undefined;
	/** False when there is none. `base`: what changed remarks were made from. */
	update(session: Session, id: BusinessId, changes: Changes<BusinessFields>, base?: { remarks: string | null }): boolean;
	remove(session: Session, id: BusinessId): Result<void, 'not_found' | 'has_cases' | 'has_appointments'>;
	restore(session: Session, id: BusinessId): boolean;
	duplicates(session: Session, of: PossibleDuplicate): BusinessRow[];
	exportCsv(session: Session, list: Listing): string;

	/** Undefined when there is no such business. `isMain`: it is the main one from now on. */
	addSite(session: Session, id: BusinessId, fields: SiteFields, isMain: boolean): BusinessSiteId | undefined;
	changeSite(session: Session, id: BusinessSiteId, changes: Changes<SiteFields>, isMain?: boolean): boolean;
	removeSite(session: Session, id: BusinessSiteId): boolean;
	restoreSite(session: Session, id: BusinessSiteId): boolean;
	addContact(session: Session, id: BusinessId, fields: BusinessContactFields, isMain: boolean): BusinessContactId | undefined;
	changeContact(session: Session, id: BusinessContactId, changes: Changes<BusinessContactFields>, isMain?: boolean): boolean;
	removeContact(session: Session, id: BusinessContactId): boolean;
	restoreContact(session: Session, id: BusinessContactId): boolean;
}

type Listing = z.infer<typeof BusinessList>;

interface NewBusiness {
	readonly fields: BusinessFields;
	readonly site: SiteFields | null;
	readonly contact: BusinessContactFields | null;
}

interface PossibleDuplicate {
	readonly id: BusinessId | null;
	readonly name: string;
	readonly postcode: string | null;
	readonly city: string | null;
}

export interface BusinessDeps {
	readonly ids: Ids;
	hasCases(session: Session, id: BusinessId): boolean;
	/** Some that nobody has decided yet. */
	hasAppointments(session: Session, id: BusinessId): boolean;
	/** Of people who are there. */
	personNames(session: Session, ids: readonly PersonId[]): ReadonlyMap<PersonId, string>;
	/** Tells the access log. */
	note(session: Session, kind: AccessKind, details: { count: number }): void;
}

export function createBusinessService(deps: BusinessDeps): BusinessService {
	const { ids } = deps;
	const vaultOf = (session: Session) => openVaultOf(session, 'counselling');
	const readerOf = (session: Session) => vaultOf(session).reader;
	const isThere = (session: Session, id: BusinessId | undefined): id is BusinessId =>
		id !== undefined && findBusiness(readerOf(session), id)?.isRemoved === false;
	const knowsPerson = (session: Session, id: PersonId | null | undefined) =>
		id === null || id === undefined || deps.personNames(session, [id]).size > 0;

	/** Writes to what belongs to a business that is there, all of it or nothing. */
	function ifThere(session: Session, of: BusinessId | undefined, write: (store: RecordStore, of: BusinessId) => void): boolean {
		if (!isThere(session, of)) return false;
		const { store } = vaultOf(session);
		store.atomically(() => write(store, of));
		return true;
	}

	function setMain(session: Session, of: BusinessId, field: 'mainSiteId' | 'mainContactId', id: string, isMain?: boolean): void {
		const before = findBusiness(readerOf(session), of)?.[field] ?? null;
		const after = isMain ? id : isMain === false && before === id ? null : before;
		if (after !== before) vaultOf(session).store.update(businessKind, of, { [field]: after }, session.member);
	}

	function addSite(session: Session, of: BusinessId, fields: SiteFields): BusinessSiteId {
		const id = ids.next() as BusinessSiteId;
		vaultOf(session).store.insert(businessSiteKind, id, { ...fields, businessId: of }, session.member);
		return id;
	}

	function addContact(session: Session, of: BusinessId, fields: BusinessContactFields): BusinessContactId {
		const id = ids.next() as BusinessContactId;
		vaultOf(session).store.insert(businessContactKind, id, { ...fields, businessId: of }, session.member);
		return id;
	}

	return {
		list: (session, list) => listBusinesses(readerOf(session), list),
		get(session, id) {
			const reader = readerOf(session);
			const found = findBusiness(reader, id);
			if (!found || found.isRemoved) return undefined;
			const { mainSiteId, mainContactId, isRemoved: _, ...business } = found;
			const contacts = contactsOf(reader, id);
			const names = deps.personNames(
				session,
				contacts.flatMap(({ personId }) => personId ?? []),
			);
			return {
				...business,
				sites: mainFirst(
					sitesOf(reader, [id]).map(({ businessId: __, ...site }) => site),
					mainSiteId,
				),
				contacts: mainFirst(contacts, mainContactId).map((contact) => ({
					...contact,
					personName: (contact.personId && names.get(contact.personId)) ?? null,
				})),
			};
		},
		rows: (session, wanted) => rowsOfBusinesses(readerOf(session), wanted),
		holding(session, found) {
			const reader = readerOf(session);
			return rowsOfBusinesses(reader, businessesHolding(reader, found));
		},
		found: (session, text) => businessesFoundBy(readerOf(session), text),
		ofPerson(session, personId) {
			const reader = readerOf(session);
			return rowsOfBusinesses(reader, businessesOfPerson(reader, personId));
		},
		create(session, { fields, site, contact }) {
			if (!knowsPerson(session, contact?.personId)) return undefined;
			const { store } = vaultOf(session);
			const id = ids.next() as BusinessId;
			store.atomically(() => {
				store.insert(businessKind, id, { ...fields, mainSiteId: null, mainContactId: null }, session.member);
				if (site) addSite(session, id, site);
				if (contact) addContact(session, id, contact);
			});
			return id;
		},
		update: (session, id, changes, base) =>
			ifThere(session, id, (store) =>
				store.update(businessKind, id, changes as Fields, session.member, base && { remarks: base.remarks ?? '' }),
			),
		remove(session, id) {
			if (!isThere(session, id)) return err('not_found');
			if (deps.hasCases(session, id)) return err('has_cases');
			if (deps.hasAppointments(session, id)) return err('has_appointments');
			vaultOf(session).store.remove(businessKind, id, session.member);
			return ok(undefined);
		},
		restore(session, id) {
			if (!findBusiness(readerOf(session), id)) return false;
			vaultOf(session).store.restore(businessKind, id, session.member);
			return true;
		},
		duplicates(session, { id, name, ...place }) {
			const key = businessKey(name);
			if (key === '') return [];
			const reader = readerOf(session);
			const same = businessesKeyed(reader, key, id).filter(({ places }) => mayBeSamePlace([place], places));
			return rowsOfBusinesses(
				reader,
				same.map((one) => one.id),
			);
		},
		exportCsv(session, listing) {
			const { rows } = listBusinesses(readerOf(session), { ...listing, offset: 0, limit: 1_000_000 });
			deps.note(session, 'list_exported', { count: rows.length });
			return writeCsv(
				CSV_COLUMNS.map(([heading]) => heading),
				rows.map((row) => CSV_COLUMNS.map(([, cell]) => cell(row))),
			);
		},

		addSite(session, of, fields, isMain) {
			let id: BusinessSiteId | undefined;
			ifThere(session, of, () => {
				id = addSite(session, of, fields);
				if (isMain) setMain(session, of, 'mainSiteId', id, true);
			});
			return id;
		},
		changeSite: (session, id, changes, isMain) =>
			ifThere(session, ownerOfSite(readerOf(session), id), (store, of) => {
				store.update(businessSiteKind, id, changes as Fields, session.member);
				setMain(session, of, 'mainSiteId', id, isMain);
			}),
		removeSite: (session, id) =>
			ifThere(session, ownerOfSite(readerOf(session), id), (store) => store.remove(businessSiteKind, id, session.member)),
		restoreSite: (session, id) =>
			ifThere(session, ownerOfSite(readerOf(session), id), (store) => store.restore(businessSiteKind, id, session.member)),
		addContact(session, of, fields, isMain) {
			if (!knowsPerson(session, fields.personId)) return undefined;
			let id: BusinessContactId | undefined;
			ifThere(session, of, () => {
				id = addContact(session, of, fields);
				if (isMain) setMain(session, of, 'mainContactId', id, true);
			});
			return id;
		},
		changeContact: (session, id, changes, isMain) =>
			knowsPerson(session, changes.personId) &&
			ifThere(session, ownerOfContact(readerOf(session), id), (store, of) => {
				store.update(businessContactKind, id, changes as Fields, session.member);
				setMain(session, of, 'mainContactId', id, isMain);
			}),
		removeContact: (session, id) =>
			ifThere(session, ownerOfContact(readerOf(session), id), (store) => store.remove(businessContactKind, id, session.member)),
		restoreContact: (session, id) =>
			ifThere(session, ownerOfContact(readerOf(session), id), (store) => store.restore(businessContactKind, id, session.member)),
	};
}
