/** What main and backend process say to each other besides RPC, which goes from the page to the backend directly. */

export type ToBackend =
	/** Comes with one MessagePort: a page. */
	| { readonly kind: 'connect' }
	/** Answered with `done`. */
	| { readonly kind: 'lock'; readonly id: number }
	/** Answered with `done`; the process may be ended afterwards. */
	| { readonly kind: 'dispose'; readonly id: number }
	/** The person's choice, null when cancelled. */
	| { readonly kind: 'folder'; readonly id: number; readonly path: string | null };

export type ToMain =
	| { readonly kind: 'done'; readonly id: number }
	/** Asks for the system's folder dialog. */
	| { readonly kind: 'choose-folder'; readonly id: number }
	/** At the start and on every change. */
	| { readonly kind: 'kiosk'; readonly isKiosk: boolean };

/** First argument of the backend process, as JSON. */
export interface BackendSettings {
	readonly dataDir: string;
	readonly appVersion: string;
	readonly migrationsDir: string;
	readonly sample: boolean;
}
