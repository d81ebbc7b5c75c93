import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { parseKit } from '#main/vaults/recovery-kit.ts';
import { EMPTY_ITEM } from '#shared/features/inventory/model.ts';
import { COLUMNS, type Column } from '#shared/features/open-repair-data/model.ts';
import { EMPTY_PERSON } from '#shared/features/people/model.ts';
import type { BorrowerId, CaseId, StocktakeId } from '#shared/kernel/ids.ts';
import { addDays, localDateOf } from '#shared/kernel/local-date.ts';
import { printedSeed } from '#tests/support/campaign.ts';
import { createCanaries, filesHolding } from '#tests/support/canary.ts';
import { STEPS, typeEverything } from '#tests/support/canary-typing.ts';
import { contentOf, upload } from '#tests/support/documents.ts';
import { filesBelow } from '#tests/support/files-below.ts';
import { MIGRATIONS } from '#tests/support/migrations-folder.ts';
import { carryOn, type Joining, startJoining } from '#tests/support/newcomer.ts';
import { drain, office, onlySite, refusalOf, sync } from '#tests/support/office.ts';
import { PROCEDURES } from '#tests/support/procedures.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

// Another process signs in here, with the real derivation: see quick-kdf.ts.
vi.unmock('#main/vaults/passphrase-key.ts');

/**
 * Whatever is typed anywhere is found in no file: data folder, share, temporary files, log. The one allowed exception
 * is the sign-in name in the data folder's device.json, which the sign-in screen shows while locked (design 3).
 */

it('finds what it is looking for, however it is written', () => {
	const canaries = createCanaries(seededRandom(7));
	const folder = temporaryFolder();
	const text = `${canaries.next()} und mehr`;
	const written = {
		utf8: Buffer.from(text),
		utf16le: Buffer.from(text, 'utf16le'),
		utf16be: Buffer.from(text, 'utf16le').swap16(),
		hex: Buffer.from(Buffer.from(text).toString('hex')),
		capitals: Buffer.from(text.toUpperCase()),
	};
	for (const [how, bytes] of Object.entries(written)) {
		writeFileSync(join(folder, 'Datei'), Buffer.concat([Buffer.alloc(5000, 1), bytes, Buffer.alloc(1, 1)]));
		expect(canaries.foundBelow(folder)).toContain(`Datei: ${how}`);
	}
	for (const before of ['', 'a', 'ab', 'abc']) {
		expect(canaries.foundIn(Buffer.from(before + text).toString('base64'))).toContain('base64');
		expect(canaries.foundIn(Buffer.from(before + text, 'utf16le').toString('base64'))).toContain('base64 of utf16le');
	}
	expect(canaries.foundIn('nothing of it')).toEqual([]);
});

it('covers every procedure that takes an input', () => {
	const withInput = PROCEDURES.filter(({ input }) => input).map(({ path }) => path);
	expect(STEPS.map(([path]) => path).sort()).toEqual(withInput.sort());
});

