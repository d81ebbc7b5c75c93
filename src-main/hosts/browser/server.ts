import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { SECURITY_HEADERS } from '#main/hosts/renderer-files.ts';
import type { ServeRpc } from '#main/hosts/rpc-connection.ts';
import type { Random } from '#shared/kernel/environment.ts';
import { type Access, createAccess } from './access.ts';
import { refusalPage } from './refusal-page.ts';

/**
 * The browser host's server: the renderer's files and the RPC of the backend, on 127.0.0.1 only. It knows no feature and
 * reads no request body; everything with content goes through the WebSocket, after `access` has allowed it.
 */
export interface BrowserServer {
	/** With the one-time token. */
	readonly url: string;
	readonly origin: string;
	/** Closes every connection so that pages connect anew (the backend was replaced). */
	dropConnections(): void;
	close(): Promise<void>;
}

/** What answers an allowed GET; the files of the build, or Vite in development. */
export type ServePage = (request: IncomingMessage, response: ServerResponse, origin: string) => Promise<void>;

export interface BrowserServerOptions {
	/** 0 = a free port. */
	readonly port: number;
	readonly random: Random;
	readonly servePage: ServePage;
	readonly serveRpc: ServeRpc;
	/** Allowed upgrades to another path than RPC's (Vite's hot reload); without it they are refused. */
	readonly onOtherUpgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

/** A client list of an office is a few megabytes as CSV; a message beyond this ends the connection. */
const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

export const RPC_PATH = '/rpc';

/** @throws with code EADDRINUSE or EACCES when the port cannot be had */
export async function startBrowserServer(options: BrowserServerOptions): Promise<BrowserServer> {
	const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false });
	const server = createServer();
	server.listen({ host: '127.0.0.1', port: options.port, exclusive: true });
	await once(server, 'listening');
	const access = createAccess((server.address() as AddressInfo).port, options.random);

	server.on('request', (request, response) => {
		answer(access, options.servePage, request, response).catch(() => response.destroy());
	});
	server.on('upgrade', (request, socket, head) => {
		// A socket that breaks before or during the handshake must not end the process.
		socket.on('error', () => socket.destroy());
		const isRpc = request.url === RPC_PATH;
		if (judge(access, request).kind !== 'allowed' || !(isRpc || options.onOtherUpgrade)) {
			socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
			return;
		}
		if (!isRpc) options.onOtherUpgrade?.(request, socket, head);
		else sockets.handleUpgrade(request, socket, head, (webSocket) => connect(webSocket, options.serveRpc));
	});

	const dropConnections = () => {
		for (const client of sockets.clients) client.terminate();
	};
	return {
		url: access.url,
		origin: access.origin,
		dropConnections,
		async close() {
			dropConnections();
			const closed = once(server, 'close');
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
}

function connect(webSocket: WebSocket, serveRpc: ServeRpc): void {
	const connection = serveRpc({
		send: (message) => webSocket.send(message),
		close: () => webSocket.close(1003),
	});
	webSocket.on('message', (data, isBinary) => {
		// The default binaryType delivers one Buffer; the array form of the type never comes.
		connection.receive(isBinary ? (data as Buffer) : data.toString());
	});
	webSocket.on('close', () => connection.end());
	// E.g. a message beyond the limit: ws closes the socket itself, the event only must not go unheard.
	webSocket.on('error', () => connection.end());
}

async function answer(access: Access, servePage: ServePage, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const verdict = judge(access, request);
	if (verdict.kind === 'refused') return refuse(response, 403);
	if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
	if (verdict.kind === 'exchange') {
		response
			.writeHead(303, { ...SECURITY_HEADERS, location: '/', 'set-cookie': verdict.cookie, 'cache-control': 'no-store' })
			.end();
		return;
	}
	await servePage(request, response, access.origin);
}

function judge(access: Access, request: IncomingMessage): ReturnType<Access['judge']> {
	return access.judge({ method: request.method ?? '', target: request.url ?? '/', headers: request.headers });
}

export function refuse(response: ServerResponse, status: 403 | 404 | 405): void {
	const { body, headers } = refusalPage(status);
	response.writeHead(status, headers).end(body);
}
