/**
 * What the outside world gives the backend besides files: time, ids, randomness. Always passed in, so that a test
 * replaces them without patching globals. The real ones live in src-main/platform, the fake ones in tests/support.
 */

/** Milliseconds since 1970-01-01 UTC. */
export interface Clock {
	now(): number;
}

/** Fresh UUIDv7 strings, lowercase. */
export interface Ids {
	next(): string;
}

/** Cryptographically strong bytes (in the real one). */
export interface Random {
	bytes(length: number): Uint8Array;
}
