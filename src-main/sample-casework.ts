import type { Clock, Ids } from '#shared/kernel/environment.ts';
import type { GoalId } from '#shared/kernel/ids.ts';
import { sampleApplicationWriter } from './features/applications/sample-applications.ts';
import { sampleBusinessWriter } from './features/businesses/sample-businesses.ts';
import { sampleCaseWriter, sampleClosingWriter } from './features/cases/sample-cases.ts';
import { sampleConsentWriter } from './features/consents/sample-consents.ts';
import { sampleDocumentWriter } from './features/documents/sample-documents.ts';
import type { DocumentService } from './features/documents/service.ts';
import { sampleParticipationWriter } from './features/funder-data/sample-participations.ts';
import { sampleFundingWriter } from './features/funder-programmes/sample-programmes.ts';
import { sampleGoalWriter } from './features/goals/sample-goals.ts';
import { sampleLetterWriter } from './features/letters/sample-letters.ts';
import type { LetterService } from './features/letters/service.ts';
import { samplePartnerWriter } from './features/partners/sample-partners.ts';
import { sampleReferralWriter } from './features/referrals/sample-referrals.ts';
import type { SampleWriters } from './features/site/sample-service.ts';
import { openVaultOf } from './vaults/session.ts';

interface Parts {
	readonly ids: Ids;
	readonly clock: Clock;
	readonly letters: LetterService;
	readonly documents: DocumentService;
}

type Written =
	| 'writeBusiness'
	| 'writeFunding'
	| 'writeCase'
	| 'writeCasework'
	| 'writeParticipations'
	| 'writePassingOn'
	| 'writeDocuments';

/** Part of the composition root: case files of the sample office and what hangs on them are each written by their own feature. */
export function sampleCaseworkWriters({ ids, clock, letters, documents }: Parts): Pick<SampleWriters, Written> {
	const writeCase = sampleCaseWriter(ids);
	const writeGoals = sampleGoalWriter({ ids, clock });
	const writeClosing = sampleClosingWriter(ids);
	const writeLetters = sampleLetterWriter(ids, letters.adoptStarters);
	const writeApplications = sampleApplicationWriter(ids);
	const writePartners = samplePartnerWriter(ids);
	const writeConsents = sampleConsentWriter(ids);
	const writeReferrals = sampleReferralWriter(ids);
	return {
		writeBusiness: sampleBusinessWriter(ids),
		writeFunding: sampleFundingWriter(ids),
		writeCase(session, item, about, authors) {
			const caseId = writeCase(session, item, about, authors);
			const { goals, situation, closing, reopening } = item.aims;
			const members = authors.map(({ id }) => id);
			const author = members[item.ownerIndex] ?? session.member;
			const goalIds = writeGoals(session, caseId, { goals, situation }, { author, members });
			const written = goals.map((goal, at) => ({ ...goal, id: goalIds[at] as GoalId }));
			if (closing)
				writeClosing(session, caseId, { closing, reopening, goals: written, situation, contacts: item.contacts }, author);
			return caseId;
		},
		writeCasework(session, sample, written) {
			writeLetters(session, sample.letters, written);
			writeApplications(session, sample.applications, written.cases);
		},
		writeParticipations: sampleParticipationWriter(ids),
		writePassingOn(session, { partners, passingOn }, cases, author) {
			const partnerIds = openVaultOf(session, 'office').store.atomically(() => writePartners(session, partners, author));
			openVaultOf(session, 'counselling').store.atomically(() => {
				writeConsents(session, passingOn, { cases, partners: partnerIds }, author);
				writeReferrals(session, passingOn.referrals, { cases, partners: partnerIds });
			});
		},
		writeDocuments: sampleDocumentWriter(documents),
	};
}
