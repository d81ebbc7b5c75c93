import { join } from 'node:path';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient, type Router } from '@orpc/server';
import type { Contract } from '#shared/contract.ts';
import { VAULTS, type Vault } from '#shared/features/members/model.ts';
import { nameOf } from '#shared/features/people/model.ts';
import type { SharePlace } from '#shared/features/share/model.ts';
import type { Clock, Ids, Random } from '#shared/kernel/environment.ts';
import type { BusinessId, PersonId } from '#shared/kernel/ids.ts';
import { createProcedures } from './access.ts';
import { CASEWORK_APPEND_KINDS, CASEWORK_MERGE_KINDS, createCasework } from './casework.ts';
import { createCounselling, SCHEDULE_MERGE_KINDS, sampleScheduleWriter } from './counselling.ts';
import { readMigrations } from './database/migrator.ts';
import { createDecisions } from './decisions.ts';
import { createDesk } from './desk.ts';
import { accessEventKind } from './features/access-log/records.ts';
import { accessLogRouter } from './features/access-log/router.ts';
import { createAccessLogService } from './features/access-log/service.ts';
import { decisionsRouter } from './features/decisions/router.ts';
import { deviceStatusKind } from './features/devices/records.ts';
import { devicesRouter } from './features/devices/router.ts';
import { createDeviceService } from './features/devices/service.ts';
import { createMemberManagement } from './features/members/manage-service.ts';
import { membersRouter } from './features/members/router.ts';
import { createMemberService } from './features/members/service.ts';
import { createTurnService } from './features/members/turns.ts';
import { createImportService } from './features/people/import-service.ts';
import { mergeRouter } from './features/people/merge-router.ts';
import { personKind } from './features/people/records.ts';
import { peopleRouter } from './features/people/router.ts';
import { samplePeopleWriter } from './features/people/sample-people.ts';
import { createPeopleService } from './features/people/service.ts';
import { type OwnProcedures, recordSteps } from './features/records/restore.ts';
import { recordsRouter } from './features/records/router.ts';
import { searchRouter } from './features/search/router.ts';
import { createSearchService } from './features/search/service.ts';
import { createCareService } from './features/share/care-service.ts';
import { aboutRecord } from './features/share/record-labels.ts';
import { backupReportKind } from './features/share/records.ts';
import { createRestoreService } from './features/share/restore-service.ts';
import { shareRouter } from './features/share/router.ts';
import { createShareService } from './features/share/service.ts';
import { createArrivalService } from './features/site/arrival.ts';
import { announce } from './features/site/new-device.ts';
import { createOpeningHoursService } from './features/site/opening-hours.ts';
import { createPreferenceService } from './features/site/preferences.ts';
import { openingHoursKind, siteProfileKind } from './features/site/records.ts';
import { createRepairService } from './features/site/repair.ts';
import { siteRouter } from './features/site/router.ts';
import { createSampleService } from './features/site/sample-service.ts';
import { createSiteService } from './features/site/service.ts';
import type { Log } from './platform/log.ts';
import { createPrivacy, PRIVACY_APPEND_KINDS, PRIVACY_MERGE_KINDS } from './privacy.ts';
import { createProgramme, PROGRAMME_MERGE_KINDS } from './programme.ts';
import { createReception, RECEPTION_APPEND_KINDS, RECEPTION_MERGE_KINDS } from './reception.ts';
import { sampleCaseworkWriters } from './sample-casework.ts';
import { sampleProgrammeWriter } from './sample-programme.ts';
import { sampleWorkshopWriter } from './sample-workshop.ts';
import { createSessions } from './sessions.ts';
import { type ShareTarget, TargetError } from './share/target.ts';
import { createSubjectAccess } from './subject-access.ts';
import { createTurns, type InTurn } from './turns.ts';
import { blobFiles as blobFilesIn } from './vaults/blob-files.ts';
import { cryptoReady } from './vaults/crypto.ts';
import { dataFolder } from './vaults/data-folder.ts';
import type { VaultDeps } from './vaults/open-vault.ts';
import type { KdfCost } from './vaults/passphrase-key.ts';
import type { Session } from './vaults/session.ts';
import { attemptBrake } from './vaults/sign-in.ts';
import { createWorkshop, WORKSHOP_APPEND_KINDS, WORKSHOP_MERGE_KINDS } from './workshop.ts';

/**
 * The composition root: puts the backend together from its parts and knows nothing of the host it runs in. Everything
 * from the outside world comes in through BackendDeps.
 */
export interface BackendDeps {
	readonly dataDir: string;
	readonly appVersion: string;
	readonly migrationsDir: string;
	readonly host: HostServices;
	readonly clock: Clock;
	readonly ids: Ids;
	readonly random: Random;
	readonly log: Log;
	/** What new passphrases cost to try. */
	readonly cost: KdfCost;
	targetFor(place: SharePlace): ShareTarget;
	/** Milliseconds since some moment; unlike the clock nobody sets it. */
	stopwatch(): number;
	/** Calls `work` after some time, again and again until stopped: the share's rhythm. */
	schedule: Schedule;
}

