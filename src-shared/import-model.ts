import { z } from 'zod';

/** What every import of a table has in common: the file, how it is read, and why it may not be readable at all. */

export const Encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']);
export type Encoding = z.infer<typeof Encoding>;
export const Separator = z.enum([';', ',', '\t', '|']);
export type Separator = z.infer<typeof Separator>;

export const ImportSource = z.object({
	/** The file, base64. */
	content: z.string().max(40_000_000),
	/** Null = guess. */
	encoding: Encoding.nullable(),
	separator: Separator.nullable(),
});

export const INVALID_FILE = {
	/** The file cannot be read as a table at all. */
	INVALID_FILE: { status: 422, data: z.object({ reason: z.enum(['empty', 'not_text', 'no_table', 'too_large']) }) },
};
