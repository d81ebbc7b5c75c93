import type { MessagePortMain } from 'electron';
import type { HostServices } from '#main/backend.ts';
import { createRpcServer, type ServeRpc } from '#main/hosts/rpc-connection.ts';
import { createSampleIfEmpty } from '#main/hosts/sample.ts';
import { createNodeBackend } from '#main/platform/node-backend.ts';
import type { BackendSettings, ToBackend, ToMain } from './backend-messages.ts';

/** Entry of the utilityProcess: the backend, its pages' ports, and nothing of Electron but the port to its parent. */
const settings = JSON.parse(process.argv[2] ?? '{}') as BackendSettings;
const send = (message: ToMain) => process.parentPort.postMessage(message);

const openDialogs = new Map<number, (path: string | null) => void>();
let lastDialog = 0;
const host: HostServices = {
	kind: 'electron',
	chooseFolder: () =>
		new Promise((resolve) => {
			lastDialog += 1;
			openDialogs.set(lastDialog, resolve);
			send({ kind: 'choose-folder', id: lastDialog });
		}),
	kioskChanged: (isKiosk) => send({ kind: 'kiosk', isKiosk }),
};

// Messages wait at the parent port until a listener is there, so no page is lost while the backend starts.
const { sample, ...options } = settings;
const backend = await createNodeBackend({ ...options, host });
if (sample) await createSampleIfEmpty(backend.router);
const serveRpc = createRpcServer(backend.router);

process.parentPort.on('message', ({ data, ports }) => {
	const message = data as ToBackend;
	if (message.kind === 'connect') {
		for (const port of ports) servePort(port, serveRpc);
	} else if (message.kind === 'folder') {
		openDialogs.get(message.id)?.(message.path);
		openDialogs.delete(message.id);
	} else {
		const done = () => send({ kind: 'done', id: message.id });
		(message.kind === 'lock' ? backend.lock() : backend.dispose()).then(done, done);
	}
});

function servePort(port: MessagePortMain, serve: ServeRpc): void {
	const connection = serve({ send: (message) => port.postMessage(message), close: () => port.close() });
	port.on('message', ({ data }) => connection.receive(data));
	port.on('close', () => connection.end());
	port.start();
}
