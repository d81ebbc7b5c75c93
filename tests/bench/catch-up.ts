import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bundle } from '#tests/support/bundle.ts';
import type { Line } from './report.ts';
import { MIGRATIONS } from './stores.ts';
import { waitsLine } from './waits.ts';

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
	const run = (what: 'write' | 'read' | 'plain'): string => {
		const node = ['--disable-warning=ExperimentalWarning', '--expose-gc', program, what, folder, String(CHANGES), MIGRATIONS];
		const done = spawnSync(process.execPath, node, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
		if (done.status !== 0) throw new Error(`catching up ended with ${done.status}`);
		return done.stdout;
	};
	run('write');
	const { megabytes, before, waited, told, ...ours } = JSON.parse(run('read')) as Measured;
	const theirs = JSON.parse(run('plain')) as Rates;
	const said = ({ perSecond, perCpuSecond }: Rates) => `${whole(perSecond)} /s, ${whole(perCpuSecond)} per CPU second`;
	const count = CHANGES.toLocaleString('en');
	return [
		{
			what: `catch up ${count} changes from a share`,
			measured: said(ours),
			compared: `${said(theirs)} plain rows and words`,
			ratio: `${(theirs.perCpuSecond / ours.perCpuSecond).toFixed(2)} ×`,
			target: '≥ 10,000 /s',
			met: ours.perSecond >= 10_000,
		},
		{
			what: '  most memory meanwhile',
			measured: `${Math.round(megabytes)} MB`,
			compared: `${Math.round(before)} MB before, ${told} times told how far`,
			ratio: '',
			target: '≤ 300 MB',
			met: megabytes <= 300,
		},
		waitsLine(waited),
	];
}

const whole = (value: number): string => Math.round(value).toLocaleString('en');

export interface Rates {
	readonly perSecond: number;
	readonly perCpuSecond: number;
}

export interface Measured extends Rates {
	/** Resident, at its highest. */
	readonly megabytes: number;
	readonly before: number;
	readonly waited: { readonly ours: number; readonly idle: number };
	readonly told: number;
}
