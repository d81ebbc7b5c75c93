import type { Flags } from '#main/hosts/flags.ts';
import { type BrowserHost, startBrowserHost } from './host.ts';
import { openBrowser } from './open-browser.ts';

/**
 * Runs the browser host as this process: prints the link, opens it, ends cleanly when told to. A failure is one German
 * sentence and exit code 1. The only line on standard output is `KONTOR_URL=…`, so that scripts can wait for it.
 */
export async function runBrowserHost(
	flags: Flags,
	root: string,
	start: typeof startBrowserHost = startBrowserHost,
): Promise<void> {
	if (flags.sample) console.error('Das Beispiel-Büro wird eingerichtet, falls der Ordner noch leer ist …');
	const host = await start(flags, root).catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : 'Kontor kann nicht starten.');
		return process.exit(1);
	});
	endOnSignal(host);
	console.log(`KONTOR_URL=${host.url}`);
	if (flags.open) openBrowser(host.url);
}

function endOnSignal(host: BrowserHost): void {
	let ending = false;
	const end = () => {
		if (ending) return;
		ending = true;
		host.close().then(
			() => process.exit(0),
			() => process.exit(1),
		);
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
}
