import type { z } from 'zod';
import type { AccessKind } from '#shared/features/access-log/model.ts';
import type { PersonList } from '#shared/features/people/contract.ts';
import type { Person, PersonFields, PersonRow } from '#shared/features/people/model.ts';
import { formatPhoneInternational } from '#shared/features/people/phone.ts';
import { writeCsv } from '#shared/kernel/csv.ts';
import type { Ids } from '#shared/kernel/environment.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { formatLocalDate } from '#shared/kernel/local-date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Changes, Fields } from '../../records/merge.ts';
import { nextNumber, settleDoubledNumbers } from '../../records/numbering.ts';
import { openVaultOf, type Session } from '../../vaults/session.ts';
import {
	allPeople,
	canBeRestored,
	type FoundName,
	getPerson,
	listPeople,
	namesOfPeople,
	peopleNamed,
	rowsOfPeople,
} from './queries.ts';
import { foldedName, personKind } from './records.ts';

/** Decisions about people: who gets which number, who may be a duplicate, who can be removed. */
export interface PeopleService {
	list(
		session: Session,
		list: z.infer<typeof PersonList> & { offset: number; limit: number },
	): { rows: PersonRow[]; total: number };
	get(session: Session, id: PersonId): Person | undefined;
	/** What search ranks by. */
	names(session: Session, ids: readonly string[]): FoundName[];
	rows(session: Session, ids: readonly string[]): (PersonRow & { birthName: string | null })[];
	create(session: Session, person: PersonFields): PersonId;
	/** False when there is no such person. `base`: what changed remarks were made from. */
	update(session: Session, id: PersonId, changes: Changes<PersonFields>, base?: { remarks: string | null }): boolean;
	remove(session: Session, id: PersonId): Result<void, 'not_found' | 'has_cases' | 'has_appointments'>;
	/** False when there never was such a person, or they became part of another. */
	restore(session: Session, id: PersonId): boolean;
	duplicates(session: Session, of: PossibleDuplicate): PersonRow[];
	exportCsv(session: Session, list: z.infer<typeof PersonList>): string;
	/** After merging: a number that two PCs gave out while apart stays with the older record; ours gets a new one. */
	settleNumbers(session: Session): void;
}

export interface PossibleDuplicate {
	readonly id: PersonId | null;
	readonly firstName: string | null;
	readonly lastName: string | null;
	readonly birthDate: string | null;
	readonly postcode: string | null;
}

export function createPeopleService({
	ids,
	hasCases,
	hasAppointments,
	distinctFrom,
	note,
}: {
	ids: Ids;
	hasCases(session: Session, id: PersonId): boolean;
	/** Some that are still to come, or that nobody has decided. */
	hasAppointments(session: Session, id: PersonId): boolean;
	/** Whom somebody is known not to be, in spite of the name. */
	distinctFrom(session: Session, id: PersonId): ReadonlySet<string>;
	/** Tells the access log. */
	note(session: Session, kind: AccessKind, details: { count: number }): void;
}): PeopleService {
	const vaultOf = (session: Session) => openVaultOf(session, 'counselling');
	const readerOf = (session: Session) => vaultOf(session).reader;

	return {
		list: (session, list) => listPeople(readerOf(session), list),
		get: (session, id) => getPerson(readerOf(session), id),
		names: (session, ids) => namesOfPeople(readerOf(session), ids),
		rows: (session, ids) => rowsOfPeople(readerOf(session), ids),
		create(session, person) {
			const { store, file } = vaultOf(session);
			const id = ids.next() as PersonId;
			store.atomically(() => {
				const number = nextNumber(file, 'person', 'P');
				store.insert(personKind, id, { ...(person as Fields), number }, session.member);
			});
			return id;
		},
		update(session, id, changes, base) {
			if (!getPerson(readerOf(session), id)) return false;
			const bases = base && { remarks: base.remarks ?? '' };
			vaultOf(session).store.update(personKind, id, changes as Fields, session.member, bases);
			return true;
		},
		remove(session, id) {
			if (!getPerson(readerOf(session), id)) return err('not_found');
			if (hasCases(session, id)) return err('has_cases');
			if (hasAppointments(session, id)) return err('has_appointments');
			vaultOf(session).store.remove(personKind, id, session.member);
			return ok(undefined);
		},
		restore(session, id) {
			const { store, reader } = vaultOf(session);
			if (!canBeRestored(reader, id)) return false;
			store.restore(personKind, id, session.member);
			return true;
		},
		duplicates(session, { id, firstName, lastName, birthDate, postcode }) {
			const name = foldedName(firstName, lastName);
			if (name === '') return [];
			const others = id === null ? new Set<string>() : distinctFrom(session, id);
			return peopleNamed(readerOf(session), name, id)
				.filter((other) => !others.has(other.id) && isLikelySame({ birthDate, postcode }, other))
				.map(({ postcode: _postcode, ...row }) => row);
		},
		exportCsv(session, list) {
			const reader = readerOf(session);
			const { rows } = listPeople(reader, { ...list, offset: 0, limit: 1_000_000 });
			note(session, 'list_exported', { count: rows.length });
			const people = new Map(allPeople(reader).map((person) => [person.id, person]));
			return writeCsv(
				CSV_COLUMNS.map(([heading]) => heading),
				rows.flatMap((row) => {
					const person = people.get(row.id);
					return person ? [CSV_COLUMNS.map(([, cell]) => cell(person))] : [];
				}),
			);
		},
		settleNumbers(session) {
			const { store, file } = vaultOf(session);
			settleDoubledNumbers(file, 'person', 'P', session.device.id, (id, number) =>
				store.update(personKind, id, { number }, session.member),
			);
		},
	};
}

