import { z } from 'zod';
import { BorrowerId, PersonId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { optionalText } from '#shared/kernel/text.ts';

/**
 * A person as the counselling vault knows them (design 5). Empty (null) means not asked; `keine_angabe` means asked
 * and refused. Codes are stored, words are the screen's business.
 */

const year = z.int().min(1900).max(2100);
const refusable = <const T extends readonly [string, ...string[]]>(values: T) =>
	z.enum([...values, 'keine_angabe'] as const).nullable();

export const Sex = refusable(['w', 'm', 'd']);
const WorkAccess = refusable(['unrestricted', 'permit_required', 'none']);
export const LanguageLevel = z.enum(['native', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'unknown', 'keine_angabe']);
const ContactWay = refusable(['phone', 'sms', 'messenger', 'email', 'letter', 'in_person']);
const SchoolDegree = refusable([
	'none',
	'special_school',
	'lower',
	'middle',
	'applied_upper',
	'upper',
	'foreign_recognised',
	'foreign_unrecognised',
]);
const VocationalDegree = refusable([
	'none',
	'in_training',
	'apprenticeship',
	'master',
	'university',
	'foreign_recognised',
	'foreign_unrecognised',
]);
export const EmploymentStatus = refusable([
	'unemployed',
	'inactive',
	'employed',
	'minijob',
	'self_employed',
	'in_education',
	'retired',
]);
export const Benefit = refusable([
	'none',
	'alg1',
	'buergergeld',
	'asylum',
	'basic_security',
	'housing_benefit',
	'pension',
	'other',
]);
const DrivingLicence = refusable(['none', 'car', 'car_with_vehicle', 'other']);
const Disability = refusable(['none', 'yes', 'severe']);
export const YesNo = refusable(['yes', 'no']);

/** `de`, `tr` … (ISO 639) with the level of the Common European Framework. */
export const Language = z.object({ code: z.string().regex(/^[a-z]{2,3}$/), level: LanguageLevel });
/** E.164 (`+492102123456`) and what it is for, in the person's words. */
export const Phone = z.object({ number: z.string().regex(/^\+[1-9]\d{5,14}$/), label: z.string().max(40) });

/** ISO 3166 alpha-2 in capitals, or `stateless`. */
const Nationality = z
	.string()
	.regex(/^([A-Z]{2}|stateless|keine_angabe)$/)
	.nullable();

export const PersonFields = z.object({
	title: optionalText(60),
	firstName: optionalText(120),
	lastName: optionalText(120),
	birthName: optionalText(120),
	/** How the name is said: `Aische Jilmas`. */
	pronunciation: optionalText(120),
	sex: Sex,
	birthDate: LocalDate.nullable(),
	nationality: Nationality,
	residenceTitle: optionalText(120),
	residenceUntil: LocalDate.nullable(),
	workAccess: WorkAccess,
	languages: z.array(Language).max(20),
	interpreterNeeded: YesNo,
	/** DIN 5008: addition line above the street. */
	addressExtra: optionalText(120),
	street: optionalText(120),
	postcode: optionalText(12),
	city: optionalText(120),
	phones: z.array(Phone).max(10),
	email: z.email().max(200).nullable(),
	preferredContact: ContactWay,
	/** "Nicht anrufen!": shown in red wherever a phone number stands. */
	doNotCall: z.boolean(),
	adults: z.int().min(0).max(30).nullable(),
	childBirthYears: z.array(year).max(30),
	singleParent: YesNo,
	schoolDegree: SchoolDegree,
	vocationalDegree: VocationalDegree,
	employment: EmploymentStatus,
	unemployedSince: LocalDate.nullable(),
	benefit: Benefit,
	drivingLicence: DrivingLicence,
	disability: Disability,
	/** First time in this house. */
	firstContact: LocalDate.nullable(),
	remarks: optionalText(4000),
});
export type PersonFields = z.infer<typeof PersonFields>;

export const NewPerson = PersonFields.refine((person) => person.firstName !== null || person.lastName !== null, {
	path: ['lastName'],
	message: 'name_missing',
});

export const EMPTY_PERSON: PersonFields = {
	title: null,
	firstName: null,
	lastName: null,
	birthName: null,
	pronunciation: null,
	sex: null,
	birthDate: null,
	nationality: null,
	residenceTitle: null,
	residenceUntil: null,
	workAccess: null,
	languages: [],
	interpreterNeeded: null,
	addressExtra: null,
	street: null,
	postcode: null,
	city: null,
	phones: [],
	email: null,
	preferredContact: null,
	doNotCall: false,
	adults: null,
	childBirthYears: [],
	singleParent: null,
	schoolDegree: null,
	vocationalDegree: null,
	employment: null,
	unemployedSince: null,
	benefit: null,
	drivingLicence: null,
	disability: null,
	firstContact: null,
	remarks: null,
};

export const FormerPerson = z.object({ number: z.string().max(20), name: z.string().max(300) });
export type FormerPerson = z.infer<typeof FormerPerson>;

/** `number` is the office's short number (`P-00042`), given once on creation. */
export const Person = PersonFields.extend({
	id: PersonId,
	number: z.string(),
	/** Who of the borrowers is the same human; known here and not where borrowers are. */
	borrowerId: BorrowerId.nullable(),
	/** Numbers and names of records that became part of this one, which it is still found by. */
	formerly: z.array(FormerPerson),
	createdAt: z.number(),
	updatedAt: z.number(),
});
export type Person = z.infer<typeof Person>;

export const PersonRow = z.object({
	id: PersonId,
	number: z.string(),
	firstName: z.string().nullable(),
	lastName: z.string().nullable(),
	birthDate: z.string().nullable(),
	city: z.string().nullable(),
	street: z.string().nullable(),
	phone: z.string().nullable(),
	doNotCall: z.boolean(),
	updatedAt: z.number(),
	openCases: z.int(),
});
export type PersonRow = z.infer<typeof PersonRow>;

/** `Yılmaz, Mehmet`; one part alone where only one is known. */
export function nameOf(person: { firstName: string | null; lastName: string | null }): string {
	return [person.lastName, person.firstName].filter(Boolean).join(', ');
}
