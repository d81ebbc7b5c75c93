import { runCommand } from '#main/command/run.ts';
import type { Asking } from '#main/command/secrets.ts';
import type { CommandSettings, ToCommand } from './command-messages.ts';

/** Entry of the utilityProcess that runs one command: it has no standard input, so lines come from the main process. */
const settings = JSON.parse(process.argv[2] ?? '{}') as CommandSettings;
const send = (message: unknown) => process.parentPort.postMessage(message);
const waiting: (string | null)[] = [];
let wake = () => {};
process.parentPort.on('message', ({ data }) => {
	waiting.push((data as ToCommand).line);
	wake();
});

const asking = (): Asking => ({
	async ask(question, isSecret) {
		send({ kind: 'ask', question, isSecret });
		while (waiting.length === 0) {
			await new Promise<void>((resolve) => {
				wake = resolve;
			});
		}
		return waiting.shift() ?? null;
	},
	close() {},
});

const exit = await runCommand(settings.args, {
	...settings,
	asking,
	print: (line) => send({ kind: 'print', line }),
	tell: (line) => send({ kind: 'tell', line }),
	// Made absolute by the main process, which was started where the person was.
	resolvePath: (path) => path,
});
send({ kind: 'exit', code: exit });
