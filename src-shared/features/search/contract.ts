import { z } from 'zod';
import { procedure } from '#shared/contract-base.ts';
import { CaseId, RecordId } from '#shared/kernel/ids.ts';

export const SearchHit = z.object({
	kind: z.enum(['person', 'business', 'case_file', 'document', 'letter', 'borrower', 'loan', 'item', 'repair']),
	id: RecordId,
	title: z.string(),
	subtitle: z.string(),
	/** In which file a document or letter lies. */
	caseId: CaseId.optional(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const search = {
	/** What the member's vaults hold of people, businesses, case files with their documents and letters, borrowers, loans, items and repairs; forgives umlauts, accents, other scripts, order of words. */
	query: procedure.input(z.object({ text: z.string().max(200) })).output(z.array(SearchHit)),
};
