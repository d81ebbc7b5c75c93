import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '#main/command/run.ts';
import { askingFrom } from '#main/command/secrets.ts';

/** A command as this process: its result on standard output, everything else on standard error, its exit code at the end. */
export async function runCommandProcess(
	args: readonly string[],
	root: string,
	resolvePath: (path: string) => string,
): Promise<void> {
	const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
	const exit = await runCommand(args, {
		appVersion: version,
		migrationsDir: join(root, 'src-main', 'database', 'migrations'),
		asking: () => askingFrom(process.stdin, process.stderr),
		print: (line) => void process.stdout.write(`${line}\n`),
		tell: (line) => void process.stderr.write(`${line}\n`),
		resolvePath,
	});
	// The share's rhythm would keep the process alive; what was printed has to arrive first.
	process.stdout.write('', () => process.exit(exit));
}
