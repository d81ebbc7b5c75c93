import { implement, ORPCError } from '@orpc/server';
import { type Contract, contract } from '#shared/contract.ts';
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
	| 'signed_in'
	| 'counselling' // members whose vaults include counselling
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
		join: 'anyone',
		recover: 'anyone',
		repair: 'anyone',
		updateProfile: 'administrator',
		preferences: 'anyone',
		savePreferences: 'anyone',
	},
	members: {
		signIn: 'anyone',
		lock: 'anyone',
		changePassphrase: 'signed_in',
		list: 'signed_in',
	},
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
	},
	cases: {
		list: 'counselling',
		exportCsv: 'counselling',
		get: 'counselling',
		ofPerson: 'counselling',
		open: 'counselling',
		update: 'counselling',
		setStatus: 'counselling',
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
	},
	records: {
		changes: 'anyone',
		history: 'counselling',
		draft: 'counselling',
		saveDraft: 'counselling',
		discardDraft: 'counselling',
	},
	search: { query: 'counselling' },
	share: {
		status: 'signed_in',
		browse: 'anyone',
		chooseFolder: 'anyone',
		inspect: 'anyone',
		connect: 'administrator',
		backUpNow: 'signed_in',
		verify: 'signed_in',
		devices: 'signed_in',
		snapshots: 'signed_in',
	},
};

export interface SignedIn {
	readonly session: Session;
}

export function createProcedures(desk: Desk, log: Log) {
	const checked = implement(contract).use(async ({ path, next }) => {
		const rule = ruleFor(path);
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

function refuseUnlessAllowed(rule: Rule | undefined, session: Session | null): void {
	if (rule === 'anyone') return;
	if (!session) throw new ORPCError('NOT_SIGNED_IN', { status: 401 });
	const isAllowed =
		rule === 'signed_in' ||
		(rule === 'counselling' && session.vault('counselling') !== undefined) ||
		(rule === 'administrator' && session.roles.includes('administrator'));
	if (!isAllowed) throw new ORPCError('NO_ACCESS', { status: 403 });
}
