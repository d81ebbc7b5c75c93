import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { implement } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Backend, createBackend } from '#main/backend.ts';
import { type BrowserServer, startBrowserServer } from '#main/hosts/browser/server.ts';
import { createRpcServer } from '#main/hosts/rpc-connection.ts';
import { systemRandom } from '#main/platform/environment.ts';
import { createLog } from '#main/platform/log.ts';
import { ShareRefused } from '#main/share/problem.ts';
import type { ShareTarget } from '#main/share/target.ts';
import { FLOOR_COST } from '#main/vaults/passphrase-key.ts';
import { contract } from '#shared/contract.ts';
import { signIn } from '#tests/support/browser-session.ts';
import { fakeClock } from '#tests/support/fake-clock.ts';
import { fakeIds } from '#tests/support/fake-ids.ts';
import { manualSchedule } from '#tests/support/manual-schedule.ts';
import { MIGRATIONS } from '#tests/support/migrations-folder.ts';
import { newSite } from '#tests/support/office.ts';
import { type ConformanceOptions, describeRpcConformance } from '#tests/support/rpc-conformance.ts';
import { seededRandom } from '#tests/support/seeded-random.ts';
import type { TestBackend } from '#tests/support/test-backend.ts';

/** The real backend over both links: the conformance suite on an empty data folder, then live changes. */

/** A share that refuses everything and gives back its own name: how a text comes back unharmed while locked. */
const echoing = (folder: string): ShareTarget => {
	const refuse = () => Promise.reject(new ShareRefused('wrong_folder', folder));
	return { list: refuse, read: refuse, writeNew: refuse, claim: refuse, remove: refuse };
};
const echo: ConformanceOptions['echo'] = async (client, text) => {
	const error = await client.share.inspect({ folder: text }).catch((caught: unknown) => caught);
	return (error as { data: { file: string } }).data.file;
};

async function realBackend(dataDir: string): Promise<Backend> {
	const clock = fakeClock();
	return createBackend({
		dataDir,
		appVersion: '0.0.0',
		migrationsDir: MIGRATIONS,
		host: { kind: 'browser', chooseFolder: async () => null },
		clock,
		ids: fakeIds(),
		random: seededRandom(1),
		log: createLog(() => {}, clock.now),
		cost: FLOOR_COST,
		targetFor: echoing,
		stopwatch: () => 0,
		schedule: manualSchedule(clock),
	});
}

/** The suite expects changes without end or none at all; on a desk where nothing happens there are none. */
function withoutChanges({ router }: Backend): Backend['router'] {
	const changes = implement(contract).records.changes.handler(({ errors }) => {
		throw errors.NOT_SIGNED_IN();
	});
	return { ...router, records: { ...router.records, changes } };
}

async function expectChanges(client: TestBackend['client']): Promise<void> {
	const stream = await client.records.changes();
	const first = stream.next();
	await newSite({ client } as TestBackend);
	expect((await first).value).toEqual({ kind: 'session' });
	await stream.return(undefined);
	expect((await client.site.status()).state).toBe('unlocked');
}

const folders: string[] = [];
const folder = () => {
	const made = mkdtempSync(join(tmpdir(), 'Kontor Prüfung '));
	folders.push(made);
	return made;
};
afterAll(() => {
	for (const made of folders) rmSync(made, { recursive: true, force: true });
});

describe('WebSocket', () => {
	let server: BrowserServer;
	let live: BrowserServer;
	const backends: Backend[] = [];
	const serve = (router: Backend['router']) =>
		startBrowserServer({
			port: 0,
			random: systemRandom,
			servePage: async (_request, response) => void response.end(),
			serveRpc: createRpcServer(router),
		});
	beforeAll(async () => {
		backends.push(await realBackend(folder()), await realBackend(folder()));
		const [empty, used] = backends as [Backend, Backend];
		server = await serve(withoutChanges(empty));
		live = await serve(used.router);
	});
	afterAll(async () => {
		await Promise.all([server.close(), live.close()]);
		for (const backend of backends) await backend.dispose();
	});

	const cookies = new Map<BrowserServer, Promise<string>>();
	const connectTo = async (to: BrowserServer) => {
		const cookie = cookies.get(to) ?? signIn(to.url);
		cookies.set(to, cookie);
		const socket = new WebSocket(`${to.origin.replace('http', 'ws')}/rpc`, {
			origin: to.origin,
			headers: { cookie: await cookie },
		});
		const closed = once(socket, 'close').then(() => undefined);
		await once(socket, 'open');
		return {
			client: createORPCClient<never>(new SocketLink({ websocket: socket as unknown as globalThis.WebSocket })),
			sendRaw: (message: string | Uint8Array) => socket.send(message),
			close: () => socket.close(),
			closed,
		};
	};
	describeRpcConformance('WebSocket, real backend', { connect: () => connectTo(server), echo, openStreams: () => null });

	it('brings live changes', async () => {
		const { client, close } = await connectTo(live);
		await expectChanges(client);
		close();
	});
});

describe('MessagePort', () => {
	let backend: Backend;
	let used: Backend;
	beforeAll(async () => {
		backend = await realBackend(folder());
		used = await realBackend(folder());
	});
	afterAll(async () => {
		await backend.dispose();
		await used.dispose();
	});
	const connectTo = async (router: Backend['router']) => {
		const { port1, port2 } = new MessageChannel();
		const connection = createRpcServer(router)({ send: (message) => port1.postMessage(message), close: () => port1.close() });
		port1.on('message', (message) => connection.receive(message));
		port1.on('close', () => connection.end());
		const closed = once(port2, 'close').then(() => undefined);
		port2.start();
		return {
			client: createORPCClient<never>(new PortLink({ port: port2 })),
			sendRaw: (message: string | Uint8Array) => port2.postMessage(message),
			close: () => port2.close(),
			closed,
		};
	};
	describeRpcConformance('MessagePort, real backend', {
		connect: () => connectTo(withoutChanges(backend)),
		echo,
		openStreams: () => null,
	});

	it('brings live changes', async () => {
		const { client, close } = await connectTo(used.router);
		await expectChanges(client);
		close();
	});
});
