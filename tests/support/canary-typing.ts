import { expect } from 'vitest';
import type { Canaries } from './canary.ts';
import { fillSchema, shapesOf } from './fill-schema.ts';
import { call, PROCEDURES } from './procedures.ts';
import type { TestBackend } from './test-backend.ts';

/**
 * Types canaries into every input of the contract. Inputs are built from it: a new text field is typed into by itself,
 * and one that takes no free text, or a new procedure, fails until this file says what to do with it.
 */

/** Everything with an input, in an order that works. `refused`: what is typed is a canary all the same. */
export const STEPS: readonly (readonly [string, 'works' | 'refused'])[] = [
	['site.savePreferences', 'works'],
	['site.create', 'works'],
	['site.confirmKit', 'refused'],
	['site.updateProfile', 'works'],
	['people.create', 'works'],
	['people.update', 'works'],
	['people.get', 'works'],
	['people.duplicates', 'works'],
	['people.list', 'works'],
	['people.exportCsv', 'works'],
	['people.previewImport', 'works'],
	['people.runImport', 'works'],
	['businesses.create', 'works'],
	['businesses.update', 'works'],
	['businesses.addSite', 'works'],
	['businesses.changeSite', 'works'],
	['businesses.addContact', 'works'],
	['businesses.changeContact', 'works'],
	['businesses.get', 'works'],
	['businesses.ofPerson', 'works'],
	['businesses.list', 'works'],
	['businesses.duplicates', 'works'],
	['businesses.exportCsv', 'works'],
	['businesses.removeSite', 'works'],
	['businesses.restoreSite', 'works'],
	['businesses.removeContact', 'works'],
	['businesses.restoreContact', 'works'],
	['funderProgrammes.create', 'works'],
	['funderProgrammes.update', 'works'],
	['funderProgrammes.setTerms', 'works'],
	['funderProgrammes.removeTerms', 'works'],
	['funderProgrammes.remove', 'works'],
	['funderProgrammes.restore', 'works'],
	['cases.open', 'works'],
	['cases.update', 'works'],
	['cases.list', 'works'],
	['cases.exportCsv', 'works'],
	['cases.get', 'works'],
	['cases.ofPerson', 'works'],
	['cases.ofBusiness', 'works'],
	['cases.notePrint', 'works'],
	['cases.accesses', 'works'],
	['accessLog.list', 'works'],
	['cases.addContact', 'works'],
	['cases.updateContact', 'works'],
	['cases.contacts', 'works'],
	['cases.removeContact', 'works'],
	['cases.restoreContact', 'works'],
	['cases.addTodo', 'works'],
	['cases.updateTodo', 'works'],
	['cases.setTodoDone', 'works'],
	['cases.todos', 'works'],
	['cases.handOver', 'refused'],
	['cases.takeBack', 'works'],
	['letters.addTemplate', 'works'],
	['letters.changeTemplate', 'works'],
	['letters.removeTemplate', 'works'],
	['letters.restoreTemplate', 'works'],
	['letters.create', 'works'],
	['letters.change', 'works'],
	['letters.ofCase', 'works'],
	['letters.finish', 'works'],
	['letters.get', 'works'],
	['letters.remove', 'works'],
	['letters.restore', 'works'],
	['applications.add', 'works'],
	['applications.change', 'works'],
	['applications.ofCase', 'works'],
	['applications.remove', 'works'],
	['applications.restore', 'works'],
	['partners.create', 'works'],
	['partners.update', 'works'],
	['consents.give', 'works'],
	['consents.ofPerson', 'works'],
	['consents.ofBusiness', 'works'],
	['consents.setEvidence', 'works'],
	['consents.withdraw', 'works'],
	['consents.addRelease', 'works'],
	['consents.releases', 'works'],
	['consents.setReleaseEvidence', 'works'],
	['referrals.add', 'works'],
	['referrals.change', 'works'],
	['referrals.send', 'works'],
	['referrals.sheet', 'works'],
	['referrals.override', 'works'],
	['referrals.reply', 'works'],
	['referrals.ofCase', 'works'],
	['referrals.undoSend', 'refused'],
	['referrals.cancel', 'works'],
	['referrals.remove', 'refused'],
	['referrals.restore', 'works'],
	['consents.withdrawRelease', 'works'],
	['consents.removeRelease', 'works'],
	['consents.restoreRelease', 'works'],
	['consents.remove', 'works'],
	['consents.restore', 'works'],
	['partners.remove', 'works'],
	['partners.restore', 'works'],
	['goals.assess', 'works'],
	['goals.add', 'works'],
	['goals.update', 'works'],
	['goals.addAction', 'works'],
	['goals.updateAction', 'works'],
	['goals.setActionState', 'works'],
	['goals.balance', 'works'],
	['goals.ofCase', 'works'],
	['goals.removeAction', 'works'],
	['goals.restoreAction', 'works'],
	['goals.remove', 'works'],
	['goals.restore', 'works'],
	['documents.begin', 'works'],
	// A piece that does not begin where the last one ended.
	['documents.addPiece', 'refused'],
	['documents.finish', 'refused'],
	['documents.cancel', 'works'],
	['documents.update', 'works'],
	['documents.list', 'works'],
	['documents.content', 'works'],
	['documents.fetch', 'works'],
	['documents.remove', 'works'],
	['documents.restore', 'works'],
	['funderData.save', 'works'],
	['funderData.get', 'works'],
	['funderData.complete', 'refused'],
	['funderData.correct', 'refused'],
	['funderData.reenter', 'refused'],
	['rooms.create', 'works'],
	['appointments.book', 'works'],
	['appointments.list', 'works'],
	['appointments.notePrint', 'works'],
	['appointments.check', 'works'],
	['appointments.change', 'works'],
	['appointments.ofPerson', 'works'],
	['appointments.ofBusiness', 'works'],
	['appointments.ofCase', 'works'],
	['appointments.backlog', 'works'],
	['appointments.freeSlots', 'works'],
	['appointments.setState', 'works'],
	['appointments.keepDouble', 'refused'],
	['appointments.remove', 'works'],
	['appointments.restore', 'works'],
	['waitingList.add', 'works'],
	['waitingList.change', 'works'],
	['waitingList.remove', 'works'],
	['waitingList.restore', 'works'],
	['schedule.busy', 'works'],
	['schedule.addAbsence', 'works'],
	['schedule.changeAbsence', 'works'],
	['schedule.absences', 'works'],
	['schedule.toMove', 'works'],
	['schedule.exportIcs', 'works'],
	['schedule.readClosures', 'refused'],
	['schedule.removeAbsence', 'works'],
	['schedule.restoreAbsence', 'works'],
	['site.saveOpeningHours', 'works'],
	['rooms.update', 'works'],
	['offers.create', 'works'],
	['offers.update', 'works'],
	['offers.get', 'works'],
	['offers.preview', 'works'],
	['offers.changeSession', 'works'],
	['offers.keepDouble', 'refused'],
	['offers.help', 'works'],
	['offers.sessions', 'works'],
	['attendance.mark', 'works'],
	['attendance.ofSession', 'works'],
	['attendance.ofOffer', 'works'],
	['attendance.ofDay', 'works'],
	['attendance.exportCsv', 'works'],
	['attendance.unmark', 'works'],
	['attendance.restore', 'works'],
	['offers.split', 'works'],
	['offers.rejoin', 'works'],
	['offers.remove', 'works'],
	['offers.restore', 'works'],
	['rota.change', 'works'],
	['rota.duties', 'works'],
	['rota.copyWeek', 'works'],
	['rooms.remove', 'works'],
	['rooms.restore', 'works'],
	['inventory.create', 'works'],
	['inventory.update', 'works'],
	['inventory.get', 'works'],
	['inventory.find', 'refused'],
	['inventory.list', 'works'],
	['inventory.exportCsv', 'works'],
	['inventory.setState', 'works'],
	['inventory.recordTests', 'works'],
	['inventory.setPhoto', 'works'],
	['inventory.previewImport', 'works'],
	['inventory.runImport', 'works'],
	['inventory.remove', 'works'],
	['inventory.restore', 'works'],
	['borrowers.create', 'works'],
	['borrowers.update', 'works'],
	['borrowers.get', 'works'],
	['borrowers.list', 'works'],
	['borrowers.duplicates', 'works'],
	['borrowers.exportCsv', 'works'],
	['people.linkBorrower', 'works'],
	['people.borrower', 'works'],
	['lending.saveRules', 'works'],
	['lending.scan', 'works'],
	['lending.complete', 'refused'],
	['lending.loan', 'works'],
	['lending.loans', 'works'],
	['lending.out', 'works'],
	['lending.extend', 'works'],
	['lending.deposit', 'works'],
	['lending.noteReminded', 'works'],
	['lending.ofItem', 'works'],
	['lending.settleLentTwice', 'refused'],
	['lending.figures', 'works'],
	['lending.exportCsv', 'works'],
	['lending.undo', 'refused'],
	['stocktake.start', 'works'],
	['stocktake.scan', 'works'],
	['stocktake.lastScans', 'works'],
	['stocktake.findings', 'works'],
	['stocktake.standing', 'works'],
	['stocktake.countParts', 'works'],
	['stocktake.settle', 'refused'],
	['stocktake.undo', 'refused'],
	['stocktake.finish', 'works'],
	['stocktake.exportCsv', 'works'],
	['stocktake.reopen', 'works'],
	['stocktake.remove', 'works'],
	['stocktake.restore', 'works'],
	['reservations.check', 'works'],
	['reservations.create', 'works'],
	['reservations.list', 'works'],
	['reservations.exportCsv', 'works'],
	['reservations.availability', 'works'],
	['reservations.settleDouble', 'refused'],
	['reservations.cancel', 'works'],
	['reservations.reopen', 'works'],
	['reservations.hold', 'works'],
	['reservations.holds', 'works'],
	['reservations.cancelHold', 'works'],
	['reservations.reopenHold', 'works'],
	['maintenance.report', 'works'],
	['maintenance.update', 'works'],
	['maintenance.setStage', 'works'],
	['maintenance.get', 'works'],
	['maintenance.list', 'works'],
	['maintenance.exportCsv', 'works'],
	['maintenance.remove', 'works'],
	['maintenance.restore', 'works'],
	['maintenance.setManual', 'works'],
	['maintenance.manualFacts', 'works'],
	['maintenance.manual', 'works'],
	['borrowers.block', 'works'],
	['borrowers.remove', 'refused'],
	['borrowers.restore', 'works'],
	['records.saveDraft', 'works'],
	['records.draft', 'works'],
	['records.history', 'works'],
	['search.query', 'works'],
	['decisions.decide', 'refused'],
	['decisions.undo', 'refused'],
	['cases.setStatus', 'works'],
	['cases.close', 'works'],
	['cases.closings', 'works'],
	['cases.reopen', 'works'],
	['cases.removeTodo', 'works'],
	['cases.restoreTodo', 'works'],
	['businesses.remove', 'refused'],
	['businesses.restore', 'works'],
	['subjectAccess.get', 'works'],
	// A mark on what is not there.
	['subjectAccess.prepare', 'refused'],
	['subjectAccess.noteExport', 'works'],
	['people.mergePreview', 'works'],
	['people.merge', 'works'],
	['people.survivor', 'works'],
	['people.mergedHere', 'works'],
	['people.separate', 'works'],
	['people.setDistinct', 'works'],
	['people.remove', 'refused'],
	['people.restore', 'works'],
	['share.browse', 'refused'],
	['share.inspect', 'refused'],
	['share.connect', 'works'],
	['members.add', 'works'],
	['members.rename', 'works'],
	['members.consequences', 'works'],
	['members.changeRoles', 'works'],
	['members.resetPassphrase', 'works'],
	['devices.approve', 'works'],
	['devices.rename', 'works'],
	['members.giveAccess', 'works'],
	['members.turn', 'refused'],
	['devices.remove', 'works'],
	['members.remove', 'works'],
	['site.join', 'refused'],
	['site.repair', 'works'],
	['members.changePassphrase', 'works'],
	['members.signIn', 'works'],
	['site.recover', 'refused'],
	['records.discardDraft', 'works'],
];

