import { expect, it } from 'vitest';
import { attendCommand, type CommandProcess } from '#main/hosts/electron/command-link.ts';
import type { FromCommand, ToCommand } from '#main/hosts/electron/command-messages.ts';

function double() {
	const listeners: Record<string, (value: never) => void> = {};
	const answers: ToCommand[] = [];
	const child: CommandProcess = {
		postMessage: (message) => void answers.push(message),
		on(event: string, listener: (value: never) => void) {
			listeners[event] = listener;
		},
		kill() {},
	};
	return {
		child,
		answers,
		say: (message: FromCommand) => listeners.message?.(message as never),
		exit: () => listeners.exit?.(1 as never),
	};
}

it('passes lines, questions and answers on, and gives the exit code', async () => {
	const { child, answers, say } = double();
	const seen: string[] = [];
	const code = attendCommand(child, {
		asking: () => ({ ask: async (question) => `${question}anna`, close: () => void seen.push('closed') }),
		print: (line) => void seen.push(`out ${line}`),
		tell: (line) => void seen.push(`err ${line}`),
	});
	say({ kind: 'ask', question: 'Anmeldename: ', isSecret: false });
	say({ kind: 'tell', line: 'office …' });
	say({ kind: 'print', line: 'Gesichert und geprüft.' });
	await Promise.resolve();
	say({ kind: 'exit', code: 1 });
	expect(await code).toBe(1);
	expect(answers).toEqual([{ line: 'Anmeldename: anna' }]);
	expect(seen).toEqual(['err office …', 'out Gesichert und geprüft.', 'closed']);
});

it('counts a process that ended by itself as not possible', async () => {
	const { child, exit } = double();
	const code = attendCommand(child, { asking: () => ({ ask: async () => null, close() {} }), print() {}, tell() {} });
	exit();
	expect(await code).toBe(3);
});
