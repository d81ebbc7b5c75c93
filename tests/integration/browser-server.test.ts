import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect as tcpConnect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { serveFiles } from '#main/hosts/browser/serve-files.ts';
import { type BrowserServer, startBrowserServer } from '#main/hosts/browser/server.ts';
import { listRendererFiles } from '#main/hosts/renderer-files.ts';
import { createRpcServer } from '#main/hosts/rpc-connection.ts';
import { systemRandom } from '#main/platform/environment.ts';
import { signIn } from '#tests/support/browser-session.ts';
import { createFakeBackend } from '#tests/support/fake-backend.ts';

let folder: string;
let server: BrowserServer;
let cookie: string;
let port: number;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'kontor büro '));
	await mkdir(join(folder, 'renderer', 'assets'), { recursive: true });
	await writeFile(join(folder, 'renderer', 'index.html'), '<!doctype html><title>Kontor</title>');
	await writeFile(join(folder, 'renderer', 'assets', 'index-1a2b.js'), 'export {};');
	await writeFile(join(folder, 'geheim.txt'), 'geheim');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
	server = await startBrowserServer({
		port: 0,
		random: systemRandom,
		servePage: serveFiles(await listRendererFiles(join(folder, 'renderer'))),
		serveRpc: createRpcServer(createFakeBackend().router),
	});
	port = Number(new URL(server.origin).port);
	return () => server.close();
});

/** A request with exactly these headers; `fetch` would not send a wrong Host or a raw path. */
async function ask(
	path: string,
	headers: Record<string, string> = {},
	method = 'GET',
): Promise<{ response: IncomingMessage; body: string }> {
	const sent = httpRequest({ host: '127.0.0.1', port, path, method, headers });
	sent.end();
	const [response] = (await once(sent, 'response')) as [IncomingMessage];
	return { response, body: await text(response) };
}

async function upgradeStatus(path: string, headers: Record<string, string>): Promise<number> {
	const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
	const opened = once(socket, 'open').then(() => 101);
	const refused = once(socket, 'unexpected-response').then(([, response]) => (response as IncomingMessage).statusCode ?? 0);
	socket.on('error', () => undefined);
	const status = await Promise.race([opened, refused]);
	socket.terminate();
	return status;
}

describe('token', () => {
	it('works once, becomes a strict cookie and disappears from the address', async () => {
		const { pathname, search } = new URL(server.url);
		const { response } = await ask(pathname + search);
		expect(response.statusCode).toBe(303);
		expect(response.headers.location).toBe('/');
		expect(response.headers['set-cookie']).toEqual([
			expect.stringMatching(new RegExp(`^kontor-${port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`)),
		]);
		const again = await ask(pathname + search);
		expect(again.response.statusCode).toBe(403);
		expect(again.response.headers['set-cookie']).toBeUndefined();
	});

	it.each(['/', '/index.html', '/assets/index-1a2b.js', '/?token=', '/?token=falsch', '/rpc', '//', '/%'])(
		'%s without it is refused in German',
		async (path) => {
			const { response, body } = await ask(path);
			expect(response.statusCode).toBe(403);
			expect(body).toContain('starten Sie es neu');
			expect(response.headers['content-security-policy']).toContain("default-src 'none'");
		},
	);

	it('is not used up by a wrong guess, another Origin or another Host', async () => {
		const path = new URL(server.url).pathname + new URL(server.url).search;
		expect((await ask('/?token=x')).response.statusCode).toBe(403);
		expect((await ask(path, { origin: 'http://evil.example' })).response.statusCode).toBe(403);
		expect((await ask(path, { host: `localhost:${port}` })).response.statusCode).toBe(403);
		expect((await ask(path, {}, 'HEAD')).response.statusCode).toBe(403);
		expect((await ask(path)).response.statusCode).toBe(303);
	});
});

