import type { ClientContext, ClientLink } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { setConnected } from '#renderer/rpc/connection.ts';
import { ReconnectingSocket } from '#renderer/rpc/reconnecting-socket.ts';

/**
 * The way to the backend: in Electron the preload hands over one MessagePort; in the browser host it is a WebSocket on
 * the same origin, authenticated by the cookie that came with the page.
 */
export async function openLink(): Promise<ClientLink<ClientContext>> {
	if (navigator.userAgent.includes('Electron/')) {
		let link = await handedOverLink();
		// Of a backend that was started anew.
		void (async () => {
			for (;;) link = await handedOverLink();
		})();
		return { call: (path, input, options) => link.call(path, input, options) };
	}
	const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
	const socket = new ReconnectingSocket(`${scheme}://${location.host}/rpc`, setConnected);
	return new SocketLink({ websocket: socket as unknown as WebSocket });
}

/** Name of the message that carries the port; the preload sends it to its own window once the page has loaded. */
const PORT_MESSAGE = 'kontor-port';

async function handedOverLink(): Promise<ClientLink<ClientContext>> {
	const port = await handedOverPort();
	port.start();
	return new PortLink({ port });
}

function handedOverPort(): Promise<MessagePort> {
	return new Promise((resolve) => {
		const onMessage = (event: MessageEvent) => {
			const port = event.ports[0];
			if (event.source !== window || event.data !== PORT_MESSAGE || port === undefined) return;
			window.removeEventListener('message', onMessage);
			resolve(port);
		};
		window.addEventListener('message', onMessage);
	});
}