export interface Schedule {
	/** Every `ms`; gives a function that stops it. */
	every(ms: number, work: () => void): () => void;
	/** Once after `ms`. */
	after(ms: number, work: () => void): void;
}

/**
 * What a host (Electron or browser) can do that Node cannot. Everything else the backend does itself, so both hosts
 * behave the same.
 */
export interface HostServices {
	readonly kind: 'electron' | 'browser';
	/** The system's folder dialog; null when cancelled or when the host has none. */
	chooseFolder(): Promise<string | null>;
	/** Whether this PC shows the kiosk and nothing else: at the start and on every change. */
	kioskChanged?(isKiosk: boolean): void;
}

export interface Backend {
	/** Serve this over any oRPC link, with an empty context. */
	// biome-ignore lint/suspicious/noExplicitAny: oRPC's Router is generic over a context this router does not use
	readonly router: Router<Contract, any>;
	/** Closes the vaults and forgets the keys (suspend, screen lock). Safe to call at any time. */
	lock(): Promise<void>;
	/** Locks, stops background work, lets go of every file. */
	dispose(): Promise<void>;
}

/** How often the share is looked at, and how soon after a change it leaves. */
const POLL_MS = 1000;
const SOON_MS = 200;

export const MERGE_KINDS = [
	...[siteProfileKind, openingHoursKind, personKind],
	...CASEWORK_MERGE_KINDS,
	...PROGRAMME_MERGE_KINDS,
	...SCHEDULE_MERGE_KINDS,
	...WORKSHOP_MERGE_KINDS,
	...PRIVACY_MERGE_KINDS,
	...RECEPTION_MERGE_KINDS,
];
const APPEND_KINDS = [
	...[accessEventKind, deviceStatusKind, backupReportKind],
	...[...CASEWORK_APPEND_KINDS, ...WORKSHOP_APPEND_KINDS, ...PRIVACY_APPEND_KINDS, ...RECEPTION_APPEND_KINDS],
];

/** Every kind of record there is. */
export const KINDS = [...MERGE_KINDS, ...APPEND_KINDS];

