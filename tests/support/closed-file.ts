import type { ApplicationFields } from '#shared/features/applications/model.ts';
import { CURRENT_VERSION } from '#shared/features/consents/form-texts.ts';
import type { ActionFields, GoalFields } from '#shared/features/goals/model.ts';
import { EMPTY_PERSON } from '#shared/features/people/model.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { CLOSING, PROGRAMME } from './case-office.ts';
import { upload } from './documents.ts';
import { caseOf, note } from './office.ts';
import { foundedBackend } from './test-backend.ts';

/**
 * A closed case file with everything in it, and what may be tried on it: every procedure that reaches the counselling
 * vault is in one of two lists here, what writes into a case file, with how it is tried, and what does not, with why.
 */

const DAY = '2026-03-09' as LocalDate;
const GOAL: GoalFields = { theme: 'work', text: 'Arbeit finden', indicator: null, targetOn: null, agreedOn: null };
const ACTION: ActionFields = { text: 'Lebenslauf schreiben', doer: 'client', memberId: null, thirdParty: null, due: null };
const LETTER = { address: 'Jobcenter', day: DAY, subject: 'Nachfrage', body: 'wir fragen nach' };
const APPLICATION: ApplicationFields = {
	...{ employer: 'Bäckerei', position: null, channel: 'online', foundThrough: null, sentOn: DAY, reply: 'none' },
	...{ repliedOn: null, interviewsOn: [], outcome: 'open', reason: null, nextStep: null, nextStepDue: null },
};
const RECIPIENT = { name: 'Frau Weber, Jobcenter', address: null };
const RELEASE = {
	...{ recipient: RECIPIENT, topics: ['work' as const], purpose: 'Vermittlung', givenOn: DAY, validFrom: DAY },
	...{ validUntil: '2027-03-08' as LocalDate, textVersion: CURRENT_VERSION, language: 'de' as const, form: 'written' as const },
	evidence: null,
};
const REFERRAL = { recipient: RECIPIENT, reason: 'Bitte um Beratung', topics: ['work' as const], replyDueOn: null };
const SENDING = { sentOn: DAY, way: 'letter' as const, replyDueOn: null, overrideReason: null };
const ENTRY = { entryOn: DAY, sex: 'w', employment: 'arbeitslos' };

/** A file with everything in it, closed. */
export async function closedFile(seed: number) {
	const pc = await foundedBackend({ seed });
	const { client } = pc;
	const { id: personId } = await client.people.create({ ...EMPTY_PERSON, lastName: 'Öztürk' });
	const [me] = await client.members.list();
	if (!me) throw new Error('nobody');
	const { id: programmeId } = await client.funderProgrammes.create(PROGRAMME);
	const { id } = await client.cases.open({ ...caseOf(me.id, { programmeId }), personId });
	const { id: contactId } = await client.cases.addContact({ ...note(), caseId: id, privateNote: 'nur für mich' });
	const { id: goneContactId } = await client.cases.addContact({ ...note(), caseId: id, privateNote: null });
	await client.cases.removeContact({ id: goneContactId });
	const { id: todoId } = await client.cases.addTodo({ subject: 'Anrufen', due: null, ownerId: me.id, caseId: id });
	const { id: looseTodoId } = await client.cases.addTodo({ subject: 'Nachfragen', due: null, ownerId: me.id, caseId: null });
	const { id: goalId } = await client.goals.add({ ...GOAL, caseId: id });
	const { id: goneGoalId } = await client.goals.add({ ...GOAL, caseId: id });
	await client.goals.remove({ id: goneGoalId });
	const { id: actionId } = await client.goals.addAction({ ...ACTION, goalId });
	await client.goals.balance({ id: goalId, balance: 'reached', words: null });
	const appointment = {
		...{ personIds: [personId], caseId: id, counsellorIds: [me.id], roomId: null, place: null, day: '2026-03-02' as LocalDate },
		...{ from: '10:00', until: '10:45', kind: 'counselling' as const, note: null, reason: 'schon gewesen' },
	};
	const booked = await client.appointments.book({ ...appointment, repeat: null } as never);
	const [appointmentId] = booked.ids;
	if (!appointmentId) throw new Error('nothing booked');
	await client.appointments.setState({ id: appointmentId, state: 'attended' });
	const loose = await client.appointments.book({ ...appointment, caseId: null, day: '2026-03-03', repeat: null } as never);
	const { id: letterId } = await client.letters.create({ ...LETTER, caseId: id });
	const { id: applicationId } = await client.applications.add({ ...APPLICATION, caseId: id });
	const { id: documentId } = await upload(client, id, 'Notiz.txt', Buffer.from('Notiz'));
	const begun = await client.documents.begin({ caseId: id, fileName: 'b.txt', size: 4 });
	await client.documents.addPiece({ ...begun, from: 0, bytes: Buffer.from('spät').subarray(0, 4).toString('base64') });
	const { id: releaseId } = await client.consents.addRelease({ ...RELEASE, caseId: id });
	const { id: referralId } = await client.referrals.add({ ...REFERRAL, caseId: id });
	const { id: sentId } = await client.referrals.add({ ...REFERRAL, caseId: id });
	await client.referrals.send({ id: sentId, ...SENDING });
	await client.cases.close({ id, ...CLOSING });
	const ids = { id, personId, me: me.id, contactId, goneContactId, todoId, looseTodoId, goalId, goneGoalId, actionId };
	const more = { letterId, applicationId, documentId, begunId: begun.id, releaseId, referralId, sentId };
	return { pc, client, appointment, ids: { ...ids, ...more, appointmentId, looseAppointmentId: loose.ids[0] } };
}