it('leaves nothing that was typed in any file, open, locked or killed', async () => {
	const place = office();
	const canaries = createCanaries(seededRandom(printedSeed('canaries')));
	const firstPassphrase = `${canaries.next()} ${canaries.next()}`;
	const secondPassphrase = `${canaries.next()} ${canaries.next()}`;
	const signInName = canaries.next();
	const table = ['Name;Vorname;Geburtsdatum;Straße;PLZ;Ort;Telefon;E-Mail;Bemerkung;Unbekannt'];
	table.push(
		...Array.from({ length: 5 }, () =>
			[
				canaries.next(),
				canaries.next(),
				'1.2.1980',
				`${canaries.next()} 3`,
				'40878',
				canaries.next(),
				'02102 123456',
				`${canaries.next()}@example.org`,
				canaries.next(),
				canaries.next(),
			].join(';'),
		),
	);
	const content = Buffer.from(table.join('\n')).toString('base64');
	const tools = ['Inv.-Nr.;Bezeichnung;Hersteller;Lagerort;Zubehör;Bemerkung'];
	tools.push(...Array.from({ length: 5 }, () => Array.from({ length: 6 }, () => canaries.next()).join(';')));
	const toolList = Buffer.from(tools.join('\n')).toString('base64');
	const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(canaries.next())]).toString('base64');
	const published = {
		id: 'x-1',
		data_provider: canaries.next(),
		country: 'DEU',
		product_category_id: '1',
		repair_status: 'Fixed',
	};
	const openRepair: Partial<Record<Column, string>> = { ...published, event_date: '2020-01-01', problem: canaries.next() };
	const openRepairs = Buffer.from([COLUMNS.join(), COLUMNS.map((column) => openRepair[column] ?? '').join()].join('\n')).toString(
		'base64',
	);
	const fixed: Record<string, unknown> = {
		// Names of columns, which nobody types; kept in clear because the screen needs them before anybody signs in.
		'site.savePreferences.columns{}': 'liste',
		'site.savePreferences.columns.liste[]': 'spalte',
		'site.create.signInName': signInName,
		'site.create.passphrase': firstPassphrase,
		'people.previewImport.content': content,
		'people.runImport.content': content,
		'site.saveOpeningHours.week[].from': '09:00',
		'site.saveOpeningHours.week[].until': '18:00',
		...planned(
			'offers.create',
			'offers.update.changes',
			'offers.preview',
			'offers.split.changes',
			'offers.changeSession.changes.times',
		),
		'businesses.create.fields.founded': '2019',
		'businesses.update.changes.founded': '2019-04-01',
		'funderProgrammes.setTerms.validFrom': '2026-04-01',
		'funderProgrammes.removeTerms.validFrom': '2026-04-01',
		'attendance.mark.ruleDay': '2026-03-04',
		'attendance.ofSession.ruleDay': '2026-03-04',
		'offers.help.ruleDay': '2026-03-10',
		'privacy.exclude.exclusion.until': '2099-03-10',
		'rota.change.come[].day': '2026-03-10',
		'rota.change.leave[].day': '2026-03-10',
		'offers.split.ruleDay': '2026-03-05',
		'offers.split.changes.firstOn': '2026-03-05',
		'offers.rejoin.rule': 'FREQ=DAILY',
		'appointments.check.from': '10:00',
		'appointments.check.until': '11:00',
		'appointments.book.from': '10:00',
		'appointments.book.until': '11:00',
		'appointments.change.changes.from': '10:00',
		'appointments.change.changes.until': '11:00',
		'inventory.previewImport.content': toolList,
		'inventory.runImport.content': toolList,
		'openRepairData.saveSettings.country': 'DEU',
		'openRepairData.previewImport.content': openRepairs,
		'openRepairData.runImport.content': openRepairs,
		'inventory.setPhoto.photo': photo,
		'maintenance.setManual.pdf': Buffer.from(`%PDF-1.7 ${canaries.next()}`).toString('base64'),
		'documents.addPiece.bytes': Buffer.from('k').toString('base64'),
		'kiosk.signIn.visitor.number': 'E-00042',
		'kiosk.signOut.visitor.number': 'E-00042',
		'share.connect.folder': place.share,
		'site.repair.folder': place.share,
		'site.repair.signInName': signInName,
		'site.repair.passphrase': firstPassphrase,
		'records.restoreTo.id': '01890000-0000-7000-8000-000000000000',
		'records.restoreTo.version': '0195f00000000000-01890000-0000-7000-8000-000000000000',
		'members.changePassphrase.current': firstPassphrase,
		'members.changePassphrase.next': secondPassphrase,
		'members.signIn.signInName': signInName,
		'members.signIn.passphrase': secondPassphrase,
		'site.recover.signInName': signInName,
		'site.recover.newPassphrase': firstPassphrase,
	};
	const ids: Record<string, string> = { siteId: '01890000-0000-7000-8000-000000000000' };
	const pc = await place.pc('Tresen');
	const newcomer = await place.pc('Laptop');
	const kits: string[][] = [];
	const said: Record<string, unknown> = {};
	const clean = (what: string) => {
		expect(canaries.foundBelow(place.root).filter(isNoSignInName), what).toEqual([]);
		for (const { log } of [pc, newcomer]) expect(canaries.foundIn(log.join('\n')), `log, ${what}`).toEqual([]);
		// A kit opens everything: it must be nowhere either, neither as it is printed nor as what it stands for.
		for (const kit of kits) expect(filesHolding(place.root, formsOf(kit)), `kit, ${what}`).toEqual([]);
	};
	/** The sign-in screen shows who has signed in on this device before. */
	const isNoSignInName = (hit: string) => {
		const [, name] = /^(.+)\/device\.json: utf8$/.exec(hit) ?? [];
		if (!name) return true;
		const shown = readFileSync(join(place.root, name, 'device.json'), 'utf8');
		const known = [signInName, String(said['members.rename.signInName'])];
		return canaries.foundIn(known.reduce((text, allowed) => text.replaceAll(`"${allowed}"`, '""'), shown)).length > 0;
	};
	const idOf = (result: unknown) => (result as { id: string }).id;
	const remember =
		(name: string, ...paths: string[]) =>
		(result: unknown) => {
			ids[name] = idOf(result);
			for (const path of paths) ids[`${path}.id`] = idOf(result);
		};
	let joining: Joining | undefined;
	await typeEverything(
		pc,
		{ canaries, fixed, ids, said },
		{
			'site.create': async (result) => {
				kits.push((result as { kit: { groups: string[] } }).kit.groups);
				ids.ownerId = (await pc.client.site.status()).session?.member.id ?? '';
				ids.deputyId = ids.ownerId;
				ids.leader = ids.ownerId;
				for (const path of ['changeSession.helpers.come[]', 'changeSession.helpers.leave[]']) ids[`offers.${path}`] = ids.ownerId;
				for (const path of ['come', 'leave']) ids[`rota.change.${path}[].memberId`] = ids.ownerId;
				ids.counsellorId = ids.ownerId;
				// From oneself to oneself nothing is handed over.
				for (const path of ['handOver.from', 'handOver.to', 'takeBack.from', 'takeBack.to']) ids[`cases.${path}`] = ids.ownerId;
				for (const path of ['addAction', 'updateAction.changes']) ids[`goals.${path}.memberId`] = ids.ownerId;
				ids['schedule.addAbsence.memberId'] = ids.ownerId;
				ids['appointments.freeSlots.room'] = ids.ownerId;
				ids['appointments.check.except'] = ids.ownerId;
				ids['appointments.freeSlots.except'] = ids.ownerId;
				for (const path of [
					'signIns.match.id',
					'signIns.setLeft.id',
					'signIns.match.borrowerId',
					'kiosk.signIn.entry',
					'kiosk.signOut.entry',
				])
					ids[path] = ids.ownerId;
				// No offer meets another.
				ids['offers.keepDouble.ids[]'] = ids.ownerId;
				ids['schedule.exportIcs.of'] = ids.ownerId;
				ids['schedule.exportIcs.of.id'] = ids.ownerId;
				// What a kit is made of.
				ids.part = (await pc.client.inventory.create({ ...EMPTY_ITEM, name: canaries.next(), number: null })).id;
			},
			'kiosk.enrol': async () => {
				const [kiosk] = await pc.client.kiosk.list();
				fixed['kiosk.approve.fingerprint'] = kiosk?.fingerprint;
				for (const path of ['approve', 'rename', 'remove']) ids[`kiosk.${path}.id`] = kiosk?.id ?? '';
			},
			'members.add': remember(
				'memberId',
				...['rename', 'consequences', 'changeRoles', 'giveAccess', 'resetPassphrase', 'turn', 'remove'].map(
					(name) => `members.${name}`,
				),
			),
			'members.resetPassphrase': async () => {
				const start = String(said['members.resetPassphrase.startPassphrase']);
				joining = await startJoining(newcomer, place.share, String(said['members.rename.signInName']), start, canaries.next());
				fixed['devices.approve.fingerprint'] = joining.fingerprint;
				await sync(pc);
				const waiting = (await pc.client.devices.list()).find(({ state }) => state === 'waiting');
				ids.device = waiting?.id ?? '';
				for (const path of ['rename', 'approve', 'remove']) ids[`devices.${path}.id`] = ids.device;
				clean('while a PC waits');
			},
			'devices.approve': async () => {
				await carryOn(newcomer, joining?.ended ?? Promise.resolve());
				const current = String(said['members.resetPassphrase.startPassphrase']);
				const next = `${canaries.next()} ${canaries.next()}`;
				await newcomer.client.members.changePassphrase({ current, next });
				await sync(newcomer);
				expect((await newcomer.client.search.query({ text: canaries.mark })).length).toBeGreaterThan(3);
				await newcomer.client.members.lock();
				const mistyped = { signInName: String(said['members.rename.signInName']), passphrase: canaries.next() };
				expect((await refusalOf(newcomer.client.members.signIn(mistyped))).code).toBe('WRONG_PASSPHRASE');
				const unknown = { signInName: canaries.next(), passphrase: next };
				expect((await refusalOf(newcomer.client.members.signIn(unknown))).code).toBe('WRONG_PASSPHRASE');
				expect(filesBelow(newcomer.dataDir)).toContain('attempts');
				clean('with failed sign-ins waiting');
				await newcomer.client.members.signIn({ ...mistyped, passphrase: next });
			},
			'members.remove': async () => {
				await newcomer.settle('the end', async () => (await newcomer.client.site.status()).state === 'locked');
				kits.push((await pc.client.site.renewKit()).kit.groups);
				fixed['site.recover.kit'] = kits.at(-1)?.join('-');
				clean('after a removal');
			},
			'businesses.create': remember(
				'businessId',
				...['get', 'update', 'duplicates', 'remove', 'restore'].map((name) => `businesses.${name}`),
			),
			'businesses.addSite': remember(
				'siteOfBusiness',
				...['change', 'remove', 'restore'].map((name) => `businesses.${name}Site`),
			),
			'businesses.addContact': remember(
				'contactOfBusiness',
				...['change', 'remove', 'restore'].map((name) => `businesses.${name}Contact`),
			),
			'businesses.get': (result) => expect(canaries.foundIn(JSON.stringify(result))).toContain('utf8'),
			'cases.open': remember(
				'caseId',
				'cases.update',
				'cases.get',
				'cases.notePrint',
				'cases.accesses',
				'cases.setStatus',
				'cases.takeBack.cases[]',
				...['close', 'closings', 'reopen'].map((name) => `cases.${name}`),
			),
			'goals.add': remember('goalId', ...['update', 'balance', 'remove', 'restore'].map((name) => `goals.${name}`)),
			'goals.addAction': remember(
				'actionId',
				...['updateAction', 'setActionState', 'removeAction', 'restoreAction'].map((name) => `goals.${name}`),
			),
			'goals.ofCase': (result) => expect(canaries.foundIn(JSON.stringify(result))).toContain('utf8'),
			'cases.closings': (result) => expect(canaries.foundIn(JSON.stringify(result))).toContain('utf8'),
			'funderProgrammes.create': remember(
				'programmeId',
				...['update', 'setTerms', 'removeTerms', 'remove', 'restore'].map((name) => `funderProgrammes.${name}`),
			),
			// Everything at once is more than one part; of one part a reason is kept.
			'funderData.save': async () => {
				const about = { caseId: ids.caseId as CaseId, part: 'entry', changes: {} } as const;
				await pc.client.funderData.complete(about);
				await pc.client.funderData.correct({ ...about, reason: canaries.next() });
			},
			'funderData.get': (result) => expect(canaries.foundIn(JSON.stringify(result))).toContain('utf8'),
			'people.create': async (result) => {
				remember(
					'personId',
					...['get', 'update', 'remove', 'restore', 'duplicates', 'mergedHere', 'linkBorrower', 'borrower'].map(
						(name) => `people.${name}`,
					),
					...['records.history', 'decisions.decide', 'decisions.undo'],
				)(result);
				const again = { ...EMPTY_PERSON, lastName: canaries.next(), remarks: canaries.next() };
				const { id } = await pc.client.people.create(again);
				Object.assign(ids, { keepId: idOf(result), awayId: id, oneId: idOf(result), otherId: id });
				for (const name of ['survivor', 'separate']) ids[`people.${name}.id`] = id;
			},
			'people.mergedHere': (result) => expect(canaries.foundIn(JSON.stringify(result))).toContain('utf8'),
			'cases.addContact': remember('contactId', 'cases.updateContact', 'cases.removeContact', 'cases.restoreContact'),
			'cases.addTodo': remember(
				'todoId',
				...['updateTodo', 'setTodoDone', 'removeTodo', 'restoreTodo'].map((name) => `cases.${name}`),
			),
			'letters.addTemplate': remember(
				'templateId',
				...['changeTemplate', 'removeTemplate', 'restoreTemplate'].map((name) => `letters.${name}`),
			),
			'letters.create': remember(
				'letterId',
				...['change', 'finish', 'get', 'remove', 'restore'].map((name) => `letters.${name}`),
			),
			'letters.get': (result) => expect(canaries.foundIn(JSON.stringify(result))).toContain('utf8'),
			'applications.add': remember('applicationId', ...['change', 'remove', 'restore'].map((name) => `applications.${name}`)),
			'applications.ofCase': (result) => expect(canaries.foundIn(JSON.stringify(result))).toContain('utf8'),
			'partners.create': remember('partnerId', ...['update', 'remove', 'restore'].map((name) => `partners.${name}`)),
			'consents.give': (result) => {
				const [id = ''] = (result as { ids: string[] }).ids;
				for (const name of ['setEvidence', 'withdraw', 'remove', 'restore']) ids[`consents.${name}.id`] = id;
			},
			'consents.addRelease': remember(
				'releaseId',
				...['setReleaseEvidence', 'withdrawRelease', 'removeRelease', 'restoreRelease'].map((name) => `consents.${name}`),
			),
			'referrals.add': remember(
				'referralId',
				...['change', 'send', 'sheet', 'override', 'reply', 'undoSend', 'cancel', 'remove', 'restore'].map(
					(name) => `referrals.${name}`,
				),
			),
			'referrals.ofCase': (result) => expect(canaries.foundIn(JSON.stringify(result))).toContain('utf8'),
			'documents.begin': (result) => {
				for (const name of ['addPiece', 'finish', 'cancel']) ids[`documents.${name}.id`] = idOf(result);
			},
			// A file whose name and content are canaries; what was typed above is left unfinished.
			'documents.cancel': async () => {
				const lines = `${Array.from({ length: 40 }, () => canaries.next()).join('\n')}\n`;
				// More than one piece.
				const content = Buffer.from(lines.repeat(Math.ceil(1_200_000 / lines.length)));
				const { id } = await upload(pc.client, ids.caseId as CaseId, `${canaries.next()}.txt`, content);
				expect((await contentOf(pc.client, id)).equals(content)).toBe(true);
				for (const name of ['update', 'content', 'fetch', 'remove', 'restore']) ids[`documents.${name}.id`] = id;
				clean('with a document');
			},
			'documents.list': (result) => expect(canaries.foundIn(JSON.stringify(result))).toContain('utf8'),
			'documents.content': (result) =>
				expect(canaries.foundIn(Buffer.from((result as { bytes: string }).bytes, 'base64').toString('utf8'))).toContain('utf8'),
			'rooms.create': remember('roomId', 'rooms.update', 'rooms.remove', 'rooms.restore'),
			'offers.create': remember('offerId', ...['update', 'get', 'rejoin', 'remove', 'restore'].map((name) => `offers.${name}`)),
			'attendance.mark': (result) => {
				const [id = ''] = (result as { ids: string[] }).ids;
				for (const name of ['unmark', 'restore']) ids[`attendance.${name}.ids[]`] = id;
			},
			'attendance.ofSession': (result) => expect(canaries.foundIn(JSON.stringify(result))).toContain('utf8'),
			'offers.split': remember('laterId'),
			'offers.get': (result) => expect(canaries.foundIn(JSON.stringify(result))).toContain('utf8'),
			'offers.sessions': (result) => expect(canaries.foundIn(JSON.stringify(result))).toContain('utf8'),
			'appointments.book': (result) => {
				const id = (result as { ids: string[] }).ids[0] ?? '';
				for (const path of ['change.id', 'setState.id', 'remove.id', 'restore.ids[]', 'keepDouble.ids[]'])
					ids[`appointments.${path}`] = id;
			},
			'appointments.list': (result) => expect(canaries.foundIn(JSON.stringify(result))).toContain('utf8'),
			'waitingList.add': remember('waitingId', ...['change', 'remove', 'restore'].map((name) => `waitingList.${name}`)),
			'schedule.addAbsence': remember(
				'absenceId',
				...['changeAbsence', 'toMove', 'removeAbsence', 'restoreAbsence'].map((name) => `schedule.${name}`),
			),
			'inventory.create': (result) => {
				ids['inventory.recordTests.ids[]'] = idOf(result);
				for (const name of ['update', 'get', 'setState', 'setPhoto', 'remove', 'restore'])
					ids[`inventory.${name}.id`] = idOf(result);
			},
			'borrowers.create': async (result) => {
				remember(
					'borrowerId',
					...['get', 'update', 'duplicates', 'block', 'remove', 'restore'].map((name) => `borrowers.${name}`),
				)(result);
				// What can be lent, and was.
				const { id: itemId } = await pc.client.inventory.create({ ...EMPTY_ITEM, name: canaries.next(), number: null });
				const line = { kitId: null, accessories: [canaries.next()], condition: canaries.next(), inHouse: false, dueOn: null };
				const { loans } = await pc.client.lending.complete({
					...{ borrowerId: ids.borrowerId as BorrowerId, out: [{ itemId, ...line }], back: [], depositInCents: 5000 },
					...{ issuedOn: null, reason: canaries.next() },
				});
				ids.loanId = loans[0]?.id ?? '';
				ids.lineId = loans[0]?.lines[0] ?? '';
				ids['lending.loan.id'] = ids.loanId;
				ids['lending.ofItem.id'] = itemId;
				ids.itemId = itemId;
				fixed['lending.extend.dueOn'] = addDays(localDateOf(pc.clock.now()), 30);
				ids.kitId = itemId;
				ids.line = ids.lineId;
				ids['lending.scan.onDesk[]'] = itemId;
				ids['lending.undo.loans[].id'] = ids.loanId;
				// Nothing broke and nothing was reserved: any id will do to be refused.
				ids.damage = itemId;
				ids['lending.undo.collected[]'] = itemId;
				for (const name of ['check', 'create'])
					for (const end of ['fromOn', 'untilOn']) fixed[`reservations.${name}.${end}`] = addDays(localDateOf(pc.clock.now()), 2);
			},
			'reservations.create': (result) => {
				for (const path of ['cancel.id', 'reopen.ids[]', 'settleDouble.stays']) ids[`reservations.${path}`] = idOf(result);
			},
			'repairs.saveWaiver': (result) => {
				ids['repairs.waiverText.id'] = idOf(result);
				ids.waiverId = idOf(result);
				// Before the first there is none to follow, and any id will do.
				ids.followUpOf = idOf(result);
				ids['openRepairData.exportFiles.texts[].id'] = idOf(result);
				fixed['repairs.enter.day'] = localDateOf(pc.clock.now());
			},
			'repairs.enter': async (result) => {
				const tool = await pc.client.inventory.create({ ...EMPTY_ITEM, name: canaries.next(), number: null });
				fixed['repairs.lendTool.itemId'] = tool.id;
				// Anybody's id will do.
				fixed['repairs.setHelper.memberId'] = tool.id;
				fixed['repairs.move.helpers[]'] = tool.id;
				const steps = ['take', 'leave', 'setHelper', 'move', 'test', 'finish', 'returnTool'];
				for (const name of ['update', 'get', 'lendTool', 'tools', 'remove', 'restore', ...steps])
					ids[`repairs.${name}.id`] = idOf(result);
			},
			'maintenance.report': remember(
				'damageId',
				...['update', 'setStage', 'get', 'remove', 'restore'].map((name) => `maintenance.${name}`),
			),
			'maintenance.get': (result) => expect(canaries.foundIn(JSON.stringify(result))).toContain('utf8'),
			'stocktake.start': async (result) => {
				const { id } = result as { id: StocktakeId };
				const names = ['scan', 'lastScans', 'findings', 'standing', 'countParts', 'settle', 'undo', 'finish', 'exportCsv'];
				for (const name of [...names, 'reopen', 'remove', 'restore']) ids[`stocktake.${name}.id`] = id;
				// Unknown, and so any id will do to be refused.
				ids['stocktake.undo.actionIds[]'] = id;
			},
			'reservations.hold': remember('holdId', 'reservations.cancelHold', 'reservations.reopenHold'),
			'inventory.get': (result) => expect(canaries.foundIn(JSON.stringify(result))).toContain('utf8'),
			'inventory.previewImport': (preview) => expect(canaries.foundIn(JSON.stringify(preview))).toContain('utf8'),
			'records.draft': (draft) => expect(canaries.foundIn(String(draft))).toEqual(['utf8']),
			'people.previewImport': (preview) => expect(canaries.foundIn(JSON.stringify(preview))).toEqual(['utf8']),
			// On a device of the site: without a share to come from.
			'site.recover': async () => {
				const kit = kits.at(-1)?.join('-') ?? '';
				await drain(pc.client.site.recover({ kit, signInName, newPassphrase: firstPassphrase, fromShare: null }));
			},
			'share.connect': async () => {
				await drain(pc.client.share.backUpNow());
				clean('while somebody works');
			},
		},
	);
	await sync(pc);
	await drain(pc.client.share.backUpNow());
	clean('after a snapshot');
	await pc.client.members.lock();
	clean('locked');

	const second = await place.pc('Büro oben');
	const siteId = await onlySite(second, place.share);
	await drain(
		second.client.site.join({
			folder: place.share,
			siteId,
			signInName,
			passphrase: firstPassphrase,
			deviceName: canaries.next(),
		}),
	);
	expect((await second.client.search.query({ text: canaries.mark })).length).toBeGreaterThan(3);
	clean('joined');
	await second.backend.dispose();
	await pc.backend.dispose();

	const temporary = join(place.root, 'temp');
	mkdirSync(temporary);
	const child = writer(pc.dataDir, temporary, { signInName, passphrase: firstPassphrase, text: canaries.next() });
	const printed: Buffer[] = [];
	child.stderr?.on('data', (bytes: Buffer) => printed.push(bytes));
	await once(child.stdout ?? child, 'data');
	child.kill('SIGKILL');
	await once(child, 'exit');
	clean('killed while writing');
	expect(canaries.foundIn(Buffer.concat(printed))).toEqual([]);
}, 300_000);

/** As it is printed, typed, and as the secret it stands for. */
/** Days, times and rules, which take no other words. */
const planned = (...paths: string[]): Record<string, string> =>
	Object.fromEntries(
		paths.flatMap((path) => [
			[`${path}.rule`, 'FREQ=DAILY'],
			[`${path}.from`, '14:00'],
			[`${path}.until`, '16:00'],
		]),
	);

function formsOf(kit: readonly string[]): Buffer[] {
	const secret = parseKit(kit.join(''));
	if (!secret.ok) throw new Error('no kit');
	const bytes = Buffer.from(secret.value);
	const texts = [kit.join(''), kit.join('-'), kit.join(' '), bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, '')];
	return [bytes, ...texts.flatMap((text) => [Buffer.from(text), Buffer.from(text.toLowerCase())])];
}

function writer(dataDir: string, temporary: string, canary: Record<string, string>): ChildProcess {
	const script = join(import.meta.dirname, '../../support/canary-writer.ts');
	return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, dataDir, MIGRATIONS], {
		env: { ...process.env, TMPDIR: temporary, SQLITE_TMPDIR: temporary, TEMP: temporary, KONTOR_CANARY: JSON.stringify(canary) },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
}
