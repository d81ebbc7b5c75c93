import { texts as applicationTexts } from '#renderer/features/applications/texts.ts';
import { texts as appointmentTexts } from '#renderer/features/appointments/texts.ts';
import { texts as closingTexts } from '#renderer/features/cases/closing-texts.ts';
import { texts as caseTexts } from '#renderer/features/cases/texts.ts';
import { texts as consentTexts } from '#renderer/features/consents/texts.ts';
import { texts as documentTexts } from '#renderer/features/documents/texts.ts';
import { texts as funderTexts } from '#renderer/features/funder-data/texts.ts';
import { texts as goalTexts } from '#renderer/features/goals/texts.ts';
import { texts as damageTexts } from '#renderer/features/maintenance/texts.ts';
import { fieldTexts } from '#renderer/features/people/fieldTexts.ts';
import { countryName, languageName } from '#renderer/features/people/placeNames.ts';
import { texts as referralTexts } from '#renderer/features/referrals/texts.ts';
import { texts as repairTexts } from '#renderer/features/repairs/texts.ts';
import { texts as reservationTexts } from '#renderer/features/reservations/texts.ts';
import { texts as signInTexts } from '#renderer/features/sign-ins/texts.ts';
import { texts as waitingTexts } from '#renderer/features/waiting-list/texts.ts';
import { weekdays } from '#renderer/i18n/days.ts';
import { formatBytes, formatInstant, formatMinutes } from '#renderer/i18n/format.ts';
import type { Language } from '#renderer/i18n/language.ts';
import { paperMoney } from '#renderer/i18n/money.ts';
import { PRODUCT_CATEGORIES } from '#shared/features/repairs/product-categories.ts';
import { isInstant } from '#shared/features/subject-access/file.ts';
import type { Scalar } from '#shared/features/subject-access/leaves.ts';
import { formatLocalDate, LocalDate } from '#shared/kernel/local-date.ts';
import { type FieldWords, fieldWords } from './field-words.ts';
import { texts } from './texts.ts';

/** What a stored value means in words; codes say it with the words of the feature that they belong to. */

type Codes = Readonly<Record<string, string>>;

/** `answers.employment` of `@2.answers.0.employment`. */
const keysOf = (path: string): string[] =>
	path
		.replace(/^@\d+\./, '')
		.split('.')
		.filter((key) => !/^\d+$/.test(key));

/** `Empfänger: Name` for what stands inside of a field. */
export function labelOf(table: string, path: string, t: FieldWords): string {
	const keys = keysOf(path);
	const whole = t.of[`${table}.${keys.join('.')}`];
	if (whole !== undefined) return whole;
	return keys.map((key, at) => (at === 0 ? t.of[`${table}.${key}`] : undefined) ?? t.field[key] ?? key).join(': ');
}

