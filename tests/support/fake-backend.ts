import { implement } from '@orpc/server';
import type { Backend } from '#main/backend.ts';
import { contract } from '#shared/contract.ts';

/**
 * A backend without vaults, for tests of hosts and links: a few procedures answer, all others refuse with
 * NOT_SIGNED_IN, as the real one does before anybody has signed in.
 */
export interface FakeBackend extends Backend {
	/** What happened to it, in order: `lock`, `dispose`, `sample`. */
	readonly events: readonly string[];
	/** How many `records.changes` streams are open now. */
	openStreams(): number;
}

export function createFakeBackend(): FakeBackend {
	const events: string[] = [];
	let streams = 0;
	let isEmpty = true;
	const os = implement(contract).$context<object>();
	const answers = {
		'site.status': os.site.status.handler(() => ({
			state: isEmpty ? 'empty' : 'locked',
			appVersion: '0.0.0',
			host: 'browser',
			signInNames: [],
			sample: null,
			isBehind: false,
			session: null,
			ended: null,
			lostChanges: 0,
			file: null,
		})),
		'site.createSample': os.site.createSample.handler(async function* ({ errors }) {
			if (!isEmpty) throw errors.ALREADY_A_SITE();
			for (let done = 1; done <= 3; done += 1) yield { step: 'sample', done, total: 3 };
			isEmpty = false;
			events.push('sample');
		}),
		// Gives back what it got, so that a link can be shown to carry texts unharmed.
		'share.browse': os.share.browse.handler(({ input, errors }) => {
			if (input.path === '/gone') throw errors.NOT_FOUND();
			if (input.path === '/bug') throw new Error('secret of somebody');
			return { path: input.path, parent: null, folders: [] };
		}),
		'share.backUpNow': os.share.backUpNow.handler(async function* ({ errors }) {
			yield { step: 'publish', done: 1, total: 2 };
			throw errors.SHARE({ data: { problem: 'full', file: null } });
		}),
		'share.verify': os.share.verify.handler(async function* () {
			yield { step: 'verify', done: 1, total: 2 };
			throw new Error('secret of somebody');
		}),
		'records.changes': os.records.changes.handler(async function* ({ signal }) {
			streams += 1;
			try {
				for (let n = 0; !signal?.aborted; n += 1) {
					yield { kind: 'records' as const, tables: [`t${n}`] };
					await new Promise((resolve) => setImmediate(resolve));
				}
			} finally {
				streams -= 1;
			}
		}),
	};
	return {
		router: withRefusals(os, answers),
		events,
		openStreams: () => streams,
		lock: async () => void events.push('lock'),
		dispose: async () => void events.push('dispose'),
	};
}

type Implementer = { [name: string]: Implementer } & {
	handler(handle: (options: { errors: Record<string, () => Error> }) => never): unknown;
};

/** Completes the answers to a whole router; a contract's procedure carries `~orpc`, a group of them does not. */
function withRefusals(os: unknown, answers: Record<string, unknown>): Backend['router'] {
	const build = (part: object, implementer: Implementer, path: string): unknown => {
		if ('~orpc' in part) {
			return (
				answers[path] ??
				implementer.handler(({ errors }) => {
					throw errors.NOT_SIGNED_IN?.();
				})
			);
		}
		const prefix = path === '' ? '' : `${path}.`;
		return Object.fromEntries(
			Object.entries(part).map(([name, inner]) => [name, build(inner, implementer[name] as Implementer, `${prefix}${name}`)]),
		);
	};
	return build(contract, os as Implementer, '') as Backend['router'];
}
