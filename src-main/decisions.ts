import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#shared/contract.ts';
import { ApplicationFields } from '#shared/features/applications/model.ts';
import { AppointmentFields } from '#shared/features/appointments/model.ts';
import { BorrowerFields, borrowerName } from '#shared/features/borrowers/model.ts';
import { BusinessFields } from '#shared/features/businesses/model.ts';
import { CaseFields, ContactFields, TodoFields } from '#shared/features/cases/model.ts';
import { DocumentFields } from '#shared/features/documents/model.ts';
import { DONE_OF, FIELDS_OF, Part } from '#shared/features/funder-data/model.ts';
import { ProgrammeFields } from '#shared/features/funder-programmes/model.ts';
import { ActionFields, GoalFields } from '#shared/features/goals/model.ts';
import { ItemFields } from '#shared/features/inventory/model.ts';
import { LetterFields, TemplateFields } from '#shared/features/letters/model.ts';
import { DamageChanges } from '#shared/features/maintenance/model.ts';
import { OfferFields } from '#shared/features/offers/model.ts';
import { PartnerFields } from '#shared/features/partners/model.ts';
import { PersonFields } from '#shared/features/people/model.ts';
import { ReferralFields } from '#shared/features/referrals/model.ts';
import { type QueueNumber, queueLabel, RepairChanges } from '#shared/features/repairs/model.ts';
import { RoomFields } from '#shared/features/rooms/model.ts';
import { AbsenceFields } from '#shared/features/schedule/model.ts';
import { WaitingFields } from '#shared/features/waiting-list/model.ts';
import { formatLocalDate, localDateOf } from '#shared/kernel/local-date.ts';
import { mayCall } from './access.ts';
import { applicationKind } from './features/applications/records.ts';
import { appointmentKind } from './features/appointments/records.ts';
import { attendanceKind } from './features/attendance/records.ts';
import { borrowerKind } from './features/borrowers/records.ts';
import { businessContactKind, businessKind, businessSiteKind } from './features/businesses/records.ts';
import { caseKind, contactKind, todoKind } from './features/cases/records.ts';
import { consentKind, releaseKind } from './features/consents/records.ts';
import { createDecisionService, type DecisionDeps, type Subject } from './features/decisions/service.ts';
import { documentKind } from './features/documents/records.ts';
import { participationKind } from './features/funder-data/records.ts';
import { programmeKind, termsKind } from './features/funder-programmes/records.ts';
import { goalActionKind, goalKind, situationKind } from './features/goals/records.ts';
import { itemKind } from './features/inventory/records.ts';
import { lendingRulesKind, loanKind, loanLineKind } from './features/lending/records.ts';
import { letterKind, templateKind } from './features/letters/records.ts';
import { damageKind } from './features/maintenance/records.ts';
import { offerKind, sessionChangeKind, sessionHelperKind } from './features/offers/records.ts';
import { openRepairSettingsKind } from './features/open-repair-data/records.ts';
import { partnerKind } from './features/partners/records.ts';
import { personKind } from './features/people/records.ts';
import { retentionRulesKind } from './features/privacy/records.ts';
import { referralKind } from './features/referrals/records.ts';
import { repairKind } from './features/repairs/records.ts';
import { holdKind, reservationKind } from './features/reservations/records.ts';
import { roomKind } from './features/rooms/records.ts';
import { dutyKind } from './features/rota/records.ts';
import { absenceKind } from './features/schedule/records.ts';
import { openingHoursKind, siteProfileKind } from './features/site/records.ts';
import { stocktakeKind } from './features/stocktake/records.ts';
import { waitingKind } from './features/waiting-list/records.ts';
import type { MergeKind } from './records/kind.ts';

/** Puts the decisions together: how records of every kind are named, who may change them, and by which procedure. */

type Client = ContractRouterClient<Contract>;
type Row = Parameters<Subject['name']>[0];
type Change = (client: Client, id: never, changes: never) => Promise<unknown>;