/** By `table.field`, then by the name of the field alone. */
function codesIn(language: Language): Readonly<Record<string, Codes>> {
	const own = texts[language].code;
	const [goal, consent, person, funder] = [
		goalTexts[language],
		consentTexts[language],
		fieldTexts[language],
		funderTexts[language],
	];
	const [referral, application, closing] = [referralTexts[language], applicationTexts[language], closingTexts[language]];
	const personCodes = {
		sex: person.sex,
		workAccess: person.workAccess,
		level: person.level,
		preferredContact: person.preferredContact,
		schoolDegree: person.schoolDegree,
		vocationalDegree: person.vocationalDegree,
		benefit: person.benefit,
		drivingLicence: person.drivingLicence,
		disability: person.disability,
	};
	return {
		...personCodes,
		employment: { ...person.employment, ...funder.employment },
		exitEmployment: funder.employment,
		followUpEmployment: funder.employment,
		comparableLevel: funder.comparableLevel,
		'case_file.status': caseTexts[language].status,
		'contact.kind': own.contactKind,
		'case_access.what': caseTexts[language].accessKinds,
		'case_access.form': own.exportForm,
		topics: consent.topic,
		theme: goal.themes,
		area: goal.themes,
		moment: goal.moment,
		balance: goal.balances,
		doer: own.doer,
		'goal_action.state': goal.actionState,
		'appointment.kind': appointmentTexts[language].kind,
		'appointment.state': appointmentTexts[language].state,
		'waiting.kind': appointmentTexts[language].kind,
		partOfDay: waitingTexts[language].partOfDay,
		'consent.purpose': consent.purpose,
		decision: consent.decisions,
		'consent.form': consent.forms,
		'confidentiality_release.form': consent.forms,
		'referral.way': referral.way,
		'referral.outcome': referral.outcome,
		channel: application.channel,
		'application.reply': application.reply,
		'application.outcome': own.applicationOutcome,
		'document.kind': documentTexts[language].kind,
		'case_closing.reason': closing.reasons,
		'case_closing.outcome': closing.outcomes,
		'funder_event.what': own.funderEvent,
		part: funder.step,
		'loan.kind': own.loanKind,
		'deposit_entry.what': own.deposit,
		'reminder.way': referral.way,
		'reservation.state': reservationTexts[language].state,
		'hold.state': own.holdState,
		'damage.kind': damageTexts[language].kind,
		'repair.power': repairTexts[language].power,
		'repair.standing.stage': repairTexts[language].stage,
		'repair.standing.result': repairTexts[language].result,
		'repair.standing.barrier': repairTexts[language].barrier,
		'repair.electricalTest.result': repairTexts[language].test,
		'repair.category': own.repairGroup,
		stage: damageTexts[language].stage,
		via: own.via,
		direction: own.direction,
		'sign_in.by': own.saidBy,
		'sign_in.ageBand': signInTexts[language].age,
		'sign_in.sex': signInTexts[language].sex,
		'sign_in.language': signInTexts[language].language,
	};
}
const CODES: Readonly<Record<Language, Readonly<Record<string, Codes>>>> = { de: codesIn('de'), en: codesIn('en') };

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Undefined where the value says it itself. */
export function meaningOf(table: string, path: string, value: Scalar, language: Language): string | undefined {
	const keys = keysOf(path);
	const key = keys.at(-1) ?? '';
	const t = texts[language];
	if (typeof value === 'boolean') return value ? t.yes : t.no;
	if (typeof value === 'number') return key === 'category' ? categoryWord(table, value) : numberWords(key, value);
	if (typeof value !== 'string') return undefined;
	const codes = CODES[language][`${table}.${keys.join('.')}`] ?? CODES[language][key];
	const word = codes?.[value];
	if (word !== undefined) return word;
	if (value === 'keine_angabe') return t.refused;
	if (key === 'nationality') return value === 'stateless' ? fieldTexts[language].stateless : countryName(value, language);
	if (key === 'code' || key === 'language') return languageName(value, language);
	if (key === 'tableName') return fieldWords[language].table[value];
	return value === 'yes' || value === 'no' ? t[value] : undefined;
}

/** The standard's number of what a repair was of. */
const categoryWord = (table: string, value: number) =>
	table === 'repair' ? PRODUCT_CATEGORIES.find(({ id }) => id === value)?.german : undefined;

function numberWords(key: string, value: number): string | undefined {
	if (isInstant(key)) return formatInstant(value);
	if (/cents$/i.test(key)) return paperMoney(value);
	if (key === 'size') return formatBytes(value);
	if (key === 'duration' || key === 'minutes') return formatMinutes(value);
	if (key === 'weekdays') return weekdays()[value];
	return undefined;
}

/** As it is read; null: nothing that tells a person anything. */
export function shownValue(
	table: string,
	path: string,
	value: Scalar,
	names: Readonly<Record<string, string>>,
	language: Language,
): string | null {
	if (value === null || value === '') return null;
	if (typeof value === 'string') {
		if (names[value] !== undefined) return names[value];
		if (ID.test(value)) return null;
	}
	const meaning = meaningOf(table, path, value, language);
	if (meaning !== undefined) return meaning;
	return typeof value === 'string' && LocalDate.safeParse(value).success ? formatLocalDate(value) : String(value);
}

/** Free text, of which a part can be blackened; of everything else the whole. */
export const isFreeText = (
	table: string,
	path: string,
	value: Scalar,
	names: Readonly<Record<string, string>>,
): value is string => typeof value === 'string' && shownValue(table, path, value, names, 'de') === value;
