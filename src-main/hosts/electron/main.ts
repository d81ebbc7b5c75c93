import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import {
	app,
	BrowserWindow,
	dialog,
	ipcMain,
	Menu,
	MessageChannelMain,
	powerMonitor,
	protocol,
	screen,
	session,
	shell,
	utilityProcess,
} from 'electron';
import { commandIn, withFullPaths } from '#main/command/parse.ts';
import { askingFrom } from '#main/command/secrets.ts';
import { defaultDataDir, ownArguments, parseFlags } from '#main/hosts/flags.ts';
import { listRendererFiles } from '#main/hosts/renderer-files.ts';
import { makeFolder } from '#main/platform/files.ts';
import { WALL_HASH } from '#shared/features/repairs/wall.ts';
import { APP_SCHEMES, createAppProtocol } from './app-protocol.ts';
import { APP_SCHEME, APP_URL, createIsAppUrl } from './app-url.ts';
import { startBackend } from './backend-link.ts';
import type { BackendSettings } from './backend-messages.ts';
import { attendCommand } from './command-link.ts';
import type { CommandSettings } from './command-messages.ts';
import { askBeforeOpening, reportGivenUp, reportRestart } from './dialogs.ts';
import { hardenContents, hardenSession, isTrustedFrame } from './hardening.ts';
import { createKioskWindow, type KioskWindow } from './kiosk-window.ts';
import { menuTemplate } from './menu.ts';
import { openWindow, webPreferences } from './window.ts';

/**
 * The Electron main process: puts the pieces of this folder together. It holds no data, opens no vault and knows no
 * feature; what needs deciding is decided in the files beside it, which are tested without Electron.
 */
const out = resolve(import.meta.dirname, '..');
const command = commandIn(process.argv.slice(1));
const flags = parseFlags(command ? [] : ownArguments(process.argv), (path) => resolve(path));
if (!flags.ok) {
	console.error(flags.error);
	app.exit(2);
	throw new Error('bad flags');
}
const dataDir =
	flags.value.dataDir ?? defaultDataDir({ os: process.platform, home: homedir(), env: process.env }, flags.value.sample);
const devServer = app.isPackaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null);
const isAppUrl = createIsAppUrl(devServer === null ? null : new URL(devServer).origin);

// Chromium's own files beside the data, so that the single-instance lock is per data folder.
const profileDir = join(dataDir, 'window');
makeFolder(profileDir);
app.setPath('userData', profileDir);
app.enableSandbox();
protocol.registerSchemesAsPrivileged(APP_SCHEMES);

if (command) app.whenReady().then(() => runWithoutWindow(command));
else if (app.requestSingleInstanceLock())
	app
		.whenReady()
		.then(run)
		.catch(() => {
			reportGivenUp(dialog);
			app.exit(1);
		});
else app.quit();

/** For the task scheduler. Beside a running Kontor the vaults stay closed to it, which the command then says. */
async function runWithoutWindow(args: readonly string[]): Promise<void> {
	const settings: CommandSettings = {
		args: withFullPaths(args, (path) => resolve(path)),
		appVersion: app.getVersion(),
		migrationsDir: join(out, '..', 'src-main', 'database', 'migrations'),
	};
	const child = utilityProcess.fork(join(out, 'main', 'command-process.js'), [JSON.stringify(settings)]);
	const code = await attendCommand(child, {
		asking: () => askingFrom(process.stdin, process.stderr),
		print: (line) => void process.stdout.write(`${line}\n`),
		tell: (line) => void process.stderr.write(`${line}\n`),
	});
	process.stdout.write('', () => app.exit(code));
}

