import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { type Line, ms } from './report.ts';

/** Nothing may hold a click up longer. */
const MOST_MS = 200;

/** A thread with nothing to do: what it waits for is other processes. */
const IDLE = `
	const { parentPort } = require('node:worker_threads');
	const waits = require('node:perf_hooks').monitorEventLoopDelay({ resolution: 1 });
	waits.enable();
	parentPort.on('message', () => parentPort.postMessage(waits.max / 1e6));`;

export interface Waits {
	/** Longest time in ms that nothing else could be done, here and in a thread that has nothing to do. */
	end(): Promise<{ ours: number; idle: number }>;
}

export function watchWaits(): Waits {
	const idle = new Worker(IDLE, { eval: true });
	const ours = monitorEventLoopDelay({ resolution: 1 });
	ours.enable();
	return {
		async end() {
			ours.disable();
			idle.postMessage('');
			const theirs = await new Promise<number>((resolve) => void idle.once('message', resolve));
			await idle.terminate();
			return { ours: ours.max / 1e6, idle: theirs };
		},
	};
}

export function waitsLine({ ours, idle }: { ours: number; idle: number }, whose = ''): Line {
	return {
		what: '  longest wait of anybody else meanwhile',
		measured: ms(ours),
		compared: `${ms(idle)} idle thread${whose}`,
		ratio: `${(ours / idle).toFixed(1)} ×`,
		target: `≤ ${MOST_MS} ms`,
		met: ours <= MOST_MS,
	};
}