export type File = Awaited<ReturnType<typeof closedFile>>;
type Ids = File['ids'];

/** What writes into a case file, each tried in every way in which it could. */
export const WRITES: Record<string, (ids: Ids, file: File) => readonly unknown[]> = {
	'cases.update': ({ id }) => [{ id, changes: { concern: 'anders' } }],
	'cases.setStatus': ({ id }) => [
		{ id, status: 'paused' },
		{ id, status: 'open' },
	],
	'cases.close': ({ id }) => [{ id, ...CLOSING }],
	'cases.addContact': ({ id }) => [{ ...note(), caseId: id, privateNote: null }],
	'cases.updateContact': ({ contactId }) => [
		{ id: contactId, changes: { text: 'anders' } },
		{ id: contactId, changes: {}, privateNote: 'anders' },
		{ id: contactId, changes: { text: 'anders' }, privateNote: null },
	],
	'cases.removeContact': ({ contactId }) => [{ id: contactId }],
	'cases.restoreContact': ({ goneContactId }) => [{ id: goneContactId }],
	'cases.addTodo': ({ id, me }) => [{ subject: 'anders', due: null, ownerId: me, caseId: id }],
	'cases.updateTodo': ({ id, todoId, looseTodoId }) => [
		{ id: todoId, changes: { subject: 'anders' } },
		{ id: todoId, changes: { caseId: null } },
		{ id: looseTodoId, changes: { caseId: id } },
	],
	'cases.setTodoDone': ({ todoId }) => [{ id: todoId, done: true }],
	'cases.removeTodo': ({ todoId }) => [{ id: todoId }],
	'cases.restoreTodo': ({ todoId }) => [{ id: todoId }],
	'goals.assess': ({ id }) =>
		['entry', 'exit'].map((moment) => ({
			...{ caseId: id, moment },
			areas: [{ area: 'work', changes: { rating: '3' }, base: { resources: '', obstacles: '' } }],
		})),
	'goals.add': ({ id }) => [{ ...GOAL, caseId: id }],
	'goals.update': ({ goalId }) => [{ id: goalId, changes: { text: 'anders' } }],
	'goals.balance': ({ goalId }) => [{ id: goalId, balance: 'partly', words: null }],
	'goals.remove': ({ goalId }) => [{ id: goalId }],
	'goals.restore': ({ goneGoalId }) => [{ id: goneGoalId }],
	'goals.addAction': ({ goalId }) => [{ ...ACTION, goalId }],
	'goals.updateAction': ({ actionId }) => [{ id: actionId, changes: { text: 'anders' } }],
	'goals.setActionState': ({ actionId }) => [{ id: actionId, state: 'done' }],
	'goals.removeAction': ({ actionId }) => [{ id: actionId }],
	'goals.restoreAction': ({ actionId }) => [{ id: actionId }],
	'letters.create': ({ id }) => [{ ...LETTER, caseId: id }],
	'letters.change': ({ letterId }) => [{ id: letterId, changes: { subject: 'anders' } }],
	'letters.finish': ({ letterId }) => [{ id: letterId }],
	'letters.remove': ({ letterId }) => [{ id: letterId }],
	'letters.restore': ({ letterId }) => [{ id: letterId }],
	'applications.add': ({ id }) => [{ ...APPLICATION, caseId: id }],
	'applications.change': ({ applicationId }) => [{ id: applicationId, changes: { employer: 'anders' } }],
	'applications.remove': ({ applicationId }) => [{ id: applicationId }],
	'applications.restore': ({ applicationId }) => [{ id: applicationId }],
	'documents.begin': ({ id }) => [{ caseId: id, fileName: 'c.txt', size: 10 }],
	'documents.finish': ({ begunId }) => [{ id: begunId }],
	'documents.update': ({ documentId }) => [{ id: documentId, changes: { title: 'anders' } }],
	'documents.remove': ({ documentId }) => [{ id: documentId }],
	'documents.restore': ({ documentId }) => [{ id: documentId }],
	'consents.addRelease': ({ id }) => [{ ...RELEASE, caseId: id }],
	'consents.setReleaseEvidence': ({ releaseId }) => [{ id: releaseId, evidence: 'Ordner' }],
	// With a day it can always be withdrawn: that is the client's right.
	'consents.withdrawRelease': ({ releaseId }) => [{ id: releaseId, on: null }],
	'consents.removeRelease': ({ releaseId }) => [{ id: releaseId }],
	'consents.restoreRelease': ({ releaseId }) => [{ id: releaseId }],
	'referrals.add': ({ id }) => [{ ...REFERRAL, caseId: id }],
	'referrals.change': ({ referralId }) => [{ id: referralId, changes: { reason: 'anders' } }],
	'referrals.override': ({ referralId }) => [{ id: referralId, reason: 'Eilt' }],
	'referrals.send': ({ referralId }) => [{ id: referralId, ...SENDING }],
	'referrals.undoSend': ({ referralId }) => [{ id: referralId }],
	'referrals.reply': ({ sentId }) => [{ id: sentId, answeredOn: DAY, replyText: 'ja', outcome: null }],
	'referrals.cancel': ({ sentId }) => [{ id: sentId, on: DAY, reason: null }],
	'referrals.remove': ({ referralId }) => [{ id: referralId }],
	'referrals.restore': ({ referralId }) => [{ id: referralId }],
	// Exit and follow-up are asked after closing.
	'funderData.save': ({ id }) => [{ caseId: id, changes: ENTRY }],
	'funderData.complete': ({ id }) => [{ caseId: id, part: 'entry', changes: ENTRY }],
	'funderData.correct': ({ id }) => [{ caseId: id, part: 'entry', changes: { rural: 'yes' }, reason: 'falsch verstanden' }],
	'appointments.book': (_, { appointment }) => [{ ...appointment, day: '2026-03-04', repeat: null }],
	'appointments.change': ({ id, appointmentId, looseAppointmentId }) => [
		{ id: appointmentId, scope: 'this', changes: { note: 'anders' } },
		{ id: appointmentId, scope: 'this', changes: { caseId: null } },
		{ id: looseAppointmentId, scope: 'this', changes: { caseId: id } },
	],
	'appointments.setState': ({ appointmentId }) => [{ id: appointmentId, state: 'planned' }],
	'appointments.remove': ({ appointmentId }) => [{ id: appointmentId, scope: 'this' }],
	'appointments.restore': ({ appointmentId }) => [{ ids: [appointmentId] }],
};

