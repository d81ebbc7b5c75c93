import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type BrowserServer, startBrowserServer } from '#main/hosts/browser/server.ts';
import { createRpcServer } from '#main/hosts/rpc-connection.ts';
import { systemRandom } from '#main/platform/environment.ts';
import { signIn } from '#tests/support/browser-session.ts';
import { createFakeBackend } from '#tests/support/fake-backend.ts';
import { type ConformanceOptions, describeRpcConformance } from '#tests/support/rpc-conformance.ts';

const echo: ConformanceOptions['echo'] = async (client, text) => (await client.share.browse({ path: text })).path;

describe('WebSocket of the browser host', () => {
	const backend = createFakeBackend();
	let server: BrowserServer;
	let cookie: string;

	beforeAll(async () => {
		server = await startBrowserServer({
			port: 0,
			random: systemRandom,
			servePage: async (_request, response) => void response.end(),
			serveRpc: createRpcServer(backend.router),
		});
		cookie = await signIn(server.url);
	});
	afterAll(() => server.close());

	const connect = async () => {
		const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/rpc`, { origin: server.origin, headers: { cookie } });
		const closed = once(socket, 'close').then(() => undefined);
		await once(socket, 'open');
		return {
			client: createORPCClient<never>(new SocketLink({ websocket: socket as unknown as globalThis.WebSocket })),
			sendRaw: (message: string | Uint8Array) => socket.send(message),
			close: () => socket.close(),
			closed,
		};
	};
	describeRpcConformance('WebSocket', { connect, echo, openStreams: backend.openStreams });

	it('ends a connection that sends more than 64 MiB at once', async () => {
		const { sendRaw, closed } = await connect();
		sendRaw(' '.repeat(64 * 1024 * 1024 + 1));
		await closed;
	});

	it('ends a stream that fails half-way with its refusal, and keeps the connection', async () => {
		const { client } = (await connect()) as unknown as Awaited<ReturnType<ConformanceOptions['connect']>>;
		const stream = await client.share.backUpNow();
		expect(await stream.next()).toMatchObject({ value: { step: 'publish' } });
		await expect(stream.next()).rejects.toMatchObject({ code: 'SHARE', data: { problem: 'full' } });
		const buggy = await client.share.verify();
		await buggy.next();
		await expect(buggy.next()).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
		expect(await client.site.status()).toMatchObject({ state: 'empty' });
	});

	it('tells the page nothing about a bug', async () => {
		const { client } = (await connect()) as unknown as Awaited<ReturnType<ConformanceOptions['connect']>>;
		const error = await client.share.browse({ path: '/bug' }).catch((caught: unknown) => caught);
		expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
		expect(JSON.stringify(error)).not.toContain('secret');
	});
});

describe('MessagePort', () => {
	// Node's MessagePort stands in for Electron's MessagePortMain; both deliver strings and bytes in order.
	const backend = createFakeBackend();
	const serveRpc = createRpcServer(backend.router);
	const connect = async () => {
		const { port1, port2 } = new MessageChannel();
		const connection = serveRpc({ send: (message) => port1.postMessage(message), close: () => port1.close() });
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
	describeRpcConformance('MessagePort', { connect, echo, openStreams: backend.openStreams });

	it('ends the connection on a message that is neither text nor bytes', async () => {
		const { port1, port2 } = new MessageChannel();
		const connection = serveRpc({ send: (message) => port1.postMessage(message), close: () => port1.close() });
		port1.on('message', (message) => connection.receive(message));
		port2.postMessage({ i: '1', p: { u: '/site/status' } });
		await once(port2, 'close');
	});
});