/** Same name is given. A birth date that contradicts says no; one that agrees, or the same postcode, says yes. */
function isLikelySame(
	typed: { birthDate: string | null; postcode: string | null },
	other: { birthDate: string | null; postcode: string | null },
): boolean {
	if (typed.birthDate && other.birthDate) return typed.birthDate === other.birthDate;
	return !typed.postcode || !other.postcode || typed.postcode === other.postcode;
}

const day = (date: string | null) => (date ? formatLocalDate(date) : '');
const text = (value: string | number | boolean | null) => (value === null ? '' : String(value));

const CSV_COLUMNS: readonly (readonly [string, (person: Person) => string])[] = [
	['Nummer', (person) => person.number],
	['Titel', (person) => text(person.title)],
	['Nachname', (person) => text(person.lastName)],
	['Vorname', (person) => text(person.firstName)],
	['Geburtsname', (person) => text(person.birthName)],
	['Geburtsdatum', (person) => day(person.birthDate)],
	['Geschlecht', (person) => text(person.sex)],
	['Staatsangehörigkeit', (person) => text(person.nationality)],
	['Aufenthaltstitel', (person) => text(person.residenceTitle)],
	['Aufenthalt bis', (person) => day(person.residenceUntil)],
	['Arbeitsmarktzugang', (person) => text(person.workAccess)],
	['Sprachen', (person) => person.languages.map(({ code, level }) => `${code} ${level}`).join(', ')],
	['Dolmetschen', (person) => text(person.interpreterNeeded)],
	['Adresszusatz', (person) => text(person.addressExtra)],
	['Straße', (person) => text(person.street)],
	['PLZ', (person) => text(person.postcode)],
	['Ort', (person) => text(person.city)],
	['Telefon', (person) => person.phones.map(({ number }) => formatPhoneInternational(number)).join(', ')],
	['E-Mail', (person) => text(person.email)],
	['Bevorzugter Kontakt', (person) => text(person.preferredContact)],
	['Nicht anrufen', (person) => (person.doNotCall ? 'ja' : '')],
	['Erwachsene im Haushalt', (person) => text(person.adults)],
	['Geburtsjahre der Kinder', (person) => person.childBirthYears.join(', ')],
	['Alleinerziehend', (person) => text(person.singleParent)],
	['Schulabschluss', (person) => text(person.schoolDegree)],
	['Berufsabschluss', (person) => text(person.vocationalDegree)],
	['Erwerbsstatus', (person) => text(person.employment)],
	['Arbeitslos seit', (person) => day(person.unemployedSince)],
	['Leistungsbezug', (person) => text(person.benefit)],
	['Führerschein', (person) => text(person.drivingLicence)],
	['Behinderung', (person) => text(person.disability)],
	['Erstkontakt', (person) => day(person.firstContact)],
	['Bemerkungen', (person) => text(person.remarks)],
];
