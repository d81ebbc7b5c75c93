import { StoredReferral } from '#shared/features/referrals/model.ts';
import type { CaseId, MemberId } from '#shared/kernel/ids.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { mergeKind, NO_ID } from '../../records/kind.ts';
import { referral } from './tables.ts';

export const referralKind = mergeKind({
	vault: 'counselling',
	table: referral,
	fields: StoredReferral.omit({ id: true }),
	empty: {
		...{ caseId: NO_ID as CaseId, authorId: NO_ID as MemberId, preparedOn: '1970-01-01' as LocalDate },
		...{ recipient: { name: '–', address: null }, reason: '–', topics: ['other'], replyDueOn: null },
		...{ way: null, sentOn: null, answeredOn: null, replyText: '', outcome: null, cancelledOn: null, cancelReason: null },
		override: null,
	},
	texts: ['replyText'],
	unasked: ['caseId', 'authorId', 'preparedOn', 'override'],
});
