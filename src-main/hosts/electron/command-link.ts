import type { Asking } from '#main/command/secrets.ts';
import type { FromCommand, ToCommand } from './command-messages.ts';

/** The part of Electron's utilityProcess that this uses: in tests it is a double. */
export interface CommandProcess {
	postMessage(message: ToCommand): void;
	on(event: 'message', listener: (message: FromCommand) => void): unknown;
	on(event: 'exit', listener: (code: number) => void): unknown;
	kill(): unknown;
}

export interface CommandTerminal {
	readonly asking: () => Asking;
	print(line: string): void;
	tell(line: string): void;
}

/** What a process that ended without saying so counts as: it was not possible. */
const CRASHED = 3;

/** Passes questions, answers and lines between a command's process and the terminal; gives the exit code. */
export function attendCommand(child: CommandProcess, terminal: CommandTerminal): Promise<number> {
	let asking: Asking | null = null;
	return new Promise((resolve) => {
		const end = (code: number) => {
			asking?.close();
			resolve(code);
		};
		child.on('message', (message) => {
			if (message.kind === 'print') terminal.print(message.line);
			else if (message.kind === 'tell') terminal.tell(message.line);
			else if (message.kind === 'ask') {
				asking ??= terminal.asking();
				void asking.ask(message.question, message.isSecret).then((line) => child.postMessage({ line }));
			} else {
				child.kill();
				end(message.code);
			}
		});
		child.on('exit', () => end(CRASHED));
	});
}