async function run(): Promise<void> {
	// Without `persist:` the session lives in memory: a page has no way to leave anything on the disk.
	const pages = session.fromPartition('kontor');
	for (const each of [pages, session.defaultSession]) hardenSession(each, isAppUrl);
	if (devServer === null) {
		pages.protocol.handle(APP_SCHEME, createAppProtocol(await listRendererFiles(join(out, 'renderer')), isAppUrl));
	}
	const preferences = webPreferences(pages, join(out, 'preload', 'preload.cjs'), app.isPackaged);
	let kiosk: KioskWindow | null = null;
	/** What the backend said before there was a window. */
	let isKiosk = false;
	const wall = {
		isItsUrl: (url: string) => !isKiosk && isAppUrl(url) && URL.parse(url)?.hash === WALL_HASH,
		options: { title: 'Kontor', autoHideMenuBar: true, webPreferences: preferences },
	};
	app.on('web-contents-created', (_event, contents) => {
		const offer = (url: string) => {
			if (!isKiosk) void askBeforeOpening(dialog, shell, url);
		};
		hardenContents(contents, isAppUrl, offer, wall);
	});

	const settings: BackendSettings = {
		dataDir,
		appVersion: app.getVersion(),
		migrationsDir: join(out, '..', 'src-main', 'database', 'migrations'),
		sample: flags.ok && flags.value.sample,
	};
	const backend = startBackend({
		fork: () =>
			utilityProcess.fork(join(out, 'main', 'backend-process.js'), [JSON.stringify(settings)], { serviceName: 'Kontor' }),
		createChannel: () => new MessageChannelMain(),
		async chooseFolder() {
			if (isKiosk) return null;
			const { filePaths } = await dialog.showOpenDialog({
				title: 'Ordner wählen',
				properties: ['openDirectory', 'createDirectory'],
			});
			return filePaths[0] ?? null;
		},
		onKiosk(next) {
			isKiosk = next;
			kiosk?.set(next);
		},
		onRestart() {
			const pages = BrowserWindow.getAllWindows().map(({ webContents }) => webContents);
			if (isKiosk) {
				// Its page keeps what was said and not written yet, so it stays and gets another way to the backend.
				for (const page of pages) page.postMessage('kontor-port', null, [backend.connect()]);
				return;
			}
			reportRestart(dialog);
			for (const page of pages) page.reload();
		},
		onGiveUp() {
			// A kiosk has nobody to tell, and is started anew by whatever starts it with the PC.
			if (!isKiosk) reportGivenUp(dialog);
			app.exit(1);
		},
	});

	ipcMain.on('kontor-port', ({ senderFrame }) => {
		if (isTrustedFrame(senderFrame, isAppUrl)) senderFrame?.postMessage('kontor-port', null, [backend.connect()]);
	});

	const lock = () => void backend.lock();
	powerMonitor.on('suspend', lock);
	powerMonitor.on('lock-screen', lock);
	const menu = Menu.buildFromTemplate(
		menuTemplate(
			{ lock, print: () => BrowserWindow.getFocusedWindow()?.webContents.print({ printBackground: true }) },
			{ isMac: process.platform === 'darwin', isPackaged: app.isPackaged },
		),
	);
	Menu.setApplicationMenu(menu);

	const primary = screen.getPrimaryDisplay();
	const window = openWindow({
		create: (options) => new BrowserWindow(options),
		preferences,
		screens: [primary, ...screen.getAllDisplays().filter((display) => display.id !== primary.id)].map(
			(display) => display.workArea,
		),
		boundsFile: join(profileDir, 'bounds.json'),
		url: devServer ?? APP_URL,
	});

	let isQuitting = false;
	kiosk = createKioskWindow({
		...{ window, session: pages, isQuitting: () => isQuitting },
		setMenu: (isShown) => Menu.setApplicationMenu(isShown ? menu : null),
		closeOthers() {
			for (const other of BrowserWindow.getAllWindows()) if (other !== window) other.destroy();
		},
		after: (ms, run) => void setTimeout(run, ms),
	});
	kiosk.set(isKiosk);

	app.on('second-instance', () => {
		if (window.isMinimized()) window.restore();
		window.focus();
	});
	// The board on the wall does not stay without it.
	window.on('closed', () => app.quit());
	app.on('window-all-closed', () => app.quit());
	let isDisposed = false;
	app.on('before-quit', (event) => {
		isQuitting = true;
		if (isDisposed) return;
		event.preventDefault();
		void backend.dispose().finally(() => {
			isDisposed = true;
			app.quit();
		});
	});
}
