import type { Router } from '@orpc/server';
import type { Contract } from '#shared/contract.ts';

/**
 * What a host (Electron or browser) can do that Node cannot. Everything else the backend does itself, so both hosts
 * behave the same.
 */
export interface HostServices {
	readonly kind: 'electron' | 'browser';
	/** The system's folder dialog; null when cancelled or when the host has none. */
	chooseFolder(): Promise<string | null>;
}

export interface Backend {
	/** Serve this over any oRPC link, with an empty context. */
	// biome-ignore lint/suspicious/noExplicitAny: oRPC's Router is generic over a context this router does not use
	readonly router: Router<Contract, any>;
	/** Closes the vaults and forgets the keys (suspend, screen lock). Safe to call at any time. */
	lock(): Promise<void>;
	/** Locks, stops background work, lets go of every file. */
	dispose(): Promise<void>;
}
