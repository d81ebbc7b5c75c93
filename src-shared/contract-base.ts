import { oc } from '@orpc/contract';
import { z } from 'zod';

/**
 * The base of every procedure: the refusals each of them may answer with. A refusal is a typed value the screen turns
 * into a German sentence; it never carries what a person typed.
 */
export const procedure = oc.errors({
	/** Nobody is signed in on this device. */
	NOT_SIGNED_IN: { status: 401 },
	/** The member's vaults do not include what the procedure reads or writes. */
	NO_ACCESS: { status: 403 },
	/** Something in the data folder could not be read; the session has ended, signing in again finds out what. */
	DAMAGED: { status: 409, data: z.object({ file: z.string() }) },
	/** The record does not exist here (or not any more). */
	NOT_FOUND: { status: 404 },
});

/** Progress of long work: streamed while it runs; `step` is a key the screen translates. */
export const Progress = z.object({ step: z.string(), done: z.number(), total: z.number() });
export type Progress = z.infer<typeof Progress>;

/** A window of a long list: rows are fetched as they scroll into view. */
export const Page = z.object({ offset: z.int().min(0), limit: z.int().min(1).max(500) });
