/**
 * The log says what happened, never to whom: an event's name, numbers and codes. Text from people, paths and error
 * messages (which may quote both) have no way in, by type.
 */
export type LogDetail = Readonly<Record<string, number | boolean | LogCode>>;
/** A lowercase word written in the program, like `enoent` or `bad_signature`. */
export type LogCode = Lowercase<string>;

export interface Log {
	info(event: LogCode, detail?: LogDetail): void;
	/** For bugs: keeps the error's class and where in Kontor's own code it came from, drops its message. */
	bug(event: LogCode, error: unknown): void;
}

export function createLog(write: (line: string) => void, now: () => number): Log {
	const line = (level: string, event: string, detail: object) =>
		write(JSON.stringify({ at: new Date(now()).toISOString(), level, event, ...detail }));
	return {
		info: (event, detail = {}) => line('info', event, detail),
		bug: (event, error) =>
			line('bug', event, { class: error instanceof Error ? error.constructor.name : typeof error, where: whereOf(error) }),
	};
}

/** `vaults/ledger.ts:42:7` lines of the stack: file names of the program only. */
function whereOf(error: unknown): string[] {
	if (!(error instanceof Error) || !error.stack) return [];
	// The stack begins with the message, which may quote anything: only lines of the call stack count, and not the message's.
	const message = error.stack.indexOf(error.message);
	const calls = error.stack.slice(message < 0 ? 0 : message + error.message.length);
	return [...calls.matchAll(/^ {4}at .*?(?:src-main|src-shared|out\/main)\/([\w./-]+:\d+:\d+)/gm)]
		.slice(0, 6)
		.map((match) => match[1] ?? '');
}
