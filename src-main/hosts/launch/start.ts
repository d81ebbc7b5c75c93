import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { commandIn } from '#main/command/parse.ts';
import { type Flags, HELP, parseFlags, toArguments } from '#main/hosts/flags.ts';
import { ensureBuilt } from './build.ts';
import { obtainElectron } from './electron-runtime.ts';

/**
 * `npm start`: builds, then opens Kontor's window; where Electron's runtime cannot be had, says so in one sentence and
 * runs the browser host in this process. That host runs straight from TypeScript: it is never packaged, so there is
 * nothing to bundle, and what runs is what is read.
 */
const root = resolve(import.meta.dirname, '../../..');
// npm runs scripts in the project's folder; INIT_CWD is where the person was when typing a relative folder.
const resolvePath = (path: string) => resolve(process.env.INIT_CWD ?? process.cwd(), path);
const command = commandIn(process.argv.slice(2));
const flags = parseFlags(command ? [] : process.argv.slice(2), resolvePath);

if (command) await runHere(command);
else if (!flags.ok) {
	console.error(flags.error);
	process.exitCode = 2;
} else if (flags.value.help) console.log(HELP);
else if (await ensureBuilt(root)) await start(flags.value);
else {
	console.error('Der Bau von Kontor ist fehlgeschlagen; die Meldungen darüber sagen, woran es liegt.');
	process.exitCode = 1;
}

/** Straight from TypeScript, without a window: nothing has to be built for it. */
async function runHere(args: readonly string[]): Promise<void> {
	const { runCommandProcess } = await import('#main/hosts/launch/command.ts');
	await runCommandProcess(args, root, resolvePath);
}

async function start(given: Flags): Promise<void> {
	const electron = given.host === 'browser' ? null : await obtainElectron(root);
	if (electron !== null) return runElectron(electron, given);
	if (given.host === 'electron') {
		console.error('Das Programmfenster (Electron) ist hier nicht vorhanden und lässt sich nicht herunterladen.');
		process.exitCode = 1;
		return;
	}
	if (given.host === null) {
		console.error('Das Programmfenster (Electron) lässt sich hier nicht herunterladen, deshalb läuft Kontor im Browser.');
	}
	const { runBrowserHost } = await import('#main/hosts/browser/run.ts');
	await runBrowserHost(given, root);
}

function runElectron(electron: string, given: Flags): void {
	const child = spawn(electron, [root, ...toArguments(given)], { stdio: 'inherit', windowsHide: false });
	child.on('error', () => {
		console.error('Das Programmfenster (Electron) lässt sich nicht starten. Mit --host=browser läuft Kontor im Browser.');
		process.exitCode = 1;
	});
	child.on('exit', (code) => {
		process.exitCode = code ?? 1;
	});
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
}
