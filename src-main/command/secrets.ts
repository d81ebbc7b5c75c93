import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Command } from './parse.ts';

/** What opens the keys. Asked for at a terminal, without showing it, or read from standard input; never an argument. */
export type Secrets =
	| { readonly signInName: string; readonly passphrase: string }
	/** Name and passphrase only where new ones are set up. */
	| { readonly kit: string; readonly signInName: string; readonly passphrase: string };

export interface Asking {
	/** Null: the input has ended. */
	ask(question: string, isSecret: boolean): Promise<string | null>;
	close(): void;
}

/** Null when something is missing. */
export async function readSecrets({ name, kit }: Command, asking: Asking): Promise<Secrets | null> {
	try {
		const kitText = kit ? await asking.ask('Notfallblatt: ', true) : null;
		if (kit && !kitText) return null;
		if (kitText && name === 'drill') return { kit: kitText, signInName: '', passphrase: '' };
		const signInName = await asking.ask('Anmeldename: ', false);
		const passphrase = await asking.ask(kit ? 'Neues Passwort: ' : 'Passwort: ', true);
		if (!signInName || !passphrase) return null;
		return kitText ? { kit: kitText, signInName, passphrase } : { signInName, passphrase };
	} finally {
		asking.close();
	}
}

/** One line of input after another; questions go to standard error, so that standard output stays the result's. */
export function askingFrom(input: NodeJS.ReadStream, errors: NodeJS.WriteStream): Asking {
	const isTerminal = input.isTTY === true;
	let isHidden = false;
	const output = new Writable({
		write(chunk, _encoding, done) {
			if (!isHidden) errors.write(chunk);
			done();
		},
	});
	const lines = createInterface({ input, output, terminal: isTerminal });
	const waiting: string[] = [];
	let isEnded = false;
	let wake = () => {};
	lines.on('line', (line) => {
		waiting.push(line);
		wake();
	});
	lines.on('close', () => {
		isEnded = true;
		wake();
	});
	return {
		async ask(question, isSecret) {
			if (isTerminal) errors.write(question);
			isHidden = isTerminal && isSecret;
			while (waiting.length === 0 && !isEnded) {
				await new Promise<void>((resolve) => {
					wake = resolve;
				});
			}
			if (isHidden) errors.write('\n');
			isHidden = false;
			return waiting.shift() ?? null;
		},
		close: () => lines.close(),
	};
}
