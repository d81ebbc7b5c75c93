import { implement, ORPCError } from '@orpc/server';
import { type Contract, contract } from '#shared/contract.ts';
import type { Role } from '#shared/features/members/model.ts';
import { isDamage } from './database/open.ts';
import type { Desk } from './desk.ts';
import type { Log } from './platform/log.ts';
import type { Session } from './vaults/session.ts';

/**
 * Who may call which procedure (design 3). Every procedure of the contract must have a line here: the type demands it,
 * and a call without a decision is refused. The vaults behind a refusal are not open either, so this table says "no"
 * in words; the keys say it for good.
 */
type Rule =
	| 'anyone' // also while locked
	| 'newcomer' // also with a start passphrase that has not been replaced yet
	| 'signed_in'
	| 'workshop' // members whose vaults include the workshop
	| 'counselling' // members whose vaults include counselling
	| 'coordination' // coordinators and administrators: the rules that others work by
	| 'casework' // members whose vaults include counselling, and coordination: lists both work with
	| 'administrator';

type Paths<T> = { [Feature in keyof T]: { [Procedure in keyof T[Feature]]: Rule } };

export const ACCESS: Paths<Contract> = {
	site: {
		status: 'anyone',
		create: 'anyone',
		pendingKit: 'administrator',
		confirmKit: 'administrator',
		createSample: 'anyone',
		discardSample: 'anyone',
		clearRemoved: 'anyone',
		renewKit: 'administrator',
		join: 'anyone',
		recover: 'anyone',
		repair: 'anyone',
		updateProfile: 'administrator',
		openingHours: 'signed_in',
		saveOpeningHours: 'coordination',
		preferences: 'anyone',
		savePreferences: 'anyone',
	},
	members: {
		signIn: 'anyone',
		lock: 'anyone',
		changePassphrase: 'newcomer',
		list: 'signed_in',
		overview: 'administrator',
		history: 'administrator',
		add: 'administrator',
		rename: 'administrator',
		consequences: 'administrator',
		changeRoles: 'administrator',
		resetPassphrase: 'administrator',
		remove: 'administrator',
		waiting: 'counselling',
		giveAccess: 'counselling',
		turns: 'signed_in',
		turn: 'signed_in',
	},
	devices: {
		list: 'signed_in',
		approve: 'administrator',
		remove: 'administrator',
		rename: 'administrator',
	},
	accessLog: { list: 'administrator' },
	people: {
		list: 'counselling',
		get: 'counselling',
		create: 'counselling',
		update: 'counselling',
		remove: 'counselling',
		restore: 'counselling',
		duplicates: 'counselling',
		exportCsv: 'counselling',
		previewImport: 'counselling',
		runImport: 'counselling',
		mergePreview: 'counselling',
		merge: 'counselling',
		separate: 'counselling',
		survivor: 'counselling',
		mergedHere: 'counselling',
		pairs: 'counselling',
		setDistinct: 'counselling',
		borrower: 'counselling',
		linkBorrower: 'counselling',
	},
	businesses: {
		list: 'counselling',
		exportCsv: 'counselling',
		get: 'counselling',
		ofPerson: 'counselling',
		create: 'counselling',
		update: 'counselling',
		remove: 'counselling',
		restore: 'counselling',
		duplicates: 'counselling',
		addSite: 'counselling',
		changeSite: 'counselling',
		removeSite: 'counselling',
		restoreSite: 'counselling',
		addContact: 'counselling',
		changeContact: 'counselling',
		removeContact: 'counselling',
		restoreContact: 'counselling',
	},
	cases: {
		list: 'counselling',
		exportCsv: 'counselling',
		get: 'counselling',
		ofPerson: 'counselling',
		ofBusiness: 'counselling',
		open: 'counselling',
		update: 'counselling',
		setStatus: 'counselling',
		close: 'counselling',
		reopen: 'counselling',
		closings: 'counselling',
		notePrint: 'counselling',
		accesses: 'counselling',
		contacts: 'counselling',
		addContact: 'counselling',
		updateContact: 'counselling',
		removeContact: 'counselling',
		restoreContact: 'counselling',
		todos: 'counselling',
		addTodo: 'counselling',
		updateTodo: 'counselling',
		setTodoDone: 'counselling',
		removeTodo: 'counselling',
		restoreTodo: 'counselling',
		handOver: 'counselling',
		takeBack: 'counselling',
	},
	privacy: {
		rules: 'signed_in',
		saveRules: 'coordination',
		due: 'counselling',
		preview: 'counselling',
		exclude: 'counselling',
		include: 'counselling',
		erase: 'counselling',
		erased: 'counselling',
		copies: 'counselling',
		dueBorrowers: 'coordination',
		previewBorrower: 'coordination',
		eraseBorrower: 'coordination',
		erasedBorrowers: 'coordination',
		copiesOfBorrowers: 'coordination',
	},
	subjectAccess: {
		get: 'counselling',
		prepare: 'counselling',
		noteExport: 'counselling',
	},
	letters: {
		templates: 'counselling',
		addTemplate: 'counselling',
		changeTemplate: 'counselling',
		removeTemplate: 'counselling',
		restoreTemplate: 'counselling',
		adoptStarters: 'counselling',
		ofCase: 'counselling',
		get: 'counselling',
		create: 'counselling',
		change: 'counselling',
		finish: 'counselling',
		remove: 'counselling',
		restore: 'counselling',
	},
	applications: {
		ofCase: 'counselling',
		due: 'counselling',
		add: 'counselling',
		change: 'counselling',
		remove: 'counselling',
		restore: 'counselling',
	},
	partners: {
		list: 'signed_in',
		create: 'casework',
		update: 'casework',
		remove: 'casework',
		restore: 'casework',
	},
	consents: {
		ofPerson: 'counselling',
		ofBusiness: 'counselling',
		give: 'counselling',
		withdraw: 'counselling',
		setEvidence: 'counselling',
		remove: 'counselling',
		restore: 'counselling',
		releases: 'counselling',
		addRelease: 'counselling',
		setReleaseEvidence: 'counselling',
		withdrawRelease: 'counselling',
		removeRelease: 'counselling',
		restoreRelease: 'counselling',
	},
	referrals: {
		ofCase: 'counselling',
		add: 'counselling',
		change: 'counselling',
		send: 'counselling',
		undoSend: 'counselling',
		override: 'counselling',
		reply: 'counselling',
		cancel: 'counselling',
		remove: 'counselling',
		restore: 'counselling',
		sheet: 'counselling',
		reminders: 'counselling',
	},
	goals: {
		ofCase: 'counselling',
		assess: 'counselling',
		add: 'counselling',
		update: 'counselling',
		balance: 'counselling',
		remove: 'counselling',
		restore: 'counselling',
		addAction: 'counselling',
		updateAction: 'counselling',
		setActionState: 'counselling',
		removeAction: 'counselling',
		restoreAction: 'counselling',
		mine: 'counselling',
	},
	documents: {
		list: 'counselling',
		begin: 'counselling',
		addPiece: 'counselling',
		finish: 'counselling',
		cancel: 'counselling',
		update: 'counselling',
		remove: 'counselling',
		restore: 'counselling',
		content: 'counselling',
		fetch: 'counselling',
	},
	// Nothing about anybody: whoever is in reads what programmes there are, and coordination keeps them.
	funderProgrammes: {
		list: 'signed_in',
		create: 'coordination',
		update: 'coordination',
		setTerms: 'coordination',
		removeTerms: 'coordination',
		remove: 'coordination',
		restore: 'coordination',
	},
	funderData: {
		get: 'counselling',
		save: 'counselling',
		complete: 'counselling',
		correct: 'counselling',
		reenter: 'counselling',
		due: 'counselling',
	},
	appointments: {
		choices: 'counselling',
		list: 'counselling',
		notePrint: 'counselling',
		ofPerson: 'counselling',
		ofBusiness: 'counselling',
		ofCase: 'counselling',
		backlog: 'counselling',
		check: 'counselling',
		book: 'counselling',
		change: 'counselling',
		setState: 'counselling',
		remove: 'counselling',
		restore: 'counselling',
		freeSlots: 'counselling',
		doubles: 'counselling',
		keepDouble: 'counselling',
	},
	waitingList: {
		list: 'counselling',
		freed: 'counselling',
		add: 'counselling',
		change: 'counselling',
		remove: 'counselling',
		restore: 'counselling',
	},
	schedule: {
		busy: 'signed_in',
		// Own ones, and everybody's for coordination: the service says which.
		absences: 'signed_in',
		addAbsence: 'signed_in',
		changeAbsence: 'signed_in',
		removeAbsence: 'signed_in',
		restoreAbsence: 'signed_in',
		toMove: 'counselling',
		exportIcs: 'signed_in',
		readClosures: 'coordination',
		doubles: 'signed_in',
	},
	// On a kiosk these are all there is; everywhere else the service refuses.
	kiosk: {
		mode: 'anyone',
		day: 'anyone',
		signIn: 'anyone',
		signOut: 'anyone',
		enter: 'signed_in',
		leave: 'anyone',
		list: 'signed_in',
		here: 'signed_in',
		enrol: 'signed_in',
		approve: 'administrator',
		remove: 'administrator',
		rename: 'administrator',
		setUp: 'anyone',
		resume: 'anyone',
		dismantle: 'anyone',
	},
	inventory: {
		list: 'workshop',
		words: 'workshop',
		get: 'workshop',
		find: 'workshop',
		nextNumber: 'workshop',
		create: 'workshop',
		update: 'workshop',
		setState: 'workshop',
		recordTests: 'workshop',
		setPhoto: 'workshop',
		remove: 'workshop',
		restore: 'workshop',
		doubles: 'workshop',
		exportCsv: 'workshop',
		previewImport: 'workshop',
		runImport: 'workshop',
	},
	borrowers: {
		list: 'workshop',
		get: 'workshop',
		create: 'workshop',
		update: 'workshop',
		block: 'workshop',
		remove: 'workshop',
		restore: 'workshop',
		duplicates: 'workshop',
		exportCsv: 'workshop',
	},
	lending: {
		scan: 'workshop',
		complete: 'workshop',
		undo: 'workshop',
		loans: 'workshop',
		loan: 'workshop',
		out: 'workshop',
		outItems: 'workshop',
		extend: 'workshop',
		deposit: 'workshop',
		ofItem: 'workshop',
		endOfDay: 'workshop',
		reminders: 'workshop',
		noteReminded: 'workshop',
		accounts: 'workshop',
		lentTwice: 'workshop',
		settleLentTwice: 'workshop',
		overpaid: 'workshop',
		figures: 'workshop',
		exportCsv: 'workshop',
		rules: 'workshop',
		saveRules: 'coordination',
	},
	reservations: {
		list: 'workshop',
		check: 'workshop',
		create: 'workshop',
		cancel: 'workshop',
		reopen: 'workshop',
		holds: 'workshop',
		hold: 'workshop',
		cancelHold: 'workshop',
		reopenHold: 'workshop',
		availability: 'workshop',
		doubles: 'workshop',
		settleDouble: 'workshop',
		exportCsv: 'workshop',
	},
	maintenance: {
		list: 'workshop',
		get: 'workshop',
		report: 'workshop',
		update: 'workshop',
		setStage: 'workshop',
		remove: 'workshop',
		restore: 'workshop',
		exportCsv: 'workshop',
		manualFacts: 'workshop',
		manual: 'workshop',
		setManual: 'workshop',
	},
	repairs: {
		list: 'workshop',
		board: 'workshop',
		get: 'workshop',
		enter: 'workshop',
		update: 'workshop',
		take: 'workshop',
		leave: 'workshop',
		setHelper: 'workshop',
		move: 'workshop',
		finish: 'workshop',
		test: 'workshop',
		remove: 'workshop',
		restore: 'workshop',
		exportCsv: 'workshop',
		itemWords: 'workshop',
		tools: 'workshop',
		lendTool: 'workshop',
		returnTool: 'workshop',
		waiver: 'workshop',
		waivers: 'workshop',
		waiverText: 'workshop',
		saveWaiver: 'coordination',
	},
	stocktake: {
		list: 'workshop',
		start: 'workshop',
		standing: 'workshop',
		findings: 'workshop',
		lastScans: 'workshop',
		scan: 'workshop',
		countParts: 'workshop',
		settle: 'workshop',
		undo: 'workshop',
		finish: 'workshop',
		reopen: 'workshop',
		remove: 'workshop',
		restore: 'workshop',
		exportCsv: 'workshop',
	},
	openRepairData: {
		settings: 'workshop',
		saveSettings: 'coordination',
		previewImport: 'coordination',
		runImport: 'coordination',
		figures: 'workshop',
		exportPreview: 'coordination',
		exportFiles: 'coordination',
	},
	signIns: {
		ofDay: 'workshop',
		building: 'workshop',
		match: 'workshop',
		setLeft: 'workshop',
		figures: 'workshop',
		exportCsv: 'workshop',
		rules: 'workshop',
		saveRules: 'coordination',
	},
	rooms: {
		list: 'signed_in',
		create: 'coordination',
		update: 'coordination',
		remove: 'coordination',
		restore: 'coordination',
	},
	offers: {
		list: 'signed_in',
		get: 'signed_in',
		sessions: 'signed_in',
		preview: 'signed_in',
		create: 'coordination',
		update: 'coordination',
		split: 'coordination',
		rejoin: 'coordination',
		changeSession: 'coordination',
		help: 'signed_in',
		doubles: 'signed_in',
		keepDouble: 'coordination',
		remove: 'coordination',
		restore: 'coordination',
	},
	attendance: {
		ofSession: 'signed_in',
		ofOffer: 'signed_in',
		ofDay: 'signed_in',
		mark: 'signed_in',
		unmark: 'signed_in',
		restore: 'signed_in',
		exportCsv: 'signed_in',
	},
	rota: {
		duties: 'signed_in',
		// Themselves, and anybody for coordination: the service says which.
		change: 'signed_in',
		copyWeek: 'coordination',
	},
	records: {
		changes: 'anyone',
		// Of records in every vault: the router refuses whoever has not that one open.
		history: 'signed_in',
		// And the record's own step refuses whoever may not take that one.
		restoreTo: 'signed_in',
		draft: 'signed_in',
		saveDraft: 'signed_in',
		discardDraft: 'signed_in',
	},
	// Of records in every vault: the service lists and takes only what the record's own procedure would let change.
	decisions: {
		list: 'signed_in',
		count: 'signed_in',
		decide: 'signed_in',
		undo: 'signed_in',
	},
	// Looks only into the vaults that are open.
	search: { query: 'signed_in' },
	share: {
		status: 'signed_in',
		browse: 'anyone',
		chooseFolder: 'anyone',
		inspect: 'anyone',
		connect: 'administrator',
		resume: 'administrator',
		refill: 'administrator',
		pauseCatchUp: 'signed_in',
		devices: 'signed_in',
		backUpNow: 'signed_in',
		verify: 'signed_in',
		snapshots: 'signed_in',
		care: 'signed_in',
		drill: 'signed_in',
		copySite: 'administrator',
		putOffCopy: 'administrator',
		previewRestore: 'administrator',
		restoreRecords: 'administrator',
		applyRestore: 'administrator',
		undoRestore: 'administrator',
	},
};