export interface Typed {
	readonly canaries: Canaries;
	/** Places that take no free text, or need a certain one. */
	readonly fixed: Record<string, unknown>;
	readonly ids: Record<string, string>;
	/** What was typed where. */
	readonly said: Record<string, unknown>;
}

function textFor({ canaries, fixed, ids }: Typed, path: string, accepts: (text: unknown) => boolean): unknown {
	if (path in fixed) return fixed[path];
	const canary = canaries.next();
	const found = [canary, `${canary} ${canary}`, `${canary}@example.org`].find(accepts);
	if (found !== undefined) return found;
	const id = ids[path.slice(path.lastIndexOf('.') + 1).replace(/s\[\]$/, '')] ?? ids[path];
	const other = [id, '2026-03-01', 'de', 'DE', '+492102123456', 'person:new', NOWHERE].find(
		(text) => text !== undefined && accepts(text),
	);
	if (other === undefined) throw new Error(`${path} takes no free text: say in this test what is typed there`);
	return other;
}

/** An address that nobody answers at. */
const NOWHERE = 'http://127.0.0.1:1/dav';

/** `after`: what a step needs to have happened before the next. */
export async function typeEverything(
	pc: TestBackend,
	typed: Typed,
	after: Record<string, (result: unknown) => void | Promise<void>>,
): Promise<void> {
	for (const [path, outcome] of STEPS) {
		const schema = PROCEDURES.find((procedure) => procedure.path === path)?.input;
		if (!schema) throw new Error(`${path} takes no input`);
		const text = (place: string, accepts: (text: unknown) => boolean) => {
			typed.said[place] = textFor(typed, place, accepts);
			return typed.said[place];
		};
		let result: unknown;
		for (let shape = 0; shape < shapesOf(schema); shape++) {
			const input = fillSchema(schema, path, { text, shape });
			await expectMisshapenRefused(pc, typed.canaries, path, input);
			const { code, told } = await answerTo(call(pc.client, path, input).then((value) => (result = value)));
			const expected = JSON.stringify(input).includes(NOWHERE) ? 'refused' : outcome;
			expect({ path, outcome: code === 'none' ? 'works' : 'refused', code }).toEqual({ path, outcome: expected, code });
			expect(typed.canaries.foundIn(told), `what ${path} is refused with`).toEqual([]);
		}
		await after[path]?.(result);
	}
}

/** What is refused for its shape is not told again either. */
async function expectMisshapenRefused(pc: TestBackend, canaries: Canaries, path: string, input: unknown): Promise<void> {
	const canary = canaries.next();
	const misshapen = Object.fromEntries(Object.keys(input as object).map((key) => [key, { text: canary }]));
	const { code, told } = await answerTo(call(pc.client, path, misshapen));
	expect({ path, code }).toEqual({ path, code: 'BAD_REQUEST' });
	expect(canaries.foundIn(told), `what a misshapen ${path} is refused with`).toEqual([]);
}

/** A call's refusal and all that a screen is told of it. */
async function answerTo(work: Promise<unknown>): Promise<{ code: string; told: string }> {
	try {
		await work;
		return { code: 'none', told: '' };
	} catch (error) {
		return { code: (error as { code?: string }).code ?? String(error), told: `${String(error)} ${JSON.stringify(error)}` };
	}
}
