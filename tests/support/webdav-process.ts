import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A real WebDAV server (rclone) over a folder, on a free port of this PC. */
export interface WebdavProcess {
	readonly origin: string;
	kill(): void;
	start(): Promise<void>;
}

export const RCLONE = '/usr/bin/rclone';
const PATIENCE_MS = 20_000;

export async function webdavProcess(disk: string, user: string, password: string): Promise<WebdavProcess> {
	const port = await freePort();
	const origin = `http://127.0.0.1:${port}`;
	let server: ReturnType<typeof spawn> | null = null;
	const kill = () => {
		server?.kill('SIGKILL');
		server = null;
	};
	async function start(): Promise<void> {
		const options = ['--addr', `127.0.0.1:${port}`, '--dir-cache-time', '0', '--user', user, '--pass', password];
		server = spawn(RCLONE, ['serve', 'webdav', disk, ...options], {
			env: { ...process.env, RCLONE_CONFIG: '/dev/null' },
			stdio: 'ignore',
		});
		const end = Date.now() + PATIENCE_MS;
		while (!(await isUp(origin))) {
			if (Date.now() > end) throw new Error(`waited in vain for rclone on port ${port}`);
			await pause(50);
		}
	}
	await start();
	return { origin, kill, start };
}

const isUp = async (origin: string): Promise<boolean> => {
	try {
		return (await fetch(origin)).status === 401;
	} catch {
		return false;
	}
};

const freePort = () =>
	new Promise<number>((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
		});
	});
