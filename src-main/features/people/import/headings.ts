import type { ImportTarget } from '#shared/features/people/import-model.ts';
import { fold } from '#shared/kernel/fold.ts';
import { headingLookup } from '../../../import/headings.ts';

/** Headings by what they mean, German and English, as found in offices' lists; compared folded. */
const HEADINGS: Partial<Record<ImportTarget, string>> = {
	lastName: 'Nachname, Familienname, Zuname, Name/Nachname, last name, surname, family name, lastname',
	firstName: 'Vorname, Vornamen, Rufname, first name, given name, forename, firstname',
	fullName:
		'Name, Name Vorname, Nachname Vorname, Vorname Name, Vorname Nachname, Vor- und Nachname, Vor- und Zuname, vollständiger Name, Klient, Klientin, Klient/in, Klient*in, Kunde, Kundin, Person, full name, client',
	title: 'Titel, akad. Titel, akademischer Titel, title',
	birthName: 'Geburtsname, geborene, geb. als, Mädchenname, maiden name, birth name',
	birthDate:
		'Geburtsdatum, Geburtstag, Geb.-Datum, Geb.datum, Gebdatum, geb., geb. am, geboren, geboren am, GebDat, date of birth, birth date, birthday, dob',
	sex: 'Geschlecht, Anrede, m/w/d, w/m/d, sex, gender, salutation',
	street:
		'Straße, Str., Straße und Hausnummer, Straße Hausnummer, Straße Nr., Straße Hausnr., Anschrift, Adresse, Wohnanschrift, street, address',
	postcode: 'PLZ, Postleitzahl, PLZ Ort, PLZ und Ort, postcode, postal code, zip, zip code',
	city: 'Ort, Wohnort, Stadt, Gemeinde, city, town',
	phone:
		'Telefon, Tel., Telefonnummer, Telefon Nr., Tel.-Nr., Rufnummer, Fon, Handy, Handynummer, Mobil, Mobiltelefon, Mobilnummer, Festnetz, Telefon privat, Telefon mobil, Telefon dienstlich, WhatsApp, phone, phone number, telephone, mobile, cell',
	email: 'E-Mail, Email, Mail, E-Mail-Adresse, Mailadresse, email address',
	nationality:
		'Staatsangehörigkeit, Staatsang., StA, Nationalität, Staatsbürgerschaft, Herkunft, Herkunftsland, Land, nationality, citizenship',
	singleParent: 'alleinerziehend, allein erziehend, alleinerz., AE, single parent',
	benefit:
		'Leistungsbezug, Leistung, Leistungen, Bezug, Leistungsart, Erwerbsstatus, Status Arbeit, benefit, benefits, employment',
	caseOwner:
		'Beraterin, Berater, Berater/in, Berater*in, Beratung, zuständig, Zuständigkeit, Sachbearbeiter, Sachbearbeiterin, Ansprechpartner, Ansprechpartnerin, Bezugsberater, Fallmanager, Fallmanagerin, counsellor, case owner, case worker',
	firstContact:
		'Erstkontakt, erster Kontakt, Erstgespräch, Erstberatung, Aufnahme, Aufnahmedatum, Kontakt seit, Klient seit, first contact',
	remarks:
		'Bemerkung, Bemerkungen, Anmerkung, Anmerkungen, Notiz, Notizen, Kommentar, Sonstiges, Hinweis, Hinweise, Info, Sprache, Sprachen, Muttersprache, Aufenthaltstitel, Aufenthaltsstatus, Familienstand, Kinder, Anzahl Kinder, c/o, Adresszusatz, Schulabschluss, Beruf, remarks, notes, comment, comments',
	ignore: 'Nr., lfd. Nr., laufende Nummer, ID, Nummer, Alter, no., #',
};

const HOUSE_NUMBERS = new Set(['Hausnummer', 'Hausnr.', 'Haus-Nr.', 'HNr.', 'house number'].map(fold));
const lookup = headingLookup(HEADINGS, ['fullName', 'ignore', 'nationality', 'title']);

/** What a heading says its column is; null for an unknown one. */
export function targetOfHeading(heading: string): ImportTarget | null {
	return HOUSE_NUMBERS.has(fold(heading)) ? 'street' : lookup(heading);
}
