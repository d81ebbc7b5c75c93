/**
 * Where copies go and PCs meet. A target holds immutable files under short lowercase names; paths use `/` and are
 * relative to the target's root. Every failure is a TargetError with one of a few reasons; callers never see the
 * operating system's.
 */
export interface ShareTarget {
	/** Names of files and folders directly below, sorted; empty when the folder is not there. */
	list(folder: string): Promise<string[]>;
	/** Null when it is not there. */
	read(path: string): Promise<Uint8Array | null>;
	/**
	 * Puts a new file in place, whole or not at all, and reads it back. When a file of that name is there already, it
	 * must be the same (an earlier attempt that was cut off after the rename): anything else is `conflict`.
	 */
	writeNew(path: string, bytes: Uint8Array): Promise<void>;
	/**
	 * Of all who ask for the same path, exactly one gets it, decided by the target and not by a listing that may be old:
	 * a folder that holds nothing but a file of the holder's name is moved to its place, which fails where one is already.
	 * (A file that is created exclusively would not do: clients that mount a share forget the "exclusively".) Gives the
	 * name of whoever has it.
	 */
	claim(path: string, holder: string): Promise<string>;
	/** For files that nobody needs any more. */
	remove(path: string): Promise<void>;
}

export type TargetProblem =
	| 'unreachable'
	| 'not_writable'
	| 'full'
	| 'sign_in'
	| 'certificate'
	| 'not_found'
	/** Something else has this name already. */
	| 'conflict'
	/** It does not hold what was just put there. */
	| 'unreliable';

/** Names that start so are somebody's unfinished writes; readers pass them over. */
export const TEMPORARY = 'tmp-';

export class TargetError extends Error {
	readonly problem: TargetProblem;
	constructor(problem: TargetProblem) {
		super(problem);
		this.problem = problem;
	}
}

/** Is what was read back what was written? */
export const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.from(a.buffer, a.byteOffset, a.length).equals(b);
