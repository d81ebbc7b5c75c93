import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a Chromium-like browser is on this machine: named by KONTOR_CHROMIUM, on the PATH, or in its usual place. */
export function findChromium(env: NodeJS.ProcessEnv = process.env, os: NodeJS.Platform = process.platform): string | null {
	const named = env.KONTOR_CHROMIUM;
	if (named) return isExecutable(named) ? named : null;
	return candidates(env, os).find(isExecutable) ?? playwrightsOwn();
}

/** Without any window of its own, which nobody sees in a test and which takes a quarter of the time; null where there is none. */
export function findHeadlessShell(env: NodeJS.ProcessEnv = process.env): string | null {
	if (env.KONTOR_CHROMIUM) return null;
	return onPath(env, ['chromium-headless-shell']).find(isExecutable) ?? null;
}

const onPath = (env: NodeJS.ProcessEnv, names: readonly string[]): string[] =>
	(env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));

function candidates(env: NodeJS.ProcessEnv, os: NodeJS.Platform): string[] {
	if (os === 'win32') {
		const places = [
			'Google\\Chrome\\Application\\chrome.exe',
			'Microsoft\\Edge\\Application\\msedge.exe',
			'Chromium\\Application\\chrome.exe',
		];
		const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
		return places.flatMap((place) => roots.map((root) => join(root, place)));
	}
	const names = [
		'chromium',
		'chromium-browser',
		'google-chrome',
		'google-chrome-stable',
		'microsoft-edge',
		'microsoft-edge-stable',
	];
	if (os !== 'darwin') return onPath(env, names);
	const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
	return [...apps, ...onPath(env, names)];
}

/** The browser `playwright install chromium` puts away. */
function playwrightsOwn(): string | null {
	const script = "import('@playwright/test').then(({ chromium }) => process.stdout.write(chromium.executablePath()))";
	const path = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' });
	return isExecutable(path) ? path : null;
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
