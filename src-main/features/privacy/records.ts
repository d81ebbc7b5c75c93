import { z } from 'zod';
import { ErasureFields, Exclusion, RetentionRules, USUAL_RULES } from '#shared/features/privacy/model.ts';
import { MemberId, PersonId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { appendKind, mergeKind, NO_ID } from '../../records/kind.ts';
import { borrowerErasure } from './borrower-tables.ts';
import { retentionRules } from './rules-tables.ts';
import { erasure, exclusion } from './tables.ts';

/** There is one of it, under the site's own id. */
export const retentionRulesKind = mergeKind({
	vault: 'office',
	table: retentionRules,
	fields: RetentionRules,
	empty: USUAL_RULES,
	texts: [],
});

export const exclusionKind = mergeKind({
	vault: 'counselling',
	table: exclusion,
	fields: Exclusion.extend({ reason: z.string().max(300), personId: PersonId, byId: MemberId }),
	empty: { personId: NO_ID as PersonId, until: '1970-01-01' as LocalDate, reason: '–', byId: NO_ID as MemberId },
	texts: [],
	unasked: 'all',
});

export const erasureKind = appendKind({ vault: 'counselling', table: erasure, fields: ErasureFields });

export const borrowerErasureKind = appendKind({ vault: 'workshop', table: borrowerErasure, fields: ErasureFields });
