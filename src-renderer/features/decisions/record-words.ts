import { texts as applicationTexts } from '#renderer/features/applications/texts.ts';
import { texts as appointmentTexts } from '#renderer/features/appointments/texts.ts';
import { texts as businessTexts } from '#renderer/features/businesses/texts.ts';
import { texts as caseTexts } from '#renderer/features/cases/texts.ts';
import { topicWords } from '#renderer/features/cases/topic-words.ts';
import { texts as consentTexts } from '#renderer/features/consents/texts.ts';
import { texts as documentTexts } from '#renderer/features/documents/texts.ts';
import { texts as funderTexts } from '#renderer/features/funder-data/texts.ts';
import { texts as programmeTexts } from '#renderer/features/funder-programmes/texts.ts';
import { texts as goalTexts } from '#renderer/features/goals/texts.ts';
import { fieldTexts as itemTexts } from '#renderer/features/inventory/field-texts.ts';
import { templateTexts } from '#renderer/features/letters/template-texts.ts';
import { pageTexts as damagePageTexts } from '#renderer/features/maintenance/page-texts.ts';
import { texts as damageTexts } from '#renderer/features/maintenance/texts.ts';
import { texts as offerTexts } from '#renderer/features/offers/texts.ts';
import { texts as partnerTexts } from '#renderer/features/partners/texts.ts';
import { fieldTexts as personTexts } from '#renderer/features/people/fieldTexts.ts';
import { texts as privacyTexts } from '#renderer/features/privacy/texts.ts';
import { texts as referralTexts } from '#renderer/features/referrals/texts.ts';
import { texts as repairTexts } from '#renderer/features/repairs/texts.ts';
import { texts as roomTexts } from '#renderer/features/rooms/texts.ts';
import { texts as waitingTexts } from '#renderer/features/waiting-list/texts.ts';
import type { Language } from '#renderer/i18n/language.ts';
import { recordTexts } from './record-texts.ts';

