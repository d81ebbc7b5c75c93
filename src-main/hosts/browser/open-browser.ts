import { spawn } from 'node:child_process';

/** Opens the default browser; where that does not work the printed link is still there, so a failure is silent. */
export function openBrowser(url: string): void {
	const hasNoScreen = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
	// Without a screen xdg-open may start a text browser in the terminal.
	if (hasNoScreen) return;
	const [command, ...args] = opener(process.platform, url);
	const child = spawn(command, args, { stdio: 'ignore', detached: true, windowsHide: true });
	child.on('error', () => undefined);
	child.unref();
}

/** On Windows not through cmd.exe, whose rules would apply to the link. */
function opener(os: NodeJS.Platform, url: string): [string, ...string[]] {
	if (os === 'win32') return ['rundll32.exe', 'url.dll,FileProtocolHandler', url];
	return [os === 'darwin' ? 'open' : 'xdg-open', url];
}
