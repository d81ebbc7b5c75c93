import { z } from 'zod';

/** What people type into one line: trimmed, NFC. */

/** May be left empty: an empty text is null. `max` counts what was typed. */
export const optionalText = (max: number) =>
	z
		.string()
		.max(max)
		.transform((value) => value.normalize('NFC').trim() || null)
		.nullable();

/** Has to be filled in. `max` counts what is left after trimming. */
export const requiredText = (max: number) =>
	z
		.string()
		.transform((value) => value.normalize('NFC').trim())
		.pipe(z.string().min(1).max(max));