/** What a kind of record, its fields and the codes in them are called: the words of the pages where they are edited. */
export interface RecordWords {
	readonly record: string;
	readonly fields: Readonly<Record<string, string>>;
	/** Words for codes, by field. */
	readonly codes: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

type Codes = RecordWords['codes'];

export function recordWords(language: Language): Readonly<Record<string, RecordWords>> {
	const t = recordTexts[language];
	const person = personTexts[language];
	const business = businessTexts[language];
	const file = caseTexts[language];
	const goal = goalTexts[language];
	const consent = consentTexts[language];
	const referral = referralTexts[language];
	const template = templateTexts[language];
	const application = applicationTexts[language];
	const funder = funderTexts[language];
	const programme = programmeTexts[language];
	const appointment = appointmentTexts[language];
	const waiting = waitingTexts[language];
	const partner = partnerTexts[language];
	const room = roomTexts[language];
	const damage = damageTexts[language];
	const repair = repairTexts[language];
	const yesNo = { yes: funder.yes, no: funder.no, keine_angabe: funder.refused };
	const words = (table: keyof typeof t.record, fields: Record<string, string>, codes: Codes = {}): [string, RecordWords] => [
		table,
		{ record: t.record[table], fields, codes },
	];
	const agreement = {
		textVersion: consent.textVersion,
		language: consent.language,
		form: consent.form,
		evidence: consent.evidence,
	};
	const answers = Object.keys(funder.field).map((field): [string, Record<string, string>] => [field, yesNo]);
	return Object.fromEntries([
		words('person', person.field),
		words('business', business.field, { legalForm: business.legalForm }),
		words('business_site', {
			...{ name: business.siteName, addressExtra: business.addressExtra, street: business.street },
			...{ postcode: business.postcode, city: business.city },
		}),
		words('business_contact', {
			...{ name: business.contactName, role: business.contactRole, phone: business.field.phone },
			...{ email: business.field.email, personId: t.record.person },
		}),
		words('case_file', {
			...{ ownerId: file.owner, deputyIds: file.deputies, openedOn: file.openedOn, programmeId: file.programme },
			...{ source: file.source, concern: file.concern },
		}),
		words(
			'contact',
			{ ...t.contact, nextStep: t.nextStep, nextStepDue: t.nextStepDue },
			{ kind: t.contactKind, topics: topicWords[language] },
		),
		words('todo', { subject: t.record.todo, due: t.due, ownerId: file.todoOwner, caseId: t.record.case_file }),
		words('situation', { rating: t.rating }, { rating: { keine_angabe: goal.refused } }),
		words(
			'goal',
			{
				...{ theme: goal.theme, text: goal.text, indicator: goal.indicator, targetOn: goal.targetOn, agreedOn: goal.agreedOn },
				...{ balance: goal.balance, balanceWords: goal.balanceWords },
			},
			{ theme: goal.themes, balance: goal.balances },
		),
		words(
			'goal_action',
			{
				...{ text: goal.step, doer: goal.doer, memberId: goal.doer, thirdParty: goal.thirdPartyWho, due: goal.due },
				state: file.column.status,
			},
			{ doer: { client: goal.client, member: file.owner, third_party: goal.thirdParty }, state: goal.actionState },
		),
		words('document', documentTexts[language].field, { kind: documentTexts[language].kind }),
		words(
			'consent',
			{
				purpose: consent.purposes,
				decision: consent.decision,
				decidedOn: consent.decidedOn,
				withdrawnOn: t.withdrawnOn,
				...agreement,
			},
			{ purpose: consent.purpose, decision: consent.decisions, form: consent.forms },
		),
		words(
			'confidentiality_release',
			{
				...{ recipient: consent.recipient, topics: consent.topics, purpose: consent.releasePurpose, givenOn: consent.givenOn },
				...{ validFrom: consent.validFrom, validUntil: consent.validUntil, withdrawnOn: t.withdrawnOn, ...agreement },
			},
			{ topics: consent.topic, form: consent.forms },
		),
		words(
			'referral',
			{
				...{ recipient: referral.recipient, reason: referral.reason, topics: referral.topics, replyDueOn: referral.replyDueOn },
				...{ way: referral.wayLabel, sentOn: referral.sentOn, answeredOn: referral.repliedOn, outcome: referral.outcomeLabel },
				...{ cancelledOn: t.cancelledOn, cancelReason: referral.cancelReason },
			},
			{ topics: consent.topic, way: referral.way, outcome: referral.outcome },
		),
		words(
			'template',
			{ name: template.name, kind: template.kind, subject: template.subject, isRetired: template.retired },
			{ kind: template.kinds },
		),
		words('letter', { ...t.letter, subject: t.subject }),
		words(
			'application',
			{
				...{ employer: application.employer, position: application.position, channel: application.channelLabel },
				...{ foundThrough: application.foundThrough, sentOn: application.sent, reply: application.replyLabel },
				...{ repliedOn: application.replied, interviewsOn: application.interviews, outcome: application.outcomeLabel },
				...{ reason: application.reason, nextStep: application.nextStep, nextStepDue: t.nextStepDue },
			},
			{ channel: application.channel, reply: application.reply, outcome: application.outcome },
		),
		words('funder_participation', funder.field, {
			...Object.fromEntries(answers),
			...{ sex: person.sex, benefit: person.benefit, schoolDegree: person.schoolDegree, disability: person.disability },
			vocationalDegree: person.vocationalDegree,
			...{ employment: funder.employment, exitEmployment: funder.employment, followUpEmployment: funder.employment },
			comparableLevel: funder.comparableLevel,
		}),
		words(
			'appointment',
			{ ...appointment.field, caseId: t.record.case_file, businessId: t.record.business },
			{ kind: appointment.kind, state: appointment.state },
		),
		words(
			'waiting',
			{
				...{ counsellorIds: t.counsellors, kind: waiting.kind, minutes: t.minutes, weekdays: t.weekdays, note: t.note },
				...{ partOfDay: waiting.time, until: waiting.untilField, isUrgent: t.isUrgent },
			},
			{ kind: appointment.kind, partOfDay: waiting.partOfDay },
		),
		words('absence', { ...t.absence, note: t.note }),
		words(
			'partner',
			{
				...{ name: partner.name, kind: partner.kind, addressExtra: partner.addressExtra, street: partner.street },
				...{ postcode: partner.postcode, city: partner.city, phone: partner.phone, email: partner.email },
				...{ website: partner.website, contacts: partner.contacts, opening: partner.opening, note: partner.note },
				isRetired: partner.isRetired,
			},
			{ kind: partner.kinds },
		),
		words(
			'funder_programme',
			{
				...{ name: programme.name, regime: programme.regimeLabel, startsOn: programme.startsOn, endsOn: programme.endsOn },
				...{ grantNoticeOn: programme.grantNoticeOn, keepUntil: programme.keepUntil },
			},
			{ regime: programme.regime },
		),
		words('funder_terms', t.terms),
		words('site_profile', t.site),
		words('opening_hours', t.hours),
		words('room', { name: room.name, capacity: room.capacity, note: room.note, forCounselling: room.forCounselling }),
		words('offer', t.offer, { kind: offerTexts[language].kinds, colour: t.colour }),
		words('session_change', t.session),
		words('session_helper', { helps: t.helps }),
		words('attendance', { name: t.name }),
		words('duty', { isOn: t.isOn }),
		words('item', itemTexts[language].field, { state: itemTexts[language].state }),
		words('borrower', t.borrower),
		words('loan', {}),
		words('loan_line', t.line),
		words('lending_rules', t.rules),
		words('retention_rules', privacyTexts[language].rule),
		words('open_repair_settings', t.openRepair),
		words('reservation', { ...t.reservation, note: t.note }, { state: t.reservationState }),
		words('hold', { state: t.reservation.state }, { state: t.reservationState }),
		words('damage', damagePageTexts[language].field, { kind: damage.kind, stage: damage.stage }),
		words('repair', repair.field, { power: repair.power, electricalTest: repair.test }),
		words('stocktake', { name: t.name, ...t.stocktake }),
	]);
}