interface How {
	readonly isOfCaseFile?: boolean;
	readonly isCompleted?: Subject['isCompleted'];
	/** The procedure that changes these fields; others are set as they are kept. */
	readonly fields?: readonly string[];
	readonly by?: Change;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const dayOf = (field: string) => (row: Row) => (text(row[field]) === '' ? '' : formatLocalDate(text(row[field])));
const of = (field: string) => (row: Row) => text(row[field]);
const unnamed = () => '';
const keys = (schema: { readonly shape: object }): string[] => Object.keys(schema.shape);
const CASE = { isOfCaseFile: true };

/** The funder's part that a field belongs to has been completed: it is frozen, and corrected with a reason. */
const isCompleted = (row: Row, field: string): boolean =>
	Part.options.some((part) => (FIELDS_OF[part] as readonly string[]).includes(field) && row[DONE_OF[part]] !== null);

/** `client` calls the procedures as whoever is signed in: with the access table, the checks of what goes in, and the refusals. */
export const createDecisions = (deps: Omit<DecisionDeps, 'subjects'> & { client(): Client }) =>
	createDecisionService({ nameOf: deps.nameOf, subjects: subjectsOfAll(deps.client) });

/** One for each kind that somebody is asked about. */
export function subjectsOfAll(client: () => Client): Subject[] {
	const subject = (
		kind: MergeKind,
		path: string,
		name: Subject['name'],
		{ isOfCaseFile, isCompleted, fields, by }: How = {},
	): Subject => ({
		...{ kind, name, isOfCaseFile: isOfCaseFile ?? false, ...(isCompleted && { isCompleted }) },
		mayChange: (session) => mayCall(session, path),
		change: by && { fields: fields ?? [], by: (id, changes) => by(client(), id as never, changes as never) },
	});
	const change = (fields: readonly string[], by: (client: Client, input: { id: never; changes: never }) => Promise<unknown>) => ({
		fields,
		by: (client: Client, id: never, changes: never) => by(client, { id, changes }),
	});
	return [
		subject(personKind, 'people.update', (row) => [text(row.firstName), text(row.lastName)].filter(Boolean).join(' '), {
			...change(keys(PersonFields), (client, input) => client.people.update(input)),
		}),
		subject(businessKind, 'businesses.update', of('name'), {
			...change(keys(BusinessFields), (client, input) => client.businesses.update(input)),
		}),
		subject(businessSiteKind, 'businesses.changeSite', of('name')),
		subject(businessContactKind, 'businesses.changeContact', of('name')),
		subject(caseKind, 'cases.update', of('number'), {
			...{ ...CASE, ...change(keys(CaseFields), (client, input) => client.cases.update(input)) },
		}),
		subject(contactKind, 'cases.updateContact', (row) => formatLocalDate(localDateOf(Number(row.at))), {
			...{ ...CASE, ...change(keys(ContactFields), (client, input) => client.cases.updateContact(input)) },
		}),
		subject(todoKind, 'cases.updateTodo', of('subject'), {
			...{ ...CASE, ...change(keys(TodoFields), (client, input) => client.cases.updateTodo(input)) },
		}),
		subject(situationKind, 'goals.assess', unnamed, CASE),
		subject(goalKind, 'goals.update', of('text'), {
			...{ ...CASE, ...change(keys(GoalFields), (client, input) => client.goals.update(input)) },
		}),
		subject(goalActionKind, 'goals.updateAction', of('text'), {
			...{ ...CASE, ...change(keys(ActionFields), (client, input) => client.goals.updateAction(input)) },
		}),
		subject(documentKind, 'documents.update', of('title'), {
			...{ ...CASE, ...change(keys(DocumentFields), (client, input) => client.documents.update(input)) },
		}),
		subject(consentKind, 'consents.setEvidence', unnamed),
		subject(releaseKind, 'consents.setReleaseEvidence', dayOf('givenOn'), CASE),
		subject(referralKind, 'referrals.change', dayOf('preparedOn'), {
			...{ ...CASE, ...change(keys(ReferralFields), (client, input) => client.referrals.change(input)) },
		}),
		subject(templateKind, 'letters.changeTemplate', of('name'), {
			...change(keys(TemplateFields), (client, input) => client.letters.changeTemplate(input)),
		}),
		subject(letterKind, 'letters.change', of('subject'), {
			...{ ...CASE, ...change(keys(LetterFields), (client, input) => client.letters.change(input)) },
		}),
		subject(applicationKind, 'applications.change', of('employer'), {
			...{ ...CASE, ...change(keys(ApplicationFields), (client, input) => client.applications.change(input)) },
		}),
		subject(participationKind, 'funderData.save', unnamed, { isCompleted }),
		subject(appointmentKind, 'appointments.change', dayOf('day'), {
			...change(keys(AppointmentFields), (client, input) =>
				client.appointments.change({ ...(input as object), scope: 'this' } as Parameters<Client['appointments']['change']>[0]),
			),
		}),
		subject(waitingKind, 'waitingList.change', unnamed, {
			...change(keys(WaitingFields), (client, input) => client.waitingList.change(input)),
		}),
		subject(absenceKind, 'schedule.changeAbsence', (row, nameOf) => nameOf(text(row.memberId)), {
			...change(keys(AbsenceFields), (client, input) => client.schedule.changeAbsence(input)),
		}),
		subject(partnerKind, 'partners.update', of('name'), {
			...change(keys(PartnerFields), (client, input) => client.partners.update(input)),
		}),
		subject(programmeKind, 'funderProgrammes.update', of('name'), {
			...change(keys(ProgrammeFields), (client, input) => client.funderProgrammes.update(input)),
		}),
		subject(termsKind, 'funderProgrammes.setTerms', dayOf('validFrom')),
		subject(siteProfileKind, 'site.updateProfile', of('name')),
		subject(openingHoursKind, 'site.saveOpeningHours', unnamed),
		subject(roomKind, 'rooms.update', of('name'), {
			...change(keys(RoomFields), (client, input) => client.rooms.update(input)),
		}),
		subject(offerKind, 'offers.update', of('name'), {
			// Days and times are kept as one field each, and changed on the offer's own page.
			...change(
				keys(OfferFields).filter((field) => !['firstOn', 'rule', 'from', 'until'].includes(field)),
				(client, input) => client.offers.update(input),
			),
		}),
		subject(sessionChangeKind, 'offers.changeSession', dayOf('ruleDay')),
		subject(sessionHelperKind, 'offers.help', (row, nameOf) => [nameOf(text(row.memberId)), dayOf('ruleDay')(row)].join(', ')),
		subject(attendanceKind, 'attendance.mark', dayOf('ruleDay')),
		subject(dutyKind, 'rota.change', (row, nameOf) => [nameOf(text(row.memberId)), dayOf('day')(row)].join(', ')),
		subject(itemKind, 'inventory.update', (row) => [text(row.number), text(row.name)].join(' '), {
			...change(keys(ItemFields), (client, input) => client.inventory.update(input)),
		}),
		subject(borrowerKind, 'borrowers.update', (row) => borrowerName(row as unknown as Parameters<typeof borrowerName>[0]), {
			...change(keys(BorrowerFields), (client, input) => client.borrowers.update(input)),
		}),
		subject(loanKind, 'lending.extend', of('number')),
		subject(loanLineKind, 'lending.extend', unnamed),
		subject(lendingRulesKind, 'lending.saveRules', unnamed),
		subject(retentionRulesKind, 'privacy.saveRules', unnamed),
		subject(openRepairSettingsKind, 'openRepairData.saveSettings', unnamed),
		subject(reservationKind, 'reservations.create', dayOf('fromOn')),
		subject(holdKind, 'reservations.hold', unnamed),
		subject(damageKind, 'maintenance.update', of('description'), {
			...change(keys(DamageChanges), (client, input) => client.maintenance.update(input)),
		}),
		subject(repairKind, 'repairs.update', (row) => [queueLabel(row as unknown as QueueNumber), text(row.item)].join(' '), {
			...change(keys(RepairChanges), (client, input) => client.repairs.update(input)),
		}),
		subject(stocktakeKind, 'stocktake.start', of('name')),
	];
}
