import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { HostServices } from '#main/backend.ts';
import { defaultDataDir, type Flags } from '#main/hosts/flags.ts';
import { listRendererFiles, type RendererFiles } from '#main/hosts/renderer-files.ts';
import { createRpcServer } from '#main/hosts/rpc-connection.ts';
import { createSampleIfEmpty } from '#main/hosts/sample.ts';
import { systemRandom } from '#main/platform/environment.ts';
import { createNodeBackend } from '#main/platform/node-backend.ts';
import { serveFiles } from './serve-files.ts';
import { startBrowserServer } from './server.ts';

/**
 * Kontor in the browser: one backend, the built renderer, one server. For development, for tests in a real browser, and
 * for machines without Electron's runtime. Never part of the packaged app.
 */
export interface BrowserHost {
	/** With the one-time token. */
	readonly url: string;
	close(): Promise<void>;
}

/** Without a window there is no system dialog; the renderer has a chooser of its own. */
const BROWSER_SERVICES: HostServices = { kind: 'browser', chooseFolder: async () => null };

/**
 * @param root the project's folder
 * @throws Error with a German message when the renderer is not built or the port is taken
 */
export async function startBrowserHost(flags: Flags, root: string): Promise<BrowserHost> {
	const files = await builtRenderer(root);
	const backend = await createNodeBackend(await backendOptions(flags, root));
	try {
		if (flags.sample) await createSampleIfEmpty(backend.router);
		const server = await startBrowserServer({
			port: flags.port,
			random: systemRandom,
			servePage: serveFiles(files),
			serveRpc: createRpcServer(backend.router),
		}).catch((error: NodeJS.ErrnoException) => {
			throw new Error(portSentence(error, flags.port), { cause: error });
		});
		return {
			url: server.url,
			async close() {
				await server.close();
				await backend.dispose();
			},
		};
	} catch (error) {
		await backend.dispose();
		throw error;
	}
}

export async function backendOptions(flags: Flags, root: string) {
	const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
	return {
		dataDir: flags.dataDir ?? defaultDataDir({ os: process.platform, home: homedir(), env: process.env }, flags.sample),
		appVersion: version,
		migrationsDir: join(root, 'src-main', 'database', 'migrations'),
		host: BROWSER_SERVICES,
	};
}

async function builtRenderer(root: string): Promise<RendererFiles> {
	try {
		return await listRendererFiles(join(root, 'out', 'renderer'));
	} catch (error) {
		throw new Error('Die Oberfläche ist noch nicht gebaut. Bitte zuerst „npm run build“ ausführen.', { cause: error });
	}
}

function portSentence(error: NodeJS.ErrnoException, port: number): string {
	if (error.code === 'EADDRINUSE') return `Port ${port} ist schon belegt. Bitte einen anderen wählen oder --port weglassen.`;
	if (error.code === 'EACCES') return `Port ${port} ist nicht erlaubt. Bitte einen ab 1024 wählen oder --port weglassen.`;
	return `Kontor kann auf 127.0.0.1 keinen Port öffnen (${error.code ?? 'unbekannt'}).`;
}