describe('with a session', () => {
	beforeEach(async () => {
		cookie = await signIn(server.url);
	});

	it('serves the page with the policy, uncached', async () => {
		const { response, body } = await ask('/', { cookie });
		expect(response.statusCode).toBe(200);
		expect(body).toContain('<title>Kontor</title>');
		expect(response.headers).toMatchObject({
			'cache-control': 'no-store',
			'content-type': 'text/html; charset=utf-8',
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'no-referrer',
			'cross-origin-resource-policy': 'same-origin',
		});
		const policy = response.headers['content-security-policy'];
		expect(policy).toContain("default-src 'none'; script-src 'self';");
		expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${port}/rpc`);
	});

	it('lets hashed assets be kept', async () => {
		const { response } = await ask('/assets/index-1a2b.js', { cookie });
		expect(response.headers['cache-control']).toContain('immutable');
		expect(response.headers['content-type']).toBe('text/javascript; charset=utf-8');
	});

	it.each([
		'/../geheim.txt',
		'/assets/../../geheim.txt',
		'/%2e%2e/geheim.txt',
		'/..%2fgeheim.txt',
		'/..%5cgeheim.txt',
		'/assets/%00',
		'/%E0%A4%A',
		'/geheim.txt',
		'/assets',
		'/src-main/backend.ts',
	])('%s is not there', async (path) => {
		const { response, body } = await ask(path, { cookie });
		expect(response.statusCode).toBe(404);
		expect(body).not.toContain('geheim');
	});

	it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is refused', async (method) => {
		expect((await ask('/', { cookie }, method)).response.statusCode).toBe(405);
	});

	it.each([
		[{ host: 'localhost:PORT' }],
		[{ host: 'rebound.example:PORT' }],
		[{ host: '127.0.0.1' }],
		[{ origin: 'http://evil.example' }],
		[{ origin: 'null' }],
		[{ origin: 'http://localhost:PORT' }],
		[{ origin: 'https://127.0.0.1:PORT' }],
	])('%j is refused in spite of the cookie', async (headers) => {
		const filled = Object.fromEntries(
			Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', String(port))]),
		);
		expect((await ask('/', { cookie, ...filled })).response.statusCode).toBe(403);
		expect(await upgradeStatus('/rpc', { cookie, origin: server.origin, ...filled })).toBe(403);
	});

	it('opens a WebSocket for its own page only', async () => {
		expect(await upgradeStatus('/rpc', { cookie, origin: server.origin })).toBe(101);
		expect(await upgradeStatus('/rpc', { cookie })).toBe(403);
		expect(await upgradeStatus('/rpc', { origin: server.origin })).toBe(403);
		expect(await upgradeStatus('/rpc', { cookie: `${cookie}x`, origin: server.origin })).toBe(403);
		expect(await upgradeStatus('/other', { cookie, origin: server.origin })).toBe(403);
	});

	it('survives a client that breaks off in the middle of the handshake', async () => {
		const socket = tcpConnect(port, '127.0.0.1');
		socket.write(`GET //[ HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n`);
		await once(socket, 'data');
		socket.resetAndDestroy();
		expect((await ask('/', { cookie })).response.statusCode).toBe(200);
	});
});

it('does not take the cookie of another Kontor on this PC', async () => {
	const other = await startBrowserServer({
		port: 0,
		random: systemRandom,
		servePage: async (_request, response) => void response.end(),
		serveRpc: createRpcServer(createFakeBackend().router),
	});
	const foreign = await signIn(other.url);
	await other.close();
	expect((await ask('/', { cookie: foreign })).response.statusCode).toBe(403);
});

it('listens on 127.0.0.1 and on nothing else', async () => {
	const others = Object.values(networkInterfaces())
		.flat()
		.filter((each) => each !== undefined && each.family === 'IPv4' && each.address !== '127.0.0.1');
	for (const address of ['127.0.0.2', ...others.map((each) => each?.address ?? '')]) {
		const socket = tcpConnect({ port, host: address });
		const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
		expect(error.code).toBe('ECONNREFUSED');
	}
});
