import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { RecordId } from '#shared/kernel/ids.ts';

export const SearchHit = z.object({
	kind: z.enum(['person', 'case_file']),
	id: RecordId,
	title: z.string(),
	subtitle: z.string(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const search = {
	/** People and case files; forgives umlauts, accents, other scripts and the order of words. */
	query: procedure.input(z.object({ text: z.string().max(200) })).output(z.array(SearchHit)),
};
