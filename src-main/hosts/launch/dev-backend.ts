import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { backendOptions } from '#main/hosts/browser/host.ts';
import type { Flags } from '#main/hosts/flags.ts';
import { createRpcServer } from '#main/hosts/rpc-connection.ts';
import { createSampleIfEmpty } from '#main/hosts/sample.ts';
import { createNodeBackend } from '#main/platform/node-backend.ts';

/**
 * Development only: the backend in a worker thread, so that a change of its code is a new thread with new modules while
 * the server, its port and the browser's session stay. Gets one MessagePort per page, and `null` when it is to end.
 */
const { flags, root } = workerData as { flags: Flags; root: string };
const backend = await createNodeBackend(await backendOptions(flags, root));
if (flags.sample) await createSampleIfEmpty(backend.router);
const serveRpc = createRpcServer(backend.router);

parentPort?.on('message', async (port: MessagePort | null) => {
	if (port === null) {
		await backend.dispose();
		parentPort?.postMessage('disposed');
		return;
	}
	const connection = serveRpc({ send: (message) => port.postMessage(message), close: () => port.close() });
	port.on('message', (message) => connection.receive(message));
	port.on('close', () => connection.end());
});
parentPort?.postMessage('ready');
