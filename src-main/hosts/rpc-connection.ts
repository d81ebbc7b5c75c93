import { StandardRPCHandler } from '@orpc/server/standard';
import { createServerPeerHandleRequestFn } from '@orpc/server/standard-peer';
import { ServerPeer } from '@orpc/standard-server-peer';
import type { Backend } from '#main/backend.ts';

/**
 * The server side of one RPC connection, over whatever carries messages: a WebSocket or a MessagePort. oRPC's own
 * adapters are two different ones, print errors to the console (which may quote what a person typed) and let a
 * malformed message become an unhandled rejection; here it closes the connection and nothing else happens.
 */
export interface RpcConnection {
	/** Takes one message of the other side. Anything that is not a request closes the connection. */
	receive(message: unknown): void;
	/** The other side is gone: running procedures are aborted. */
	end(): void;
}

export interface Channel {
	send(message: string | ArrayBufferView): void;
	close(): void;
}

export type ServeRpc = (channel: Channel) => RpcConnection;

export function createRpcServer(router: Backend['router']): ServeRpc {
	const handler = new StandardRPCHandler(router);
	const handle = createServerPeerHandleRequestFn(handler, { context: {} });
	return (channel) => {
		const peer = new ServerPeer((message) => channel.send(message as string | ArrayBufferView));
		let open = true;
		const end = () => {
			open = false;
			peer.close();
		};
		return {
			receive(message) {
				if (!open) return;
				if (!isMessage(message)) {
					end();
					channel.close();
					return;
				}
				peer.message(message, handle).catch(() => {
					// Also reached when the other side leaves while an answer is on its way; then nothing is open any more.
					if (!open) return;
					end();
					channel.close();
				});
			},
			end,
		};
	};
}

type Message = Parameters<ServerPeer['message']>[0];

const isMessage = (message: unknown): message is Message =>
	typeof message === 'string' || message instanceof ArrayBuffer || message instanceof Uint8Array;