/** What reaches the counselling vault and writes into no case file, because … */
export const OTHERS: Record<string, string> = {
	...Object.fromEntries(
		[
			...['people.list', 'people.get', 'people.duplicates', 'people.exportCsv', 'people.previewImport'],
			...[
				'cases.list',
				'cases.exportCsv',
				'cases.get',
				'cases.ofPerson',
				'cases.ofBusiness',
				'cases.accesses',
				'cases.contacts',
				'cases.todos',
			],
			...['cases.closings', 'goals.ofCase', 'goals.mine', 'schedule.toMove', 'waitingList.list', 'waitingList.freed'],
			...['choices', 'list', 'ofPerson', 'ofBusiness', 'ofCase', 'backlog', 'check', 'freeSlots', 'doubles'].map(
				(name) => `appointments.${name}`,
			),
			'members.waiting',
			...['people.borrower', 'people.mergePreview', 'people.mergedHere', 'people.pairs', 'people.survivor'],
			...['letters.templates', 'letters.get', 'letters.ofCase', 'applications.ofCase', 'applications.due'],
			...[
				'documents.list',
				'documents.content',
				'documents.fetch',
				'consents.ofPerson',
				'consents.ofBusiness',
				'consents.releases',
			],
			...['list', 'exportCsv', 'get', 'ofPerson', 'duplicates'].map((name) => `businesses.${name}`),
			...['referrals.ofCase', 'referrals.reminders', 'referrals.sheet', 'funderData.get', 'funderData.due'],
			...['subjectAccess.get', 'subjectAccess.prepare'],
		].map((path) => [path, 'it reads; what it notes, it notes in the access log']),
	),
	...Object.fromEntries(
		['create', 'update', 'remove', 'restore', 'addSite', 'changeSite', 'removeSite', 'restoreSite'].map((name) => [
			`businesses.${name}`,
			'the business lives on, whatever became of its file; whoever has one is not removed',
		]),
	),
	...Object.fromEntries(
		['addContact', 'changeContact', 'removeContact', 'restoreContact'].map((name) => [
			`businesses.${name}`,
			'who speaks for a business is no part of its file',
		]),
	),
	'people.create': 'a person is no file',
	'people.update': 'the person lives on, whatever became of their file',
	'people.remove': 'whoever has a file is not removed',
	'people.restore': 'a person is no file',
	'people.runImport': 'it opens new files, and writes into none that is there',
	'cases.open': 'it makes a new one',
	'cases.reopen': 'it is the way back',
	'cases.notePrint': 'the access log goes on',
	'subjectAccess.noteExport': 'the access log goes on',
	...Object.fromEntries(
		['due', 'preview', 'exclude', 'include', 'erase', 'erased', 'copies'].map((name) => [
			`privacy.${name}`,
			'nothing is written into a file: it goes as a whole',
		]),
	),
	'members.giveAccess': 'it gives keys',
	'appointments.notePrint': 'the access log goes on',
	'appointments.keepDouble':
		'it looks itself: an appointment of a closed file is refused, and undecided ones leave a file that closes',
	...Object.fromEntries(['add', 'change', 'remove', 'restore'].map((name) => [`waitingList.${name}`, 'people wait, not files'])),
	...Object.fromEntries(
		['addTemplate', 'changeTemplate', 'removeTemplate', 'restoreTemplate', 'adoptStarters'].map((name) => [
			`letters.${name}`,
			'templates belong to the office',
		]),
	),
	...Object.fromEntries(
		['give', 'setEvidence', 'withdraw', 'remove', 'restore'].map((name) => [`consents.${name}`, 'a consent is the person’s']),
	),
	'documents.addPiece': 'it lies in memory until the document is finished',
	'documents.cancel': 'it lies in memory until the document is finished',
	'cases.handOver': 'it leaves closed files where they are',
	'cases.takeBack': 'it gives back only what was handed over',
	'people.merge': 'whose file it is may change, what is in it not',
	'people.separate': 'whose file it is may change, what is in it not',
	'people.setDistinct': 'it is about people',
	'people.linkBorrower': 'it is about a person',
	'funderData.reenter': 'it needs a file that was left, and looks itself (see its own test)',
};
