/** What main and the process that runs a command say to each other. */

/** A line of standard input; null when it has ended. */
export interface ToCommand {
	readonly line: string | null;
}

export type FromCommand =
	| { readonly kind: 'ask'; readonly question: string; readonly isSecret: boolean }
	| { readonly kind: 'print'; readonly line: string }
	| { readonly kind: 'tell'; readonly line: string }
	| { readonly kind: 'exit'; readonly code: number };

/** First argument of the process, as JSON. */
export interface CommandSettings {
	readonly args: readonly string[];
	readonly appVersion: string;
	readonly migrationsDir: string;
}
