import { spawn } from 'node:child_process';

export interface KilledProcess {
	/** Whole lines it said on standard output. */
	readonly lines: readonly string[];
	/** It ended by itself before it could be killed; then this is its exit code. */
	readonly exitCode: number | null;
}

export interface KillPlan {
	/** The line after which the clock starts to run. */
	readonly after: string;
	/** SIGKILL so many milliseconds later … */
	readonly delayMs: number;
	/** … or as soon as so many more lines were said. */
	readonly lines: number;
}

/** Runs a TypeScript file with this Node and kills it (SIGKILL) at the planned moment. */
export function runAndKill(file: string, args: readonly string[], plan: KillPlan): Promise<KilledProcess> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], {
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		let said = '';
		let startedAt: number | null = null;
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
		child.once('close', (exitCode) => resolve({ lines: said.split('\n').slice(0, -1), exitCode }));
	});
}
