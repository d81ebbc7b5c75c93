import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, type TestContext } from 'vitest';
import type { SharePlace } from '#shared/features/share/model.ts';
import { isThere } from './samba-server.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { RCLONE, webdavProcess } from './webdav-process.ts';

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
	if (!isThere(RCLONE)) test.skip(`a real WebDAV server needs ${RCLONE} (apt-get install rclone)`);
	const disk = join(temporaryFolder(), 'Ablage Ä');
	mkdirSync(join(disk, 'Kontor Büro'), { recursive: true });
	const user = 'jürgen';
	const { origin, kill, start } = await webdavProcess(disk, user, WEBDAV_PASSWORD);
	onTestFinished(kill);
	return { disk, place: { url: `${origin}/Kontor%20B%C3%BCro`, user, password: WEBDAV_PASSWORD }, kill, start };
}
