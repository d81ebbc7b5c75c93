import { EventEmitter } from 'node:events';
import { type MessagePort, parentPort } from 'node:worker_threads';

/**
 * Runs the built backend process in a worker thread, with Node's ports dressed up as Electron's: messages arrive as
 * `{ data, ports }`. It stands in for utilityProcess where Electron's runtime is missing.
 */
const parent = Object.assign(new EventEmitter(), { postMessage: (message: unknown) => parentPort?.postMessage(message) });
Object.defineProperty(process, 'parentPort', { value: parent });

parentPort?.on('message', ({ message, port }: { message: unknown; port?: MessagePort }) => {
	parent.emit('message', { data: message, ports: port === undefined ? [] : [asElectronPort(port)] });
});

function asElectronPort(port: MessagePort) {
	const events = new EventEmitter();
	port.on('message', (data: unknown) => events.emit('message', { data, ports: [] }));
	port.on('close', () => events.emit('close'));
	return Object.assign(events, {
		postMessage: (message: unknown) => port.postMessage(message),
		start: () => port.start(),
		close: () => port.close(),
	});
}

// Built code: not part of the program that is type-checked here.
const built: string = new URL('../../out/main/backend-process.js', import.meta.url).href;
// It says whether it is a kiosk once it is ready.
await import(built);