export interface SignedIn {
	readonly session: Session;
}

/** What a kiosk's page needs. Whoever stands there has its keyboard, and could call anything. */
const ON_A_KIOSK: ReadonlySet<string> = new Set([
	...['kiosk.mode', 'kiosk.day', 'kiosk.signIn', 'kiosk.signOut', 'kiosk.leave'],
	// How the screen looks, which the page asks before it paints anything.
	'site.preferences',
]);

export function createProcedures(desk: Desk, log: Log, isKiosk: () => boolean) {
	const checked = implement(contract).use(async ({ path, next }) => {
		const rule = ruleFor(path);
		if (isKiosk() && !ON_A_KIOSK.has(path.join('.'))) throw new ORPCError('NO_ACCESS', { status: 403 });
		const session = desk.session();
		refuseUnlessAllowed(rule, session);
		const answerTo = (error: unknown): unknown => {
			if (error instanceof ORPCError) return error;
			// The window went away in the middle of it: nobody listens any more.
			if (error instanceof Error && error.name === 'AbortError') return error;
			// Locked in the middle of it: whatever failed then, failed because its vault was closed.
			if (rule !== 'anyone' && desk.session() !== session) return new ORPCError('NOT_SIGNED_IN', { status: 401 });
			if (isDamage(error)) {
				desk.suspectDamage();
				return new ORPCError('DAMAGED', { status: 409, data: { file: 'vaults' } });
			}
			// Refusals are answers. Anything else is a bug: the screen hears only that there was one, the log where.
			log.bug('procedure', error);
			return error;
		};
		try {
			const result = await next();
			return isStream(result.output) ? { ...result, output: answering(result.output, answerTo) as typeof result.output } : result;
		} catch (error) {
			throw answerTo(error);
		}
	});
	const signedIn = checked.use(({ next }) => {
		const session = desk.session();
		if (!session) throw new ORPCError('NOT_SIGNED_IN', { status: 401 });
		return next({ context: { session } satisfies SignedIn });
	});
	return {
		/** For what also works while locked. */
		open: checked,
		/** Hands the session to the handler. */
		signedIn,
	};
}
export type Procedures = ReturnType<typeof createProcedures>;