export async function createBackend(deps: BackendDeps): Promise<Backend> {
	await cryptoReady;
	const { clock, ids, random, log, cost, host, schedule, targetFor, stopwatch } = deps;
	const folder = dataFolder(deps.dataDir);
	const blobFiles = blobFilesIn(join(deps.dataDir, 'vaults', 'blobs'));
	let stopPolling = () => {};
	let isLeaving = false;
	const desk = createDesk({
		suspectDamage: () => folder.suspectDamage(),
		soon() {
			if (isLeaving) return;
			isLeaving = true;
			schedule.after(SOON_MS, () => {
				isLeaving = false;
				void desk.sync()?.cycle();
			});
		},
		started() {
			stopPolling();
			stopPolling = schedule.every(POLL_MS, () => {
				devices.noteSeen();
				desk.sync()?.poll();
				void care.runDue();
			});
		},
		ended: () => stopPolling(),
	});
	const vaults: VaultDeps = {
		migrations: new Map(
			VAULTS.map((vault): [Vault, ReturnType<typeof readMigrations>] => [vault, readMigrations(join(deps.migrationsDir, vault))]),
		),
		kinds: KINDS,
		clock,
		random,
		onCommit: desk.onCommit,
	};
	const brake = attemptBrake(clock);
	const wait = (ms: number) => new Promise<void>((resolve) => schedule.after(ms, resolve));
	const keys = { clock, ids, random, cost };
	const sessions = createSessions({
		folder,
		desk,
		vaults,
		clock,
		random,
		log,
		blobFiles,
		blobs: (session) => casework.documents.blobs(session),
		exchangeBesides: (session, context, isCancelled) => reception.exchange(session, context, isCancelled),
		onBlobs: () => desk.tell({ kind: 'records', tables: ['document'] }),
		targetFor,
		stopwatch,
		onBegun(session) {
			accessLog.began(session);
			if (session.vault('counselling')) {
				privacy.settle(session);
				casework.merging.settle(session);
			}
			if (session.vault('workshop')) workshop.repairs.forgetVisitors(session);
			counselling.began(session);
			devices.noteSeen();
			void reception.takeOwn(session).catch((error: unknown) => log.bug('own_sign_ins', error));
		},
		onPulled: settle,
	});
	/** After records have changed from outside their feature: what several of them agree on. */
	function settle(session: Session): void {
		if (session.vault('workshop')) {
			workshop.settle(session);
			reception.signIns.settle(session);
		}
		if (!session.vault('counselling')) return;
		privacy.settle(session);
		people.settleNumbers(session);
		casework.settle(session);
		counselling.settle(session);
	}
	const inTurn = createTurns();
	const accessLog = createAccessLogService({ folder, clock, ids, nameOf: (session, id) => members.nameOf(session, id) });
	const members = takingTurns(
		inTurn,
		createMemberService({ ...keys, folder, desk, sessions, brake, targetFor, wait, noteFailure: accessLog.noteFailure }),
		['signIn', 'changePassphrase'],
	);
	const management = createMemberManagement({ ...keys, folder, desk, casework: (session, id) => cases.workOf(session, id) });
	const turns = createTurnService({ desk, note: accessLog.note });
	const devices = createDeviceService({ desk, folder, clock, random, log, appVersion: deps.appVersion, nameOf: members.nameOf });
	const people = createPeopleService({
		ids,
		hasCases: (session, id) => cases.ofPeople(session, [id]).length > 0,
		hasAppointments: (session, id) => counselling.hasOpen(session, id),
		distinctFrom: (session, id) => casework.merging.distinctFrom(session, id),
		note: accessLog.note,
	});
	const personNames = (session: Session, personIds: readonly PersonId[]) =>
		new Map(people.rows(session, personIds).map((row): [PersonId, string] => [row.id, nameOf(row)]));
	const casework = createCasework({
		...{ ids, clock, random, blobFiles, members: members.list, memberName: members.nameOf, note: accessLog.note },
		fetchBlob: async (name) => desk.sync()?.wishBlob(name),
		person: people.get,
		personNames,
		hasOpenAppointmentsOf: (session, id) => counselling.hasOpenOf(session, id),
		releaseAppointments: (session, id) => counselling.release(session, id),
		hasOpenAppointments: (session, id) => counselling.hasOpen(session, id),
		borrowerRow: (session, id) =>
			session.vault('workshop') && workshop.borrowers.get(session, id) ? workshop.borrowers.rows(session, [id])[0] : undefined,
	});
	const { cases } = casework;
	const imports = createImportService({
		clock,
		people,
		members: members.list,
		openCase: (session, personId, ownerId, openedOn) =>
			cases.create(session, { personId }, { ownerId, deputyIds: [], openedOn, programmeId: null, source: null, concern: null }),
	});
	const openingHours = createOpeningHoursService();
	const programme = createProgramme({
		...{ ids, clock, opening: openingHours.opening, members: members.list, memberName: members.nameOf },
		busy: (session, from, until) => counselling.busy(session, from, until),
		away: (session, from, until) => counselling.away(session, from, until),
	});
	const workshop = createWorkshop({ ids, clock, opening: openingHours.opening, memberName: members.nameOf });
	const counselling = createCounselling({
		...{ ids, clock, opening: openingHours.opening, members: members.list, memberName: members.nameOf },
		personNames,
		businessNames: (session, businessIds) =>
			new Map(casework.businesses.rows(session, businessIds).map(({ id, name }): [BusinessId, string] => [id, name])),
		caseFile: cases.find,
		rooms: programme.rooms.list,
		sessions: (session, from, until) => programme.offers.sessions(session, { from, until, offerId: null }),
		plannedSessions: programme.offers.plannedSessions,
		hours: openingHours.hours,
		note: accessLog.note,
	});
	const search = createSearchService({
		names: people.names,
		people: people.rows,
		cases: cases.rows,
		casesOfPeople: cases.ofPeople,
		documents: casework.documents.named,
		letters: casework.letters.rows,
		businesses: casework.businesses.holding,
		casesOfBusinesses: cases.ofBusinesses,
		borrowers: workshop.borrowers.rows,
		loans: workshop.lending.loans.rows,
		items: workshop.inventory.rows,
		repairs: workshop.repairs.rows,
	});
	const subjectAccess = createSubjectAccess({
		...{ clock, people: casework.merging.wholePerson, nameOf: members.nameOf, note: accessLog.note },
		noteRead: (session, id) => cases.noteAccess(session, id, 'read'),
		noteExported: cases.noteSubjectExport,
		roomNames: programme.rooms.names,
		programmeNames: casework.programmes.names,
		businessName: (session, id) => casework.businesses.get(session, id)?.name,
		partnerName: (session, id) => casework.partners.find(session, id)?.name,
		offerName: (session, id) => programme.offers.get(session, id)?.name,
		itemNames: workshop.inventory.names,
	});
	const privacy = createPrivacy({
		...{ ids, clock, nameOf: members.nameOf, note: accessLog.note, settle },
		people: casework.merging.wholeOf,
		programmes: casework.programmes.list,
		hasOpenAppointments: counselling.hasOpen,
		lentTo: workshop.lending.lentTo,
		removeBlobs: casework.documents.removeErased,
		share() {
			const sync = desk.sync();
			if (!sync) throw new TargetError('unreachable');
			return sync.context();
		},
	});
	const share = createShareService({
		desk,
		scratchPath: join(deps.dataDir, 'vaults', 'verify.scratch'),
		targetFor,
		nameOf: members.nameOf,
	});
	const care = createCareService({
		...{ desk, folder, vaults, clock, ids, log, targetFor, nameOf: members.nameOf },
		scratch: join(deps.dataDir, 'vaults', 'drill.scratch'),
		blobs: (session) => casework.documents.blobs(session),
	});
	const restore = createRestoreService({
		...{ desk, vaults, clock, ids, settle, noteRestore: care.noteRestore },
		scratch: join(deps.dataDir, 'vaults', 'restore.scratch'),
		isFrozen: casework.isFrozen,
		about: aboutRecord({
			people: people.rows,
			cases: cases.rows,
			items: workshop.inventory.rows,
			borrowers: workshop.borrowers.rows,
		}),
	});
	const siteParts = { ...keys, folder, desk, sessions, vaults, members, appVersion: deps.appVersion, hostKind: host.kind };
	const site = takingTurns(inTurn, createSiteService(siteParts), ['create']);
	const arrivalParts = { ...keys, folder, desk, sessions, vaults, brake, targetFor, wait, noteFailure: accessLog.noteFailure };
	const arrival = takingTurns(inTurn, createArrivalService(arrivalParts), ['join', 'recover']);
	const repair = takingTurns(inTurn, createRepairService(arrivalParts), ['repair']);
	const writers = {
		writePeople: samplePeopleWriter(ids),
		linkBorrower: casework.merging.linkBorrower,
		...sampleCaseworkWriters({ ids, clock, letters: casework.letters, documents: casework.documents }),
		writeProgramme: sampleProgrammeWriter({ ids, clock }),
		writeSchedule: sampleScheduleWriter(ids),
		writeWorkshop: sampleWorkshopWriter({ ids, clock, setState: workshop.inventory.setStateFor }),
	};
	const sample = takingTurns(inTurn, createSampleService({ ...keys, folder, desk, vaults, writers }), ['create']);

	const reception = createReception({
		...{ dataDir: deps.dataDir, folder, desk, brake, clock, ids, random, log, targetFor, wait, announce, every: schedule.every },
		openDesk: (signInName, passphrase) => members.signIn(signInName, passphrase),
		onMode: (isKiosk) => host.kioskChanged?.(isKiosk),
		offers: programme.offers,
		sessionOn: programme.offers.sessionOn,
		attend: programme.attendance.attend,
		forgetAttendees: programme.attendance.forgetNames,
		borrowers: workshop.borrowers,
		site: site.profile,
		memberName: members.nameOf,
	});
	reception.kiosk.start();
	const procedures = createProcedures(desk, log, reception.kiosk.isOn);
	const now = () => clock.now();
	/** What a person calls, called from inside: with every check. */
	const client = (): ContractRouterClient<Contract> => createRouterClient(router as Router<Contract, object>, { context: {} });
	const router = {
		site: siteRouter(procedures, {
			...{ site, arrival, repair, sample, openingHours },
			preferences: createPreferenceService(deps.dataDir),
		}),
		members: membersRouter(procedures, { members, management, turns }),
		devices: devicesRouter(procedures, devices),
		accessLog: accessLogRouter(procedures, accessLog),
		people: { ...peopleRouter(procedures, people, imports, now), ...mergeRouter(procedures, casework.merging) },
		...casework.routers(procedures),
		...counselling.routers(procedures),
		...workshop.routers(procedures),
		...programme.routers(procedures),
		...reception.routers(procedures),
		...subjectAccess.routers(procedures),
		...privacy.routers(procedures),
		records: recordsRouter(procedures, {
			desk,
			kinds: MERGE_KINDS,
			now,
			steps: recordSteps(() => client() as unknown as OwnProcedures),
			nameOf: members.nameOf,
		}),
		decisions: decisionsRouter(procedures, createDecisions({ client, nameOf: members.nameOf })),
		search: searchRouter(procedures, search),
		share: shareRouter(procedures, { share, care, restore }, host),
	};
	return {
		router,
		lock: () => desk.end(),
		async dispose() {
			reception.kiosk.dispose();
			await desk.end();
			await desk.left();
		},
	};
}

/** The same service, with the named methods waiting for each other: all of them change who or what this device opens. */
function takingTurns<Service extends object>(inTurn: InTurn, service: Service, names: readonly (keyof Service)[]): Service {
	const waiting = names.map((name) => {
		const method = service[name] as (...input: unknown[]) => Promise<unknown>;
		return [name, (...input: unknown[]) => inTurn(() => method(...input))];
	});
	return { ...service, ...Object.fromEntries(waiting) };
}
