import { ConsentFields, type Recipient, ReleaseFields } from '#shared/features/consents/model.ts';
import { CaseId } from '#shared/kernel/ids.ts';
import { LocalDate } from '#shared/kernel/local-date.ts';
import { mergeKind, NO_ID } from '../../records/kind.ts';
import { consent, release } from './tables.ts';

const NEVER = '1970-01-01' as LocalDate;
const NO_AGREEMENT = { textVersion: '–', language: 'de', form: 'oral', evidence: null, withdrawnOn: null } as const;
/** What nobody can be: nothing is ever told to it. */
const NO_RECIPIENT: Recipient = { name: '–', address: null };

export const consentKind = mergeKind({
	vault: 'counselling',
	table: consent,
	fields: ConsentFields.extend({ withdrawnOn: LocalDate.nullable() }),
	empty: { personId: null, businessId: null, purpose: 'counselling', decision: 'refused', decidedOn: NEVER, ...NO_AGREEMENT },
	texts: [],
	unasked: ['personId', 'businessId'],
});

/** Damaged ones release nothing: their time is over. */
export const releaseKind = mergeKind({
	vault: 'counselling',
	table: release,
	fields: ReleaseFields.extend({ caseId: CaseId, withdrawnOn: LocalDate.nullable() }),
	empty: {
		...{ caseId: NO_ID as CaseId, recipient: NO_RECIPIENT, topics: ['other'], purpose: '–' },
		...{ givenOn: NEVER, validFrom: NEVER, validUntil: NEVER, ...NO_AGREEMENT },
	},
	texts: [],
	unasked: ['caseId'],
});