function isStream(output: unknown): output is AsyncGenerator<unknown> {
	return typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
}

/** The same stream; what ends it unexpectedly becomes an answer as well. */
function answering(stream: AsyncGenerator<unknown>, answerTo: (error: unknown) => unknown): AsyncIterableIterator<unknown> {
	const answered = <T>(step: Promise<T>): Promise<T> =>
		step.catch((error: unknown) => {
			throw answerTo(error);
		});
	return {
		next: () => answered(stream.next()),
		return: (value) => answered(stream.return(value)),
		throw: (error) => answered(stream.throw(error)),
		[Symbol.asyncIterator]() {
			return this;
		},
	};
}

function ruleFor(path: readonly string[]): Rule | undefined {
	const [feature = '', procedure = ''] = path;
	return (ACCESS as Record<string, Record<string, Rule>>)[feature]?.[procedure];
}

/** What the table says of a procedure, as `people.update`, for this session. */
export const mayCall = (session: Session, path: string): boolean => isAllowed(ruleFor(path.split('.')), session);

function refuseUnlessAllowed(rule: Rule | undefined, session: Session | null): void {
	if (rule === 'anyone') return;
	if (!session) throw new ORPCError('NOT_SIGNED_IN', { status: 401 });
	if (!isAllowed(rule, session)) throw new ORPCError('NO_ACCESS', { status: 403 });
}

function isAllowed(rule: Rule | undefined, session: Session): boolean {
	return (
		rule === 'anyone' ||
		rule === 'newcomer' ||
		(!session.hasStartKeys &&
			(rule === 'signed_in' ||
				(rule === 'workshop' && session.vault('workshop') !== undefined) ||
				(rule === 'counselling' && session.vault('counselling') !== undefined) ||
				((rule === 'coordination' || rule === 'casework') && holdsInPerson(session, ['coordinator', 'administrator'])) ||
				(rule === 'casework' && session.vault('counselling') !== undefined) ||
				(rule === 'administrator' && holdsInPerson(session, ['administrator']))))
	);
}

/** Not while somebody else has taken a turn at the desk. */
export function holdsInPerson({ acting, member, roles }: Session, wanted: readonly Role[]): boolean {
	return acting === member && wanted.some((role) => roles.includes(role));
}
