import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findElectron, obtainElectron } from '#main/hosts/launch/electron-runtime.ts';

let root: string;
let electron: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'kontor büro '));
	electron = join(root, 'node_modules', 'electron');
	await mkdir(join(electron, 'dist'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function install(): Promise<void> {
	await writeFile(join(electron, 'path.txt'), 'electron');
	await writeFile(join(electron, 'dist', 'electron'), '');
}

/** A stand-in for Electron's install.js. */
async function installer(code: string): Promise<string> {
	const file = join(root, 'install.mjs');
	await writeFile(file, `import fs from 'node:fs';\nimport os from 'node:os';\n${code}`);
	return file;
}

describe('Electron’s runtime', () => {
	it('is found where its package keeps it, or where it was put', async () => {
		expect(await findElectron(root, {})).toBeNull();
		await install();
		expect(await findElectron(root, {})).toBe(join(electron, 'dist', 'electron'));
		expect(await findElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: join(electron, 'dist') })).toBe(
			join(electron, 'dist', 'electron'),
		);
		await rm(join(electron, 'dist', 'electron'));
		expect(await findElectron(root, {})).toBeNull();
	});

	it('is null when the installer fails', async () => {
		expect(await obtainElectron(root, { installer: await installer('throw new Error("no network")') })).toBeNull();
		expect(await obtainElectron(root, { installer: join(root, 'not there.js') })).toBeNull();
	});

	it('is null when the installer hangs', async () => {
		const hanging = await installer('setInterval(() => undefined, 1000);');
		expect(await obtainElectron(root, { installer: hanging, stallMs: 300 })).toBeNull();
	});

	it('is there after a download that is slow but moves on', async () => {
		const slow = await installer(`
			let ticks = 0;
			const timer = setInterval(() => {
				fs.appendFileSync(os.tmpdir() + '/electron.zip', 'x');
				if (++ticks < 40) return;
				clearInterval(timer);
				fs.writeFileSync(${JSON.stringify(join(electron, 'path.txt'))}, 'electron');
				fs.writeFileSync(${JSON.stringify(join(electron, 'dist', 'electron'))}, '');
			}, 50);`);
		expect(await obtainElectron(root, { installer: slow, stallMs: 1_000 })).toBe(join(electron, 'dist', 'electron'));
	});
});

describe('command line', () => {
	const launch = resolve(import.meta.dirname, '../../src-main/hosts/launch');
	const run = (...args: string[]) => spawnSync(process.execPath, [join(launch, 'start.ts'), ...args], { encoding: 'utf8' });

	it('answers a wrong flag with one German sentence and code 2', () => {
		const { status, stdout, stderr } = run('--hots=browser');
		expect([status, stdout, stderr]).toEqual([2, '', 'Die Option „--hots“ gibt es nicht. Alle Optionen zeigt --help.\n']);
	});

	it('explains every flag', () => {
		const { status, stdout } = run('--help');
		expect(status).toBe(0);
		for (const flag of ['--host', '--data-dir', '--port', '--no-open', '--sample']) expect(stdout).toContain(flag);
	});

	it('is happy with this Node', () => {
		expect(spawnSync(process.execPath, [join(launch, 'check-node.js')]).status).toBe(0);
	});
});
