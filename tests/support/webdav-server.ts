import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { onTestFinished, type TestContext } from 'vitest';
import type { SharePlace } from '#shared/features/share/model.ts';
import { isThere, until } from './samba.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A real WebDAV server (rclone) on a free port of this PC. Where there is none, the test says so and is skipped. */
export interface WebdavServer {
	/** What it serves, on its own disk. */
	readonly disk: string;
	readonly place: Exclude<SharePlace, string>;
	kill(): void;
	start(): Promise<void>;
}

export const WEBDAV_PASSWORD = 'Geheim-Ä9x:7-app';

export async function webdavServer(test: TestContext): Promise<WebdavServer> {
	if (!isThere('/usr/bin/rclone')) test.skip('a real WebDAV server needs /usr/bin/rclone (apt-get install rclone)');
	const disk = join(temporaryFolder(), 'Ablage Ä');
	mkdirSync(join(disk, 'Kontor Büro'), { recursive: true });
	const port = await freePort();
	const place = {
		url: `http://127.0.0.1:${port}/Kontor%20B%C3%BCro`,
		user: 'jürgen',
		password: WEBDAV_PASSWORD,
	};
	let server: ReturnType<typeof spawn> | null = null;
	const kill = () => {
		server?.kill('SIGKILL');
		server = null;
	};
	async function start(): Promise<void> {
		const login = ['--user', place.user, '--pass', place.password];
		server = spawn('rclone', ['serve', 'webdav', disk, '--addr', `127.0.0.1:${port}`, '--dir-cache-time', '0', ...login], {
			env: { ...process.env, RCLONE_CONFIG: '/dev/null' },
			stdio: 'ignore',
		});
		await until(`rclone on port ${port}`, async () => (await fetch(`http://127.0.0.1:${port}/`)).status === 401);
	}
	onTestFinished(kill);
	await start();
	return { disk, place, kill, start };
}

const freePort = () =>
	new Promise<number>((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
		});
	});
