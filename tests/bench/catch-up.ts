import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bundle } from '#tests/support/bundle.ts';
import { type Line, ms } from './report.ts';
import { MIGRATIONS } from './stores.ts';

/**
 * A PC that was away for weeks reads half a million changes of another one from a folder: how fast, in how much memory,
 * and how long anybody who uses it meanwhile has to wait. In a process of its own, so that nothing else is measured.
 */
const CHANGES = 500_000;

export async function catchUp(folder: string): Promise<Line[]> {
	const program = await bundle(join(import.meta.dirname, 'catch-up-process.ts'));
	try {
		return measure(program.path, folder);
	} finally {
		program.remove();
	}
}

function measure(program: string, folder: string): Line[] {
	const run = (what: 'write' | 'read') => {
		const node = ['--disable-warning=ExperimentalWarning', '--expose-gc', program, what, folder, String(CHANGES), MIGRATIONS];
		const done = spawnSync(process.execPath, node, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
		if (done.status !== 0) throw new Error(`catching up ended with ${done.status}`);
		return JSON.parse(done.stdout.trim().split('\n').at(-1) ?? '') as Measured;
	};
	run('write');
	const { perSecond, megabytes, before, longestMs, told } = run('read');
	const count = CHANGES.toLocaleString('en');
	return [
		{
			what: `catch up ${count} changes from a share`,
			measured: `${Math.round(perSecond).toLocaleString('en')} /s`,
			compared: `${told} times told how far`,
			ratio: '',
			target: '≥ 10,000 /s',
			met: perSecond >= 10_000,
		},
		{
			what: '  most memory meanwhile',
			measured: `${Math.round(megabytes)} MB`,
			compared: `${Math.round(before)} MB before`,
			ratio: '',
			target: '≤ 300 MB',
			met: megabytes <= 300,
		},
		{
			what: '  longest wait of anybody else meanwhile',
			measured: ms(longestMs),
			compared: '',
			ratio: '',
			target: '≤ 250 ms',
			met: longestMs <= 250,
		},
	];
}

export interface Measured {
	readonly perSecond: number;
	/** Resident, at its highest. */
	readonly megabytes: number;
	readonly before: number;
	readonly longestMs: number;
	readonly told: number;
}
