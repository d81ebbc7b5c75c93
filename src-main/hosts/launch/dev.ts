import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join, resolve } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { openBrowser } from '#main/hosts/browser/open-browser.ts';
import { startBrowserServer } from '#main/hosts/browser/server.ts';
import { createVitePage } from '#main/hosts/browser/vite-page.ts';
import { type Flags, HELP, parseFlags, toArguments } from '#main/hosts/flags.ts';
import type { ServeRpc } from '#main/hosts/rpc-connection.ts';
import { systemRandom } from '#main/platform/environment.ts';
import { obtainElectron } from './electron-runtime.ts';

/**
 * `npm run dev`: pages reload while you edit the renderer, the backend restarts when its code changes. In Electron that
 * is electron-vite's work; without Electron's runtime it is done here, in the browser host.
 */
const root = resolve(import.meta.dirname, '../../..');
const flags = parseFlags(process.argv.slice(2), (path) => resolve(process.env.INIT_CWD ?? process.cwd(), path));

if (!flags.ok) {
	console.error(flags.error);
	process.exitCode = 2;
} else if (flags.value.help) console.log(HELP);
else {
	const electron = flags.value.host === 'browser' ? null : await obtainElectron(root);
	if (electron === null) await runInBrowser(flags.value);
	else runInElectron(flags.value);
}

function runInElectron(given: Flags): void {
	const electronVite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
	const child = spawn(process.execPath, [electronVite, 'dev', '--watch', '--', ...toArguments(given)], {
		cwd: root,
		stdio: 'inherit',
	});
	child.on('exit', (code) => process.exit(code ?? 1));
}

async function runInBrowser(given: Flags): Promise<void> {
	console.error('Kontor läuft zum Entwickeln im Browser.');
	let backend = await startBackend(given);
	const page = await createVitePage(root);
	const server = await startBrowserServer({
		port: given.port,
		random: systemRandom,
		servePage: page.servePage,
		onOtherUpgrade: page.onOtherUpgrade,
		serveRpc: (channel) => backend.serveRpc(channel),
	});

	let restarting = Promise.resolve();
	onChange(['src-main', 'src-shared'], () => {
		restarting = restarting.then(async () => {
			await backend.end();
			backend = await startBackend(given);
			server.dropConnections();
			console.error('Das Backend wurde neu gestartet.');
		});
	});
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.on(signal, async () => {
			// Whoever develops does not wait for something that hangs.
			setTimeout(() => process.exit(1), 5_000).unref();
			await Promise.all([backend.end(), page.close(), server.close()]);
			process.exit(0);
		});
	}
	console.log(`KONTOR_URL=${server.url}`);
	if (given.open) openBrowser(server.url);
}

/** A backend that does not start (somebody is in the middle of a change) says why and waits for the next change. */
async function startBackend(given: Flags): Promise<{ serveRpc: ServeRpc; end(): Promise<void> }> {
	const worker = new Worker(new URL('./dev-backend.ts', import.meta.url), { workerData: { flags: given, root } });
	const started = await Promise.race([
		once(worker, 'message').then(() => true),
		once(worker, 'exit').then(() => false),
		new Promise<false>((resolve) => {
			worker.on('error', (error) => {
				console.error(error);
				resolve(false);
			});
		}),
	]);
	let ended: Promise<void> | undefined;
	const end = async () => {
		if (started) {
			worker.postMessage(null);
			await Promise.race([once(worker, 'message'), once(worker, 'exit')]);
		}
		await worker.terminate();
	};
	return {
		serveRpc(channel) {
			const { port1, port2 } = new MessageChannel();
			port1.on('message', (message: string | Uint8Array) => channel.send(message));
			port1.on('close', () => channel.close());
			worker.postMessage(port2, [port2]);
			return { receive: (message) => port1.postMessage(message), end: () => port1.close() };
		},
		// A signal may come in the middle of a restart, which ends the same backend.
		end: () => (ended ??= end()),
	};
}

/** An editor saves in several steps and git changes many files: one call after things have been quiet for a moment. */
function onChange(folders: readonly string[], changed: () => void): void {
	let timer: NodeJS.Timeout | undefined;
	for (const folder of folders) {
		watch(join(root, folder), { recursive: true }, () => {
			clearTimeout(timer);
			timer = setTimeout(changed, 200);
		});
	}
}
