import { spawn } from 'node:child_process';

export interface KillPlan {
	/** The line after which the clock starts to run. */
	readonly after: string;
	/** SIGKILL so many milliseconds later … */
	readonly delayMs: number;
	/** … or as soon as so many more lines were said. */
	readonly lines: number;
	/** It has an end, and may come to it before it is killed. */
	readonly mayEnd?: boolean;
}

/**
 * Runs a TypeScript file with this Node and kills it (SIGKILL) at the planned moment. Gives the whole lines that it said
 * on standard output. When it ends by itself, rejects with what it complained of.
 */
export function runAndKill(file: string, args: readonly string[], plan: KillPlan): Promise<readonly string[]> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], {
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let said = '';
		let complaint = '';
		let startedAt: number | null = null;
		child.stderr.setEncoding('utf8');
		child.stderr.on('data', (chunk: string) => {
			complaint = (complaint + chunk).slice(-4000);
		});
		child.stdout.setEncoding('utf8');
		child.stdout.on('data', (chunk: string) => {
			said += chunk;
			const lines = said.split('\n').length - 1;
			if (startedAt === null && said.includes(`${plan.after}\n`)) {
				startedAt = lines;
				setTimeout(() => child.kill('SIGKILL'), plan.delayMs).unref();
			}
			if (startedAt !== null && lines - startedAt >= plan.lines) child.kill('SIGKILL');
		});
		child.once('error', reject);
		child.once('close', (exitCode) => {
			const lines = said.split('\n').slice(0, -1);
			if (exitCode === null || (exitCode === 0 && plan.mayEnd)) resolve(lines);
			else reject(new Error(`It was not killed, it ended with ${exitCode} after "${lines.at(-1)}": ${complaint}`));
		});
	});
}
